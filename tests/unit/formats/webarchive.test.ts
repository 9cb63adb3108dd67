import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../main/contract/index.ts';
import { webArchiveReader } from '../../../main/formats/read/web/webarchive/index.ts';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { readBinaryPropertyList } from '../../../main/formats/shared/property-list/binary.ts';
import { readXmlPropertyList } from '../../../main/formats/shared/property-list/xml.ts';
import { fixture, readBytes, summary, unverifiable } from './reading.ts';

const folder = new URL('../../fixtures/webarchive/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.webarchive'));
const documentOf = (name: string) => readBytes(webArchiveReader, fixture(`webarchive/${name}`), name);

describe('golden web archives', () => {
  it.each(files)('%s', async (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(name.replace('.webarchive', '.expected.json'), folder), 'utf8'),
    );
    expect(await summary(webArchiveReader, `webarchive/${name}`)).toEqual(expected);
  });
  it.each(files)('%s: every word of the blocks is in the original', async (name) => {
    expect(await unverifiable(webArchiveReader, `webarchive/${name}`)).toEqual([]);
  });
  it.each(files)('%s is known by its content, whatever it is called', (name) => {
    for (const called of [name, 'saved.txt', 'saved']) {
      const sniffed = sniffFormat(fixture(`webarchive/${name}`), called);
      expect(sniffed.kind === 'known' ? sniffed.reader.name : sniffed.reason).toBe('webarchive');
    }
  });
  it('show their pictures, and log their frames', async () => {
    const { blocks, images, removals } = await documentOf('safari.webarchive');
    expect(blocks.find(({ kind }) => kind === 'figure')).toMatchObject({
      image: images[0]?.sha256,
      source: 'https://courier.example/pictures/halcyon.png',
    });
    expect(removals.find(({ step }) => step === 'frame')).toMatchObject({
      reason: 'The page shows it in a frame of its own (https://weather.example/bay).',
      text: 'The weather in the bay: wind from the south-west, 15 knots, rain later.',
    });
  });
});

/** A binary list of the given objects, the first of them on top, with references of one byte. */
function binary(objects: readonly (readonly number[])[], change: (file: Buffer) => void = () => {}): Buffer {
  const parts: Buffer[] = [Buffer.from('bplist00')];
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    parts.push(Buffer.from(object));
    at += object.length;
  }
  const table = Buffer.alloc(offsets.length * 4);
  for (const [index, offset] of offsets.entries()) table.writeUInt32BE(offset, index * 4);
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 1;
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  const file = Buffer.concat([...parts, table, trailer]);
  change(file);
  return file;
}
const read = (bytes: Uint8Array) => readBytes(webArchiveReader, bytes, 'page.webarchive');
const trailerOf = (file: Buffer) => file.length - 32;

describe('binary property lists', () => {
  it('hold texts, data, lists and dictionaries of any length', () => {
    const long = Array.from({ length: 300 }, (_, index) => 0x61 + (index % 26));
    const list = readBinaryPropertyList(
      binary([
        [0xd3, 1, 2, 3, 4, 5, 6],
        [0x51, 0x61],
        [0x51, 0x62],
        [0x61, 0x00, 0xe9],
        [0x5f, 0x11, 0x01, 0x2c, ...long],
        [0xa2, 1, 7],
        [0x43, 1, 2, 3],
        [0x09],
      ]),
    );
    expect(list).toEqual(
      new Map<string, unknown>([
        ['a', Buffer.from(long).toString()],
        ['b', ['a', true]],
        ['é', Buffer.from([1, 2, 3])],
      ]),
    );
  });

  it.each([
    ['a list that holds itself', binary([[0xa1, 0]])],
    [
      'dictionaries that hold one another',
      binary([
        [0xd1, 2, 1],
        [0xd1, 2, 0],
        [0x51, 0x61],
      ]),
    ],
    [
      'lists of lists of one list',
      binary([...Array.from({ length: 40 }, (_, index) => [0xaa, ...Array<number>(10).fill(index + 1)]), [0x08]]),
    ],
    ['a reference to nowhere', binary([[0xa1, 9]])],
    ['an offset behind the end', binary([[0x51, 0x61]], (file) => file.writeUInt32BE(0xffffffff, trailerOf(file) - 4))],
    ['an offset into the head', binary([[0x51, 0x61]], (file) => file.writeUInt32BE(2, trailerOf(file) - 4))],
    [
      'a table behind the end',
      binary([[0x51, 0x61]], (file) => file.writeBigUInt64BE(0xffffffffffffffffn, trailerOf(file) + 24)),
    ],
    [
      'more objects than fit',
      binary([[0x51, 0x61]], (file) => file.writeBigUInt64BE(0xffffffffffffffffn, trailerOf(file) + 8)),
    ],
    [
      'objects times size that overflow',
      binary([[0x51, 0x61]], (file) => file.writeBigUInt64BE(0x2000000000000001n, trailerOf(file) + 8)),
    ],
    ['a top beyond the objects', binary([[0x51, 0x61]], (file) => file.writeBigUInt64BE(7n, trailerOf(file) + 16))],
    ['references of no size', binary([[0x51, 0x61]], (file) => file.writeUInt8(0, trailerOf(file) + 7))],
    ['a text longer than the file', binary([[0x5f, 0x13, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]])],
    ['a list longer than the file', binary([[0xaf, 0x12, 0x7f, 0xff, 0xff, 0xff]])],
    ['a length that is no number', binary([[0x5f, 0x51, 0x61]])],
    ['nothing behind its name', Buffer.from('bplist00')],
    ['a file cut in the middle', Buffer.from(fixture('webarchive/safari.webarchive').subarray(0, 900))],
  ])('are refused with the reason: %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringMatching(/damaged|without a web page/u),
    });
  });
});

describe('property lists in XML', () => {
  const xml = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0">${inside}</plist>`;
  it('do not expand entities that they declare', () => {
    const bomb = '<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>';
    expect(readXmlPropertyList(`${bomb}<plist><string>&b;&amp;</string></plist>`)).toBe('&b;&');
  });
  it.each([
    ['nesting without end', xml('<array>'.repeat(100_000))],
    ['nothing', xml('')],
    ['a million parts', xml(`<array>${'<true/>'.repeat(1_000_000)}</array>`)],
    ['another kind of list', xml('<dict><key>Label</key><string>org.example</string></dict>')],
    ['a page that is a word', xml('<dict><key>WebMainResource</key><string>page</string></dict>')],
  ])('are refused with the reason: %s', async (_, text) => {
    await expect(read(Buffer.from(text))).rejects.toMatchObject({ code: 'unsupported' });
  });
  it('are no web archive by their form alone', () => {
    const other = Buffer.from(xml('<dict><key>Label</key><string>org.example</string></dict>'));
    expect(webArchiveReader.sniff(other, 'org.example.plist')).toBe(0);
    expect(webArchiveReader.sniff(Buffer.from('A text'), 'page.webarchive')).toBe(0);
  });
});

describe('what Safari saved that is no page', () => {
  it('is refused with what it is', async () => {
    const text =
      '<plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>QUJD</data><key>WebResourceMIMEType</key><string>application/pdf</string></dict></dict></plist>';
    await expect(read(Buffer.from(text))).rejects.toThrow(/of application\/pdf/u);
  });
  it('is read with garbage for data, and has no text', async () => {
    const text =
      '<plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>*** no base64 ***</data><key>WebResourceMIMEType</key><string>text/html</string></dict></dict></plist>';
    const document = await read(Buffer.from(text));
    expect(canonicalText(document).text.length).toBeLessThan(20);
  });
});

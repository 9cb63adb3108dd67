import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockText, canonicalText } from '../../../main/contract/index.ts';
import { textReader } from '../../../main/formats/read/documents/text/index.ts';
import { readBytes, summary, unverifiable } from './reading.ts';

const folder = new URL('../../fixtures/text/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const read = (text: string, name = 'note.txt') => readBytes(textReader, new TextEncoder().encode(text), name);
const bodyOf = async (text: string) =>
  (await read(text)).blocks.filter(({ role }) => role === 'body').map((block) => `${block.kind}: ${blockText(block)}`);

describe('golden texts', () => {
  it.each(files)('%s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.txt', '.expected.json'), folder), 'utf8'));
    expect(await summary(textReader, `text/${name}`)).toEqual(expected);
  });
  it.each(files)('%s: every word of the blocks is in the original', async (name) => {
    expect(await unverifiable(textReader, `text/${name}`)).toEqual([]);
  });
});

describe('paragraphs', () => {
  const long = (start: string) =>
    `${start} that the harbour of Port Ellery would be closed for as long as the storm went on over the bay.`;

  it('are parted by empty lines, however many and of whatever kind', async () => {
    expect(await bodyOf(`${long('They said')}\r\n\r\n\r\n \t\r\n${long('They knew')}\r\r${long('They saw')}`)).toEqual([
      `paragraph: ${long('They said')}`,
      `paragraph: ${long('They knew')}`,
      `paragraph: ${long('They saw')}`,
    ]);
  });

  it('are joined where lines were broken at a width, and only there', async () => {
    const text = [
      'The commission will keep the north pier closed until its engineers',
      'have replaced the forty-one beams that the storm loosened. The work',
      'begins in December.',
      'It ends in spring, and the county will pay for all of it from what',
      'is left of the relief fund.',
    ].join('\n');
    expect(await bodyOf(text)).toEqual([
      'paragraph: The commission will keep the north pier closed until its engineers have replaced the forty-one beams that the storm loosened. The work begins in December.',
      'paragraph: It ends in spring, and the county will pay for all of it from what is left of the relief fund.',
    ]);
  });

  it('begin at an indented line where nothing else parts them', async () => {
    const text = [
      '   The commission will keep the north pier closed until its engineer',
      'has replaced the forty-one beams that the storm loosened in October.',
      '   The work is to begin in December, and nobody expects it to be done',
      'before the first of May, when the ferries come back to Port Ellery.',
    ].join('\n');
    expect(await bodyOf(text)).toHaveLength(2);
  });

  it('stay apart where each is a line, even when the lines are of one length', async () => {
    const text = [
      'The bell of Marrow Bay rang all night long.',
      'The boats of Marrow Bay came home at dawn.',
      'The quay of Marrow Bay was full of people.',
    ].join('\n');
    expect(await bodyOf(text)).toHaveLength(3);
  });

  it('keep a compound’s hyphen at a line’s end without a space', async () => {
    const text = [
      'The county has spent what was left of its storm-',
      'relief fund, and the council has to find another',
      'way to pay for the pier before the winter comes.',
    ].join('\n');
    expect((await bodyOf(text))[0]).toContain('storm-relief fund');
  });

  it('lose control and invisible characters, and nothing else', async () => {
    expect(await bodyOf('The har\u00ADbour\u0000 is\u200B closed\u00A0— café.')).toEqual([
      'paragraph: The harbour is closed\u00A0— café.',
    ]);
  });
});

describe('quotations and lists', () => {
  it('takes quoted lines as a quotation, with the name below it', async () => {
    const document = await read(
      'The letter in full, as it hung on the door of the office:\n\n> We are closed.\n>\n> Come back in May.\n\n— Ines Alder, harbour commissioner\n\nThe door was locked.',
    );
    expect(document.blocks.find(({ kind }) => kind === 'quotation')).toMatchObject({
      paragraphs: [{ text: 'We are closed.' }, { text: 'Come back in May.' }],
      attribution: { text: '— Ines Alder, harbour commissioner' },
    });
  });
  it('takes paragraphs that are set in below a colon as a quotation, unless all are', async () => {
    const text =
      'Alder wrote to the crews on Wednesday:\n\n    We are closed until the beams are sound again.\n\n    Come back in May, and bring your children.\n\nThe door was locked.';
    const document = await read(text);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'quotation', 'paragraph']);
    const all = await read(text.replace(/^(?=\S)/gmu, '    '));
    expect(all.blocks.some(({ kind }) => kind === 'quotation')).toBe(false);
  });
  it('keeps a dash before a single line, as dialogues are set', async () => {
    expect(await bodyOf('The harbour master opened the door.\n\n- No, he said.\n\nThen he closed it.')).toContain(
      'paragraph: - No, he said.',
    );
  });
  it('makes one list of items that empty lines part', async () => {
    expect(
      await bodyOf(
        'These rules apply on the quay from now on.\n\n1. No nets.\n\n2. No dogs.\n\nThat is all there is to it.',
      ),
    ).toContain('list: No nets.\nNo dogs.');
  });
});

describe('the head', () => {
  const story =
    'The north pier of Port Ellery stays closed until spring, the harbour commission decided on Wednesday night.';

  it('gives headline, subheading, byline, paper and dates', async () => {
    const { metadata, blocks } = await read(
      `The pier stays closed\n\nEngineers need the winter, the commission says.\n\nBY TOMAS REYL AND ANA VOSS\nPort Ellery Courier\nPublished: November 16, 2016 | Updated: November 17, 2016\n\n${story}`,
    );
    expect(metadata).toMatchObject({
      title: 'The pier stays closed',
      subheading: 'Engineers need the winter, the commission says.',
      byline: ['Tomas Reyl', 'Ana Voss'],
      publication: 'Port Ellery Courier',
      published: { value: '2016-11-16', precision: 'day' },
      modified: { value: '2016-11-17', precision: 'day' },
    });
    expect(canonicalText({ blocks }).text).toBe(story);
  });

  it('reads labelled lines', async () => {
    const { metadata } = await read(
      `Title: The pier stays closed\nAuthor: Tomas Reyl\nSource: Port Ellery Courier\nDate: 2016-11-16\nURL: https://courier.example/pier\n\n${story}`,
    );
    expect(metadata).toMatchObject({
      title: 'The pier stays closed',
      byline: ['Tomas Reyl'],
      publication: 'Port Ellery Courier',
      published: { value: '2016-11-16' },
      url: 'https://courier.example/pier',
    });
  });

  it('takes the date of a dateline', async () => {
    const { metadata } = await read(`The pier stays closed\n\nPORT ELLERY, Tessaly, Nov. 16, 2016 — ${story}`);
    expect(metadata.published).toEqual({ value: '2016-11-16', precision: 'day' });
  });

  it('takes no headline from a sentence, nor the only line of a text', async () => {
    expect((await read(`The pier is closed.\n\n${story}`)).metadata.title).toBe('The pier is closed');
    expect(await bodyOf(`The pier is closed.\n\n${story}`)).toHaveLength(2);
    const only = await read('Pier closed until spring');
    expect(only.metadata.title).toBe('Pier closed until spring');
    expect(canonicalText(only).text).toBe('Pier closed until spring');
  });

  it('takes no byline, date or paper from the middle of prose', async () => {
    const { metadata } = await read(
      `${story}\n\nBy noon the quay was empty.\n\nNovember 16, 2016 was the day when it began.`,
    );
    expect(metadata).toMatchObject({ byline: [], published: null, publication: null });
  });
});

describe('robustness', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['white space', new TextEncoder().encode(' \r\n\t\n')],
    ['one byte', new Uint8Array([0x41])],
    ['noise', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)],
  ])('reads %s without failing, under the file’s name if need be', async (_, bytes) => {
    const document = await readBytes(textReader, bytes, 'note.txt');
    expect(document.metadata.title).not.toBe('');
  });
  it('tells text from binary data, and yields to nothing by name alone', () => {
    expect(textReader.sniff(new Uint8Array([0, 1, 2, 0, 0, 3]), 'a.txt')).toBe(0);
    expect(textReader.sniff(new TextEncoder().encode('Hello'), 'a.txt')).toBeGreaterThan(
      textReader.sniff(new TextEncoder().encode('Hello'), 'a.xyz'),
    );
  });
  it('reads a long line without end in reasonable work', async () => {
    const document = await read(`${'more '.repeat(40_000)}\n\n${'A'.repeat(200_000)}\n\n${'“'.repeat(5000)}`);
    expect(document.blocks.length).toBeGreaterThan(0);
  });
});

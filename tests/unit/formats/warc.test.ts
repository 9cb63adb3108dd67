import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../main/contract/index.ts';
import { arcGrammar } from '../../../main/formats/read/archives/arc/grammar.ts';
import { arcReader } from '../../../main/formats/read/archives/arc/index.ts';
import { base32 } from '../../../main/formats/read/archives/records/digests.ts';
import { instantOfDate } from '../../../main/formats/read/archives/records/record-head.ts';
import { warcGrammar } from '../../../main/formats/read/archives/warc/grammar.ts';
import { warcReader } from '../../../main/formats/read/archives/warc/index.ts';
import { page } from '../../support/library.ts';
import { arcRecord, chunked, httpAnswer, sha1, warcRecord } from '../../support/web-archive.ts';

const uri = 'https://courier.example/harbour/lamps?session=7';
const first =
  'The new lamps on the coast road have worked through their first winter, the harbour board said – “naïvely”.';
const markup = page({
  title: 'New lamps',
  body: [first, 'Its members met on Tuesday to hear the report, and asked for two more lamps by the pier.'],
});

async function read(bytes: Uint8Array) {
  const source = {
    bytes,
    name: 'record',
    modified: null,
    companion: async () => null,
    signal: new AbortController().signal,
  };
  for await (const document of warcReader.read(source)) if ('blocks' in document) return document;
  throw new Error('nothing was read');
}
const wordsOf = (bytes: Uint8Array) => warcReader.words(bytes);

describe('one record of a web archive', () => {
  it('gives the page with its address and the instant of its capture', async () => {
    const document = await read(warcRecord({ uri, block: httpAnswer(markup) }));
    expect(document.metadata).toMatchObject({ title: 'New lamps', byline: ['Tomas Reyl'], url: uri });
    expect(document.captured).toBe('2024-11-14T17:20:00.000Z');
    expect(document.blocks.map(blockText)[0]).toBe(first);
    expect(document.partial).toBeNull();
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('unpacks a body in %s', async (encoding, pack) => {
    const block = httpAnswer(pack(Buffer.from(markup)), { headers: { 'Content-Encoding': encoding } });
    const record = warcRecord({ uri, block });
    expect((await read(record)).blocks.map(blockText)[0]).toBe(first);
    expect(await wordsOf(record)).toContain('first winter');
  });

  it('joins chunks, and a body that only says it has them is taken as it is', async () => {
    const headers = { 'Transfer-Encoding': 'chunked' };
    for (const body of [chunked(markup), markup])
      expect((await read(warcRecord({ uri, block: httpAnswer(body, { headers }) }))).blocks.map(blockText)[0]).toBe(
        first,
      );
    const cut = chunked(markup);
    const broken = httpAnswer(cut.subarray(0, cut.length - 60), { headers });
    expect((await read(warcRecord({ uri, block: broken }))).partial).toMatch(/chunks break off/);
    const wrong = httpAnswer(chunked(markup).toString('latin1').replace('\r\n64\r\n', '\r\n63\r\n'), { headers });
    expect((await read(warcRecord({ uri, block: wrong }))).partial).toMatch(/not as long as they say/);
  });

  it('reads the encoding that the server gives, and the page’s own where it gives none', async () => {
    const latin = Buffer.from(
      '<html><body><article><p>Der Hafenmeister von Port Ellery hörte lange zu und schloß dann die Tür hinter sich zu.</p></article></body></html>',
      'latin1',
    );
    const block = httpAnswer(latin, { type: 'text/html; charset=iso-8859-1' });
    expect((await read(warcRecord({ uri, block }))).blocks.map(blockText)[0]).toContain('hörte lange zu und schloß');
  });

  it('says what is missing or was changed, and keeps the words that are there', async () => {
    const block = httpAnswer(markup);
    const whole = warcRecord({ uri, block });
    expect((await read(whole.subarray(0, whole.length - 40))).partial).toMatch(/cut off: 36 of the \d+ bytes/);
    const short = httpAnswer(markup, { headers: { 'Content-Length': '999999' } });
    expect((await read(warcRecord({ uri, block: short }))).partial).toMatch(/server announced 999999 bytes/);
    const lyingRecord = warcRecord({ uri, block, announced: 500 });
    const asItIs = await read(lyingRecord);
    expect(asItIs.partial).toMatch(/announces 500 bytes and holds/);
    expect(asItIs.blocks.map(blockText)[0]).toBe(first);
    const truncated = warcRecord({ uri, block, headers: { 'WARC-Truncated': 'length' } });
    expect((await read(truncated)).partial).toMatch(/cut it off \(length\)/);
    const changed = warcRecord({ uri, block, headers: { 'WARC-Payload-Digest': sha1('something else') } });
    expect((await read(changed)).partial).toMatch(/digest/);
    const sound = warcRecord({
      uri,
      block,
      headers: { 'WARC-Payload-Digest': sha1(markup), 'WARC-Block-Digest': sha1(block) },
    });
    expect((await read(sound)).partial).toBeNull();
    const lying = httpAnswer(gzipSync('x'), { headers: { 'Content-Encoding': 'br' } });
    expect((await read(warcRecord({ uri, block: lying }))).partial).toMatch(/packed body \(br\) is damaged/);
    const kept = httpAnswer(markup, { headers: { 'Content-Encoding': 'br' } });
    expect((await read(warcRecord({ uri, block: kept }))).partial).toBeNull();
    const half = gzipSync(Buffer.from(markup + ' '.repeat(100)));
    const cut = httpAnswer(half.subarray(0, half.length - 20), { headers: { 'Content-Encoding': 'gzip' } });
    expect((await read(warcRecord({ uri, block: cut }))).partial).toMatch(
      /packed body \(gzip\) is damaged or breaks off/,
    );
    const unknown = httpAnswer(gzipSync(markup), { headers: { 'Content-Encoding': 'sdch' } });
    await expect(read(warcRecord({ uri, block: unknown }))).rejects.toThrow(/packed in a way .*sdch/);
  });

  it('takes digests in all the ways they are written', async () => {
    const block = httpAnswer(markup);
    const hash = createHash('sha256').update(markup).digest();
    for (const written of [hash.toString('hex'), hash.toString('base64'), hash.toString('base64url'), base32(hash)])
      for (const algorithm of ['sha256', 'sha-256', 'SHA256']) {
        const record = (digest: string) =>
          warcRecord({ uri, block, headers: { 'WARC-Payload-Digest': `${algorithm}:${digest}` } });
        expect((await read(record(written))).partial).toBeNull();
        expect((await read(record(`${written.slice(0, -2)}22`))).partial).toMatch(/digest/);
      }
    const other = warcRecord({ uri, block, headers: { 'WARC-Payload-Digest': 'blake3:abc' } });
    expect((await read(other)).partial).toBeNull();
  });

  it('refuses to unpack a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, 32));
    const block = httpAnswer(bomb, { headers: { 'Content-Encoding': 'gzip' } });
    await expect(read(warcRecord({ uri, block }))).rejects.toThrow(/more than 64 MB/);
    expect(await wordsOf(warcRecord({ uri, block }))).toBe('');
  });

  it('reads a page that was seen again from the visit it refers to', async () => {
    const revisit = warcRecord({ type: 'revisit', uri, date: '2024-12-01T08:00:00Z', block: httpAnswer('') });
    const document = await read(Buffer.concat([revisit, warcRecord({ uri, block: httpAnswer(markup) })]));
    expect(document.captured).toBe('2024-12-01T08:00:00.000Z');
    expect(document.blocks.map(blockText)[0]).toBe(first);
  });

  it('reads heads that are odd, and none that are no heads', () => {
    const head = (text: string) => warcGrammar.parse(Buffer.from(text));
    expect(
      head(
        'WARC/1.0\r\nwarc-type:response\r\nWARC-Target-URI: <https://a.example/b\r\n c>\r\nContent-Length: 0\r\n\r\n',
      ),
    ).toMatchObject({ type: 'response', uri: 'https://a.example/b c', blockLength: 0 });
    expect(head(`WARC/1.0\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`)).toBe('none');
    expect(head('WARC/1.0\r\nContent-Length: -1\r\n\r\n')).toMatchObject({ blockLength: null });
    expect(head('WARC/1.0\r\nContent-Length: 1')).toBe('unended');
    expect(head('GIF89a')).toBe('none');
  });

  it('reads the moment of a capture as exact as it is written', () => {
    expect(instantOfDate('2024-11-14T17:20:00.123456Z')).toBe('2024-11-14T17:20:00.123Z');
    expect(instantOfDate('2024-11')).toBe('2024-11-01T00:00:00.000Z');
    expect(instantOfDate('20241114172000')).toBe('2024-11-14T17:20:00.000Z');
    for (const none of ['yesterday', '2024-13-01T00:00:00Z', '', null]) expect(instantOfDate(none)).toBeNull();
  });

  it('keeps every word of its blocks in the words of the original', async () => {
    const record = warcRecord({
      uri,
      block: httpAnswer(gzipSync(markup), { headers: { 'Content-Encoding': 'gzip' } }),
    });
    const words = (await wordsOf(record)).replace(/\s+/gu, '');
    for (const block of (await read(record)).blocks) expect(words).toContain(blockText(block).replace(/\s+/gu, ''));
  });

  it('hands what is no page to the reader of its kind', async () => {
    const text = 'Minutes of the quay\n\nBy Ola Brandt\n\nThe board met on the quay for an hour and went home.\n';
    const record = warcRecord({ type: 'resource', uri: `${uri}.txt`, contentType: 'text/plain', block: text });
    const document = await read(record);
    expect(document.metadata).toMatchObject({ title: 'Minutes of the quay', url: `${uri}.txt` });
    expect(document.captured).toBe('2024-11-14T17:20:00.000Z');
    expect(await wordsOf(record)).toContain('met on the quay');
    const film = warcRecord({ type: 'resource', uri, contentType: 'video/mp4', block: 'x' });
    await expect(read(film)).rejects.toThrow(/no page but video\/mp4/);
  });
});

describe('one record of an ARC', () => {
  it('gives the page with its address and date', async () => {
    const record = arcRecord('http://courier.example/a page with spaces?x=1', httpAnswer(markup));
    const source = { bytes: record, name: '', modified: null, companion: async () => null };
    for await (const found of arcReader.read({ ...source, signal: new AbortController().signal })) {
      if (!('blocks' in found)) throw new Error('a mention');
      expect(found.captured).toBe('2024-11-14T17:20:00.000Z');
      expect(found.partial).toBeNull();
      expect(blockText(found.blocks[0] ?? never())).toBe(first);
    }
  });

  it('reads lines of both versions, and none that are no records', () => {
    const line = (text: string) => arcGrammar.parse(Buffer.from(`${text}\nHTTP/1.1 200 OK\n\n`));
    expect(line('http://a.example/x y 10.0.0.1 20241114172000 text/html 12')).toMatchObject({
      uri: 'http://a.example/x y',
      blockLength: 12,
      type: 'response',
    });
    expect(line('http://a.example/ 10.0.0.1 20241114172000 text/html 200 sum - 8 a.arc 12')).toMatchObject({
      uri: 'http://a.example/',
      blockLength: 12,
    });
    expect(line('filedesc://a.arc 0.0.0.0 20241114172000 text/plain -1')).toMatchObject({
      type: 'warcinfo',
      blockLength: null,
    });
    expect(line('http://a.example/ is an address in a text of 12')).toBe('none');
  });
});

function never(): never {
  throw new Error('there is no block');
}

import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../main/contract/index.ts';
import { isArticleLike } from '../../../main/formats/warc/choose.ts';
import { readHttp } from '../../../main/formats/warc/http.ts';
import { warcReader } from '../../../main/formats/warc/index.ts';
import { readRecordHead } from '../../../main/formats/warc/record.ts';
import { page } from '../../support/library.ts';
import { chunked, httpAnswer, sha1, warcRecord } from '../../support/web-archive.ts';

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
    const answer = readHttp(httpAnswer(cut.subarray(0, cut.length - 60), { headers }));
    expect(answer?.problem).toMatch(/end is missing/);
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
    expect((await read(whole.subarray(0, whole.length - 40))).partial).toMatch(/end is missing/);
    const changed = warcRecord({ uri, block, headers: { 'WARC-Payload-Digest': sha1('something else') } });
    expect((await read(changed)).partial).toMatch(/digest/);
    const sound = warcRecord({
      uri,
      block,
      headers: { 'WARC-Payload-Digest': sha1(markup), 'WARC-Block-Digest': sha1(block) },
    });
    expect((await read(sound)).partial).toBeNull();
    const lying = httpAnswer(gzipSync('x'), { headers: { 'Content-Encoding': 'br' } });
    expect((await read(warcRecord({ uri, block: lying }))).partial).toMatch(/not compressed as it says/);
  });

  it('refuses to unpack a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, 32));
    const block = httpAnswer(bomb, { headers: { 'Content-Encoding': 'gzip' } });
    expect((await read(warcRecord({ uri, block }))).partial).toMatch(/unpacks to more than 64 MB/);
  });

  it('reads a page that was seen again from the visit it refers to', async () => {
    const revisit = warcRecord({ type: 'revisit', uri, date: '2024-12-01T08:00:00Z', block: httpAnswer('') });
    const document = await read(Buffer.concat([revisit, warcRecord({ uri, block: httpAnswer(markup) })]));
    expect(document.captured).toBe('2024-12-01T08:00:00.000Z');
    expect(document.blocks.map(blockText)[0]).toBe(first);
  });

  it('reads heads that are odd, and none that are no heads', () => {
    const folded =
      'WARC/1.0\r\nwarc-type:response\r\nWARC-Target-URI: <https://a.example/b\r\n c>\r\nContent-Length: 0\r\n\r\n';
    expect(readRecordHead(Buffer.from(folded))).toMatchObject({ type: 'response', uri: 'https://a.example/b c' });
    expect(readRecordHead(Buffer.from(`WARC/1.0\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`))).toBeNull();
    expect(readRecordHead(Buffer.from('WARC/1.0\r\nContent-Length: -1\r\n\r\n'))).toBeNull();
    const arc = 'http://a.example/x 10.0.0.1 20241114172000 text/html 12\n';
    expect(readRecordHead(Buffer.from(arc))).toMatchObject({
      uri: 'http://a.example/x',
      date: '2024-11-14T17:20:00Z',
      blockLength: 12,
    });
  });
});

describe('what looks like an article', () => {
  it('is prose, not a list of links, and not a notice', () => {
    expect(isArticleLike(markup)).toBe(true);
    const teasers = Array.from({ length: 40 }, (_, index) => `<p><a href="/${index}">${first} ${index}</a></p>`).join(
      '',
    );
    expect(isArticleLike(`<html><body>${teasers}<p>${first}</p></body></html>`)).toBe(false);
    expect(isArticleLike('<html><body><h1>Not found</h1><p>This page is gone.</p></body></html>')).toBe(false);
    expect(isArticleLike(`<html><body><nav>${first.repeat(9)}</nav></body></html>`)).toBe(false);
  });

  it('is told in one pass, whatever is left open', () => {
    for (const tag of ['<nav>', '<a>', '<p>', '</nav>', '<!--'])
      expect(typeof isArticleLike(tag.repeat(200_000))).toBe('boolean');
  });
});

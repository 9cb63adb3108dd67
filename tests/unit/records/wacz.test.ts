import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { waczContainer } from '../../../main/formats/read/archives/wacz/container.ts';
import { compressed, openedArchive } from '../../support/web-archive.ts';
import { article, boards, captured, image, site } from './crawl.ts';

const one = Buffer.concat([article(1), captured('/', '<html><body>a notice</body></html>'), article(2)]);
const two = compressed([article(3, '<p><img src="/lamp.png" width="400"></p>')]);
const three = Buffer.concat([image('/lamp.png')]);

const hash = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const lines = (pages: readonly object[]) =>
  strToU8([{ format: 'json-pages-1.0', id: 'pages' }, ...pages].map((page) => JSON.stringify(page)).join('\n'));

function wacz(
  options: {
    readonly files?: Zippable;
    readonly pages?: readonly object[];
    readonly extra?: readonly object[];
    readonly description?: object | null;
  } = {},
): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'archive/a.warc': one,
    'archive/b.warc.gz': two,
    'archive/c.warc': three,
    ...(options.pages === undefined ? {} : { 'pages/pages.jsonl': lines(options.pages) }),
    ...(options.extra === undefined ? {} : { 'pages/extraPages.jsonl': lines(options.extra) }),
  };
  const resources = Object.entries(files).map(([path, bytes]) => ({
    name: path,
    path,
    hash: hash(bytes),
    bytes: bytes.length,
  }));
  const description = options.description === undefined ? { profile: 'data-package', resources } : options.description;
  const stored = Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, [bytes, { level: 0 }] as const]),
  );
  return zipSync({
    ...(stored as Zippable),
    ...(description === null ? {} : { 'datapackage.json': strToU8(JSON.stringify(description)) }),
    ...options.files,
  });
}

const open = (bytes: Uint8Array) => openedArchive(waczContainer, bytes, 'crawl.wacz');

describe('a WACZ', () => {
  it('gives the articles of all its archives, with pictures from any of them, and their places in the file', async () => {
    const bytes = wacz();
    const { taken, documents, members, summary } = await open(bytes);
    expect(taken).toEqual(boards(1, 2, 3));
    expect(documents[2]?.images).toHaveLength(1);
    for (const member of members) {
      if (member.kind !== 'file' || member.record === null || member.path === boards(3)[0]) continue;
      const { offset, length } = member.record;
      expect(Buffer.from(bytes.subarray(offset, offset + length)).equals(Buffer.from(member.bytes))).toBe(true);
    }
    expect(summary).toBe('3 pages were read as articles. Not taken: 1 front page or list of links and 1 image.');
  });

  it('gives the pages of its list whatever they look like, and judges those that a crawler came by', async () => {
    const pages = [
      { url: `${site}/`, title: 'One line\u2028by its own seal' },
      { url: `${site}/failed`, status: 404 },
      { url: `${site}/missing` },
      'no page',
    ];
    const extra = [{ url: boards(1)[0] }, { url: `${site}/not-there` }];
    const { taken, refused, summary } = await open(wacz({ pages: pages as object[], extra }));
    expect(taken).toEqual([...boards(1), `${site}/`]);
    expect(refused.map(({ path }) => path)).toEqual([`${site}/missing`]);
    expect(summary).toMatch(/2 pages that its own list of pages does not name/);
    expect(summary).toMatch(/1 page that a crawler listed and that is not in it/);
  });

  it('goes on where it was, in any of its archives and among its last lines', async () => {
    const bytes = wacz({ files: { 'archive/c.warc': [Buffer.concat([three, Buffer.from('\n')]), { level: 0 }] } });
    const whole = await open(bytes);
    for (const [index, member] of whole.members.entries()) {
      if (!('position' in member)) continue;
      const rest = await openedArchive(waczContainer, bytes, 'crawl.wacz', member.position);
      expect(rest.members).toEqual(whole.members.slice(index + 1));
    }
  });

  it('names its files that are not as it says', async () => {
    const files = { 'archive/c.warc': [Buffer.concat([three, Buffer.from('\n')]), { level: 0 }] } as Zippable;
    const { refused, taken } = await open(wacz({ files }));
    expect(taken).toEqual(boards(1, 2, 3));
    expect(refused).toMatchObject([
      { path: 'archive/c.warc', reason: expect.stringMatching(/does not have the hash/) },
    ]);
    const none = await open(wacz({ description: null }));
    expect(none.refused).toMatchObject([{ path: 'datapackage.json', reason: expect.stringMatching(/missing/) }]);
    const other = strToU8(JSON.stringify({ path: 'datapackage.json', hash: hash(strToU8('another')) }));
    const changed = await open(wacz({ files: { 'datapackage-digest.json': other } }));
    expect(changed.refused).toMatchObject([{ path: 'datapackage.json', reason: expect.stringMatching(/changed/) }]);
  });

  it('says that a signature was not checked', async () => {
    const signed = strToU8(JSON.stringify({ signedData: { domain: 'courier.example', signature: 'x' } }));
    expect((await open(wacz({ files: { 'datapackage-digest.json': signed } }))).summary).toMatch(/signature was not/);
  });

  it('is read where an archive was compressed again', async () => {
    expect((await open(wacz({ files: { 'archive/a.warc': [one, { level: 6 }] } }))).taken).toEqual(boards(1, 2, 3));
  });

  it('that refers to others, or holds no archive, is refused with the reason', async () => {
    const others = { profile: 'multi-wacz-package', resources: [{ path: 'https://courier.example/a.wacz' }] };
    await expect(open(wacz({ description: others }))).rejects.toThrow(/collection of other WACZ files/);
    await expect(open(zipSync({ 'datapackage.json': strToU8('{}') }))).rejects.toThrow(/without a WARC/);
    await expect(open(zipSync({ 'datapackage.json': strToU8('[') }))).rejects.toThrow(/can't be read/);
  });
});

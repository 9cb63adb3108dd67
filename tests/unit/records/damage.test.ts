import { randomBytes } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { arcContainer } from '../../../main/formats/read/archives/arc/container.ts';
import { warcContainer } from '../../../main/formats/read/archives/warc/container.ts';
import { sniffContainer } from '../../../main/formats/registry.ts';
import { Random } from '../../bench/random.ts';
import { arcRecord, compressed, httpAnswer, openedArchive, warcRecord } from '../../support/web-archive.ts';
import { article, boards, captured, image, site, story } from './crawl.ts';

const plain = (...records: readonly Uint8Array[]) => openedArchive(warcContainer, Buffer.concat(records), 'crawl.warc');
const packed = (...members: readonly Uint8Array[]) =>
  openedArchive(warcContainer, Buffer.concat(members), 'crawl.warc.gz');
const gzip = (record: Uint8Array) => gzipSync(record);
const damaged = (places: number) => new RegExp(`\\b${places} places? in it (?:is|are) damaged`, 'u');

describe('a plain archive', () => {
  it('is read through lengths that are too long, too short or none', async () => {
    for (const announced of [10, 400, 100_000, 9_999_999_999]) {
      const wrong = warcRecord({ uri: `${site}/board/2`, block: httpAnswer(story(2)), announced });
      const { taken, summary, documents } = await plain(article(1), wrong, article(3));
      expect(taken).toEqual(boards(1, 2, 3));
      expect(summary).toMatch(damaged(1));
      expect(documents.map(({ partial }) => partial !== null)).toEqual([false, true, false]);
      expect(documents[1]?.partial).toMatch(/announces|cut off/);
    }
    const none = Buffer.from(
      article(2)
        .toString('latin1')
        .replace(/^Content-Length: \d+\r\n(?=\r\n)/mu, ''),
      'latin1',
    );
    expect((await plain(article(1), none, article(3))).taken).toEqual(boards(1, 2, 3));
  });

  it('goes on behind bytes that are no record, wherever they stand', async () => {
    const garbage = Buffer.concat([Buffer.from('WARC/1.0 was the version\r\n'), randomBytes(300_000)]);
    const { taken, summary } = await plain(article(1), garbage, article(2), Buffer.from('\r\n\r\n\r\n'), article(3));
    expect(taken).toEqual(boards(1, 2, 3));
    expect(summary).toMatch(damaged(1));
  });

  it('that ends in the middle of a record gives what is there of it', async () => {
    const last = article(2);
    const { taken, documents } = await plain(article(1), last.subarray(0, last.length - 60));
    expect(taken).toEqual(boards(1, 2));
    expect(documents[1]?.partial).toMatch(/cut off: \d+ of the \d+ bytes/);
  });

  it('is read past a head of megabytes', async () => {
    const long = warcRecord({ uri: `${site}/x`, block: 'x', headers: { 'X-Long': 'x'.repeat(3_000_000) } });
    const longAnswer = warcRecord({
      uri: `${site}/y`,
      block: httpAnswer(story(9), { headers: { 'X-Long': 'x'.repeat(3_000_000) } }),
    });
    const { taken, summary } = await plain(article(1), long, longAnswer, article(2));
    expect(taken).toEqual(boards(1, 2));
    expect(summary).toMatch(/damaged/);
  });
});

describe('an archive that is packed record by record', () => {
  it('goes on at the next whole record behind a damaged one', async () => {
    const broken = gzip(Buffer.concat([article(2), randomBytes(4000)]));
    broken.fill(0x55, Math.floor(broken.length / 2), Math.floor(broken.length / 2) + 200);
    const { taken, summary } = await packed(gzip(article(1)), broken, gzip(article(3)));
    expect(taken.at(0)).toBe(boards(1)[0]);
    expect(taken.at(-1)).toBe(boards(3)[0]);
    expect(summary).toMatch(/damaged/);
  });

  it('gives what could be unpacked of a member that breaks off, and what stands behind it', async () => {
    const whole = gzip(captured('/board/2', story(2, `<p>${randomBytes(3000).toString('hex')}</p>`)));
    const cut = whole.subarray(0, whole.length - 1500);
    const { taken, documents, summary } = await packed(gzip(article(1)), cut, gzip(article(3)));
    expect(taken).toEqual(boards(1, 2, 3));
    expect(documents[1]?.partial).toMatch(/cut off/);
    expect(summary).toMatch(/damaged/);
    const atTheEnd = await packed(gzip(article(1)), cut);
    expect(atTheEnd.taken).toEqual(boards(1, 2));
    expect(atTheEnd.documents[1]?.partial).toMatch(/cut off/);
  });

  it('goes on behind bytes that are no member, also such as look like one', async () => {
    const { taken, summary } = await packed(
      gzip(article(1)),
      Buffer.concat([Buffer.from([0x1f, 0x8b, 0x08, 0]), randomBytes(200_000)]),
      gzip(Buffer.from('a member without a record')),
      gzip(article(2)),
      Buffer.alloc(5000),
    );
    expect(taken).toEqual(boards(1, 2));
    expect(summary).toMatch(damaged(1));
  });

  it('is known by its name where it begins with damage', async () => {
    const first = gzip(article(1));
    first.fill(0x55, 12, 200);
    const bytes = Buffer.concat([first, gzip(article(2))]);
    expect(sniffContainer(bytes, 'crawl.warc.gz')?.name).toBe('warc');
    expect(sniffContainer(bytes, 'crawl.gz')?.name).toBe('gzip');
    expect((await packed(bytes)).taken).toEqual(boards(2));
  });

  it('tells a wrong checksum', async () => {
    const wrong = gzip(article(1));
    wrong.writeUInt32LE(7, wrong.length - 8);
    const { taken, summary } = await packed(wrong, gzip(article(2)));
    expect(taken).toEqual(boards(1, 2));
    expect(summary).toMatch(damaged(1));
  });

  it('is not stopped by a bomb', async () => {
    const head = warcRecord({ uri: `${site}/bomb.bin`, block: '', announced: 2_000_000_000 });
    const bomb = gzipSync(Buffer.concat([head, Buffer.alloc(400_000_000)]), { level: 1 });
    const inBody = warcRecord({
      uri: `${site}/bomb`,
      block: httpAnswer(gzipSync(Buffer.alloc(100_000_000, 60)), { headers: { 'Content-Encoding': 'gzip' } }),
    });
    const { taken, refused } = await packed(gzip(article(1)), bomb, gzip(inBody), gzip(article(2)));
    expect(taken).toEqual(boards(1, 2));
    expect(refused.map(({ path, reason }) => [path, reason])).toEqual([
      [`${site}/bomb`, expect.stringMatching(/more than 64 MB/)],
    ]);
  });

  it('keeps places in bytes of the file, and records as they stood in it', async () => {
    const records = [article(1), image('/lamp.png', randomBytes(3_000_000)), article(2)];
    const members = records.map(gzip);
    const archive = Buffer.concat(members);
    const { members: met } = await packed(...members);
    for (const member of met) {
      if (member.kind !== 'file' || member.record === null) continue;
      const { offset, length } = member.record;
      expect(gzipSync(member.bytes).equals(archive.subarray(offset, offset + length))).toBe(true);
      expect(records.some((record) => record.equals(member.bytes))).toBe(true);
    }
  });
});

describe('an archive that is packed otherwise', () => {
  const records = [article(1), article(2), article(3)];

  it.each([
    ['as a whole', gzipSync(Buffer.concat(records))],
    ['in pieces that are no records', Buffer.concat(halves(Buffer.concat(records)).map(gzip))],
    ['two and one', Buffer.concat([gzip(Buffer.concat(records.slice(0, 2))), gzip(article(3))])],
  ])('%s is unpacked and read', async (_how, bytes) => {
    const { taken, summary } = await openedArchive(warcContainer, bytes, 'crawl.warc.gz');
    expect(taken).toEqual(boards(1, 2, 3));
    expect(summary).toMatch(/not compressed one by one/);
  });

  it('with zstd is read frame by frame, with a dictionary too', async () => {
    const frames = records.map((record) => zstdCompressSync(record));
    expect((await openedArchive(warcContainer, Buffer.concat(frames), 'crawl.warc.zst')).taken).toEqual(
      boards(1, 2, 3),
    );
    const dictionary = Buffer.concat(records).subarray(0, 2000);
    const head = Buffer.alloc(8);
    head.writeUInt32LE(0x184d2a5d, 0);
    head.writeUInt32LE(dictionary.length, 4);
    const withIt = records.map((record) => zstdCompressSync(record, { dictionary }));
    const bytes = Buffer.concat([head, dictionary, ...withIt]);
    expect(warcContainer.sniff(bytes, 'crawl.warc.zst')).toBeGreaterThan(0.5);
    const { taken } = await openedArchive(warcContainer, bytes, 'crawl.warc.zst');
    expect(taken).toEqual(boards(1, 2, 3));
  });
});

describe('an ARC', () => {
  const description = '1 0 Port Ellery\nURL IP-address Archive-date Content-type Archive-length\n';
  const first = arcRecord('filedesc://crawl.arc', description, 'text/plain');
  const pages = [1, 2].map((number) => arcRecord(`${site}/board/${number}`, httpAnswer(story(number))));

  it('is read plain and packed, and gives the same records', async () => {
    const one = await openedArchive(arcContainer, Buffer.concat([first, ...pages]), 'crawl.arc');
    const other = await openedArchive(arcContainer, compressed([first, ...pages]), 'crawl.arc.gz');
    expect(one.taken).toEqual(boards(1, 2));
    const bytes = ({ members }: typeof one) =>
      members.map((member) => (member.kind === 'file' ? Buffer.from(member.bytes).toString('latin1') : ''));
    expect(bytes(one)).toEqual(bytes(other));
    expect(one.documents.map(({ partial }) => partial)).toEqual([null, null]);
  });

  it('is read through lengths that are none', async () => {
    const wrong = Buffer.from(pages[0]?.toString('latin1').replace(/html \d+\n/u, 'html -1\n') ?? '', 'latin1');
    const { taken, summary } = await openedArchive(arcContainer, Buffer.concat([first, wrong, ...pages]), 'crawl.arc');
    expect(taken).toEqual(boards(1, 1, 2));
    expect(summary).toMatch(damaged(1));
  });
});

describe('an archive that was changed at random', () => {
  const records = [article(1), image('/lamp.png'), captured('/board/2', story(2)), article(3)];
  const arc = [1, 2, 3].map((number) => arcRecord(`${site}/board/${number}`, httpAnswer(story(number))));
  const forms = [
    ['crawl.warc', warcContainer, Buffer.concat(records)],
    ['crawl.warc.gz', warcContainer, compressed(records)],
    ['crawl.warc.gz', warcContainer, gzipSync(Buffer.concat(records))],
    ['crawl.warc.zst', warcContainer, Buffer.concat(records.map((record) => zstdCompressSync(record)))],
    ['crawl.arc', arcContainer, Buffer.concat(arc)],
    ['crawl.arc.gz', arcContainer, compressed(arc)],
  ] as const;

  it.each(forms)('is read to its end all the same: %s, %#', async (name, container, whole) => {
    const random = new Random(2024);
    for (let round = 0; round < 20; round += 1) {
      let bytes: Buffer = Buffer.from(whole);
      for (let changes = random.between(1, 4); changes > 0; changes -= 1) bytes = changedAt(bytes, random);
      const { members } = await openedArchive(container, bytes, name);
      expect(Array.isArray(members)).toBe(true);
    }
  });
});

/** Another byte, bytes gone, bytes put in, bytes twice, or the end gone. */
function changedAt(bytes: Buffer, random: Random): Buffer {
  const at = random.between(0, bytes.length - 1);
  const length = random.between(1, 400);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (random.between(0, 4)) {
    case 0:
      return Buffer.concat([before, Buffer.from([random.between(0, 255)]), after.subarray(1)]);
    case 1:
      return Buffer.concat([before, after.subarray(length)]);
    case 2:
      return Buffer.concat([before, Buffer.from(Array.from({ length }, () => random.between(0, 255))), after]);
    case 3:
      return Buffer.concat([before, before.subarray(-length), after]);
    default:
      return before;
  }
}

function halves(bytes: Buffer): Buffer[] {
  const middle = Math.floor(bytes.length / 2);
  return [bytes.subarray(0, middle), bytes.subarray(middle)];
}

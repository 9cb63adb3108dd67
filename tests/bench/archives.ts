import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { httpAnswer, warcRecord } from '../support/web-archive.ts';
import { ArticleGenerator } from './generator.ts';
import { table } from './measure.ts';
import { servedPage } from './served-page.ts';

const run = promisify(execFile);
const site = 'https://crawl.example';

/** What take-archive.ts says of one archive: seconds of the first pass and of all, bytes of the process at its most. */
interface TakenIn {
  readonly articles: number;
  readonly images: number;
  readonly surveySeconds: number;
  readonly seconds: number;
  readonly peak: number;
  /** What of that is no page of a mapped file. */
  readonly anonymous: number;
  readonly reason: string | null;
}

/**
 * Makes a web archive of some size (unpacked) and one of a tenth of it, takes each in by a process of its own,
 * and prints how fast that went and how much memory it took at most: it must not grow with the archive.
 */
export async function benchArchives({ megabytes }: { readonly megabytes: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const rows: string[][] = [
      [
        'unpacked',
        'packed',
        'articles',
        'images',
        'first pass',
        'all',
        'pages a second',
        'MB a second',
        'peak memory',
        'not pages of files',
      ],
    ];
    const peaks: number[] = [];
    for (const size of [Math.max(1, Math.round(megabytes / 10)), megabytes]) {
      const archive = join(folder, `crawl-${size}.warc.gz`);
      await writeCrawl(archive, size);
      const taken = await takeIn(join(folder, `library-${size}`), archive);
      peaks.push(taken.anonymous);
      rows.push([
        `${size} MB`,
        `${(statSync(archive).size / 1e6).toFixed(0)} MB`,
        String(taken.articles),
        String(taken.images),
        `${taken.surveySeconds.toFixed(1)} s`,
        `${taken.seconds.toFixed(1)} s`,
        (taken.articles / taken.seconds).toFixed(0),
        (size / taken.seconds).toFixed(1),
        `${(taken.peak / 1e6).toFixed(0)} MB`,
        `${(taken.anonymous / 1e6).toFixed(0)} MB`,
      ]);
      console.log(`${size} MB: ${taken.reason ?? 'nothing was left out'}`);
      rmSync(archive);
      rmSync(join(folder, `library-${size}`), { recursive: true });
    }
    const [small = 0, large = 0] = peaks;
    console.log(`\nWeb archives taken in, ${availableParallelism()} cores, Node ${process.version}`);
    console.log(table(rows));
    console.log(
      `Ten times the archive takes ${(large / small).toFixed(2)} times the memory (pages of files left aside).`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeIn(library: string, archive: string): Promise<TakenIn> {
  const script = join(import.meta.dirname, 'take-archive.ts');
  const node = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', script, library, archive];
  const { stdout } = await run(process.execPath, node, { maxBuffer: 16 * 1024 * 1024 });
  return JSON.parse(stdout) as TakenIn;
}

/**
 * A crawl record by record: pages with a picture each that stands behind them, every tenth one a front page, and the
 * requests, styles, redirects and error pages that come with them.
 */
async function writeCrawl(path: string, megabytes: number): Promise<void> {
  const generator = new ArticleGenerator();
  const file = createWriteStream(path);
  const noise = randomBytes(60_000);
  const front = `<html><body><ul>${Array.from({ length: 80 }, (_, index) => `<li><a href="/story/${index}">News of the harbour and the town, number ${index}</a></li>`).join('')}</ul></body></html>`;
  let written = 0;
  for (let number = 0; written < megabytes * 1e6; number += 1) {
    const shown = `<p><img src="/picture/${number}.jpg" width="640"></p></article>`;
    const page = servedPage(generator, number).replace('</article>', shown);
    // The first bytes of a JPEG and a number of its own: no two pictures are the same.
    const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(String(number)), noise]);
    const packed = { 'Content-Encoding': 'gzip' };
    const records = [
      warcRecord({
        type: 'request',
        uri: `${site}/story/${number}`,
        contentType: 'application/http; msgtype=request',
        block: `GET /story/${number} HTTP/1.1\r\nHost: crawl.example\r\n\r\n`,
      }),
      warcRecord({
        uri: `${site}/story/${number}`,
        id: `page-${number}`,
        block: httpAnswer(gzipSync(page, { level: 1 }), { headers: packed }),
      }),
      warcRecord({ uri: `${site}/picture/${number}.jpg`, block: httpAnswer(picture, { type: 'image/jpeg' }) }),
      warcRecord({ uri: `${site}/style/${number}.css`, block: httpAnswer('p { margin: 0 }', { type: 'text/css' }) }),
      warcRecord({
        uri: `${site}/old/${number}`,
        block: httpAnswer('', { status: 301, headers: { Location: `/story/${number}` } }),
      }),
      ...(number % 10 === 0
        ? [
            warcRecord({ uri: `${site}/section/${number}`, block: httpAnswer(front) }),
            warcRecord({ uri: `${site}/gone/${number}`, block: httpAnswer(front, { status: 404 }) }),
          ]
        : []),
    ];
    for (const record of records) {
      written += record.length;
      if (!file.write(gzipSync(record, { level: 1 }))) await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'close');
}

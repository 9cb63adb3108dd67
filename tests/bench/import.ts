import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ImportSummary } from '../../main/contract/index.ts';
import { createCore } from '../../main/core/create-core.ts';
import { httpAnswer, warcRecord } from '../support/web-archive.ts';
import { readability } from './extraction/extractors.ts';
import { ArticleGenerator } from './generator.ts';
import { milliseconds, quantile, table } from './measure.ts';
import { servedPage } from './served-page.ts';

export interface ImportBench {
  /** Saved pages in the folder. */
  readonly pages: number;
  /** Size of the web archive, unpacked, in megabytes. */
  readonly megabytes: number;
}

/** Takes a folder of saved pages and a web archive in, and sets them beside Readability on linkedom over the same pages. */
export async function benchImport({ pages, megabytes }: ImportBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const generator = new ArticleGenerator();
    const shelf = join(folder, 'pages');
    mkdirSync(shelf);
    for (let number = 0; number < pages; number += 1)
      writeFileSync(join(shelf, `${number}.html`), servedPage(generator, number));
    const peer = await readabilityRate(shelf);
    const taken = await take(join(folder, 'library'), shelf);
    const archive = join(folder, 'crawl.warc.gz');
    const tenth = join(folder, 'tenth.warc.gz');
    await writeArchive(archive, generator, megabytes);
    await writeArchive(tenth, generator, Math.max(1, Math.round(megabytes / 10)));
    const small = await take(join(folder, 'small'), tenth);
    const large = await take(join(folder, 'large'), archive);
    console.log(
      table([
        ['', 'pages', 'pages a second', 'peak memory', 'search p95 idle', 'search p95 meanwhile'],
        ['folder of saved pages', ...cells(taken)],
        [`web archive of ${Math.round(megabytes / 10)} MB`, ...cells(small)],
        [`web archive of ${megabytes} MB (${(statSync(archive).size / 1e6).toFixed(0)} MB packed)`, ...cells(large)],
        ['Readability on linkedom, a plain loop', String(peer.pages), peer.rate.toFixed(0), '', '', ''],
      ]),
    );
    console.log(
      `\nThe folder goes ${(taken.rate / peer.rate).toFixed(2)} times as fast as Readability on linkedom; ten times the archive takes ${(large.peak / small.peak).toFixed(2)} times the memory.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Taken {
  readonly pages: number;
  readonly rate: number;
  readonly peak: number;
  readonly idle: number;
  readonly meanwhile: number;
}

function cells({ pages, rate, peak, idle, meanwhile }: Taken): string[] {
  return [
    String(pages),
    rate.toFixed(0),
    `${(peak / 1e6).toFixed(0)} MB`,
    `${milliseconds(idle)} ms`,
    `${milliseconds(meanwhile)} ms`,
  ];
}

async function readabilityRate(shelf: string): Promise<{ readonly pages: number; readonly rate: number }> {
  const names = readdirSync(shelf).slice(0, 300);
  for (const name of names.slice(0, 10)) await readability.extract(readFileSync(join(shelf, name)), name);
  const from = performance.now();
  for (const name of names) await readability.extract(readFileSync(join(shelf, name)), name);
  return { pages: names.length, rate: names.length / ((performance.now() - from) / 1000) };
}

async function take(library: string, path: string): Promise<Taken> {
  const core = createCore({ agent: 'Verbatim bench' });
  await core.openLibrary(library, { mode: 'write' });
  const search = async (): Promise<number> => {
    const asked = performance.now();
    await core.call('search.run', { query: 'harbour trust' });
    return performance.now() - asked;
  };
  const meanwhile: number[] = [];
  let peak = 0;
  let running = true;
  const watching = (async () => {
    while (running) {
      peak = Math.max(peak, process.memoryUsage.rss());
      meanwhile.push(await search());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const from = performance.now();
  const summary = (await core.call('import.run', { grants: [core.grants.issue(path, 'read')] })) as ImportSummary;
  const seconds = (performance.now() - from) / 1000;
  running = false;
  await watching;
  const idle: number[] = [];
  for (let count = 0; count < 100; count += 1) idle.push(await search());
  await core.close();
  const pages = summary.counts.taken + summary.counts.revision;
  return { pages, rate: pages / seconds, peak, idle: quantile(idle, 0.95), meanwhile: quantile(meanwhile, 0.95) };
}

/** A crawl: pages, and with each a picture's worth of bytes that nobody can compress, a style and a redirect. */
async function writeArchive(path: string, generator: ArticleGenerator, megabytes: number): Promise<void> {
  const file = createWriteStream(path);
  const picture = randomBytes(60_000);
  let written = 0;
  for (let number = 0; written < megabytes * 1e6; number += 1) {
    const site = 'https://crawl.example';
    const records = [
      warcRecord({ uri: `${site}/story/${number}`, block: httpAnswer(servedPage(generator, number)) }),
      warcRecord({ uri: `${site}/picture/${number}.jpg`, block: httpAnswer(picture, { type: 'image/jpeg' }) }),
      warcRecord({ uri: `${site}/style/${number}.css`, block: httpAnswer('p { margin: 0 }', { type: 'text/css' }) }),
      warcRecord({ uri: `${site}/old/${number}`, block: httpAnswer('', { status: 301 }) }),
    ];
    for (const record of records) {
      written += record.length;
      if (!file.write(gzipSync(record, { level: 1 }))) await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'close');
}

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildProgram } from './built.ts';
import { writeCrawl } from './crawl.ts';
import { ArticleGenerator } from './generator.ts';
import { milliseconds, table } from './measure.ts';
import { savedPage } from './saved-page.ts';

export interface ImportBench {
  /** Saved pages in the folder. */
  readonly pages: number;
  /** Size of the web archive, unpacked, in megabytes; 0 leaves the archives out. */
  readonly megabytes: number;
  /** A folder of a person's own pages instead of made ones. */
  readonly folder: string | null;
}

/** What take-in.ts says. */
interface TakenIn extends Loop {
  /** Bytes of the process at its most. */
  readonly peak: number;
  /** Seconds of an archive's first pass, until its first page can be read; null for a folder. */
  readonly survey: number | null;
  readonly searches: number;
  readonly idle: { readonly median: number; readonly p95: number };
  readonly meanwhile: { readonly median: number; readonly p95: number };
}

/** What peer.ts says. */
interface Loop {
  readonly pages: number;
  readonly seconds: number;
  /** Seconds of all threads together. */
  readonly cpu: number;
}

/** Readability on jsdom reads so few pages a second that more would only take time. */
const mostForJsdom = 200;
/** Taken in first, uncounted. */
const warmPages = 40;

/**
 * Takes a folder of saved pages and web archives of two sizes in, each by a process of its own, and sets the folder
 * beside Readability on linkedom and on jsdom in plain loops over the same pages: the peers run before and after, so that
 * a machine that is busy with something else is busy for everybody.
 */
export async function benchImport({ pages, megabytes, folder: own }: ImportBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    await buildProgram();
    const generator = new ArticleGenerator();
    const shelf = own ?? join(folder, 'pages');
    const warm = join(folder, 'warm');
    if (own === null) writePages(shelf, generator, 0, pages);
    writePages(warm, generator, 1_000_000, warmPages);
    const half = Math.ceil(readdirSync(shelf).length / 2);
    const linkedom = [await peer('linkedom', shelf, 0, half)];
    const jsdom = [await peer('jsdom', shelf, 0, Math.min(half, mostForJsdom / 2))];
    const taken = await takeIn(join(folder, 'library'), shelf, warm);
    jsdom.push(await peer('jsdom', shelf, half, Math.min(half, mostForJsdom / 2)));
    linkedom.push(await peer('linkedom', shelf, half, half));
    const rows = [row(own === null ? 'folder of saved pages' : 'folder', taken)];
    const archives: TakenIn[] = [];
    for (const size of megabytes === 0 ? [] : [Math.max(1, Math.round(megabytes / 10)), megabytes]) {
      const archive = join(folder, `crawl-${size}.warc.gz`);
      await writeCrawl(archive, generator, size);
      const found = await takeIn(join(folder, `library-${size}`), archive, warm);
      archives.push(found);
      rows.push(row(`web archive of ${size} MB (${(statSync(archive).size / 1e6).toFixed(0)} MB packed)`, found));
      rmSync(archive);
    }
    const peers = { linkedom: sum(linkedom), jsdom: sum(jsdom) };
    rows.push(row('Readability on linkedom, a plain loop', peers.linkedom));
    rows.push(row('Readability on jsdom, a plain loop', peers.jsdom));
    console.log(`\n${availableParallelism()} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);
    console.log(table([heads, ...rows]));
    const times = (peerRate: Loop): string => (rate(taken) / rate(peerRate)).toFixed(2);
    console.log(
      `\nThe folder goes ${times(peers.linkedom)} times as fast as Readability on linkedom (${linkedom.map((loop) => rate(loop).toFixed(0)).join(' before, ')} after) and ${times(peers.jsdom)} times as fast as on jsdom.`,
    );
    const [small, large] = archives;
    if (small !== undefined && large !== undefined)
      console.log(`Ten times the archive takes ${(large.peak / small.peak).toFixed(2)} times the memory.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const heads = [
  '',
  'pages',
  'pages a second',
  'CPU ms a page',
  'peak memory',
  'first pass',
  'search median, p95 idle',
  'meanwhile',
  'p95 times idle',
];

function row(name: string, taken: Loop | TakenIn): string[] {
  const cells = [name, String(taken.pages), rate(taken).toFixed(0), ((taken.cpu * 1000) / taken.pages).toFixed(1)];
  if (!('peak' in taken)) return cells;
  const { peak, survey, idle, meanwhile } = taken;
  const both = ({ median, p95 }: TakenIn['idle']): string => `${milliseconds(median)}, ${milliseconds(p95)} ms`;
  const pass = survey === null ? '' : `${survey.toFixed(1)} of ${taken.seconds.toFixed(1)} s`;
  return [
    ...cells,
    `${(peak / 1e6).toFixed(0)} MB`,
    pass,
    both(idle),
    both(meanwhile),
    (meanwhile.p95 / idle.p95).toFixed(1),
  ];
}

function rate({ pages, seconds }: Loop): number {
  return pages / seconds;
}

function sum(loops: readonly Loop[]): Loop {
  const of = (value: (loop: Loop) => number): number => loops.reduce((total, loop) => total + value(loop), 0);
  return { pages: of(({ pages }) => pages), seconds: of(({ seconds }) => seconds), cpu: of(({ cpu }) => cpu) };
}

function peer(name: 'linkedom' | 'jsdom', shelf: string, from: number, count: number): Promise<Loop> {
  return inProcess<Loop>('peer.ts', [name, shelf, String(from), String(count)]);
}

function takeIn(library: string, path: string, warm: string): Promise<TakenIn> {
  return inProcess<TakenIn>('take-in.ts', [library, path, warm]);
}

const run = promisify(execFile);

async function inProcess<Said>(script: string, values: readonly string[]): Promise<Said> {
  const node = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const { stdout } = await run(process.execPath, [...node, join(import.meta.dirname, script), ...values], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Said;
}

function writePages(folder: string, generator: ArticleGenerator, from: number, count: number): void {
  mkdirSync(folder);
  for (let number = from; number < from + count; number += 1)
    writeFileSync(join(folder, `${number}.html`), savedPage(generator, number));
}

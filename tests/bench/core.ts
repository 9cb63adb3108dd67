import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { cacheMegabytes, openReadable } from '../../db/open.ts';
import type { ImportSummary, SearchResult } from '../../main/contract/index.ts';
import { createCore } from '../../main/core/create-core.ts';
import { buildProgram } from './built.ts';
import { fillLibrary } from './fill-library.ts';
import { ArticleGenerator, toHtmlFile, toTextFile } from './generator.ts';
import { milliseconds, quantile, table } from './measure.ts';
import { queryKinds } from './queries.ts';

const run = promisify(execFile);

export interface CoreBench {
  /** How many the library has while it is searched. */
  readonly articles: number;
  /** How many of them go through the whole import, from files; the others are written directly. */
  readonly imported: number;
  /** Queries of each kind. */
  readonly queries: number;
  /** A folder for the library, which stays; one that is there already is only searched. */
  readonly keep: string | null;
}

/** Measures the core without any host and prints what it finds. Everything happens in a folder that is removed. */
export async function benchCore(bench: CoreBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const library = bench.keep ?? join(folder, 'library');
  const generator = new ArticleGenerator();
  const imported = Math.min(bench.imported, bench.articles);
  try {
    console.log(
      `Verbatim, core: ${bench.articles} articles; ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}`,
    );
    if (bench.keep === null || !existsSync(join(library, 'library.sqlite'))) {
      await importArticles(folder, library, generator, imported);
      fillUp(library, generator, imported, bench.articles);
    }
    await start(folder, library, generator, bench);
    await search(library, generator, bench);
    peer(library, generator, bench);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every second article is a saved page, every second plain text; a thousand to a folder. */
async function importArticles(
  folder: string,
  library: string,
  generator: ArticleGenerator,
  articles: number,
): Promise<void> {
  const incoming = join(folder, 'incoming');
  let bytes = 0;
  for (let number = 0; number < articles; number++) {
    const shelf = join(incoming, String(Math.floor(number / 1000)));
    if (number % 1000 === 0) mkdirSync(shelf, { recursive: true });
    const article = generator.article(number);
    const content = number % 2 === 0 ? toHtmlFile(article) : toTextFile(article);
    bytes += content.length;
    writeFileSync(join(shelf, `${number}.${number % 2 === 0 ? 'html' : 'txt'}`), content);
  }
  const core = createCore({ agent: 'Verbatim bench' });
  await core.openLibrary(library, { mode: 'write' });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const searches: number[] = [];
  let importing = true;
  delay.enable();
  const from = performance.now();
  const looking = (async () => {
    while (importing) {
      const asked = performance.now();
      await core.call('search.run', { query: 'harbour trust' });
      searches.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const summary = (await core.call('import.run', { grants: [core.grants.issue(incoming, 'read')] })) as ImportSummary;
  const seconds = (performance.now() - from) / 1000;
  importing = false;
  delay.disable();
  await looking;
  await core.close();
  rmSync(incoming, { recursive: true });
  console.log(
    `\nImport of ${articles} files (half saved pages, half plain text, ${(bytes / 1e6).toFixed(1)} MB): ${seconds.toFixed(1)} s`,
  );
  console.log(
    table([
      ['articles a second', (articles / seconds).toFixed(0)],
      ['megabytes a second', (bytes / 1e6 / seconds).toFixed(1)],
      ['outcomes', JSON.stringify(summary.counts)],
      ['main thread held up, p99', `${milliseconds(Math.max(0, delay.percentile(99) / 1e6 - 5))} ms`],
      ['main thread held up, longest', `${milliseconds(Math.max(0, delay.max / 1e6 - 5))} ms`],
      [`a search meanwhile, p50 of ${searches.length}`, `${milliseconds(quantile(searches, 0.5))} ms`],
      ['a search meanwhile, p95', `${milliseconds(quantile(searches, 0.95))} ms`],
    ]),
  );
}

function fillUp(library: string, generator: ArticleGenerator, from: number, to: number): void {
  const file = join(library, 'library.sqlite');
  const began = performance.now();
  fillLibrary(file, generator, { from, to });
  const seconds = (performance.now() - began) / 1000;
  const rate = to > from ? `, ${((to - from) / seconds).toFixed(0)} articles a second` : '';
  console.log(`\nThe other ${to - from} written directly (rows and index): ${seconds.toFixed(1)} s${rate}`);
  console.log(`library.sqlite: ${(statSync(file).size / 1e6).toFixed(0)} MB`);
}

/** What first-result.mjs says: milliseconds from its process's start, and bytes. */
interface FirstResult {
  readonly loaded: number;
  readonly opened: number;
  readonly found: number;
  readonly atFirst: Memory;
  readonly afterMany: Memory;
}
interface Memory {
  readonly resident: number;
  readonly anonymous: number | null;
}

async function start(folder: string, library: string, generator: ArticleGenerator, bench: CoreBench): Promise<void> {
  await buildProgram();
  const kinds = queryKinds(generator, bench.articles);
  const queries = kinds.flatMap((kind) => Array.from({ length: 20 }, () => kind.make()));
  const file = join(folder, 'queries.json');
  writeFileSync(file, JSON.stringify(queries));
  const starts: FirstResult[] = [];
  for (let count = 0; count < 5; count++) {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'first-result.mjs'), library, file]);
    starts.push(JSON.parse(stdout) as FirstResult);
  }
  const median = (of: (start: FirstResult) => number) => `${milliseconds(quantile(starts.map(of), 0.5))} ms`;
  const most = (of: (start: FirstResult) => Memory) =>
    size(starts.map(of).reduce((one, other) => (other.resident > one.resident ? other : one)));
  console.log('\nThe built program in a fresh process: from its start, median of 5, to …');
  console.log(
    table([
      ['core loaded', median((start) => start.loaded)],
      ['library open', median((start) => start.opened)],
      ['first result', median((start) => start.found)],
    ]),
  );
  console.log(
    `\nMemory of that process, most of 5 (SQLite’s cache is in it: three connections, at most ${cacheMegabytes} MB each)`,
  );
  console.log(
    table([
      ['after the first result', most((start) => start.atFirst)],
      [`after ${queries.length} searches`, most((start) => start.afterMany)],
    ]),
  );
}

function size({ resident, anonymous }: Memory): string {
  const rest = anonymous === null ? '' : `, ${megabytes(anonymous)} of it not pages of files`;
  return `${megabytes(resident)} resident${rest}`;
}

/** Milliseconds of work since an earlier `process.cpuUsage()`. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

async function search(library: string, generator: ArticleGenerator, bench: CoreBench): Promise<void> {
  const core = createCore({ agent: 'Verbatim bench' });
  await core.openLibrary(library, { mode: 'write' });
  const rows: string[][] = [
    ['kind of query', 'p50 ms', 'p95 ms', 'max ms', 'CPU p50', 'CPU p95', 'median hits', 'partial'],
  ];
  for (const kind of queryKinds(generator, bench.articles)) {
    const times: number[] = [];
    const work: number[] = [];
    const totals: number[] = [];
    let partial = 0;
    for (let count = -3; count < bench.queries; count++) {
      const input = kind.make();
      const worked = process.cpuUsage();
      const asked = performance.now();
      const { summary } = (await core.call('search.run', input)) as SearchResult;
      // The first three warm the caches, as a few typed letters do.
      if (count < 0) continue;
      times.push(performance.now() - asked);
      work.push(processorTime(worked));
      totals.push(summary.total);
      if (summary.partial) partial += 1;
    }
    rows.push([
      kind.name,
      milliseconds(quantile(times, 0.5)),
      milliseconds(quantile(times, 0.95)),
      milliseconds(Math.max(...times)),
      milliseconds(quantile(work, 0.5)),
      milliseconds(quantile(work, 0.95)),
      String(quantile(totals, 0.5)),
      partial === 0 ? '' : `${partial} of ${times.length}`,
    ]);
  }
  await core.close();
  console.log(
    '\nCPU is the milliseconds that the process’s threads worked: below the time taken where the machine was busy.',
  );
  console.log(`Search, ${bench.queries} different queries of each kind: exact count, 50 rows with snippets`);
  console.log(table(rows));
}

/** The same words given to plain FTS5 as its documentation shows it: `ORDER BY rank`, `snippet()`, and a count. */
function peer(library: string, generator: ArticleGenerator, bench: CoreBench): void {
  const db = openReadable(join(library, 'library.sqlite'));
  const count = db.prepare('SELECT count(*) FROM search_index WHERE search_index MATCH ?').pluck();
  const page = db.prepare(
    `SELECT rowid, snippet(search_index, 3, '[', ']', '…', 32) FROM search_index WHERE search_index MATCH ? ORDER BY rank LIMIT 50`,
  );
  const kinds = ['one topical word', 'one rare word', 'two words', 'two topical words', 'three words in a row'];
  const rows: string[][] = [['kind of query', 'p50 ms', 'p95 ms', 'CPU p50', 'CPU p95']];
  for (const kind of queryKinds(generator, bench.articles)) {
    if (!kinds.includes(kind.name)) continue;
    const times: number[] = [];
    const work: number[] = [];
    for (let made = 0; made < bench.queries; made++) {
      const { query } = kind.make();
      const worked = process.cpuUsage();
      const asked = performance.now();
      count.get(query);
      page.all(query);
      times.push(performance.now() - asked);
      work.push(processorTime(worked));
    }
    rows.push([
      kind.name,
      ...[times, work].flatMap((values) => [0.5, 0.95].map((share) => milliseconds(quantile(values, share)))),
    ]);
  }
  db.close();
  console.log('\nFor comparison, plain FTS5 on the same file in the same process (count, ORDER BY rank, snippet())');
  console.log(table(rows));
}

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { idleAfter } from '../../db/checkpoint.ts';
import { openReadable } from '../../db/open.ts';
import type { SearchResult, SpeakerRow, StatementRow } from '../../main/contract/index.ts';
import type { Core } from '../../main/core/create-core.ts';
import { builtCore } from './built.ts';
import { fillAround } from './fill-around.ts';
import { fillLibrary } from './fill-library.ts';
import { fillQuotations } from './fill-quotations.ts';
import { ArticleGenerator } from './generator.ts';
import { forgetPeakMemory, milliseconds, peakMemory, quantile, table } from './measure.ts';

export interface ScaleBench {
  readonly articles: number;
  /** A folder for the library, which stays; one that is there already is measured as it is. */
  readonly folder: string | null;
  /** Quotations in the sentences of each article, besides the block statements of every second one. */
  readonly quotations: number;
  /** How often each list is opened and each act done. */
  readonly rounds: number;
}

/** Articles that are thrown away, taken back and removed at a time; and those that go into a collection. */
const thrownAway = 20;
const collected = 1000;
const page = 50;

/**
 * Measures everything around the search on a library of so many articles, with statements, marks, codes, collections,
 * imports and events around them: opening, first and deep pages of every list, one act of each kind, by the program as it
 * is built. The acts are done for good, so a kept library loses twenty articles a round.
 */
export async function benchScale({ articles, folder: kept, quotations, rounds }: ScaleBench): Promise<void> {
  // An empty Node takes what it takes in the program too; the rest is what this file and its compiler need.
  const own = process.memoryUsage.rss();
  const scratch = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const library = kept ?? join(scratch, 'library');
  const file = join(library, 'library.sqlite');
  try {
    const { createCore } = await builtCore();
    const isThere = existsSync(file);
    const began = performance.now();
    await openOnce(createCore({ agent: 'Verbatim bench' }), library);
    if (isThere) console.log(`Opened first, and brought up to date where it was older: ${seconds(began)} s`);
    else fill(file, articles, quotations);
    console.log(`\nVerbatim, scale: ${JSON.stringify(counted(file))}; ${(statSync(file).size / 1e6).toFixed(0)} MB`);
    console.log(
      `${availableParallelism()} processors, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}`,
    );
    const rows = [
      ['', 'first ms', 'median ms', 'p95 ms', 'CPU ms'],
      ['open, and the first result', ...(await opening(scratch, library))],
    ];
    forgetPeakMemory();
    const core = createCore({ agent: 'Verbatim bench' });
    await core.openLibrary(library, { mode: 'write' });
    for (const [name, list] of Object.entries(lists(core, counted(file).articles)))
      rows.push([name, ...(await measured(rounds, list))]);
    rows.push(...(await acts(core, rounds)));
    const log = statSync(`${file}-wal`).size;
    await pause(idleAfter * 2);
    const rested = statSync(`${file}-wal`).size;
    await core.close();
    console.log(table(rows));
    console.log(
      table([
        ['bytes of database an article', String(Math.round(statSync(file).size / counted(file).articles))],
        ['write-ahead log right after all that', `${(log / 1e6).toFixed(1)} MB`],
        ['write-ahead log some seconds later', `${(rested / 1e6).toFixed(1)} MB`],
        ['write-ahead log when closed', existsSync(`${file}-wal`) ? `${statSync(`${file}-wal`).size} bytes` : 'none'],
        ['memory of the process at its most', `${Math.round(peakMemory() / 1e6)} MB`],
        ['of which before the program was loaded', `${Math.round(own / 1e6)} MB`],
      ]),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The program makes a library, or brings an older one up to date. */
async function openOnce(core: Core, library: string): Promise<void> {
  await core.openLibrary(library, { mode: 'write' });
  await core.close();
}

const seconds = (from: number, to = performance.now()): string => ((to - from) / 1000).toFixed(0);

function fill(file: string, articles: number, quotations: number): void {
  const began = performance.now();
  fillLibrary(file, new ArticleGenerator(), { from: 0, to: articles });
  if (quotations > 0) fillQuotations(file, quotations);
  const filled = performance.now();
  fillAround(file);
  console.log(
    `Filled with ${articles} articles in ${seconds(began, filled)} s, with what is around them in ${seconds(filled)} s`,
  );
}

function counted(file: string): { articles: number; statements: number; annotations: number; events: number } {
  const db = openReadable(file);
  const count = (name: string) => db.prepare<[], number>(`SELECT count(*) FROM ${name}`).pluck().get() ?? 0;
  try {
    return {
      articles: count('articles'),
      statements: count('statements'),
      annotations: count('annotations'),
      events: count('events'),
    };
  } finally {
    db.close();
  }
}

/** From the call until the library is open and has answered a search, in a process of the built program that is up. */
async function opening(scratch: string, library: string): Promise<string[]> {
  const none = join(scratch, 'queries.json');
  writeFileSync(none, '[]');
  const starts: number[] = [];
  for (let count = 0; count < 5; count++) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(import.meta.dirname, 'first-result.mjs'),
      library,
      none,
    ]);
    const { loaded, found } = JSON.parse(stdout) as { readonly loaded: number; readonly found: number };
    starts.push(found - loaded);
  }
  return [...[starts[0] ?? Number.NaN, quantile(starts, 0.5), quantile(starts, 0.95)].map(milliseconds), ''];
}

function lists(core: Core, articles: number): Record<string, () => Promise<unknown>> {
  const deep = Math.floor(articles / 2);
  const random = () => Math.floor(Math.random() * deep);
  const ask = (name: string, input: (() => object) | object) => () =>
    core.call(name, typeof input === 'function' ? (input as () => object)() : input);
  const ofMostQuoted = (name: string) => async () => {
    const { rows } = (await core.call('people.list', { limit: 1 })) as { rows: readonly SpeakerRow[] };
    await core.call(name, { id: rows[0]?.id });
  };
  return {
    'Library, first page': ask('search.run', { query: '', sort: 'newest', limit: page }),
    'Library, a deep page': ask('search.run', () => ({
      query: '',
      sort: 'newest',
      limit: page,
      offset: deep + random(),
    })),
    'Statements, first page': ask('statements.list', { limit: page }),
    'Statements, a deep page': ask('statements.list', () => ({ limit: page, offset: Math.floor(deep / 2) + random() })),
    'Statements to decide': ask('statements.list', { limit: page, state: 'suggested' }),
    'Statements of a speaker': ask('statements.list', { limit: page, speaker: 'ada alder' }),
    'Statements between dates': ask('statements.list', { limit: page, saidAfter: '2012', saidBefore: '2014' }),
    'Statements, two words': ask('statements.list', { limit: page, query: 'harbour trust' }),
    ...ledger(core),
    'Same words elsewhere': async () => {
      const { rows } = (await core.call('statements.list', { limit: 1, offset: random() })) as { rows: StatementRow[] };
      await core.call('statements.elsewhere', { id: rows[0]?.id });
    },
    Speakers: ask('speakers.list', {}),
    'People, first page': ask('people.list', { limit: page }),
    'People, a part of a name': ask('people.list', { limit: page, words: 'alder' }),
    'Page of the most quoted': ofMostQuoted('people.describe'),
    'What stands around them': ofMostQuoted('people.surroundings'),
    'Names that may be one': ask('people.proposals', { limit: page }),
    Codes: ask('codes.list', {}),
    Collections: ask('collections.list', {}),
    Imports: ask('imports.list', {}),
    'Event log, first page': ask('events.list', { limit: page }),
    'Event log, a deep page': ask('events.list', () => ({ limit: page, offset: deep + random() })),
    Bin: ask('bin.list', {}),
    'Palette, a page of titles': ask('search.titles', () => ({ offset: random(), limit: 5000 })),
    'Health, its state': ask('health.state', {}),
    'Library, its numbers': ask('library.state', {}),
  };
}

/**
 * The ledger by each of its filters, with another value each time, so that nothing that was counted before answers; and in its
 * orders, whose first time counts and whose others turn pages.
 */
function ledger(core: Core): Record<string, () => Promise<unknown>> {
  let turn = 0;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[turn++ % items.length];
  const list = (input: object) => core.call('statements.list', { limit: page, ...input });
  const names = 'Alder Reyl Quill Marsh Tolley Varga Winslow Brandt Calloway Dorsey Eames Farrow Garrick Hollis'.split(
    ' ',
  );
  const by = (narrowed: (name: string) => object) => () => list(narrowed(pick(names) ?? ''));
  const dated = () => ({ saidAfter: `20${10 + (turn++ % 14)}` });
  const one = (name: string, narrowed: (id: string) => object) => async () => {
    const rows = (await core.call(name, {})) as readonly { readonly id: string }[];
    await list(narrowed(pick(rows)?.id ?? ''));
  };
  return {
    'Ledger, a part of a speaker’s name': by((name) => ({ speaker: name })),
    'Ledger, an organisation and days': by((name) => ({ organization: name.slice(0, 3), ...dated() })),
    'Ledger, a role and days': () => list({ role: 'chief', ...dated() }),
    'Ledger, a kind and days': () => list({ kind: 'direct', ...dated() }),
    'Ledger, a state and days': () => list({ state: 'confirmed', ...dated() }),
    'Ledger, a publication and days': () => list({ publication: 'courier', ...dated() }),
    'Ledger, a language and days': () => list({ language: 'en', ...dated() }),
    'Ledger, how sure': () => list({ leastSure: 0.5 + (turn++ % 40) / 100 }),
    'Ledger, a code': one('codes.list', (code) => ({ code })),
    'Ledger, a collection': one('collections.list', (collection) => ({ collection })),
    'Ledger, words and a speaker': by((name) => ({ query: `harbour speaker:${name}` })),
    'Ledger, oldest first': () => list({ sort: 'oldest' }),
    'Ledger, found last': () => list({ sort: 'found' }),
    'Ledger, surest first': () => list({ sort: 'surest' }),
    'Ledger, by speaker': () => list({ sort: 'speaker' }),
    'Ledger, by speaker, of a kind and days': () => list({ sort: 'speaker', kind: 'direct', ...dated() }),
    'What the listed have in common': () => core.call('statements.facets', dated()),
    'Timeline, its years': () => core.call('statements.periods', { leastSure: 0.3 + (turn++ % 40) / 1000 }),
    'Timeline, months of a year': () => core.call('statements.periods', { within: `20${10 + (turn++ % 14)}` }),
  };
}

/** One act of each kind, each on another article in each round. */
async function acts(core: Core, rounds: number): Promise<string[][]> {
  const pageOf = async (limit: number, offset: number) =>
    ((await core.call('search.run', { query: '', sort: 'newest', limit, offset })) as SearchResult).rows.map(
      ({ article }) => article.id,
    );
  const articles = await pageOf(collected, 0);
  const toCollect: (readonly string[])[] = [];
  for (let turn = 0; turn < rounds; turn++) toCollect.push(await pageOf(collected, collected * turn));
  const waiting = (
    (await core.call('statements.list', { limit: rounds, state: 'suggested' })) as { rows: readonly StatementRow[] }
  ).rows;
  const { id: folder } = (await core.call('collections.create', { name: 'New', parent: null, query: null })) as {
    id: string;
  };
  let round = 0;
  const each = async (name: string, act: (turn: number) => Promise<unknown>): Promise<string[]> => {
    round = 0;
    return [name, ...(await measured(rounds, () => act(round++)))];
  };
  const some = (turn: number) => articles.slice(turn * thrownAway, (turn + 1) * thrownAway);
  const rows: string[][] = [];
  const revisions = new Map<string, string>();
  for (const article of articles.slice(0, rounds)) {
    const { revision } = (await core.call('articles.describe', { article })) as { revision: { id: string } };
    revisions.set(article, revision.id);
  }
  const marks = [...revisions];
  rows.push(
    await each('Mark a passage', async (turn) => {
      const [article, revision] = marks[turn % marks.length] ?? [];
      await core.call('annotations.create', { article, revision, start: 10, end: 60, color: 'amber' });
    }),
    await each('Confirm a statement', (turn) =>
      core.call('statements.update', { id: waiting[turn % waiting.length]?.id, state: 'confirmed' }),
    ),
    await each(`Add ${collected} to a collection`, (turn) =>
      core.call('collections.add', { id: folder, articles: toCollect[turn] ?? [] }),
    ),
  );
  for (const [name, method] of [
    [`Delete ${thrownAway}`, 'articles.bin'],
    [`Restore ${thrownAway}`, 'articles.restore'],
  ] as const)
    rows.push(await each(name, (turn) => core.call(method, { articles: some(turn) })));
  // Filled anew before each emptying, which alone is measured.
  const emptying: Measure[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    await core.call('articles.bin', { articles: some(turn) });
    emptying.push(await once(() => core.call('bin.empty', { confirm: true })));
  }
  rows.push([`Empty the bin of ${thrownAway}`, ...told(emptying)]);
  return rows;
}

interface Measure {
  readonly milliseconds: number;
  /** Of all threads of the process: more than the time that passed where several worked, less where the machine was busy. */
  readonly processor: number;
}

/** What is answered as a function is done afterwards, unmeasured. */
async function once(work: () => Promise<unknown>): Promise<Measure> {
  const worked = process.cpuUsage();
  const began = performance.now();
  const after = await work();
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(worked);
  if (typeof after === 'function') await after();
  return { milliseconds: took, processor: (user + system) / 1000 };
}

async function measured(rounds: number, work: () => Promise<unknown>): Promise<string[]> {
  const measures: Measure[] = [];
  for (let round = 0; round < rounds; round++) measures.push(await once(work));
  return told(measures);
}

/** The first, which finds nothing in the caches of the connections, then median and 95th percentile of all, and median work. */
function told(measures: readonly Measure[]): string[] {
  const times = measures.map((measure) => measure.milliseconds);
  const work = measures.map((measure) => measure.processor);
  return [times[0] ?? Number.NaN, quantile(times, 0.5), quantile(times, 0.95), quantile(work, 0.5)].map(milliseconds);
}

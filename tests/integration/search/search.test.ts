import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabasePool } from '../../../db/pool.ts';
import type { SearchStep } from '../../../db/queries/search-plan.ts';
import type { ArticleId, SearchResult } from '../../../main/contract/index.ts';
import { searchHandlers } from '../../../main/core/search/handlers.ts';
import { MarkedLibrary } from '../../support/marked-library.ts';

let folder: string;
let library: MarkedLibrary;
let articles: Record<'wardens' | 'union' | 'budget' | 'scan', ArticleId>;

async function run(
  query: string,
  options: Partial<Parameters<ReturnType<typeof searchHandlers>['search.run']>[0]> = {},
): Promise<SearchResult> {
  const input = { query, sort: 'relevance' as const, offset: 0, limit: 50, ...options };
  return searchHandlers(library.context)['search.run'](input, library.call);
}
const titles = (result: SearchResult) => result.rows.map((row) => row.article.title);
/** The titles found, in no order. */
const find = async (query: string) => titles(await run(query)).sort();

/** One library for all: making it takes longer than the searches. A test that changes it puts it back. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-search-'));
  mkdirSync(join(folder, 'library'));
  const file = join(folder, 'library', 'library.sqlite');
  library = new MarkedLibrary(folder, await DatabasePool.open({ file, mode: 'write', agent: 'Verbatim test' }));
  const wardens = await library.take({
    title: 'Wardens will not check papers',
    publication: 'Port Ellery Courier',
    published: '2024-11-14',
    byline: ['Tomas Reyl', 'Ada Quill'],
    paragraphs: [
      'Commissioner Ines Alder issued a statement on Thursday.',
      '“For nine years people could walk up to a warden. That relationship of trust is slow to build. Our oath stands.”',
      'The dockers’ union did not say whether its trust goes as far as the café.',
    ],
  });
  const union = await library.take({
    title: 'Union wants assurance in writing',
    publication: 'The Tidewater Record',
    published: '2024-11-18',
    byline: ['Mara Tolley'],
    paragraphs: [
      '“We trust her word,” said secretary Otis Brandt. “An oath on paper is better.”',
      'The ferry crews agreed.',
    ],
    captions: 'The quay at Marrow Bay in fog',
  });
  const budget = await library.take({
    title: 'Harbour budget passes',
    publication: 'Port Ellery Courier',
    published: '2016',
    paragraphs: ['The board voted for the harbour budget. Mr Brandt-Alder abstained and wouldn’t say why.'],
  });
  const scan = await library.take({ title: 'Scanned page about ferries', paragraphs: [] });
  articles = { wardens: wardens.article, union: union.article, budget: budget.article, scan: scan.article };
  const say = (article: typeof wardens, words: string, name: string) => {
    const start = article.text.indexOf(words);
    return library.statements['statements.create'](
      {
        article: article.article,
        revision: article.revision,
        start,
        end: start + words.length,
        kind: 'block',
        speakers: [{ name, role: null, organization: null }],
        said: null,
      },
      library.call,
    );
  };
  await say(
    wardens,
    '“For nine years people could walk up to a warden. That relationship of trust is slow to build. Our oath stands.”',
    'Ines Alder',
  );
  await say(union, '“We trust her word,”', 'Otis Brandt');
  await say(union, '“An oath on paper is better.”', 'Otis Brandt');
  const safety = await library.codes['codes.create'](
    { name: 'Public safety', parent: null, definition: '', color: 0 },
    library.call,
  );
  const police = await library.codes['codes.create'](
    { name: 'Policing', parent: safety.id, definition: '', color: 0 },
    library.call,
  );
  await library.mark(wardens, 'relationship of trust', {
    note: 'Ask whether this **differs** from 2016',
    codes: [police.id],
  });
});

const wardens = 'Wardens will not check papers';
const union = 'Union wants assurance in writing';
const budget = 'Harbour budget passes';
const scan = 'Scanned page about ferries';

afterAll(() => library.end());

describe('what is found', () => {
  test('every operator', async () => {
    const expected: readonly (readonly [string, readonly string[]])[] = [
      ['', [budget, scan, union, wardens]],
      ['trust', [union, wardens]],
      ['TRUST café', [wardens]],
      ['cafe', [wardens]],
      ['trust -ferry', [wardens]],
      ['"relationship of trust"', [wardens]],
      ['"trust of relationship"', []],
      ['relation*', [wardens]],
      ['harbour OR union', [budget, union, wardens]],
      ['(harbour budget) OR (ferry crews)', [budget, union]],
      ['-trust', [budget, scan]],
      ['-(trust OR budget)', [scan]],
      ['trust OR -oath', [budget, scan, union, wardens]],
      ['title:harbour', [budget]],
      ['title:trust', []],
      ['by:quill', [wardens]],
      ['-by:reyl', [union]],
      ['from:courier', [budget, wardens]],
      ['from:"Tidewater Record"', [union]],
      ['trust -from:courier', [union]],
      ['fog', [union]],
      ['differs', [wardens]],
      ['policing', [wardens]],
      ['code:policing', [wardens]],
      ['code:"public safety"', [wardens]],
      ['-code:safety trust', [union]],
      ['code:nothing', []],
      ['speaker:alder', [wardens]],
      ['speaker:ALD', [wardens]],
      ['speaker:"otis brandt"', [union]],
      ['speaker:"otis bran"', []],
      ['speaker:(alder OR brandt)', [union, wardens]],
      ['trust -speaker:alder', [union]],
      ['trust OR speaker:alder OR title:budget', [budget, union, wardens]],
      ['in:statement', [union, wardens]],
      ['in:statement trust oath', [wardens]],
      ['in:statement union', []],
      ['in:statement trust speaker:brandt', [union]],
      ['in:statement trust -oath', [union]],
      ['in:statement café OR paper', [union]],
      ['trust -in:statement', []],
      ['union -in:statement', [union, wardens]],
      ['in:notes', [wardens]],
      ['in:notes differs', [wardens]],
      ['in:notes trust', []],
      ['after:2024', [union, wardens]],
      ['after:2024-11-18', [union]],
      ['before:2024-11-18', [budget, wardens]],
      ['before:2017', [budget]],
      ['-before:2017', [scan, union, wardens]],
      ['trust after:2024-11-15 before:2024-12', [union]],
      ["wouldn't", [budget]],
      ['Brandt-Alder', [budget]],
      ['"unclosed oath', []],
      ['🎉', []],
    ];
    for (const [query, found] of expected) {
      const { rows, summary } = await run(query);
      expect.soft(rows.map((row) => row.article.title).sort(), query).toEqual([...found].sort());
      expect.soft(summary, query).toMatchObject({ total: found.length, unsearchable: 1, partial: false });
    }
  });

  test('while it is typed the last word may go on', async () => {
    expect(titles(await run('relat', { typing: true }))).toEqual([wardens]);
    expect(titles(await run('relat'))).toEqual([]);
  });

  test('a change of title, notes or bin is found at once, and the index agrees with the tables', async () => {
    await library.pool.write('articles.setBinned', [articles.wardens], '2026-01-01T00:00:00.000Z', 'Verbatim test');
    expect(await find('trust')).toEqual([union]);
    expect(await find('speaker:alder')).toEqual([]);
    expect(await find('in:statement oath')).toEqual([union]);
    await library.pool.write('articles.setBinned', [articles.wardens], null, 'Verbatim test');
    expect(await find('in:statement oath')).toEqual([union, wardens].sort());
    expect(await library.indexIsRight()).toBe(true);
  });

  test('any text is legal', async () => {
    const hostile = [
      '"',
      '""',
      "'",
      'a"b"c',
      '*',
      '^a',
      'a^b',
      'a:b',
      '{title}:a',
      'NEAR(a b, 2)',
      'a + b',
      '-',
      '--',
      '- a',
      'OR',
      'AND AND',
      'NOT',
      '(',
      ')',
      ')(',
      '((()))',
      'C++',
      "don't",
      '\\',
      '%_',
      "'; DROP TABLE articles; --",
      '\u0000',
      '\uD800',
      'ﷺ',
      '👩‍👩‍👧',
      'speaker:',
      'speaker:"',
      'before:',
      'after:banana',
      'in:',
      'code:()',
      'title:-a',
      '-title:(-a OR -b)',
      'trust OR',
      'in:statement -in:notes OR',
      'in:statement (a OR title:b) -(c in:notes)',
    ];
    for (const query of [
      ...hostile,
      'a '.repeat(2000),
      '"a b" OR '.repeat(400),
      '(a OR (b '.repeat(400),
      '-(a '.repeat(1000),
      'x'.repeat(4000),
      '('.repeat(4000),
    ]) {
      await expect(run(query)).resolves.toBeDefined();
      await expect(run(query, { typing: true, sort: 'newest' })).resolves.toBeDefined();
    }
  });
});

describe('the answer', () => {
  test('partial matches are shown when no article has all the words', async () => {
    const { summary, rows } = await run('trust budget');
    expect(summary).toMatchObject({ total: 3, partial: true });
    expect(rows).toHaveLength(3);
    // What is no plain word still holds.
    expect(titles(await run('trust budget from:tidewater'))).toEqual([union]);
    expect((await run('trust budget from:gazette')).summary).toMatchObject({ total: 0, partial: false });
    expect((await run('nowhere')).summary).toMatchObject({ total: 0, partial: false });
    expect(titles(await run('in:statement trust ferry'))).toEqual([union, wardens]);
  });

  test('relevance: the title counts most; the score goes down', async () => {
    const { rows } = await run('union');
    expect(rows.map((row) => row.article.title)).toEqual([union, wardens]);
    expect(rows[0]?.score).toBeGreaterThan(rows[1]?.score ?? Number.POSITIVE_INFINITY);
  });

  test('when too many answer to be ranked, titles come first and the others by date', async () => {
    const broad = async (query: string, page: { offset: number; limit: number }) => {
      const step: SearchStep = { walk: { kind: 'articles', match: query }, condition: null, rank: null };
      const plan = { steps: [step], sort: 'relevance' as const, terms: [], notesFirst: false, mostRanked: 1, ...page };
      return (await library.pool.read('search.run', plan)).rows.map((row) => row.article.title);
    };
    const everything = '("the" OR "in" OR "scanned")';
    expect(await broad(everything, { offset: 0, limit: 10 })).toEqual([scan, union, wardens, budget]);
    expect(await broad(everything, { offset: 1, limit: 2 })).toEqual([union, wardens]);
    expect(await broad(everything, { offset: 3, limit: 5 })).toEqual([budget]);
    // What is excluded from the text is excluded by the title's turn too.
    expect(await broad('(("in" OR "the" OR "papers" OR "passes") NOT "ferry")', { offset: 0, limit: 9 })).not.toContain(
      union,
    );
  });

  test('dates order both ways, without a date last; pages are parts of the whole', async () => {
    expect(titles(await run('', { sort: 'newest' }))).toEqual([union, wardens, budget, scan]);
    expect(titles(await run('', { sort: 'oldest' }))).toEqual([budget, wardens, union, scan]);
    expect(titles(await run('trust OR budget', { sort: 'oldest' }))).toEqual([budget, wardens, union]);
    expect(titles(await run('in:statement', { sort: 'oldest' }))).toEqual([wardens, union]);
    expect(titles(await run('in:statement oath', { sort: 'newest' }))).toEqual([union, wardens]);
    const page = await run('', { sort: 'oldest', offset: 1, limit: 2 });
    expect(titles(page)).toEqual([wardens, union]);
    expect(page.summary.total).toBe(4);
    expect(titles(await run('trust', { offset: 2 }))).toEqual([]);
  });

  test('snippets come from where the words are', async () => {
    const snippetFor = async (query: string) => {
      const snippet = (await run(query)).rows[0]?.snippet ?? { text: '', marks: [] };
      return { text: snippet.text, marked: snippet.marks.map(([start, end]) => snippet.text.slice(start, end)) };
    };
    expect(await snippetFor('speaker:alder "relationship of trust" café')).toEqual({
      text: expect.stringContaining('relationship of trust is slow'),
      marked: expect.arrayContaining(['relationship of trust', 'café']),
    });
    expect(await snippetFor('in:statement trust speaker:brandt')).toEqual({
      text: '“We trust her word,”…',
      marked: ['trust'],
    });
    expect((await snippetFor('in:notes from OR differs')).marked).toEqual(['differs', 'from']);
    expect((await snippetFor('fog')).marked).toEqual(['fog']);
    // Words of the title are shown by the title; the text begins.
    expect(await snippetFor('passes')).toEqual({ text: expect.stringMatching(/^The board voted/), marked: [] });
    expect(await snippetFor('scanned')).toEqual({ text: '', marked: [] });
  });

  test('how it was understood', async () => {
    const understood = async (query: string) => (await run(query)).summary.understood;
    expect(await understood('trust speaker:alder after:2024-11')).toEqual([
      'the word “trust”',
      'spoken by Ines Alder',
      'published on or after 1 November 2024',
    ]);
    expect(await understood('"public safety" OR tru* -ferry before:2017 speaker:nobody in:notes')).toEqual([
      'either the phrase “public safety” or a word beginning with “tru”',
      'without the word “ferry”',
      'published before 1 January 2017',
      'spoken by “nobody” (nobody of that name)',
      'within notes',
    ]);
    expect(await understood('title:harbour -(by:reyl from:courier) code:policing 🎉 after:20')).toEqual([
      'the word “harbour” in the title',
      'not (written by “reyl” and from “courier”)',
      'coded Policing',
      '“🎉” left out (no letter or digit in it)',
      '“after:20” left out (no date like 2016, 2016-11 or 2016-11-16)',
    ]);
  });

  test('terms are what the reader marks', async () => {
    const { summary } = await run('Trust "Public  Safety" har* -ferry title:union by:reyl (café OR trust)');
    expect(summary.terms).toEqual(['trust', 'public safety', 'har*', 'cafe']);
  });

  test('inside a collection, and inside a saved search', async () => {
    const hand = await library.collections['collections.create'](
      { name: 'Inquiry', parent: null, query: null },
      library.call,
    );
    await library.pool.write('collections.add', hand.id, [articles.budget, articles.union]);
    expect(titles(await run('', { collection: hand.id, sort: 'oldest' }))).toEqual([budget, union]);
    expect(titles(await run('trust', { collection: hand.id }))).toEqual([union]);
    const saved = await library.collections['collections.create'](
      { name: 'Courier', parent: null, query: 'from:courier' },
      library.call,
    );
    expect(titles(await run('trust', { collection: saved.id }))).toEqual([wardens]);
    expect((await run('', { collection: saved.id })).summary.total).toBe(2);
  });

  test('what could not be searched is named; titles come for the palette', async () => {
    const handlers = searchHandlers(library.context);
    expect(await handlers['search.unsearchable']({}, library.call)).toEqual([
      { id: articles.scan, title: scan, reason: expect.stringContaining('No text') },
    ]);
    expect(await handlers['search.titles']({ offset: 1, limit: 2 }, library.call)).toEqual([
      { id: articles.union, title: union, publication: 'The Tidewater Record' },
      { id: articles.budget, title: budget, publication: 'Port Ellery Courier' },
    ]);
  });

  test('a search that is given up ends with an AbortError', async () => {
    await expect(run('trust')).resolves.toBeDefined();
    const given = searchHandlers(library.context)['search.run'](
      { query: 'trust', sort: 'relevance', offset: 0, limit: 10 },
      { signal: AbortSignal.abort() },
    );
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  });
});

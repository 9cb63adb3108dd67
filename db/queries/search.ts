import type { ArticleId, SearchRow, Snippet } from '../../main/contract/index.ts';
import { assertNever, VerbatimError, wordsOf } from '../../main/contract/index.ts';
import { countedOnce } from '../counted-once.ts';
import { containing } from '../fold.ts';
import { beginningOf, snippetOf } from '../snippet.ts';
import type { ReadableDb } from '../types.ts';
import { summariesByRow } from './articles.ts';
import { allRoles } from './ledger-filter.ts';
import { pageOfLibrary } from './library-order.ts';
import type { NameLookup, NamesFound, SearchPlan, SearchStep } from './search-plan.ts';
import { hitsSql, pageSql, type Sql } from './search-sql.ts';

/** Up to so many, hits are looked up one by one and sorted; more are met on a walk along the index of dates. */
const fewHits = 4_000;

export interface SearchFound {
  readonly rows: readonly SearchRow[];
  /** Exact, whatever the page. */
  readonly total: number;
  /** True when the first step found nothing and a later one did. */
  readonly partial: boolean;
  /** Articles without a word in their text. */
  readonly unsearchable: number;
}

interface Hit {
  readonly id: number;
  readonly score: number;
  /** The best matching statement, where statements were searched. */
  readonly statement: number | null;
  /** How many there are in all, where they were gathered to be ranked. */
  readonly total: number | null;
}

/**
 * Runs a search: exact count, one page of rows in order, snippets of that page only. All of it reads
 * one state of the library. Throws an AbortError when it was given up.
 */
export function runSearch(db: ReadableDb, plan: SearchPlan): SearchFound {
  return db.transaction((): SearchFound => {
    const unsearchable = countUnsearchable(db);
    for (const [index, step] of plan.steps.entries()) {
      const { hits, total } = answer(db, step, plan);
      if (total > 0) return { rows: rowsOf(db, hits, plan), total, partial: index > 0, unsearchable };
    }
    return { rows: [], total: 0, partial: false, unsearchable };
  })();
}

/** How many live articles a step finds. Throws an AbortError when it was given up. */
export function countHits(db: ReadableDb, step: SearchStep): number {
  const sql = hitsSql(step, 'none');
  return countedOnce(
    db,
    `hits of ${JSON.stringify(sql)}`,
    () =>
      db
        .prepare<unknown[], number>(`SELECT count(*) FROM (${sql.text})`)
        .pluck()
        .get(...sql.parameters) ?? 0,
  );
}

interface Answer {
  readonly hits: readonly Hit[];
  readonly total: number;
}

function answer(db: ReadableDb, step: SearchStep, plan: SearchPlan): Answer {
  const page = { offset: plan.offset, limit: plan.limit };
  const { walk } = step;
  const ranks = walk !== null || step.rank !== null;
  if (plan.sort === 'relevance' && ranks && fewEnoughToRank(db, step, plan.mostRanked)) {
    const rows = query(db, pageSql(step, 'rank', { many: false }), page);
    // The ranked hits count themselves; only a page past their end says nothing.
    return { hits: rows, total: rows[0]?.total ?? (page.offset === 0 ? 0 : countHits(db, step)) };
  }
  const total = countHits(db, step);
  if (total === 0) return { hits: [], total };
  if (plan.sort === 'relevance' && walk?.kind === 'articles')
    return {
      hits:
        total > plan.mostRanked
          ? titlesFirst(db, step, walk.match, page)
          : query(db, pageSql(step, 'rank', { many: false }), page),
      total,
    };
  // Without words there is nothing to rank by: newest first.
  const by = plan.sort === 'oldest' ? 'oldest' : 'newest';
  return { hits: pageByDate(db, step, by, page, total), total };
}

/** A page by date, met from whichever end of the dates is nearer. */
function pageByDate(db: ReadableDb, step: SearchStep, by: 'newest' | 'oldest', page: Page, total: number): Hit[] {
  const many = total > fewHits;
  const wanted = Math.min(page.limit, total - page.offset);
  if (wanted <= 0) return [];
  if (step.walk === null && step.condition === null)
    return pageOfLibrary(db, by, page, total).map((id) => ({ id, score: 0, statement: null, total: null }));
  const behind = total - page.offset - wanted;
  if (behind >= page.offset) return query(db, pageSql(step, by, { many }), { offset: page.offset, limit: wanted });
  return query(db, pageSql(step, by, { many, backwards: true }), { offset: behind, limit: wanted }).reverse();
}

/** Counting the matches of words alone is quick, whatever else must hold of them. */
function fewEnoughToRank(db: ReadableDb, step: SearchStep, mostRanked: number): boolean {
  return step.walk?.kind !== 'articles' || countHits(db, { ...step, condition: null }) <= mostRanked;
}

function titlesFirst(db: ReadableDb, step: SearchStep, match: string, page: Page): Hit[] {
  // What is excluded is excluded from all of the article, not only from the title.
  const inTitle = `{title} : (${match})${match.includes(' NOT ') ? ` AND (${match})` : ''}`;
  const titled = query(db, pageSql({ ...step, walk: { kind: 'articles', match: inTitle } }, 'rank', { many: false }), {
    offset: 0,
    limit: 1_000_000_000,
  });
  const first = titled.slice(page.offset, page.offset + page.limit);
  if (first.length === page.limit) return first;
  const others = pageSql(step, 'newest', { many: true, without: titled.map((hit) => hit.id) });
  const offset = Math.max(0, page.offset - titled.length);
  return [...first, ...query(db, others, { offset, limit: page.limit - first.length })];
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

function query(db: ReadableDb, sql: Sql, page: Page): Hit[] {
  return db
    .prepare<unknown[], { id: number; rank: number | null; statement: number | null; total: number | null }>(sql.text)
    .all(...sql.parameters, page.limit, page.offset)
    .map(({ rank, ...row }) => ({ ...row, score: rank === null ? 0 : Math.max(0, -rank) }));
}

interface TextRow {
  readonly id: number;
  readonly text: string;
}

function rowsOf(db: ReadableDb, hits: readonly Hit[], plan: SearchPlan): SearchRow[] {
  const ids = hits.map((hit) => hit.id);
  const texts = new Map(
    db
      .prepare<[string], TextRow>(
        `SELECT a.id, coalesce(packed_text(k.words), '') AS text FROM json_each(?) wanted
         CROSS JOIN articles a ON a.id = wanted.value LEFT JOIN revision_contents k ON k.revision = a.current_revision`,
      )
      .all(JSON.stringify(ids))
      .map((row) => [row.id, row.text]),
  );
  const summaries = summariesByRow(db, ids);
  return hits.flatMap((hit, index) => {
    const article = summaries[index];
    if (article === undefined) return [];
    return [{ article, score: hit.score, snippet: snippet(db, hit, texts.get(hit.id) ?? '', plan) }];
  });
}

/**
 * From the statement that matched; else from the text, the notes or the captions, whichever has the
 * words; else the text's beginning. Notes go first where notes were asked for.
 */
function snippet(db: ReadableDb, hit: Hit, text: string, plan: SearchPlan): Snippet {
  const { terms } = plan;
  if (terms.length === 0) return beginningOf(text);
  const span = hit.statement === null ? undefined : statementSpan(db, hit.statement);
  const fromStatement = span && snippetOf(text, terms, span);
  if (fromStatement) return fromStatement;
  const fromText = plan.notesFirst ? null : snippetOf(text, terms);
  if (fromText !== null) return fromText;
  const around = db
    .prepare<[number], { notes: string; captions: string }>('SELECT notes, captions FROM search_content WHERE id = ?')
    .get(hit.id);
  return (
    snippetOf(around?.notes ?? '', terms) ??
    snippetOf(text, terms) ??
    snippetOf(around?.captions ?? '', terms) ??
    beginningOf(text)
  );
}

function statementSpan(db: ReadableDb, statement: number): { start: number; end: number } | undefined {
  return db
    .prepare<[number], { start: number; end: number }>(
      `SELECT p.start, p."end" FROM statements s JOIN articles a ON a.id = s.article
       JOIN statement_placements p ON p.statement = s.id AND p.revision = a.current_revision
       WHERE s.id = ? AND p.start IS NOT NULL`,
    )
    .get(statement);
}

function countUnsearchable(db: ReadableDb): number {
  return db.prepare<[], number>('SELECT count(*) FROM articles WHERE words = 0 AND binned IS NULL').pluck().get() ?? 0;
}

/** The articles that no search of the text can find, with the reason, newest first. */
export function listUnsearchable(
  db: ReadableDb,
): { readonly id: ArticleId; readonly title: string; readonly reason: string }[] {
  return db
    .prepare<[], { id: ArticleId; title: string }>(
      'SELECT uuid AS id, title FROM articles WHERE words = 0 AND binned IS NULL ORDER BY id DESC',
    )
    .all()
    .map((row) => ({
      ...row,
      reason: 'No text was found in its original; only its title, byline and notes can be searched.',
    }));
}

/** Titles of live articles, oldest entry first, for the palette's own index. */
export function listTitles(
  db: ReadableDb,
  page: { readonly offset: number; readonly limit: number },
): { readonly id: ArticleId; readonly title: string; readonly publication: string | null }[] {
  return db
    .prepare<[number, number], { id: ArticleId; title: string; publication: string | null }>(
      `SELECT uuid AS id, title, publication FROM articles WHERE binned IS NULL
         AND id >= (SELECT id FROM articles INDEXED BY articles_dated WHERE binned IS NULL ORDER BY id LIMIT 1 OFFSET ?)
       ORDER BY id LIMIT ?`,
    )
    .all(page.offset, page.limit);
}

/** Looks up what a search means by its names. A code stands for those below it too. */
export function lookUpNames(db: ReadableDb, lookups: readonly NameLookup[]): NamesFound[] {
  return lookups.map((lookup) => {
    switch (lookup.kind) {
      case 'speaker':
        return findSpeakers(db, lookup);
      case 'code':
        return findCodes(db, lookup);
      case 'role':
        return { ids: [], names: allRoles(db).filter((role) => isMeant(role, lookup)) };
      case 'organization':
        return findNamed(db, lookup, 'SELECT id, name FROM organizations ORDER BY folded');
      case 'collection':
        return findCollections(db, lookup);
      default:
        return assertNever(lookup.kind);
    }
  });
}

interface NamedRow {
  readonly id: number;
  readonly name: string;
}

function findSpeakers(db: ReadableDb, lookup: NameLookup): NamesFound {
  // Folding for names goes further than folding for words, but they agree on plain letters.
  const plain = lookup.words.filter((word) => /^[a-z0-9]+$/.test(word)).sort((a, b) => b.length - a.length)[0] ?? '';
  const rows = db
    .prepare<[string], NamedRow & { readonly called: string }>(
      `SELECT p.id, p.name, n.name AS called FROM speakers n JOIN speakers p ON p.id = coalesce(n.alias_of, n.id)
       WHERE n.folded LIKE ? ESCAPE '\\' AND (EXISTS (SELECT 1 FROM statements s WHERE s.speaker = p.id AND s.binned IS NULL)
         OR EXISTS (SELECT 1 FROM joint_speakers j JOIN statements s ON s.id = j.statement
           WHERE j.speaker = p.id AND s.binned IS NULL)) ORDER BY p.folded`,
    )
    .all(containing(plain))
    .filter((row) => isMeant(row.called, lookup));
  // Somebody may be meant by several names.
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const ids = [...names.keys()];
  const jointly = db
    .prepare<[string], number>(
      'SELECT DISTINCT statement FROM joint_speakers WHERE speaker IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .all(JSON.stringify(ids));
  return { ids, names: [...names.values()], jointly };
}

function findCodes(db: ReadableDb, lookup: NameLookup): NamesFound {
  const rows = db.prepare<[], NamedRow>('SELECT id, name FROM codes WHERE binned IS NULL ORDER BY name').all();
  const meant = rows.filter((row) => isMeant(row.name, lookup));
  const ids = db
    .prepare<[string], number>(
      `WITH RECURSIVE below(id) AS (SELECT value FROM json_each(?) UNION SELECT c.id FROM codes c JOIN below b ON c.parent = b.id WHERE c.binned IS NULL)
       SELECT id FROM below`,
    )
    .pluck()
    .all(JSON.stringify(meant.map((row) => row.id)));
  return { ids, names: meant.map((row) => row.name) };
}

function findNamed(db: ReadableDb, lookup: NameLookup, all: string): NamesFound {
  const meant = db
    .prepare<[], NamedRow>(all)
    .all()
    .filter((row) => isMeant(row.name, lookup));
  return { ids: meant.map((row) => row.id), names: meant.map((row) => row.name) };
}

function findCollections(db: ReadableDb, lookup: NameLookup): NamesFound {
  const meant = db
    .prepare<[], NamedRow & { readonly query: string | null }>(
      'SELECT id, name, query FROM collections WHERE binned IS NULL ORDER BY name',
    )
    .all()
    .filter((row) => isMeant(row.name, lookup));
  return {
    ids: meant.flatMap((row) => (row.query === null ? [row.id] : [])),
    names: meant.map((row) => row.name),
    searches: meant.flatMap((row) => row.query ?? []),
  };
}

function isMeant(name: string, lookup: NameLookup): boolean {
  const words = wordsOf(name).map((word) => word.word);
  if (lookup.phrase) return ` ${words.join(' ')} `.includes(` ${lookup.words.join(' ')} `);
  return lookup.words.every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** What a collection asks for: its rowid, and its query where it is a saved search. Throws `not-found`. */
export function findCollection(db: ReadableDb, id: string): { readonly rowid: number; readonly query: string | null } {
  const row = db
    .prepare<[string], { rowid: number; query: string | null }>(
      'SELECT id AS rowid, query FROM collections WHERE uuid = ? AND binned IS NULL',
    )
    .get(id);
  if (row === undefined)
    throw new VerbatimError('not-found', 'There is no such collection; it may have been moved to the bin.');
  return row;
}

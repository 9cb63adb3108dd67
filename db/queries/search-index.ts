import { spokenSpans, spokenWords } from '../../main/contract/index.ts';
import type { WritableDb } from '../types.ts';
import { gapsIn } from './gaps.ts';

/**
 * The two full-text indexes and how they keep up with the tables. `search_index` has external content:
 * to take a row out, FTS5 must be told the very words that went in. So every change of what
 * `search_content` shows (title, byline, publication, body, captions, notes, codes, binned) is made
 * inside {@link reindex}.
 *
 * FTS5 gathers what a transaction adds and writes it as one segment at the end, but also whenever a
 * statement begins that SQLite may have to take back half-way (`INSERT … SELECT`, `INSERT OR REPLACE`).
 * So what is written for each article of an import is written row by row.
 */

interface ContentRow {
  readonly id: number;
  readonly title: string;
  readonly byline: string | null;
  readonly publication: string;
  readonly body: string;
  readonly captions: string;
  readonly notes: string;
  readonly codes: string;
}

const columns = 'title, byline, publication, body, captions, notes, codes';
const values = ':title, :byline, :publication, :body, :captions, :notes, :codes';

/** Articles whose change is under way on a connection: a reindex inside a reindex must not take them out twice. */
const underWay = new WeakMap<WritableDb, Set<number>>();

/**
 * Makes a change of articles and keeps the index right: their old words go out before `change`, the
 * new ones in after it. Articles that don't exist yet (or are in the bin) may be named too, once their
 * rowid is known; one that is new is only added: {@link addToIndex}.
 * Runs inside the caller's transaction. Returns what `change` returns.
 */
export function reindex<T>(db: WritableDb, articleRowIds: readonly number[], change: () => T): T {
  const busy = underWay.get(db) ?? new Set<number>();
  underWay.set(db, busy);
  const mine = [...new Set(articleRowIds)].filter((id) => !busy.has(id));
  for (const id of mine) busy.add(id);
  try {
    removeFromIndex(db, mine);
    const result = change();
    addToIndex(db, mine);
    return result;
  } finally {
    for (const id of mine) busy.delete(id);
  }
}

/** Puts the words of articles into the index that were not in it before: new ones. */
export function addToIndex(db: WritableDb, articleRowIds: readonly number[]): void {
  const read = db.prepare<[number], ContentRow>(`SELECT id, ${columns} FROM search_content WHERE id = ?`);
  const insert = db.prepare(`INSERT INTO search_index (rowid, ${columns}) VALUES (:id, ${values})`);
  for (const id of articleRowIds) {
    const row = read.get(id);
    if (row !== undefined) insert.run(row);
  }
}

function removeFromIndex(db: WritableDb, articleRowIds: readonly number[]): void {
  const read = db.prepare<[number], ContentRow>(`SELECT id, ${columns} FROM search_content WHERE id = ?`);
  const remove = db.prepare(
    `INSERT INTO search_index (search_index, rowid, ${columns}) VALUES ('delete', :id, ${values})`,
  );
  for (const id of articleRowIds) {
    const row = read.get(id);
    if (row !== undefined) remove.run(row);
  }
}

/**
 * Says which words a statement carries now, or null when it carries none in its article's current
 * revision (lost, binned). The words are cut in JavaScript: SQLite counts code points, spans count
 * UTF-16 units.
 */
export function indexStatement(db: WritableDb, statementRowId: number, words: string | null): void {
  db.prepare('DELETE FROM statement_index WHERE rowid = ?').run(statementRowId);
  if (words !== null) db.prepare('INSERT INTO statement_index (rowid, words) VALUES (?, ?)').run(statementRowId, words);
}

/** A statement with the text of its article's current revision, and where it stands there. */
export interface StatementInText {
  readonly id: number;
  /** Null where it can't be read. */
  readonly text: string | null;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly gaps: string | null;
}

/** Every statement that stands in its article's current revision. */
export const statementsInTextSql = `
SELECT s.id, packed_text(k.words) AS text, p.start, p."end", s.quote, s.gaps
FROM statements s
JOIN articles a ON a.id = s.article
JOIN revision_contents k ON k.revision = a.current_revision
JOIN statement_placements p ON p.statement = s.id AND p.revision = a.current_revision
WHERE s.binned IS NULL AND p.start IS NOT NULL`;

/**
 * What the index holds of a statement: nothing of what interrupts its words, and no words where nobody can say which they
 * are. Null where its text can't be read.
 */
export function indexedWords({ text, start, end, quote, gaps }: StatementInText): string | null {
  return text === null ? null : spokenWords(text, spokenSpans(text, { start, end }, quote, gapsIn(gaps)));
}

/** Makes both indexes anew from the tables, for Health's repair. */
export function rebuildSearchIndex(db: WritableDb): void {
  db.prepare("INSERT INTO search_index (search_index) VALUES ('rebuild')").run();
  db.prepare("INSERT INTO statement_index (statement_index) VALUES ('delete-all')").run();
  const insert = db.prepare('INSERT INTO statement_index (rowid, words) VALUES (?, ?)');
  // Some at a time: each row brings the whole text of its article.
  const next = db.prepare<[number], StatementInText>(`${statementsInTextSql} AND s.id > ? ORDER BY s.id LIMIT 100`);
  for (let rows = next.all(0); rows.length > 0; rows = next.all(rows.at(-1)?.id ?? Number.MAX_SAFE_INTEGER))
    for (const row of rows) {
      const words = indexedWords(row);
      if (words !== null) insert.run(row.id, words);
    }
}

import Database from 'better-sqlite3';
import type { CheckLine } from '../../main/contract/index.ts';
import { statementsInTextSql } from '../queries/search-index.ts';
import type { ReadableDb } from '../types.ts';
import { type MaintenanceControl, Telling } from './maintenance.ts';

/** What an external-content index of FTS5 keeps its words in. */
const shadows = ['data', 'idx', 'docsize', 'config'] as const;

/**
 * Compares the indexes with the tables, word by word. Only FTS5's `integrity-check` with rank 1 looks at the content;
 * without it drift goes unnoticed. It is spelled as an INSERT, so it takes the lock that writers need, for as long as
 * it lasts. So it is asked of a twin of the index: the same declaration in the connection's own temporary database,
 * filled with the very blocks of the index, over a view of the same articles. Nothing is locked, the library may be
 * open for reading only, and the view tells how far it is.
 */
export function checkSearchIndex(db: ReadableDb, control: MaintenanceControl): CheckLine {
  const telling = new Telling(control);
  // The copied blocks go to a file that the system removes with its last handle, not to memory.
  db.pragma('temp_store = FILE');
  // Blocks of an index are protected from being written one by one; here it is the twin's.
  db.unsafeMode(true);
  // Everything is seen as of one instant.
  db.exec('BEGIN');
  try {
    const total = count(db, 'SELECT count(*) FROM main.search_content');
    let done = 0;
    db.function('looked_at', { deterministic: false }, () => {
      telling.tell({ items: { done, total }, current: 'The search index' });
      done += 1;
      return 1;
    });
    makeTwin(db);
    const found = compare(db, control);
    return { check: 'search index', ok: found === null, detail: found ?? agreement(total) };
  } finally {
    // SQLite may have ended it by itself, after a full disk.
    if (db.inTransaction) db.exec('ROLLBACK');
    db.unsafeMode(false);
  }
}

function makeTwin(db: ReadableDb): void {
  const declared = db
    .prepare<[], string>("SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = 'search_index'")
    .pluck()
    .get();
  if (declared === undefined) throw new Error('the library has no search index');
  db.exec('CREATE TEMP VIEW search_content AS SELECT * FROM main.search_content WHERE looked_at()');
  db.exec(declared.replace(/\bsearch_index\b/, 'temp.search_index'));
  for (const name of shadows)
    db.exec(
      `DELETE FROM temp.search_index_${name}; INSERT INTO temp.search_index_${name} SELECT * FROM main.search_index_${name}`,
    );
}

/** What doesn't agree, in words for a person; null when everything does. */
function compare(db: ReadableDb, control: MaintenanceControl): string | null {
  try {
    db.prepare("INSERT INTO temp.search_index (search_index, rank) VALUES ('integrity-check', 1)").run();
  } catch (error) {
    control.keepGoing();
    // A full disk, say, tells nothing of the index.
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT'))) throw error;
    return `The search index doesn't agree with the articles (${error.message}); rebuild it.`;
  }
  control.keepGoing();
  const [broken] = db.prepare<[], string>('PRAGMA main.integrity_check(statement_index)').pluck().all();
  if (broken !== 'ok') return `The index of statements is damaged (${broken}); rebuild it.`;
  control.keepGoing();
  const missing = count(
    db,
    `SELECT count(*) FROM (${statementsInTextSql}) w WHERE w.id NOT IN (SELECT rowid FROM statement_index)`,
  );
  const stale = count(
    db,
    `SELECT count(*) FROM statement_index WHERE rowid NOT IN (SELECT w.id FROM (${statementsInTextSql}) w)`,
  );
  if (missing + stale > 0)
    return `The index of statements lacks ${missing} and has ${stale} that no article carries; rebuild it.`;
  return null;
}

function agreement(articles: number): string {
  return `The search index agrees with all ${articles} articles and their statements.`;
}

function count(db: ReadableDb, sql: string): number {
  return db.prepare<[], number>(sql).pluck().get() ?? 0;
}

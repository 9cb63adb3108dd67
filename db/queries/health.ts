import type { CheckLine } from '../../main/contract/index.ts';
import { schemaVersion } from '../migrations/migrate.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { checkSearchIndex } from './search-index.ts';

/** SQLite's own integrity check and the references between rows. */
export function checkDatabase(db: ReadableDb): CheckLine[] {
  const problems = db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  const sound = problems.length === 1 && problems[0] === 'ok';
  const broken = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  return [
    {
      check: 'integrity',
      ok: sound,
      detail: sound
        ? 'The database file is sound.'
        : `The database file is damaged: ${problems.join('; ')}. Restore a backup.`,
    },
    {
      check: 'foreign keys',
      ok: broken.length === 0,
      detail:
        broken.length === 0
          ? 'Every reference between rows leads somewhere.'
          : `${broken.length} references lead nowhere, the first from ${broken[0]?.table} to ${broken[0]?.parent}. Restore a backup.`,
    },
  ];
}

/** Whether the search index says what the articles say. */
export function checkIndex(db: WritableDb): CheckLine {
  const found = checkSearchIndex(db);
  return { check: 'search index', ok: found.ok, detail: found.detail };
}

/** A page of revisions with the hash their text should have. */
export function pageOfTexts(
  db: ReadableDb,
  after: number,
  limit: number,
): { rowid: number; number: number; title: string; text: string; sha256: string }[] {
  return db
    .prepare<[number, number], { rowid: number; number: number; title: string; text: string; sha256: string }>(
      `SELECT r.id AS rowid, r.number, a.title, r.text, r.sha256 FROM revisions r JOIN articles a ON a.id = r.article
       WHERE r.id > ? ORDER BY r.id LIMIT ?`,
    )
    .all(after, limit);
}

/** Copies the whole database into a new file, as of one instant. */
export function copyTo(db: ReadableDb, file: string): null {
  db.prepare('VACUUM INTO ?').run(file);
  return null;
}

export { schemaVersion };

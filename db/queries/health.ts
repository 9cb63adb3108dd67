import { schemaVersion } from '../migrations/migrate.ts';
import type { ReadableDb } from '../types.ts';

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

export { schemaVersion };

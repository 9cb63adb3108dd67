import type { WritableDb } from '../types.ts';

/**
 * What the ledger sorts a statement by: when it was said, else its article's date, else nothing. `said` and `article` are
 * columns or parameters.
 */
export const datedSql = (said: string, article: string): string =>
  `coalesce(${said}, (SELECT a.published_key FROM articles a WHERE a.id = ${article}), '')`;

/** Gives a statement its place in the ledger's order, after `said` was changed. */
export function dateStatement(db: WritableDb, row: number): void {
  db.prepare(`UPDATE statements SET dated = ${datedSql('said', 'article')} WHERE id = ?`).run(row);
}

/** The same for the statements of an article, after it got another date. */
export function dateStatements(db: WritableDb, article: number): void {
  // Most keep theirs, and those that don't are changed one by one: see `search-index.ts`.
  const moved = db
    .prepare<[number], number>(
      `SELECT id FROM statements WHERE article = ? AND dated <> ${datedSql('said', 'article')}`,
    )
    .pluck()
    .all(article);
  for (const row of moved) dateStatement(db, row);
}

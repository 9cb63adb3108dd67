import type { ArticleId, CodeId, StatementId } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';

/**
 * The codes on statements, each once: `statement` and `code` by row. A code is on a statement where an annotation that
 * carries it shares words with the statement in the article's current revision. `words` are the statements that are asked
 * about: a table or a query with `id` and `article`.
 */
export function codesOnStatements(words: string): string {
  return `SELECT DISTINCT w.id AS statement, c.id AS code FROM ${words} w
    JOIN annotations n ON n.article = w.article AND n.binned IS NULL
    JOIN annotation_codes m ON m.annotation = n.id JOIN codes c ON c.id = m.code AND c.binned IS NULL
    JOIN articles a ON a.id = w.article
    JOIN statement_placements p ON p.statement = w.id AND p.revision = a.current_revision
    JOIN annotation_placements q ON q.annotation = n.id AND q.revision = a.current_revision
    WHERE q.start < p."end" AND q."end" > p.start`;
}

/** The codes on the statements of one article. */
export function codesOfArticle(
  db: ReadableDb,
  article: ArticleId,
): { readonly statement: StatementId; readonly code: CodeId }[] {
  return db
    .prepare<[string], { statement: StatementId; code: CodeId }>(
      `SELECT s.uuid AS statement, c.uuid AS code
       FROM (${codesOnStatements('(SELECT s.id, s.article FROM statements s JOIN articles a ON a.id = s.article WHERE a.uuid = ? AND s.binned IS NULL)')}) t
       JOIN statements s ON s.id = t.statement JOIN codes c ON c.id = t.code ORDER BY s.id, c.uuid`,
    )
    .all(article);
}

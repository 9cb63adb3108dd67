import type { ChangedArticle, RevisionId } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { summariesByRow } from './articles.ts';

const changed =
  'FROM revisions second JOIN articles a ON a.id = second.article WHERE second.number = 2 AND a.binned IS NULL';

/** The live articles of which there is more than one revision, the last changed first. */
export function changedArticles(
  db: ReadableDb,
  page: { readonly offset: number; readonly limit: number },
): { rows: ChangedArticle[]; total: number } {
  const found = db
    .prepare<[number, number], { rowid: number; previous: RevisionId }>(
      `SELECT a.id AS rowid,
         (SELECT r.uuid FROM revisions r WHERE r.article = a.id AND r.id <> a.current_revision ORDER BY r.number DESC LIMIT 1) AS previous
       ${changed} ORDER BY (SELECT max(r.id) FROM revisions r WHERE r.article = a.id) DESC LIMIT ? OFFSET ?`,
    )
    .all(page.limit, page.offset);
  const total = db.prepare<[], number>(`SELECT count(*) ${changed}`).pluck().get() ?? 0;
  return {
    rows: found.flatMap(({ rowid, previous }) => summariesByRow(db, [rowid]).map((article) => ({ article, previous }))),
    total,
  };
}

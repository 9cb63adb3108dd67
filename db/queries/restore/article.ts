import type { ArticleRecord } from '../../../main/contract/index.ts';
import { now } from '../../instant.ts';
import type { WritableDb } from '../../types.ts';
import { indexStatement, reindex } from '../search-index.ts';
import { recordVerbatim } from '../verbatim-checks.ts';
import { type ArticleRestored, alreadyThere } from './already-there.ts';
import type { CodeMap } from './codes.ts';
import { restoreAnnotation, restoreStatement } from './marks.ts';
import { restoreRevisions, rowOf } from './revisions.ts';

/**
 * Adds one article with all that belongs to it, or says what of it is there already. Its reading copies were
 * compared with their originals by `agent`, and are sound.
 */
export function restoreArticle(db: WritableDb, article: ArticleRecord, codes: CodeMap, agent: string): ArticleRestored {
  const known = alreadyThere(db, article);
  if (known !== null) return known;
  const row = Number(
    db
      .prepare(
        `INSERT INTO articles (uuid, url, text_sha256, title, byline, publication, published, published_key, language, words, position, added, binned)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      // Born binned: outside the index until `reindex` lets it in, whole.
      .run(
        article.id,
        article.url,
        article.revisions.find(({ id }) => id === article.current)?.sha256 ?? null,
        article.title,
        JSON.stringify(article.byline),
        article.publication,
        article.published,
        article.publishedKey,
        article.language,
        article.words,
        article.position,
        article.added,
        now(),
      ).lastInsertRowid,
  );
  const revisions = restoreRevisions(db, row, article);
  const text = article.revisions.find(({ id }) => id === article.current)?.text ?? '';
  for (const annotation of article.annotations) restoreAnnotation(db, row, annotation, revisions, codes);
  reindex(db, [row], () => {
    db.prepare('UPDATE articles SET current_revision = ?, binned = NULL WHERE id = ?').run(
      rowOf(revisions, article.current),
      row,
    );
  });
  for (const statement of article.statements) {
    const statementRow = restoreStatement(db, row, statement, revisions);
    const place = statement.placements.find(({ revision }) => revision === article.current);
    if (place === undefined || place.start === null || place.end === null) continue;
    indexStatement(db, statementRow, text.slice(place.start, place.end));
  }
  const compared = article.revisions.map(({ id }) => ({ revision: id, state: 'sound', reason: null }) as const);
  recordVerbatim(db, compared, agent);
  return { outcome: 'taken' };
}

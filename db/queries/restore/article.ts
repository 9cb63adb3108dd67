import type { ArticleRecord } from '../../../main/contract/index.ts';
import { now } from '../../instant.ts';
import type { WritableDb } from '../../types.ts';
import { recordEvent } from '../events.ts';
import { indexStatement, reindex } from '../search-index.ts';
import { recordVerbatim } from '../verbatim-checks.ts';
import { type ArticleRestored, alreadyThere } from './already-there.ts';
import type { CodeMap } from './codes.ts';
import { restoreAnnotation, restoreStatement } from './marks.ts';
import { restoreRevisions, rowOf } from './revisions.ts';

export interface RestoredBy {
  readonly codes: CodeMap;
  readonly agent: string;
  /** The package's name. */
  readonly package: string;
  /** What of the article only the package tells, in words. */
  readonly toldAlone: readonly string[];
}

/**
 * Adds one article with all that belongs to it, or says what of it is there already. Its reading copies were
 * compared with their originals by `agent`, and are sound.
 */
export function restoreArticle(
  db: WritableDb,
  article: ArticleRecord,
  { codes, agent, package: name, toldAlone }: RestoredBy,
): ArticleRestored {
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
    const statementRow = restoreStatement(db, row, statement, revisions, name);
    const place = statement.placements.find(({ revision }) => revision === article.current);
    if (place === undefined || place.start === null || place.end === null) continue;
    indexStatement(db, statementRow, text.slice(place.start, place.end));
  }
  const compared = article.revisions.map(({ id }) => ({ revision: id, state: 'sound', reason: null }) as const);
  recordVerbatim(db, compared, agent);
  const confirmed = article.statements.filter(({ state }) => state === 'confirmed').length;
  recordEvent(db, {
    kind: 'restore',
    agent,
    subject: `article ${article.id}`,
    outcome: 'success',
    // The log of a selection is written anew from this sentence: main/core/export/provenance.ts.
    detail: `Taken from the package ${name}; ${confirmed} statements confirmed by its sender; told by it alone: ${toldAlone.join(', ') || 'nothing'}.`,
  });
  return { outcome: 'taken' };
}

import type { ArticleId, CodeId, Sha256 } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { type AnnotationHolds, annotationHolds, holdsOf } from './export-events.ts';
import { jointNames } from './joint-speakers.ts';

/** What belongs to some articles, counted: enough to say what would be handed over, without reading their texts. */
export interface ArticleFacts {
  /** Of the articles asked about, how many are in the library and not in its bin. */
  readonly articles: number;
  readonly statements: readonly {
    readonly isRejected: boolean;
    readonly speaker: string | null;
    readonly organization: string | null;
    readonly count: number;
  }[];
  readonly annotations: readonly (AnnotationHolds & { readonly count: number })[];
  readonly codes: readonly CodeId[];
  readonly originals: readonly {
    readonly sha256: Sha256;
    readonly bytes: number;
    /** Whether other articles were taken from it too: a feed, a mailbox, a book. */
    readonly isShared: boolean;
  }[];
}

/** Counts for a page of articles. */
export function articleFacts(db: ReadableDb, articles: readonly ArticleId[]): ArticleFacts {
  const chosen = JSON.stringify(articles);
  const live = 'json_each(?) j JOIN articles a ON a.uuid = j.value AND a.binned IS NULL';
  return {
    articles: db.prepare<[string], number>(`SELECT count(*) FROM ${live}`).pluck().get(chosen) ?? 0,
    statements: statementFacts(db, live, chosen),
    annotations: db
      .prepare<[string], Record<keyof AnnotationHolds | 'count', number>>(
        `SELECT ${annotationHolds}, count(*) AS count FROM ${live} JOIN annotations n ON n.article = a.id
         WHERE n.binned IS NULL GROUP BY 1, 2, 3`,
      )
      .all(chosen)
      .map((row) => ({ ...holdsOf(row), count: row.count })),
    codes: db
      .prepare<[string], CodeId>(
        `SELECT DISTINCT c.uuid FROM ${live} JOIN annotations n ON n.article = a.id AND n.binned IS NULL
         JOIN annotation_codes m ON m.annotation = n.id JOIN codes c ON c.id = m.code AND c.binned IS NULL`,
      )
      .pluck()
      .all(chosen),
    originals: db
      .prepare<[string, string], { sha256: Sha256; bytes: number; shared: number }>(
        `SELECT o.sha256, o.bytes, max(shared) AS shared FROM (
           SELECT k.original, EXISTS (SELECT 1 FROM captures b WHERE b.original = k.original AND b.article <> k.article) AS shared
             FROM ${live} JOIN captures k ON k.article = a.id
           UNION ALL SELECT i.original, 0 FROM ${live} JOIN revisions r ON r.article = a.id JOIN revision_images i ON i.revision = r.id
         ) u JOIN originals o ON o.id = u.original GROUP BY o.id`,
      )
      .all(chosen, chosen)
      .map(({ shared, ...original }) => ({ ...original, isShared: shared === 1 })),
  };
}

function statementFacts(db: ReadableDb, live: string, chosen: string): ArticleFacts['statements'] {
  return (
    db
      .prepare<
        [string],
        {
          rejected: number;
          speaker: string | null;
          organization: string | null;
          count: number;
        }
      >(
        `SELECT s.state = 'rejected' AS rejected, k.name AS speaker, o.name AS organization, count(*) AS count
       FROM ${live} JOIN statements s ON s.article = a.id
       LEFT JOIN speakers k ON k.id = s.speaker LEFT JOIN organizations o ON o.id = s.organization
       WHERE s.binned IS NULL GROUP BY 1, s.speaker, s.organization`,
      )
      .all(chosen)
      // Whoever speaks besides the first of a statement is named, and the statement is counted once.
      .concat(jointNames(db, `${live} JOIN statements s ON s.article = a.id`, chosen))
      .map(({ rejected, ...row }) => ({ ...row, isRejected: rejected === 1 }))
  );
}

/** The articles that each of some originals belongs to. */
export function articlesSharing(
  db: ReadableDb,
  originals: readonly Sha256[],
): { original: Sha256; article: ArticleId }[] {
  return db
    .prepare<[string], { original: Sha256; article: ArticleId }>(
      `SELECT DISTINCT o.sha256 AS original, a.uuid AS article FROM json_each(?) j JOIN originals o ON o.sha256 = j.value
       JOIN captures c ON c.original = o.id JOIN articles a ON a.id = c.article`,
    )
    .all(JSON.stringify(originals));
}

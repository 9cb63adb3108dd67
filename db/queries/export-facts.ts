import type { ArticleId, CodeId, Sha256, SpeakerId } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { codesOnStatements } from './codes-on-statements.ts';
import { type AnnotationHolds, annotationHolds, holdsOf } from './export-events.ts';
import { jointNames, spokenBy } from './joint-speakers.ts';

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

/** What is asked about articles. */
export interface FactsAsked {
  /** Set where only this person's statements count. */
  readonly person: SpeakerId | null;
  /** Whether the codes of all annotations are meant, or those on the statements that count. */
  readonly codesOn: 'annotations' | 'statements';
}

interface Chosen {
  readonly articles: string;
  readonly person: SpeakerId | null;
}

const live = 'json_each(:articles) j JOIN articles a ON a.uuid = j.value AND a.binned IS NULL';

/** Counts for a page of articles. */
export function articleFacts(db: ReadableDb, articles: readonly ArticleId[], asked: FactsAsked): ArticleFacts {
  const chosen: Chosen = { articles: JSON.stringify(articles), person: asked.person };
  return {
    articles: db.prepare<[Chosen], number>(`SELECT count(*) FROM ${live}`).pluck().get(chosen) ?? 0,
    statements: statementFacts(db, chosen),
    annotations: db
      .prepare<[Chosen], Record<keyof AnnotationHolds | 'count', number>>(
        `SELECT ${annotationHolds}, count(*) AS count FROM ${live} JOIN annotations n ON n.article = a.id
         WHERE n.binned IS NULL GROUP BY 1, 2, 3`,
      )
      .all(chosen)
      .map((row) => ({ ...holdsOf(row), count: row.count })),
    codes: codesOf(db, chosen, asked.codesOn),
    originals: db
      .prepare<[Chosen], { sha256: Sha256; bytes: number; shared: number }>(
        `SELECT o.sha256, o.bytes, max(shared) AS shared FROM (
           SELECT k.original, EXISTS (SELECT 1 FROM captures b WHERE b.original = k.original AND b.article <> k.article) AS shared
             FROM ${live} JOIN captures k ON k.article = a.id
           UNION ALL SELECT i.original, 0 FROM ${live} JOIN revisions r ON r.article = a.id JOIN revision_images i ON i.revision = r.id
         ) u JOIN originals o ON o.id = u.original GROUP BY o.id`,
      )
      .all(chosen)
      .map(({ shared, ...original }) => ({ ...original, isShared: shared === 1 })),
  };
}

/** The statements of the articles that count: all, or those of a person. */
function statementsOf({ person }: Chosen): string {
  const spoken = person === null ? '' : ` AND ${spokenBy('SELECT id FROM speakers WHERE uuid = :person')}`;
  return `${live} JOIN statements s ON s.article = a.id AND s.binned IS NULL${spoken}`;
}

function codesOf(db: ReadableDb, chosen: Chosen, codesOn: FactsAsked['codesOn']): CodeId[] {
  const spoken = `(SELECT s.id, s.article FROM ${statementsOf(chosen)} WHERE s.state <> 'rejected')`;
  const codes =
    codesOn === 'annotations'
      ? `SELECT m.code FROM ${live} JOIN annotations n ON n.article = a.id AND n.binned IS NULL
         JOIN annotation_codes m ON m.annotation = n.id`
      : `SELECT t.code FROM (${codesOnStatements(spoken)}) t`;
  return db
    .prepare<[Chosen], CodeId>(`SELECT c.uuid FROM codes c WHERE c.binned IS NULL AND c.id IN (${codes})`)
    .pluck()
    .all(chosen);
}

function statementFacts(db: ReadableDb, chosen: Chosen): ArticleFacts['statements'] {
  const statements = statementsOf(chosen);
  return (
    db
      .prepare<
        [Chosen],
        {
          rejected: number;
          speaker: string | null;
          organization: string | null;
          count: number;
        }
      >(
        `SELECT s.state = 'rejected' AS rejected, k.name AS speaker, o.name AS organization, count(*) AS count
       FROM ${statements}
       LEFT JOIN speakers k ON k.id = s.speaker LEFT JOIN organizations o ON o.id = s.organization
       GROUP BY 1, s.speaker, s.organization`,
      )
      .all(chosen)
      // Whoever speaks besides the first of a statement is named, and the statement is counted once.
      .concat(jointNames(db, statements, chosen))
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

import type {
  AnnotationId,
  ArticleId,
  CodeId,
  CollectionId,
  EventRecord,
  StatementId,
} from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';

/** What a line of the log is about, as far as it is in the library and not in its bin. */
export type EventSubject =
  /** The library itself, an import, a table: nothing that belongs to one article. */
  | { readonly kind: 'library' }
  /** Something that is in the bin, or was removed for good. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'article'; readonly article: ArticleId }
  /** A file that was taken in, or a picture, with the articles that it belongs to. */
  | { readonly kind: 'original'; readonly articles: readonly ArticleId[] }
  | ({ readonly kind: 'annotation'; readonly article: ArticleId; readonly id: AnnotationId } & AnnotationHolds)
  | { readonly kind: 'statement'; readonly article: ArticleId; readonly id: StatementId; readonly isRejected: boolean }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'collection'; readonly id: CollectionId };

/** What an annotation consists of. */
export interface AnnotationHolds {
  readonly hasNote: boolean;
  readonly hasColor: boolean;
  readonly hasCodes: boolean;
}

/** Of an annotation `n`: what it consists of; codes in the bin don't count. */
export const annotationHolds = `n.note <> '' AS hasNote, n.color IS NOT NULL AS hasColor,
  EXISTS (SELECT 1 FROM annotation_codes m JOIN codes c ON c.id = m.code WHERE m.annotation = n.id AND c.binned IS NULL) AS hasCodes`;

/** SQLite has no truth values of its own. */
export function holdsOf(row: Readonly<Record<keyof AnnotationHolds, number>>): AnnotationHolds {
  return { hasNote: row.hasNote === 1, hasColor: row.hasColor === 1, hasCodes: row.hasCodes === 1 };
}

export interface EventRow {
  readonly rowid: number;
  readonly event: EventRecord;
  readonly about: EventSubject;
}

/** A page of the event log, oldest first, each line with what it is about; `after` is the last rowid seen. */
export function eventRecords(db: ReadableDb, after: number, limit: number): EventRow[] {
  const about = subjectReader(db);
  return db
    .prepare<[number, number], EventRecord & { readonly rowid: number }>(
      'SELECT id AS rowid, uuid AS id, at, kind, agent, subject, outcome, detail FROM events WHERE id > ? ORDER BY id LIMIT ?',
    )
    .all(after, limit)
    .map(({ rowid, ...event }) => {
      const other = /\((article [0-9a-f-]{36})\)/.exec(event.detail)?.[1];
      // A line that names a second article is about both.
      const isGone = other !== undefined && about(other).kind === 'gone';
      return { rowid, event, about: isGone ? { kind: 'gone' } : about(event.subject) };
    });
}

/** Looks subjects up ("article 0193…"), each by the index of its table. */
function subjectReader(db: ReadableDb): (subject: string | null) => EventSubject {
  const article = db
    .prepare<[string], ArticleId>('SELECT uuid FROM articles WHERE uuid = ? AND binned IS NULL')
    .pluck();
  const revision = db
    .prepare<[string], ArticleId>(
      'SELECT a.uuid FROM revisions r JOIN articles a ON a.id = r.article WHERE r.uuid = ? AND a.binned IS NULL',
    )
    .pluck();
  const annotation = db.prepare<
    [string],
    { article: ArticleId; id: AnnotationId } & Record<keyof AnnotationHolds, number>
  >(
    `SELECT a.uuid AS article, n.uuid AS id, ${annotationHolds} FROM annotations n JOIN articles a ON a.id = n.article
     WHERE n.uuid = ? AND n.binned IS NULL AND a.binned IS NULL`,
  );
  const statement = db.prepare<[string], { article: ArticleId; id: StatementId; rejected: number }>(
    `SELECT a.uuid AS article, s.uuid AS id, s.state = 'rejected' AS rejected FROM statements s JOIN articles a ON a.id = s.article
     WHERE s.uuid = ? AND s.binned IS NULL AND a.binned IS NULL`,
  );
  const code = db.prepare<[string], CodeId>('SELECT uuid FROM codes WHERE uuid = ? AND binned IS NULL').pluck();
  const collection = db
    .prepare<[string], CollectionId>('SELECT uuid FROM collections WHERE uuid = ? AND binned IS NULL')
    .pluck();

  const speaker = db.prepare<[string], number>('SELECT id FROM speakers WHERE uuid = ?').pluck();
  const original = db
    .prepare<[{ sha256: string }], ArticleId>(
      `SELECT a.uuid FROM originals o JOIN captures c ON c.original = o.id JOIN articles a ON a.id = c.article AND a.binned IS NULL
         WHERE o.sha256 = :sha256
       UNION SELECT a.uuid FROM originals o JOIN revision_images i ON i.original = o.id JOIN revisions r ON r.id = i.revision
         JOIN articles a ON a.id = r.article AND a.binned IS NULL WHERE o.sha256 = :sha256`,
    )
    .pluck();

  const find = (kind: string, id: string): EventSubject | undefined => {
    switch (kind) {
      case 'article':
      case 'revision': {
        const found = (kind === 'article' ? article : revision).get(id);
        return found === undefined ? undefined : { kind: 'article', article: found };
      }
      case 'original': {
        const articles = original.all({ sha256: id });
        return articles.length === 0 ? undefined : { kind, articles };
      }
      case 'annotation': {
        const found = annotation.get(id);
        return found && { kind, article: found.article, id: found.id, ...holdsOf(found) };
      }
      case 'statement': {
        const found = statement.get(id);
        return found && { kind, article: found.article, id: found.id, isRejected: found.rejected === 1 };
      }
      case 'code': {
        const found = code.get(id);
        return found === undefined ? undefined : { kind, id: found };
      }
      case 'collection': {
        const found = collection.get(id);
        return found === undefined ? undefined : { kind, id: found };
      }
      case 'person':
        return speaker.get(id) === undefined ? undefined : { kind: 'library' };
      default:
        return { kind: 'library' };
    }
  };
  return (subject) => {
    const [, kind, id] = /^(\w+) (\S+)$/.exec(subject ?? '') ?? [];
    if (kind === undefined || id === undefined) return { kind: 'library' };
    return find(kind, id) ?? { kind: 'gone' };
  };
}

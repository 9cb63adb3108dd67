import type { ArticleId, CaptureTeller, ImportOutcome, RevisionId } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { recordEvent } from './events.ts';
import { ensureOriginal } from './originals.ts';
import { addRevision, type PreparedRevision, setCurrent } from './revisions.ts';
import { addToIndex } from './search-index.ts';

/** What is known of a document beside what was read out of it: the capture that it comes from. */
export interface DocumentCapture {
  readonly original: { readonly sha256: string; readonly bytes: number; readonly mediaType: string };
  readonly part: string;
  readonly name: string;
  readonly format: string;
  /** Canonical, or null. */
  readonly url: string | null;
  readonly captured: string | null;
  readonly capturedBy: CaptureTeller | null;
  readonly fileDated: string | null;
  /** JSON of a `CaptureSource` without its archive, and the archive's row; null for a file of its own. */
  readonly source: string | null;
  readonly archive: number | null;
  /** When the page says that it was changed. */
  readonly modified: string | null;
}

/** A document with all that is kept of it. */
export interface PreparedDocument extends PreparedRevision, DocumentCapture {}

export interface TakenIn {
  readonly outcome: Extract<ImportOutcome, 'taken' | 'duplicate' | 'revision'>;
  readonly article: ArticleId;
  readonly revision: RevisionId;
  /** The revision that was the current one before a `revision`; its marks are to be placed again. */
  readonly previous: RevisionId | null;
  readonly title: string;
  /** A sentence for the report, or null. */
  readonly remark: string | null;
}

/**
 * Keeps one document: the same original again, or the same text at the same address, is already
 * there; another text at a known address is a new revision; else it is a new article. One transaction
 * with whatever the caller adds.
 */
export function takeIn(db: WritableDb, document: PreparedDocument, agent: string): TakenIn {
  const known = findCapture(db, document.original.sha256, document.part);
  if (known !== null) return alreadyThere(known, 'The same file is in the library already.');
  const article = findArticle(db, document);
  if (article === null) return newArticle(db, document, agent);
  const sameText = db
    .prepare<[number, string], { revision: RevisionId; rowid: number }>(
      'SELECT uuid AS revision, id AS rowid FROM revisions WHERE article = ? AND sha256 = ? ORDER BY number DESC LIMIT 1',
    )
    .get(article.rowid, document.sha256);
  if (sameText !== undefined) {
    addCapture(db, article.rowid, document);
    recordEvent(db, {
      kind: 'capture',
      agent,
      subject: `article ${article.id}`,
      outcome: 'success',
      detail: `Another capture with the same text: ${document.name}, original ${document.original.sha256}.`,
    });
    return alreadyThere(
      { article: article.id, revision: sameText.revision, title: article.title, binned: article.binned },
      'The same article with the same text is in the library already; this capture was added to it.',
    );
  }
  return newRevision(db, article, document, agent);
}

interface KnownArticle {
  readonly rowid: number;
  readonly id: ArticleId;
  readonly title: string;
  readonly binned: string | null;
}

function alreadyThere(
  known: { article: ArticleId; revision: RevisionId; title: string; binned: string | null },
  remark: string,
): TakenIn {
  return {
    outcome: 'duplicate',
    article: known.article,
    revision: known.revision,
    previous: null,
    title: known.title,
    remark: known.binned === null ? remark : `${remark} It is in the bin; restore it from there.`,
  };
}

/** The capture that a stored original's part gave before, or null. */
export function findCapture(
  db: ReadableDb,
  sha256: string,
  part: string | null,
): { article: ArticleId; revision: RevisionId; title: string; binned: string | null } | null {
  return (
    db
      .prepare<
        [{ sha256: string; part: string | null }],
        { article: ArticleId; revision: RevisionId; title: string; binned: string | null }
      >(
        `SELECT a.uuid AS article, r.uuid AS revision, a.title, a.binned
         FROM originals o JOIN captures c ON c.original = o.id JOIN articles a ON a.id = c.article
         JOIN revisions r ON r.id = coalesce((SELECT max(v.id) FROM revisions v WHERE v.capture = c.id), a.current_revision)
         WHERE o.sha256 = :sha256 AND (:part IS NULL OR c.part = :part) LIMIT 1`,
      )
      .get({ sha256, part }) ?? null
  );
}

/** By its address; a document without one is known by its text, among articles without one. */
function findArticle(db: ReadableDb, document: PreparedDocument): KnownArticle | null {
  const columns = 'id AS rowid, uuid AS id, title, binned';
  const row =
    document.url !== null
      ? db.prepare<[string], KnownArticle>(`SELECT ${columns} FROM articles WHERE url = ?`).get(document.url)
      : document.words === 0
        ? undefined
        : db
            .prepare<[string], KnownArticle>(
              `SELECT ${columns} FROM articles WHERE url IS NULL AND text_sha256 = ? LIMIT 1`,
            )
            .get(document.sha256);
  return row ?? null;
}

function newArticle(db: WritableDb, document: PreparedDocument, agent: string): TakenIn {
  const article = uuidv7() as ArticleId;
  const twin =
    document.words === 0
      ? undefined
      : db
          .prepare<[string], string>('SELECT title FROM articles WHERE text_sha256 = ? AND binned IS NULL LIMIT 1')
          .pluck()
          .get(document.sha256);
  const rowid = Number(
    db
      .prepare(
        `INSERT INTO articles (uuid, url, text_sha256, title, byline, publication, published, published_key, language, words, added)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        article,
        document.url,
        document.sha256,
        document.title,
        JSON.stringify(document.byline),
        document.publication,
        document.published,
        document.publishedKey,
        document.language,
        document.words,
        now(),
      ).lastInsertRowid,
  );
  const capture = addCapture(db, rowid, document);
  const revision = addRevision(db, rowid, capture, document);
  db.prepare('UPDATE articles SET current_revision = ? WHERE id = ?').run(revision.rowid, rowid);
  addToIndex(db, [rowid]);
  recordEvent(db, {
    kind: 'capture',
    agent,
    subject: `article ${article}`,
    outcome: 'success',
    detail: `Taken from ${document.name}, original ${document.original.sha256}, by ${document.extractor}; text ${document.sha256}.`,
  });
  return {
    outcome: 'taken',
    article,
    revision: revision.id,
    previous: null,
    title: document.title,
    remark: twin === undefined ? null : `Possible duplicate: “${twin}” has the same text under another address.`,
  };
}

function newRevision(db: WritableDb, article: KnownArticle, document: PreparedDocument, agent: string): TakenIn {
  const previous = db
    .prepare<[number], { id: RevisionId } & Dated>(
      `SELECT r.uuid AS id, c.captured, c.file_dated AS fileDated, json_extract(r.metadata, '$.modified.value') AS modified FROM articles a JOIN revisions r ON r.id = a.current_revision JOIN captures c ON c.id = r.capture WHERE a.id = ?`,
    )
    .get(article.rowid);
  const capture = addCapture(db, article.rowid, document);
  const revision = addRevision(db, article.rowid, capture, document);
  const older = previous !== undefined && cameBefore(document, previous);
  if (!older) setCurrent(db, article.rowid, { ...document, rowid: revision.rowid }, 0);
  recordEvent(db, {
    kind: 'revision',
    agent,
    subject: `article ${article.id}`,
    outcome: 'success',
    detail: `Revision ${revision.number} from ${document.name}, original ${document.original.sha256}, by ${document.extractor}; text ${document.sha256}.`,
  });
  const remark = older
    ? `Revision ${revision.number} of an article that was there. It is older than the current one, which stays the one that is shown.`
    : `Revision ${revision.number} of an article that was there.`;
  return {
    outcome: 'revision',
    article: article.id,
    revision: revision.id,
    previous: previous?.id ?? null,
    title: document.title,
    remark: article.binned === null ? remark : `${remark} The article is in the bin; restore it from there.`,
  };
}

/** Copying and unpacking give files new times, moments apart; a difference as small as this says nothing. */
const meaningfulMilliseconds = 3_600_000;

/** What dates a version: the page's own date of change, when it was captured, and the file's own time. */
type Dated = Pick<DocumentCapture, 'modified' | 'captured' | 'fileDated'>;

/**
 * Whether a version is older than the current one: by the page's own date of change, else by when it was captured, for
 * which a file's own time stands where nothing better is known (decision 0008).
 */
function cameBefore(document: Dated, current: Dated): boolean {
  const distance = (one: string | null, other: string | null): number =>
    one === null || other === null ? 0 : Date.parse(one) - Date.parse(other) || 0;
  const changed = distance(document.modified, current.modified);
  if (changed !== 0) return changed < 0;
  const time = ({ captured, fileDated }: Dated) => captured ?? fileDated;
  return distance(time(document), time(current)) < -meaningfulMilliseconds;
}

function addCapture(db: WritableDb, article: number, document: PreparedDocument): number {
  const original = ensureOriginal(db, document.original);
  return Number(
    db
      .prepare(
        'INSERT INTO captures (uuid, article, original, part, name, format, url, captured, captured_by, file_dated, imported, source, archive) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        uuidv7(),
        article,
        original,
        document.part,
        document.name,
        document.format,
        document.url,
        document.captured,
        document.capturedBy,
        document.fileDated,
        now(),
        document.source,
        document.archive,
      ).lastInsertRowid,
  );
}

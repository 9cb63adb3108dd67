import type {
  ArticleId,
  ArticleMetadata,
  CaptureId,
  ReadingDocument,
  RevisionId,
  TextSketch,
} from '../../main/contract/index.ts';
import { VerbatimError } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import { type RevisionContents, wordsIn } from '../revision-contents.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { type NewEvent, recordEvent } from './events.ts';
import { storeSketch } from './likeness.ts';
import { ensureOriginal } from './originals.ts';
import { indexStatementWords } from './placements.ts';
import { keepContents } from './revision-contents.ts';
import { reindex } from './search-index.ts';
import { dateStatements } from './statement-dates.ts';

/** What an article's row says of it, as its current revision has it. */
export interface ArticleFacts {
  readonly title: string;
  readonly byline: readonly string[];
  readonly publication: string | null;
  readonly published: string | null;
  readonly publishedKey: string | null;
  readonly language: string | null;
}

/** A reading copy as the core hands it to the writer: everything is serialised, so that the writer only writes. */
export interface PreparedRevision extends ArticleFacts {
  readonly extractor: string;
  readonly metadata: string;
  readonly contents: RevisionContents;
  readonly text: string;
  readonly sha256: string;
  readonly captions: string;
  readonly people: string;
  readonly words: number;
  readonly sketch: TextSketch | null;
  /** Images that came with it. */
  readonly images: readonly { readonly sha256: string; readonly bytes: number; readonly mediaType: string }[];
}

export interface AddedRevision {
  readonly rowid: number;
  readonly id: RevisionId;
  /** 1, 2, … within the article. */
  readonly number: number;
}

/** Writes a revision of a capture; all but an article's first are unsettled until its marks are placed. */
export function addRevision(
  db: WritableDb,
  article: number,
  capture: number,
  revision: PreparedRevision,
): AddedRevision {
  const number =
    db
      .prepare<[number], number>('SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article = ?')
      .pluck()
      .get(article) ?? 1;
  const id = uuidv7() as RevisionId;
  const rowid = Number(
    db
      .prepare(
        `INSERT INTO revisions (uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, on_pages, created, settled)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        article,
        capture,
        number,
        revision.extractor,
        revision.metadata,
        revision.captions,
        revision.people,
        revision.sha256,
        revision.words,
        revision.contents.onPages ? 1 : 0,
        now(),
        number === 1 ? 1 : 0,
      ).lastInsertRowid,
  );
  keepContents(db, rowid, revision.contents);
  storeSketch(db, rowid, revision.sketch);
  const link = db.prepare('INSERT OR IGNORE INTO revision_images (revision, original) VALUES (?, ?)');
  for (const image of revision.images) link.run(rowid, ensureOriginal(db, image));
  return { rowid, id, number };
}

/** Makes a revision the one that its article is known by: in lists, in the index, in the reader. */
export function setCurrent(
  db: WritableDb,
  article: number,
  revision: ArticleFacts & { readonly rowid: number; readonly sha256: string; readonly words: number },
  position: number,
): void {
  reindex(db, [article], () => {
    db.prepare(
      `UPDATE articles SET current_revision = ?, text_sha256 = ?, title = ?, byline = ?, publication = ?, published = ?,
         published_key = ?, language = ?, words = ?, position = ? WHERE id = ?`,
    ).run(
      revision.rowid,
      revision.sha256,
      revision.title,
      JSON.stringify(revision.byline),
      revision.publication,
      revision.published,
      revision.publishedKey,
      revision.language,
      revision.words,
      position,
      article,
    );
    dateStatements(db, article);
  });
}

interface CurrentRow {
  readonly article: number;
  readonly current: RevisionId;
}

/** The article's row; throws `conflict` where another revision than `expected` has become the current one. */
function expectCurrent(db: ReadableDb, article: string, expected: string): CurrentRow {
  const row = db
    .prepare<[string], CurrentRow>(
      `SELECT a.id AS article, r.uuid AS current FROM articles a JOIN revisions r ON r.id = a.current_revision
       WHERE a.uuid = ? AND a.binned IS NULL`,
    )
    .get(article);
  if (row === undefined)
    throw new VerbatimError('not-found', 'This article is not in the library any more, or it is in the bin.', {
      article,
    });
  if (row.current !== expected)
    throw new VerbatimError(
      'conflict',
      'The article has got another revision in the meantime. Nothing was changed; look at it again.',
      { article, current: row.current },
    );
  return row;
}

export interface Revising {
  readonly article: ArticleId;
  /** The current revision, which the new one takes the place of. */
  readonly former: RevisionId;
  readonly capture: CaptureId;
  readonly revision: PreparedRevision;
  /** SHA-256 of images it shows that the library has already. */
  readonly shows: readonly string[];
  /** The reader's place in the new text. */
  readonly position: number;
  readonly agent: string;
  /** Ends the sentence "Revision 3 …" in the log. */
  readonly detail: string;
}

/** Adds another reading of a capture that the library has and makes it the current one. */
export function revise(db: WritableDb, revising: Revising): AddedRevision {
  const { article } = expectCurrent(db, revising.article, revising.former);
  const capture = db
    .prepare<[string, number], number>('SELECT id FROM captures WHERE uuid = ? AND article = ?')
    .pluck()
    .get(revising.capture, article);
  if (capture === undefined) throw new VerbatimError('not-found', 'This article has no such capture any more.');
  const added = addRevision(db, article, capture, revising.revision);
  const link = db.prepare(
    'INSERT OR IGNORE INTO revision_images (revision, original) SELECT ?, id FROM originals WHERE sha256 = ?',
  );
  for (const sha256 of revising.shows) link.run(added.rowid, sha256);
  setCurrent(db, article, { ...revising.revision, rowid: added.rowid }, revising.position);
  recordEvent(db, ofArticle(revising, `Revision ${added.number} ${revising.detail}`));
  return added;
}

function ofArticle(change: { readonly article: string; readonly agent: string }, detail: string): NewEvent {
  return { kind: 'revision', agent: change.agent, subject: `article ${change.article}`, outcome: 'success', detail };
}

export interface CurrentChange {
  readonly article: ArticleId;
  readonly former: RevisionId;
  /** The one to be current again. */
  readonly revision: RevisionId;
  readonly facts: ArticleFacts;
  readonly position: number;
  readonly agent: string;
}

/** Makes an earlier revision the current one again; it is unsettled until marks made since are placed in it. */
export function makeCurrent(db: WritableDb, change: CurrentChange): void {
  const { article } = expectCurrent(db, change.article, change.former);
  const target = db
    .prepare<[string, number], { rowid: number; number: number; sha256: string; words: number }>(
      'SELECT id AS rowid, number, sha256, words FROM revisions WHERE uuid = ? AND article = ?',
    )
    .get(change.revision, article);
  if (target === undefined) throw new VerbatimError('not-found', 'This article has no such revision any more.');
  setCurrent(db, article, { ...change.facts, ...target }, change.position);
  db.prepare('UPDATE revisions SET settled = 0 WHERE id = ?').run(target.rowid);
  for (const { id } of db.prepare<[number], { id: number }>('SELECT id FROM statements WHERE article = ?').all(article))
    indexStatementWords(db, id);
  recordEvent(db, ofArticle(change, `Revision ${target.number} was made the current one again.`));
}

export interface UnsettledRevision {
  readonly article: ArticleId;
  readonly revision: RevisionId;
  /** The revision whose marks are to be placed in it; null where it is not the current one. */
  readonly previous: RevisionId | null;
}

/** Revisions whose marks were not placed before the process ended; opening the library places them. */
export function unsettledRevisions(db: ReadableDb): UnsettledRevision[] {
  return db
    .prepare<[], UnsettledRevision>(
      `SELECT a.uuid AS article, r.uuid AS revision,
         (SELECT p.uuid FROM revisions p WHERE p.article = a.id AND p.settled = 1 ORDER BY p.number DESC LIMIT 1) AS previous
       FROM revisions r JOIN articles a ON a.id = r.article WHERE r.settled = 0 ORDER BY r.id`,
    )
    .all();
}

/** What statements are looked for in: a revision that is the current one of its article, which may lie in the bin; else null. */
export function currentToSettle(
  db: ReadableDb,
  revision: string,
): { document: ReadingDocument; metadata: ArticleMetadata } | null {
  const row = db
    .prepare<[string], { words: Uint8Array; metadata: string }>(
      `SELECT k.words, r.metadata FROM revisions r JOIN articles a ON a.current_revision = r.id
       JOIN revision_contents k ON k.revision = r.id WHERE r.uuid = ?`,
    )
    .get(revision);
  if (row === undefined) return null;
  return {
    document: JSON.parse(wordsIn(row.words).document) as ReadingDocument,
    metadata: JSON.parse(row.metadata) as ArticleMetadata,
  };
}

export function settleRevision(db: WritableDb, revision: string): void {
  db.prepare('UPDATE revisions SET settled = 1 WHERE uuid = ?').run(revision);
}

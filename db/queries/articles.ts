import type {
  ArticleId,
  ArticleMetadata,
  ArticleSummary,
  ArticleView,
  Capture,
  CaptureId,
  CollectionId,
  Person,
  PreciseDate,
  ReadingDocument,
  RemovalLogEntry,
  RevisionFacts,
  RevisionId,
  RevisionSummary,
  Sha256,
} from '../../main/contract/index.ts';
import { removalsIn, wordsIn } from '../revision-contents.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { type SourceColumns, sourceColumns, withSource } from './archives.ts';
import { recordEvent } from './events.ts';
import { reindex } from './search-index.ts';
import { countStatements } from './statement-counts.ts';
import { verbatimState } from './verbatim-checks.ts';

interface SummaryRow {
  id: ArticleId;
  rowid: number;
  title: string;
  byline: string;
  publication: string | null;
  published: string | null;
  url: string | null;
  language: string | null;
  words: number;
  sha256: Sha256;
  revisions: number;
  statements: number;
  annotations: number;
  differs: string | null;
}

const summaryColumns = `a.id AS rowid, a.uuid AS id, a.title, a.byline, a.publication, a.published, a.url, a.language, a.words,
  a.text_sha256 AS sha256,
  (SELECT count(*) FROM revisions r WHERE r.article = a.id) AS revisions,
  (SELECT count(*) FROM statements s WHERE s.article = a.id AND s.binned IS NULL AND s.state <> 'rejected') AS statements,
  (SELECT count(*) FROM annotations n WHERE n.article = a.id AND n.binned IS NULL) AS annotations,
  (SELECT v.reason FROM verbatim_checks v WHERE v.revision = a.current_revision AND v.state = 'differs') AS differs`;

/** A date column as the contract says it: the precision is read from the form. */
export function preciseDate(value: string | null): PreciseDate | null {
  if (value === null) return null;
  const precision =
    value.length === 4
      ? 'year'
      : value.length === 7
        ? 'month'
        : value.length === 10
          ? 'day'
          : /T\d\d:\d\d:\d\d/.test(value)
            ? 'second'
            : 'minute';
  return { value, precision };
}

/** The summary of one row; the counts are of what is not in the bin. */
function toSummary(row: SummaryRow): ArticleSummary {
  const { rowid: _rowid, byline, published, differs, ...rest } = row;
  return {
    ...rest,
    ...(differs === null ? {} : { differs }),
    byline: JSON.parse(byline) as string[],
    published: preciseDate(published),
  };
}

/** Summaries by internal rowid, in the order asked; rows that are gone are left out. */
export function summariesByRow(db: ReadableDb, rows: readonly number[]): ArticleSummary[] {
  const found = new Map(
    db
      .prepare<[string], SummaryRow>(
        `SELECT ${summaryColumns} FROM json_each(?) wanted JOIN articles a ON a.id = wanted.value`,
      )
      .all(JSON.stringify(rows))
      .map((row) => [row.rowid, toSummary(row)]),
  );
  return rows.flatMap((row) => found.get(row) ?? []);
}

/** A page of all live articles in the order they came, for walking the whole library. */
export function pageOfArticles(
  db: ReadableDb,
  after: number,
  limit: number,
): { readonly rowid: number; readonly summary: ArticleSummary }[] {
  return db
    .prepare<[number, number], SummaryRow>(
      `SELECT ${summaryColumns} FROM articles a WHERE a.id > ? AND a.binned IS NULL ORDER BY a.id LIMIT ?`,
    )
    .all(after, limit)
    .map((row) => ({ rowid: row.rowid, summary: toSummary(row) }));
}

interface RevisionRow {
  id: RevisionId;
  capture: CaptureId;
  number: number;
  extractor: string;
  sha256: Sha256;
  words: number;
  created: string;
  captured: string | null;
  fileDated: string | null;
  metadata: string;
  onPages: number;
  /** Packed. */
  removals: Uint8Array;
  people: string;
}

/** Everything about one article but its marks; null when there is none or it is in the bin. */
export type ArticleParts = Omit<ArticleView, 'statements' | 'annotations' | 'upToDate' | 'alike' | 'hasPages'>;

/** The same without its words, however many they are. */
export type ArticleFacts = Omit<ArticleParts, 'revision'> & {
  readonly revision: RevisionFacts;
  /** Whether blocks of it stand on pages, or there are none at all, as in a scan. */
  readonly onPages: boolean;
};

export function readArticle(db: ReadableDb, article: string, revision: string | null): ArticleParts | null {
  const facts = describeArticle(db, article, revision);
  if (facts === null) return null;
  const words = db
    .prepare<[string], Uint8Array>(
      'SELECT k.words FROM revisions r JOIN revision_contents k ON k.revision = r.id WHERE r.uuid = ?',
    )
    .pluck()
    .get(facts.revision.id);
  if (words === undefined) return null;
  const { onPages, ...parts } = facts;
  const { document, text } = wordsIn(words);
  return { ...parts, revision: { ...parts.revision, document: JSON.parse(document) as ReadingDocument, text } };
}

/** The title of an article that is not in the bin, whatever else of it can be read; or null. */
export function titleOf(db: ReadableDb, article: string): string | null {
  return (
    db.prepare<[string], string>('SELECT title FROM articles WHERE uuid = ? AND binned IS NULL').pluck().get(article) ??
    null
  );
}

/** What a revision says, packed as it is stored: nobody on the way to the page takes it apart. */
export interface StoredWords {
  readonly revision: RevisionId;
  readonly words: Uint8Array<ArrayBuffer>;
}

const storedWords =
  'SELECT r.uuid AS revision, k.words FROM revisions r JOIN revision_contents k ON k.revision = r.id JOIN articles a';

/** The words of a revision whose article is not in the bin, or null. */
export function readStoredWords(db: ReadableDb, revision: string): StoredWords | null {
  return (
    db
      .prepare<[string], StoredWords>(`${storedWords} ON a.id = r.article WHERE r.uuid = ? AND a.binned IS NULL`)
      .get(revision) ?? null
  );
}

/** The words of the current revision of an article that is not in the bin, or null. */
export function readCurrentWords(db: ReadableDb, article: string): StoredWords | null {
  return (
    db
      .prepare<[string], StoredWords>(
        `${storedWords} ON r.id = a.current_revision WHERE a.uuid = ? AND a.binned IS NULL`,
      )
      .get(article) ?? null
  );
}

export function describeArticle(db: ReadableDb, article: string, revision: string | null): ArticleFacts | null {
  const row = db
    .prepare<[string], SummaryRow & { position: number; current: number | null; currentRevision: RevisionId | null }>(
      `SELECT ${summaryColumns}, a.position, a.current_revision AS current,
         (SELECT uuid FROM revisions WHERE id = a.current_revision) AS currentRevision FROM articles a WHERE a.uuid = ? AND a.binned IS NULL`,
    )
    .get(article);
  if (row === undefined) return null;
  const { position, current, currentRevision, ...summary } = row;
  const shown = db
    .prepare<[number, string | null, number | null], RevisionRow & { rowid: number }>(
      `SELECT r.id AS rowid, r.uuid AS id, c.uuid AS capture, r.number, r.extractor, r.sha256, r.words, r.created, c.captured, c.file_dated AS fileDated, r.metadata,
        r.on_pages AS onPages, k.removals, r.people
       FROM revisions r JOIN revision_contents k ON k.revision = r.id JOIN captures c ON c.id = r.capture WHERE r.article = ? AND coalesce(r.uuid = ?, r.id = ?)`,
    )
    .get(row.rowid, revision, current);
  if (shown === undefined) return null;
  const { rowid: shownRow, people, onPages, ...shownRevision } = shown;
  const verbatim = verbatimState(db, shownRow);
  return {
    article: toSummary(summary),
    revision: {
      ...shownRevision,
      metadata: JSON.parse(shown.metadata) as ArticleMetadata,
      removals: JSON.parse(removalsIn(shown.removals)) as RemovalLogEntry[],
      ...(verbatim === null ? {} : { verbatim }),
    },
    onPages: onPages === 1,
    current: shownRow === current,
    currentRevision: currentRevision ?? shown.id,
    people: JSON.parse(people) as Person[],
    revisions: db
      .prepare<[number], RevisionSummary>(
        `SELECT r.uuid AS id, c.uuid AS capture, r.number, r.extractor, r.sha256, r.words, r.created, c.captured, c.file_dated AS fileDated
         FROM revisions r JOIN captures c ON c.id = r.capture WHERE r.article = ? ORDER BY r.number`,
      )
      .all(row.rowid),
    captures: db
      .prepare<[number], Omit<Capture, 'source'> & SourceColumns>(
        `SELECT c.uuid AS id, o.sha256 AS original, c.name, c.format, o.bytes, c.captured, c.captured_by AS capturedBy, c.file_dated AS fileDated, c.imported, c.url, ${sourceColumns}
         FROM captures c JOIN originals o ON o.id = c.original LEFT JOIN archives w ON w.id = c.archive WHERE c.article = ? ORDER BY c.id`,
      )
      .all(row.rowid)
      .map(withSource),
    collections: db
      .prepare<[number], CollectionId>(
        `SELECT k.uuid FROM collection_articles m JOIN collections k ON k.id = m.collection WHERE m.article = ? AND k.binned IS NULL`,
      )
      .pluck()
      .all(row.rowid),
    position,
  };
}

export function setPosition(db: WritableDb, article: string, position: number): void {
  db.prepare('UPDATE articles SET position = ? WHERE uuid = ?').run(position, article);
}

/**
 * Moves articles to the bin (with an instant) or back (with null), each with its line in the log; answers those
 * that moved.
 */
export function setBinned(
  db: WritableDb,
  articles: readonly string[],
  binned: string | null,
  agent: string,
): ArticleId[] {
  const moved = db
    .prepare<[string, number], { row: number; id: ArticleId }>(
      'SELECT id AS row, uuid AS id FROM articles WHERE uuid IN (SELECT value FROM json_each(?)) AND (binned IS NULL) = ?',
    )
    .all(JSON.stringify(articles), binned === null ? 0 : 1);
  const rows = moved.map(({ row }) => row);
  reindex(db, rows, () => {
    db.prepare('UPDATE articles SET binned = ? WHERE id IN (SELECT value FROM json_each(?))').run(
      binned,
      JSON.stringify(rows),
    );
  });
  const detail = binned === null ? 'Restored from the bin.' : 'Moved to the bin.';
  for (const { id } of moved)
    recordEvent(db, { kind: 'bin', agent, subject: `article ${id}`, outcome: 'success', detail });
  return moved.map(({ id }) => id);
}

/** The numbers beside a library's name. */
export function countEverything(db: ReadableDb): {
  articles: number;
  statements: number;
  annotations: number;
  binned: number;
} {
  const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    articles: count('SELECT count(*) FROM articles WHERE binned IS NULL'),
    statements: countStatements(db).total,
    annotations: count(
      `SELECT count(*) FROM annotations WHERE binned IS NULL
       AND article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)`,
    ),
    binned:
      count('SELECT count(*) FROM articles WHERE binned IS NOT NULL') +
      count('SELECT count(*) FROM annotations WHERE binned IS NOT NULL') +
      count('SELECT count(*) FROM statements WHERE binned IS NOT NULL') +
      count('SELECT count(*) FROM codes WHERE binned IS NOT NULL') +
      count('SELECT count(*) FROM collections WHERE binned IS NOT NULL'),
  };
}

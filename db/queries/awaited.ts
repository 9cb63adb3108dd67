import type {
  ArticleId,
  AwaitedFile,
  AwaitedPage,
  AwaitedPageId,
  AwaitedRecord,
  ForeignMark,
  PreciseDate,
} from '../../main/contract/index.ts';
import { containing, fold } from '../fold.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { recordEdit } from './edits.ts';

/** A page as a file tells of it. */
export interface ToldPage {
  /** Canonical, or null. */
  readonly url: string | null;
  readonly address: string | null;
  readonly title: string | null;
  readonly published: PreciseDate | null;
  readonly file: string;
  readonly tags: readonly string[];
  readonly marks: readonly { readonly id: string; readonly mark: ForeignMark }[];
}

/** What is known of a page that was told of. */
export type Told =
  /** It is awaited from now on, or was before. */
  | { readonly kind: 'awaited'; readonly page: AwaitedPageId; readonly isNew: boolean }
  /** Its article is in the library and nothing is to be put on it. */
  | { readonly kind: 'there'; readonly article: ArticleId; readonly title: string }
  /** It has neither an address nor a title by which its page could be known. */
  | { readonly kind: 'nameless' };

/** Keeps what a file tells of pages; telling the same again changes nothing. */
export function tellOfPages(db: WritableDb, pages: readonly ToldPage[]): Told[] {
  return pages.map((page) => tellOfPage(db, page));
}

function tellOfPage(db: WritableDb, told: ToldPage): Told {
  const bringsNothing = told.tags.length === 0 && told.marks.length === 0;
  if (bringsNothing && told.url !== null) {
    const article = db
      .prepare<[string], { article: ArticleId; title: string }>(
        'SELECT uuid AS article, title FROM articles WHERE url = ? AND binned IS NULL',
      )
      .get(told.url);
    if (article !== undefined) return { kind: 'there', ...article };
  }
  const key = told.title === null ? '' : fold(told.title);
  if (told.url === null && (key === '' || bringsNothing)) return { kind: 'nameless' };
  const columns = 'SELECT id AS rowid, uuid AS page FROM awaited_pages';
  const known = db
    .prepare<[string], { rowid: number; page: AwaitedPageId }>(
      told.url === null ? `${columns} WHERE url IS NULL AND title_key = ?` : `${columns} WHERE url = ?`,
    )
    .get(told.url ?? key);
  const row = known ?? addPage(db, told, key);
  const at = now();
  db.prepare('UPDATE awaited_pages SET dismissed = NULL, title = coalesce(title, ?) WHERE id = ?').run(
    told.title,
    row.rowid,
  );
  db.prepare('INSERT OR IGNORE INTO awaited_files (page, file, told) VALUES (?, ?, ?)').run(row.rowid, told.file, at);
  const tag = db.prepare('INSERT OR IGNORE INTO awaited_tags (page, tag) VALUES (?, ?)');
  for (const name of told.tags) tag.run(row.rowid, name);
  const mark = db.prepare('INSERT OR IGNORE INTO awaited_marks (page, uuid, mark) VALUES (?, ?, ?)');
  for (const one of told.marks) mark.run(row.rowid, one.id, JSON.stringify(one.mark));
  return { kind: 'awaited', page: row.page, isNew: known === undefined };
}

function addPage(db: WritableDb, told: ToldPage, key: string): { rowid: number; page: AwaitedPageId } {
  const page = uuidv7() as AwaitedPageId;
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO awaited_pages (uuid, url, title_key, address, title, published, told) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      page,
      told.url,
      key,
      told.address,
      told.title,
      told.published === null ? null : JSON.stringify(told.published),
      now(),
    );
  return { rowid: Number(lastInsertRowid), page };
}

/** A page that is awaited, and the article that it is. */
export interface DuePage {
  readonly page: AwaitedPageId;
  readonly article: ArticleId;
  /** By the title alone an article is only supposed to be the page: its words have to prove it. */
  readonly by: 'url' | 'title';
}

/** Which pages are asked about: those of some articles, some pages, or all. */
export type DueAmong = { readonly articles: readonly string[] } | { readonly pages: readonly string[] } | 'all';

/** The awaited pages that are in the library. */
export function duePages(db: ReadableDb, among: DueAmong): DuePage[] {
  const asked = {
    articles: among !== 'all' && 'articles' in among ? JSON.stringify(among.articles) : null,
    pages: among !== 'all' && 'pages' in among ? JSON.stringify(among.pages) : null,
  };
  const byUrl = db
    .prepare<[typeof asked], Omit<DuePage, 'by'>>(
      `SELECT p.uuid AS page, a.uuid AS article FROM awaited_pages p JOIN articles a ON a.url = p.url
       WHERE p.dismissed IS NULL AND a.binned IS NULL ${
         asked.articles === null ? '' : 'AND a.uuid IN (SELECT value FROM json_each(:articles))'
       } ${asked.pages === null ? '' : 'AND p.uuid IN (SELECT value FROM json_each(:pages))'}`,
    )
    .all(asked)
    .map((due) => ({ ...due, by: 'url' as const }));
  return [...byUrl, ...dueByTitle(db, asked)];
}

/** A title that more articles have says nothing (“News in brief”); each of them would have to be read. */
const mostOfOneTitle = 20;

function dueByTitle(
  db: ReadableDb,
  asked: { readonly articles: string | null; readonly pages: string | null },
): DuePage[] {
  const pages = new Map(
    db
      .prepare<[typeof asked], { key: string; page: AwaitedPageId }>(
        `SELECT title_key AS key, uuid AS page FROM awaited_pages
         WHERE url IS NULL AND dismissed IS NULL AND (:pages IS NULL OR uuid IN (SELECT value FROM json_each(:pages)))`,
      )
      .all(asked)
      .map(({ key, page }) => [key, page]),
  );
  if (pages.size === 0) return [];
  const due: DuePage[] = [];
  const candidates = new Map<string, number>();
  for (const { article, title } of db
    .prepare<[typeof asked], { article: ArticleId; title: string }>(
      `SELECT uuid AS article, title FROM articles
       WHERE binned IS NULL AND (:articles IS NULL OR uuid IN (SELECT value FROM json_each(:articles)))`,
    )
    .iterate(asked)) {
    const page = pages.get(fold(title));
    if (page === undefined) continue;
    const count = (candidates.get(page) ?? 0) + 1;
    candidates.set(page, count);
    if (count <= mostOfOneTitle) due.push({ page, article, by: 'title' });
  }
  return due;
}

/** What waits for a page, or null when nothing does any more. */
export function waitingForPage(
  db: ReadableDb,
  page: string,
): {
  readonly tags: readonly string[];
  readonly files: readonly string[];
  readonly marks: readonly { readonly id: string; readonly mark: ForeignMark }[];
} | null {
  const row = db
    .prepare<[string], number>('SELECT id FROM awaited_pages WHERE uuid = ? AND dismissed IS NULL')
    .pluck()
    .get(page);
  if (row === undefined) return null;
  return {
    tags: tagsOf(db, row),
    files: filesOf(db, row),
    marks: db
      .prepare<[number], { id: string; mark: string }>(
        'SELECT uuid AS id, mark FROM awaited_marks WHERE page = ? ORDER BY id',
      )
      .all(row)
      .map(({ id, mark }) => ({ id, mark: JSON.parse(mark) as ForeignMark })),
  };
}

function tagsOf(db: ReadableDb, page: number): string[] {
  return db.prepare<[number], string>('SELECT tag FROM awaited_tags WHERE page = ? ORDER BY tag').pluck().all(page);
}

function filesOf(db: ReadableDb, page: number): string[] {
  return db
    .prepare<[number], string>('SELECT file FROM awaited_files WHERE page = ? ORDER BY told, file')
    .pluck()
    .all(page);
}

/** The page is there and has what waited for it. */
export function endWaiting(db: WritableDb, page: string): void {
  db.prepare('DELETE FROM awaited_pages WHERE uuid = ?').run(page);
}

/** A page of what is awaited, for a package; `after` is the last rowid seen. */
export function awaitedRecords(
  db: ReadableDb,
  after: number,
  limit: number,
): { readonly rowid: number; readonly record: AwaitedRecord }[] {
  return db
    .prepare<
      [number, number],
      Pick<PageRow, 'rowid' | 'title' | 'address' | 'published'> & {
        readonly uuid: string;
        readonly url: string | null;
      }
    >(
      `SELECT id AS rowid, uuid, url, address, title, published FROM awaited_pages
       WHERE id > ? AND dismissed IS NULL ORDER BY id LIMIT ?`,
    )
    .all(after, limit)
    .flatMap(({ rowid, uuid, published, ...row }) => {
      const waiting = waitingForPage(db, uuid);
      if (waiting === null) return [];
      const { tags, files, marks } = waiting;
      const date = published === null ? null : (JSON.parse(published) as PreciseDate);
      return { rowid, record: { ...row, published: date, tags, files, marks } as AwaitedRecord };
    });
}

interface PageRow {
  readonly rowid: number;
  readonly id: AwaitedPageId;
  readonly title: string | null;
  readonly address: string | null;
  readonly published: string | null;
  readonly told: string;
  readonly marks: number;
}

/** A page of the awaited ones, the last told of first; `words` are looked for in title, address, tags and files. */
export function listAwaited(
  db: ReadableDb,
  query: {
    readonly words: string | null;
    readonly file: string | null;
    readonly offset: number;
    readonly limit: number;
  },
): { rows: AwaitedPage[]; total: number } {
  const like = query.words === null || query.words.trim() === '' ? null : containing(query.words);
  const asked = { like, file: query.file };
  const where = `p.dismissed IS NULL
    AND (:file IS NULL OR EXISTS (SELECT 1 FROM awaited_files f WHERE f.page = p.id AND f.file = :file))
    AND (:like IS NULL OR p.title_key LIKE :like ESCAPE '\\' OR lower(coalesce(p.address, '')) LIKE :like ESCAPE '\\'
      OR EXISTS (SELECT 1 FROM awaited_tags t WHERE t.page = p.id AND lower(t.tag) LIKE :like ESCAPE '\\')
      OR EXISTS (SELECT 1 FROM awaited_files f WHERE f.page = p.id AND lower(f.file) LIKE :like ESCAPE '\\'))`;
  const rows = db
    .prepare<[typeof asked & { offset: number; limit: number }], PageRow>(
      `SELECT p.id AS rowid, p.uuid AS id, p.title, p.address, p.published, p.told,
         (SELECT count(*) FROM awaited_marks m WHERE m.page = p.id) AS marks
       FROM awaited_pages p WHERE ${where} ORDER BY p.id DESC LIMIT :limit OFFSET :offset`,
    )
    .all({ ...asked, offset: query.offset, limit: query.limit });
  return {
    rows: rows.map(({ rowid, published, ...row }) => ({
      ...row,
      published: published === null ? null : (JSON.parse(published) as PreciseDate),
      tags: tagsOf(db, rowid),
      files: filesOf(db, rowid),
    })),
    total:
      db.prepare<[typeof asked], number>(`SELECT count(*) FROM awaited_pages p WHERE ${where}`).pluck().get(asked) ?? 0,
  };
}

/** The files that told of pages which are awaited, those with most of them first. */
export function awaitedFiles(db: ReadableDb): AwaitedFile[] {
  return db
    .prepare<[], AwaitedFile>(
      `SELECT f.file, count(*) AS pages FROM awaited_files f JOIN awaited_pages p ON p.id = f.page
       WHERE p.dismissed IS NULL GROUP BY f.file ORDER BY pages DESC, f.file`,
    )
    .all();
}

/** Waits no longer for some pages, or for those that a file told of and no other; answers which. */
export function dismissAwaited(
  db: WritableDb,
  which: { readonly ids: readonly string[] } | { readonly file: string },
): AwaitedPageId[] {
  const condition =
    'ids' in which
      ? 'uuid IN (SELECT value FROM json_each(:which))'
      : `id IN (SELECT page FROM awaited_files WHERE file = :which)
         AND NOT EXISTS (SELECT 1 FROM awaited_files f WHERE f.page = awaited_pages.id AND f.file <> :which)`;
  const dismissed = db
    .prepare<[{ at: string; which: string }], AwaitedPageId>(
      `UPDATE awaited_pages SET dismissed = :at WHERE dismissed IS NULL AND ${condition} RETURNING uuid`,
    )
    .pluck()
    .all({ at: now(), which: 'ids' in which ? JSON.stringify(which.ids) : which.file });
  if (dismissed.length > 0)
    recordEdit(db, 'awaited', 'awaited pages', `${dismissed.length} pages are not waited for any more.`);
  return dismissed;
}

export function restoreAwaited(db: WritableDb, ids: readonly string[]): void {
  const { changes } = db
    .prepare('UPDATE awaited_pages SET dismissed = NULL WHERE uuid IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(ids));
  if (changes > 0) recordEdit(db, 'awaited', 'awaited pages', `${changes} pages are waited for again.`);
}

/** Forgets the pages that a person didn't want; nothing undoes what an earlier session did. */
export function forgetDismissed(db: WritableDb): void {
  db.prepare('DELETE FROM awaited_pages WHERE dismissed IS NOT NULL').run();
}

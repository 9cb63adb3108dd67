import { createHash } from 'node:crypto';
import type { ArticleId, CaptureId, MemberDescription, RevisionId, Sha256 } from '../../main/contract/index.ts';
import { isUnpackable, packRemovals, textIfSound } from '../revision-contents.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { recordEvent } from './events.ts';
import { ensureOriginal } from './originals.ts';
import { indexStatementWords } from './placements.ts';
import { reindex } from './search-index.ts';

/**
 * Revisions whose stored words are gone, can't be unpacked, or don't have the hash they were kept under; and their
 * words put back, where they were made again and have it.
 */
export interface DamagedRevision {
  readonly article: ArticleId;
  readonly revision: RevisionId;
  /** 1, 2, … within the article. */
  readonly number: number;
  readonly isCurrent: boolean;
  /** What the words were kept under. */
  readonly sha256: Sha256;
  readonly extractor: string;
  /** Images that came with it. */
  readonly images: number;
  readonly capture: CaptureId;
  readonly original: Sha256;
  readonly part: string;
  readonly name: string;
  readonly format: string;
  readonly told: MemberDescription | null;
}

interface Row extends Omit<DamagedRevision, 'isCurrent' | 'told'> {
  readonly isCurrent: 0 | 1;
  readonly told: string | null;
  readonly packed: Uint8Array | null;
  readonly removals: Uint8Array | null;
}

/** Those of articles that are not in the bin, all revisions of each; the ones of one original together. */
export function damagedRevisions(db: ReadableDb, articles: readonly string[]): DamagedRevision[] {
  const rows = db.prepare<[string], Row>(
    `SELECT a.uuid AS article, r.uuid AS revision, r.number, r.id = a.current_revision AS isCurrent, r.sha256, r.extractor,
       (SELECT count(*) FROM revision_images i WHERE i.revision = r.id) AS images, c.uuid AS capture,
       o.sha256 AS original, c.part, c.name, c.format, c.source -> '$.told' AS told, k.words AS packed, k.removals
     FROM json_each(?) wanted JOIN articles a ON a.uuid = wanted.value JOIN revisions r ON r.article = a.id
     LEFT JOIN revision_contents k ON k.revision = r.id JOIN captures c ON c.id = r.capture JOIN originals o ON o.id = c.original
     WHERE a.binned IS NULL ORDER BY o.id, r.id`,
  );
  const damaged: DamagedRevision[] = [];
  for (const { packed, removals, isCurrent, told, ...row } of rows.iterate(JSON.stringify(articles)))
    if (!hasHash(packed, row.sha256) || removals === null || !isUnpackable(removals))
      damaged.push({
        ...row,
        isCurrent: isCurrent === 1,
        told: told === null ? null : (JSON.parse(told) as MemberDescription),
      });
  return damaged;
}

/** Whether packed words are there and have the hash they were kept under. */
export function hasHash(words: Uint8Array | null, sha256: string): boolean {
  const text = words === null ? null : textIfSound(words);
  return text !== null && createHash('sha256').update(text).digest('hex') === sha256;
}

export interface MendedWords {
  readonly article: ArticleId;
  readonly revision: RevisionId;
  /** The document and the canonical text, packed; the text has the revision's hash. */
  readonly words: Uint8Array;
  readonly text: string;
  /** JSON. */
  readonly removals: string;
  readonly onPages: boolean;
  readonly extractor: string;
  readonly images: readonly { readonly sha256: string; readonly bytes: number; readonly mediaType: string }[];
  readonly agent: string;
  readonly detail: string;
}

/** Puts a revision's words back. What is indexed of them is made again only where it had been made of the damaged ones. */
export function mendWords(db: WritableDb, mended: MendedWords): void {
  const row = db
    .prepare<[string], { id: number; article: number; isCurrent: 0 | 1 }>(
      `SELECT r.id, a.id AS article, r.id = a.current_revision AS isCurrent FROM revisions r JOIN articles a ON a.id = r.article
       WHERE r.uuid = ?`,
    )
    .get(mended.revision);
  if (row === undefined) return;
  const { id, article } = row;
  const put = (): void => {
    db.prepare(
      `INSERT INTO revision_contents (revision, words, removals) VALUES (?, ?, ?)
       ON CONFLICT (revision) DO UPDATE SET words = excluded.words, removals = excluded.removals`,
    ).run(id, mended.words, packRemovals(mended.removals));
    db.prepare('UPDATE revisions SET extractor = ?, on_pages = ? WHERE id = ?').run(
      mended.extractor,
      mended.onPages ? 1 : 0,
      id,
    );
    const link = db.prepare('INSERT OR IGNORE INTO revision_images (revision, original) VALUES (?, ?)');
    for (const image of mended.images) link.run(id, ensureOriginal(db, image));
  };
  if (row.isCurrent === 0 || isIndexed(db, article, mended.text)) put();
  else reindex(db, [article], put);
  if (row.isCurrent === 1) {
    const statements = db.prepare<[number], number>('SELECT id FROM statements WHERE article = ?').pluck().all(article);
    for (const statement of statements) indexStatementWords(db, statement);
  }
  recordEvent(db, {
    kind: 'mend',
    agent: mended.agent,
    subject: `article ${mended.article}`,
    outcome: 'success',
    detail: mended.detail,
  });
}

/** A phrase of so many units is looked for at the beginning and at the end of a text. */
const phrase = 10_000;

/**
 * Whether the index holds an article with these words. It does unless it was made anew while they were damaged: FTS5
 * must be told what went in to take it out, so both can't be treated alike.
 */
function isIndexed(db: ReadableDb, article: number, text: string): boolean {
  const ends = text.length <= 2 * phrase ? [text] : [text.slice(0, phrase), text.slice(-phrase)];
  const phrases = ends
    // A word that was cut, or half a character, is none of the index.
    .map((end) => (end === text ? end : end.replace(/^\S*|\S*$/gu, '')))
    .filter((end) => /[\p{L}\p{N}]/u.test(end))
    .map((end) => `body : "${end.replaceAll('"', '""').replaceAll('\0', ' ')}"`);
  if (phrases.length === 0) return true;
  return (
    db
      .prepare<[string, number], number>('SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid = ?')
      .pluck()
      .get(phrases.join(' AND '), article) === 1
  );
}

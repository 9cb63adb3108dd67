import type { ArticleId, CaptureId, MemberDescription, RevisionId, Sha256 } from '../../main/contract/index.ts';
import { packRemovals } from '../revision-contents.ts';
import type { ReadableDb, WritableDb } from '../types.ts';

/** An article's current revision and what it was read from. */
export interface ReadCapture {
  readonly article: ArticleId;
  readonly title: string;
  readonly revision: RevisionId;
  readonly extractor: string;
  readonly capture: CaptureId;
  readonly original: Sha256;
  readonly bytes: number;
  readonly part: string;
  readonly name: string;
  readonly format: string;
  /** What the container that it came out of says of it. */
  readonly told: MemberDescription | null;
}

/** What articles are read from, those of one original together; articles that are gone or in the bin are left out. */
export function readCaptures(db: ReadableDb, articles: readonly string[]): ReadCapture[] {
  return db
    .prepare<[string], Omit<ReadCapture, 'told'> & { readonly told: string | null }>(
      `SELECT a.uuid AS article, a.title, r.uuid AS revision, r.extractor, c.uuid AS capture, o.sha256 AS original, o.bytes,
         c.part, c.name, c.format, c.source -> '$.told' AS told
       FROM json_each(?) wanted JOIN articles a ON a.uuid = wanted.value JOIN revisions r ON r.id = a.current_revision
       JOIN captures c ON c.id = r.capture JOIN originals o ON o.id = c.original
       WHERE a.binned IS NULL ORDER BY o.id, c.id`,
    )
    .all(JSON.stringify(articles))
    .map((row) => ({ ...row, told: row.told === null ? null : (JSON.parse(row.told) as MemberDescription) }));
}

/**
 * How many articles have a current revision by an earlier version of a reader that there is.
 * `present`: the extractors of today; `corrected`: what ends an extractor's name where a person corrected it.
 */
export function countOlderExtraction(db: ReadableDb, present: readonly string[], corrected: string): number {
  return (
    db
      .prepare<[{ present: string; corrected: string }], number>(
        `WITH RECURSIVE today AS (SELECT value AS extractor, substr(value, 1, instr(value, '/')) AS reader FROM json_each(:present)),
         -- From one name in the index to the next: there are few.
         met(extractor) AS (SELECT min(extractor) FROM revisions
           UNION ALL SELECT (SELECT min(r.extractor) FROM revisions r WHERE r.extractor > met.extractor) FROM met WHERE met.extractor IS NOT NULL),
         older AS (SELECT extractor FROM met
           WHERE replace(extractor, :corrected, '') NOT IN (SELECT extractor FROM today)
             AND substr(extractor, 1, instr(extractor, '/')) IN (SELECT reader FROM today))
         SELECT count(*) FROM older CROSS JOIN revisions r ON r.extractor = older.extractor
         CROSS JOIN articles a ON a.current_revision = r.id WHERE a.binned IS NULL`,
      )
      .pluck()
      .get({ present: JSON.stringify(present), corrected }) ?? 0
  );
}

/**
 * Says of a revision that a newer extractor reads the same article from the original, and keeps that
 * reading's log of what was left out.
 */
export function confirmExtraction(
  db: WritableDb,
  {
    revision,
    extractor,
    removals,
  }: { readonly revision: string; readonly extractor: string; readonly removals: string },
): void {
  db.prepare('UPDATE revisions SET extractor = ? WHERE uuid = ?').run(extractor, revision);
  db.prepare(
    'UPDATE revision_contents SET removals = ? WHERE revision = (SELECT id FROM revisions WHERE uuid = ?)',
  ).run(packRemovals(removals), revision);
}

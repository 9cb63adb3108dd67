import type { CaptureId, Sha256 } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';

/** Registers stored bytes and answers their rowid; bytes that are known keep their first row. */
export function ensureOriginal(db: WritableDb, original: { sha256: string; bytes: number; mediaType: string }): number {
  const known = db.prepare<[string], number>('SELECT id FROM originals WHERE sha256 = ?').pluck().get(original.sha256);
  if (known !== undefined) return known;
  return Number(
    db
      .prepare('INSERT INTO originals (sha256, bytes, media_type, added) VALUES (?, ?, ?, ?)')
      .run(original.sha256, original.bytes, original.mediaType, now()).lastInsertRowid,
  );
}

/** What the library says of a stored file, or null. */
export function findOriginal(db: ReadableDb, sha256: string): { bytes: number; mediaType: string } | null {
  return (
    db
      .prepare<[string], { bytes: number; mediaType: string }>(
        'SELECT bytes, media_type AS mediaType FROM originals WHERE sha256 = ?',
      )
      .get(sha256) ?? null
  );
}

/** The stored file that a capture was taken from, with the format it was read as; null for a capture that isn't there. */
export function originalOfCapture(db: ReadableDb, capture: CaptureId): { sha256: Sha256; format: string } | null {
  return (
    db
      .prepare<[string], { sha256: Sha256; format: string }>(
        'SELECT o.sha256, c.format FROM captures c JOIN originals o ON o.id = c.original WHERE c.uuid = ?',
      )
      .get(capture) ?? null
  );
}

/** How many originals there are, and their bytes together. */
export function countOriginals(db: ReadableDb): { count: number; bytes: number } {
  return (
    db
      .prepare<[], { count: number; bytes: number }>(
        'SELECT count(*) AS count, coalesce(sum(bytes), 0) AS bytes FROM originals',
      )
      .get() ?? {
      count: 0,
      bytes: 0,
    }
  );
}

/** A page of originals in rowid order, for walking all of them; `after` is the last rowid seen. */
export function pageOfOriginals(
  db: ReadableDb,
  after: number,
  limit: number,
): { id: number; sha256: string; bytes: number }[] {
  return db
    .prepare<[number, number], { id: number; sha256: string; bytes: number }>(
      'SELECT id, sha256, bytes FROM originals WHERE id > ? ORDER BY id LIMIT ?',
    )
    .all(after, limit);
}

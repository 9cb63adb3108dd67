import type { CaptureId, Sha256 } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { recordEvent } from './events.ts';

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

/** Which of some stored files the library refers to. */
export function knownOriginals(db: ReadableDb, hashes: readonly Sha256[]): Sha256[] {
  return db
    .prepare<[string], Sha256>('SELECT sha256 FROM originals WHERE sha256 IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(hashes));
}

/** The pictures that the revisions of an original show. */
export function picturesOfOriginal(db: ReadableDb, sha256: Sha256): Sha256[] {
  return db
    .prepare<[string], Sha256>(
      `SELECT DISTINCT i.sha256 FROM originals o JOIN captures c ON c.original = o.id JOIN revisions r ON r.capture = c.id
         JOIN revision_images ri ON ri.revision = r.id JOIN originals i ON i.id = ri.original WHERE o.sha256 = ?`,
    )
    .pluck()
    .all(sha256);
}

/** Keeps in the log that originals were put back in their places, and what they came back from. */
export function recordMended(db: WritableDb, hashes: readonly Sha256[], from: string, agent: string): void {
  for (const sha256 of hashes)
    recordEvent(db, {
      kind: 'mend',
      agent,
      subject: `original ${sha256}`,
      outcome: 'success',
      detail: `It was missing or changed, and was put back from ${from}.`,
    });
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

import type { CaptureSource, Sha256 } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { ensureOriginal } from './originals.ts';

/** A web archive as the library knows it. The row never leaves the library: packages name it by its hash. */
export interface KnownArchive {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Sha256 | null;
  readonly path: string | null;
  /** Whether its bytes are kept among the originals. */
  readonly copied: boolean;
}

/** The row of an archive at a place, made when it isn't there. The same file again, by place and size, has one row. */
export function registerArchive(
  db: WritableDb,
  archive: { readonly name: string; readonly bytes: number; readonly path: string },
): number {
  const known = db
    .prepare<[string, number], number>('SELECT id FROM archives WHERE path = ? AND bytes = ?')
    .pluck()
    .get(archive.path, archive.bytes);
  if (known !== undefined) return known;
  return Number(
    db
      .prepare('INSERT INTO archives (name, bytes, path, added) VALUES (?, ?, ?, ?)')
      .run(archive.name, archive.bytes, archive.path, now()).lastInsertRowid,
  );
}

/** Keeps the hash of an archive that was read to its end, and that it was copied among the originals. */
export function identifyArchive(
  db: WritableDb,
  id: number,
  found: { readonly sha256: Sha256; readonly bytes: number; readonly mediaType: string; readonly copied: boolean },
): void {
  const original = found.copied ? ensureOriginal(db, found) : null;
  db.prepare('UPDATE archives SET sha256 = ?, original = coalesce(?, original) WHERE id = ?').run(
    found.sha256,
    original,
    id,
  );
}

/** Every archive that captures were taken from. */
export function listArchives(db: ReadableDb): KnownArchive[] {
  return db
    .prepare<[], Omit<KnownArchive, 'copied'> & { original: number | null }>(
      'SELECT id, name, bytes, sha256, path, original FROM archives ORDER BY id',
    )
    .all()
    .map(({ original, ...archive }) => ({ ...archive, copied: original !== null }));
}

/** What of a capture's row says where it came from. */
export interface SourceColumns {
  readonly source: string | null;
  readonly archiveName: string | null;
  readonly archiveBytes: number | null;
  readonly archiveSha256: Sha256 | null;
}

/** To be selected together with a capture `c` and its archive `w`. */
export const sourceColumns = 'c.source, w.name AS archiveName, w.bytes AS archiveBytes, w.sha256 AS archiveSha256';

/** A capture's row with its source as the contract has it. */
export function withSource<Row extends SourceColumns>(
  row: Row,
): Omit<Row, keyof SourceColumns> & { source: CaptureSource | null } {
  const { source, archiveName, archiveBytes, archiveSha256, ...capture } = row;
  if (source === null) return { ...capture, source: null };
  const kept = JSON.parse(source) as Omit<CaptureSource, 'archive'>;
  const archive =
    archiveName === null || archiveBytes === null
      ? null
      : { name: archiveName, bytes: archiveBytes, sha256: archiveSha256 };
  return { ...capture, source: { ...kept, archive } };
}

/** The columns `source` and `archive` for a capture that came out of a package: an archive is known again by its hash. */
export function sourceRow(
  db: WritableDb,
  source: CaptureSource | null,
): { source: string | null; archive: number | null } {
  if (source === null) return { source: null, archive: null };
  const { archive, ...kept } = source;
  return { source: JSON.stringify(kept), archive: archive === null ? null : restoredArchive(db, archive) };
}

function restoredArchive(db: WritableDb, archive: NonNullable<CaptureSource['archive']>): number {
  const known = db
    .prepare<[string | null, string, number], number>(
      'SELECT id FROM archives WHERE sha256 IS ? AND name = ? AND bytes = ? LIMIT 1',
    )
    .pluck()
    .get(archive.sha256, archive.name, archive.bytes);
  if (known !== undefined) return known;
  return Number(
    db
      .prepare('INSERT INTO archives (name, bytes, sha256, added) VALUES (?, ?, ?, ?)')
      .run(archive.name, archive.bytes, archive.sha256, now()).lastInsertRowid,
  );
}

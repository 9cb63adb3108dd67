import type { WatchedFolder } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';

/** Folders whose new files are taken in by themselves, in the order they were named. */
export function listWatchedFolders(db: ReadableDb): WatchedFolder[] {
  return db.prepare<[], WatchedFolder>('SELECT id, path, collection FROM watched_folders ORDER BY id').all();
}

/** Watches a folder from now on; one that is watched already gets the collection. Answers its id. */
export function addWatchedFolder(db: WritableDb, path: string, collection: string | null): number {
  return (
    db
      .prepare<[string, string | null, string], number>(
        `INSERT INTO watched_folders (path, collection, added) VALUES (?, ?, ?)
         ON CONFLICT (path) DO UPDATE SET collection = excluded.collection RETURNING id`,
      )
      .pluck()
      .get(path, collection, now()) ?? 0
  );
}

export function removeWatchedFolder(db: WritableDb, id: number): void {
  db.prepare('DELETE FROM watched_folders WHERE id = ?').run(id);
}

/** A file as it was seen: another size or time means other bytes. */
export interface SeenFile {
  readonly path: string;
  readonly bytes: number;
  readonly modified: string;
}

/** Which of some files were not taken in as they are now. */
export function unseenFiles(db: ReadableDb, folder: number, files: readonly SeenFile[]): SeenFile[] {
  const seen = db
    .prepare<[number, string, number, string], number>(
      'SELECT 1 FROM watched_files WHERE folder = ? AND path = ? AND bytes = ? AND modified = ?',
    )
    .pluck();
  return files.filter(({ path, bytes, modified }) => seen.get(folder, path, bytes, modified) === undefined);
}

export function rememberFiles(db: WritableDb, folder: number, files: readonly SeenFile[]): void {
  // The folder may have been let go of while its files were taken in.
  const insert = db.prepare(
    `INSERT OR REPLACE INTO watched_files (folder, path, bytes, modified)
     SELECT id, ?, ?, ? FROM watched_folders WHERE id = ?`,
  );
  for (const { path, bytes, modified } of files) insert.run(path, bytes, modified, folder);
}

import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { refuseWithoutRoom } from '../backups/room.ts';
import { type Rotated, rotateBackups } from '../backups/rotation.ts';
import type { ReadableDb } from '../types.ts';
import { type MaintenanceControl, Telling } from './maintenance.ts';

/** Pages of one step: a few megabytes, after which it can be given up. */
const step = 1000;

/**
 * Copies the whole database into a new file, as of one instant, while others read and write. The file has its name
 * only once it is whole and on the disk: until then it is called `….partial`. Its owner alone may read it. Throws `disk-full` before it begins where it
 * would have no room. Answers what became of older ones.
 */
export async function copyLibrary(db: ReadableDb, control: MaintenanceControl, file: string): Promise<Rotated> {
  const partial = `${file}.partial`;
  const pageBytes = db.pragma('page_size', { simple: true }) as number;
  refuseWithoutRoom(dirname(file), pageBytes * (db.pragma('page_count', { simple: true }) as number));
  const telling = new Telling(control);
  closeSync(openSync(partial, 'wx', 0o600));
  try {
    // Without a transaction SQLite would begin anew after every change that the writer makes meanwhile.
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    try {
      await db.backup(partial, {
        progress({ totalPages, remainingPages }) {
          telling.tell({
            bytes: { done: (totalPages - remainingPages) * pageBytes, total: totalPages * pageBytes },
          });
          return step;
        },
      });
    } finally {
      if (db.inTransaction) db.exec('ROLLBACK');
    }
    standAlone(partial);
    control.keepGoing();
    finishBackup(partial, file);
    return rotateBackups(dirname(file), 'by hand');
  } catch (error) {
    for (const left of [partial, `${partial}-journal`]) rmSync(left, { force: true });
    throw error;
  }
}

/** The same in one statement, for the moment before a migration, when nobody else uses the library. Throws the same. */
export function copyAtOnce(db: ReadableDb, file: string): void {
  const partial = `${file}.partial`;
  const number = (pragma: string) => db.pragma(pragma, { simple: true }) as number;
  // Free pages are not copied.
  refuseWithoutRoom(dirname(file), number('page_size') * (number('page_count') - number('freelist_count')));
  closeSync(openSync(partial, 'wx', 0o600));
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    finishBackup(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** A copy is marked as having a log beside it, like the library; without the mark it can be read anywhere, alone. */
function standAlone(file: string): void {
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Gives a whole backup its name, once its bytes are on the disk. */
function finishBackup(partial: string, file: string): void {
  flush(partial, 'r+');
  renameSync(partial, file);
  // Windows has no handles of folders; there the name is written with the file.
  if (process.platform !== 'win32') flush(dirname(file), 'r');
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

import { constants } from 'node:fs';
import { chmod, copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseName } from '../../../db/backups/set-aside.ts';
import { isOnlyReadable as canOnlyBeRead } from '../../../db/open.ts';
import { ownFile } from '../../../db/private-files.ts';
import { makeTemporaryFolder } from '../temporary/folders.ts';
import { libraryFolder } from './session.ts';

/** Whether a library stands where it can be read and not be written: on a read-only disk, in a folder of somebody else. */
export function isOnlyReadable(path: string): boolean {
  return canOnlyBeRead(join(libraryFolder(path), databaseName));
}

/** A database that is read in place of the one on a medium where nothing can be written beside it. */
export interface ReadableCopy {
  readonly file: string;
  discard(): Promise<void>;
}

/**
 * Copies the database, with the log that its last writer left beside it, into a temporary folder of this user: SQLite
 * needs files beside a database even to read it. Originals are read where they lie. Throws `disk-full` and its like.
 */
export async function copyToRead(path: string): Promise<ReadableCopy> {
  const folder = makeTemporaryFolder('library');
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    for (const name of [databaseName, `${databaseName}-wal`]) {
      const from = join(libraryFolder(path), name);
      await copyFile(from, join(folder, name), constants.COPYFILE_FICLONE).catch((error: NodeJS.ErrnoException) => {
        // After a proper end there is no log.
        if (name === databaseName || error.code !== 'ENOENT') throw error;
      });
    }
    // A copy has the rights of what it was copied from, which may not even let its owner write beside it.
    for (const name of await readdir(folder)) await chmod(join(folder, name), ownFile);
    return { file: join(folder, databaseName), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** What to say of a library that stands where nothing can be written. */
export function onlyReadable(path: string): string {
  return `${libraryFolder(path)} can only be read: it stands on a read-only medium or belongs to somebody else. It can be read, searched, checked and handed over; to change it, copy the folder to a disk of yours.`;
}

/** What to say of a library that is read from such a place; empty anywhere else. */
export function tellOfMedium(path: string): string[] {
  return isOnlyReadable(path) ? [onlyReadable(path)] : [];
}

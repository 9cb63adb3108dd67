import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isOnlyReadable as canOnlyBeRead } from '../../../db/open.ts';
import { databaseName } from '../../../db/backups/set-aside.ts';
import { libraryFolder } from './session.ts';

/** Whether a library stands where it can be read and not be written: on a read-only disk, in a folder of somebody else. */
export function isOnlyReadable(path: string): boolean {
  return canOnlyBeRead(join(libraryFolder(path), databaseName));
}

/**
 * What to say of a library that is read from such a place: that nothing can be changed, and, where the log of its last
 * writer lies beside it, that what is in there can't be seen. Empty anywhere else.
 */
export async function tellOfMedium(path: string): Promise<string[]> {
  if (!isOnlyReadable(path)) return [];
  const folder = libraryFolder(path);
  const told = [
    `${folder} can only be read: it stands on a read-only medium or belongs to somebody else. It can be read, searched, checked and handed over; to change it, copy the folder to a disk of yours.`,
  ];
  const log = join(folder, `${databaseName}-wal`);
  if ((await sizeOf(log)) > 0)
    told.push(
      `The last changes of this library may not be shown: they are in ${log}, which can't be brought in where nothing can be written. Copy the whole folder to a disk of yours and open it there to see them.`,
    );
  return told;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    // There is none, as after every proper end.
    return 0;
  }
}

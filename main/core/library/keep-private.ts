import { chmod, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { databaseName } from '../../../db/backups/set-aside.ts';
import { ownFile, ownFolder } from '../../../db/private-files.ts';
import { explainSystemError, VerbatimError } from '../../contract/index.ts';
import { originalsFolderName } from '../originals/store.ts';

/**
 * Takes the rights that others have on a library away, which an earlier version or a copy left: on its folder, the
 * database with what lies beside it, and the backups. Originals lie below the folder, which nobody else may enter then;
 * their own rights needn't be changed one by one. Answers what was changed, by name. Throws `access-denied` where the
 * library belongs to somebody else.
 */
export async function keepPrivate(libraryPath: string): Promise<string[]> {
  // Rights there are lists of names, which a folder in a person's home has rightly by itself.
  if (process.platform === 'win32') return [];
  const changed: string[] = [];
  const own = async (path: string, most: number): Promise<void> => {
    const mode = await modeOf(path);
    if (mode === null || (mode & ~most) === 0) return;
    try {
      await chmod(path, mode & most);
    } catch (error) {
      const told = explainSystemError(error, path);
      throw told === null ? error : VerbatimError.fromData(told, { cause: error });
    }
    changed.push(basename(path));
  };
  await own(libraryPath, ownFolder);
  for (const name of [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, 'library.lock'])
    await own(join(libraryPath, name), ownFile);
  await own(join(libraryPath, originalsFolderName), ownFolder);
  const backups = join(libraryPath, 'backups');
  await own(backups, ownFolder);
  for (const name of await namesIn(backups)) await own(join(backups, name), ownFile);
  return changed;
}

/** The rights of a file or folder; null where there is none. */
async function modeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    // Not made yet, or gone since its folder was read.
    return null;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    // No backup was made yet.
    return [];
  }
}

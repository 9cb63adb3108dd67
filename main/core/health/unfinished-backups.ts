import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes what a process that was killed in the middle of a backup left. A backup has its name only when it is whole. */
export async function clearUnfinishedBackups(libraryPath: string): Promise<void> {
  const folder = join(libraryPath, 'backups');
  for (const name of await namesIn(folder))
    if (/\.sqlite\.partial(-journal)?$/.test(name)) await rm(join(folder, name), { force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // No backup was made yet, so there is no folder.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

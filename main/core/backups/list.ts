import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseName, setAsideFolder } from '../../../db/backups/set-aside.ts';
import { shapeOf } from '../../../db/backups/shape.ts';
import { type Backup, VerbatimError } from '../../contract/index.ts';

/** The folder of backups inside a library's. */
export const backupsFolder = 'backups';

/** The databases that a library's can be replaced by, newest first: its backups, and what was set aside. */
export async function listBackups(library: string): Promise<Backup[]> {
  const [backups, aside] = await Promise.all([
    namesIn(join(library, backupsFolder)),
    namesIn(join(library, setAsideFolder)),
  ]);
  const described = await Promise.all([
    ...backups
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => describe(library, { name, path: join(backupsFolder, name), reason: reasonOf(name) })),
    ...aside.map((name) => {
      const path = join(setAsideFolder, name, databaseName);
      return describe(library, { name: `${setAsideFolder}/${name}`, path, reason: 'set aside' });
    }),
  ]);
  return described.filter((backup) => backup !== null).sort((a, b) => (a.created < b.created ? 1 : -1));
}

/** Where a backup lies that was listed; null for a name that isn't in the list. */
export async function pathOfBackup(library: string, name: string): Promise<string | null> {
  const known = (await listBackups(library)).some((backup) => backup.name === name);
  if (!known) return null;
  return name.startsWith(`${setAsideFolder}/`) ? join(library, name, databaseName) : join(library, backupsFolder, name);
}

/** What is known of one backup that was just made. */
export async function describeBackup(library: string, name: string): Promise<Backup> {
  const backup = await describe(library, { name, path: join(backupsFolder, name), reason: reasonOf(name) });
  if (backup === null) throw new VerbatimError('input-output', `The backup ${name} was made and is gone again.`);
  return backup;
}

function reasonOf(name: string): string {
  return name.startsWith('before-migration') ? 'before a migration' : 'by hand';
}

async function describe(
  library: string,
  { name, path, reason }: { readonly name: string; readonly path: string; readonly reason: string },
): Promise<Backup | null> {
  const file = join(library, path);
  try {
    const { size, mtime } = await stat(file);
    return { name, created: mtime.toISOString(), bytes: size, reason, shape: shapeOf(file) };
  } catch (error) {
    // It was removed while the list was made, or a folder there holds something else.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Nothing was backed up or set aside yet, so there is no folder.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

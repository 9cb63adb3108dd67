import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseName, setAsideFolder } from '../../../db/backups/set-aside.ts';
import { shapeOf } from '../../../db/backups/shape.ts';
import { type Backup, VerbatimError } from '../../contract/index.ts';

/** The folder of backups inside a library's. */
export const backupsFolder = 'backups';

/**
 * The databases that a library's can be replaced by, newest first: its backups, and what was set aside. With them damaged
 * logs that were kept, by which nothing can be replaced, so that all that takes room is seen.
 */
export async function listBackups(library: string): Promise<Backup[]> {
  const [backups, aside] = await Promise.all([
    namesIn(join(library, backupsFolder)),
    namesIn(join(library, setAsideFolder)),
  ]);
  const described = await Promise.all([
    ...backups.filter((name) => name.endsWith('.sqlite')).map((name) => describe(library, ofBackup(name))),
    ...aside.map((name) => describeSetAside(library, `${setAsideFolder}/${name}`)),
  ]);
  return described.filter((backup) => backup !== null).sort((a, b) => (a.created < b.created ? 1 : -1));
}

/** Those of them that can take the place of the database, as far as their kind says. */
export async function listDatabases(library: string): Promise<Backup[]> {
  return (await listBackups(library)).filter(({ kind }) => kind !== 'kept-log');
}

/** Where a backup lies that was listed; null for a name that isn't in the list. */
export async function pathOfBackup(library: string, name: string): Promise<string | null> {
  const known = (await listDatabases(library)).some((backup) => backup.name === name);
  if (!known) return null;
  return name.startsWith(`${setAsideFolder}/`) ? join(library, name, databaseName) : join(library, backupsFolder, name);
}

/** What is known of one backup that was just made. */
export async function describeBackup(library: string, name: string): Promise<Backup> {
  const backup = await describe(library, ofBackup(name));
  if (backup === null) throw new VerbatimError('input-output', `The backup ${name} was made and is gone again.`);
  return backup;
}

function ofBackup(name: string): Described {
  return { name, kind: 'backup', path: join(backupsFolder, name), reason: reasonOf(name) };
}

/** What lies in a folder of what was set aside: a database with its log, or a damaged log alone. */
async function describeSetAside(library: string, name: string): Promise<Backup | null> {
  const files = await namesIn(join(library, name));
  const first = [databaseName, `${databaseName}-wal`].find((file) => files.includes(file));
  if (first === undefined) return null;
  const described = await describe(library, {
    name,
    path: join(name, first),
    ...(first === databaseName
      ? { kind: 'set-aside', reason: 'set aside' }
      : { kind: 'kept-log', reason: 'a damaged log, kept' }),
  });
  if (described === null) return null;
  const sizes = await Promise.all(
    files.map(async (file) => {
      try {
        return (await stat(join(library, name, file))).size;
      } catch (error) {
        if (isGone(error)) return 0;
        throw error;
      }
    }),
  );
  return { ...described, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function reasonOf(name: string): string {
  return name.startsWith('before-migration') ? 'before a migration' : 'by hand';
}

interface Described extends Pick<Backup, 'name' | 'kind' | 'reason'> {
  /** Inside the library's folder. */
  readonly path: string;
}

async function describe(library: string, { name, kind, path, reason }: Described): Promise<Backup | null> {
  const file = join(library, path);
  try {
    const { size, mtime } = await stat(file);
    return {
      name,
      kind,
      created: mtime.toISOString(),
      bytes: size,
      reason,
      shape: kind === 'kept-log' ? null : shapeOf(file),
    };
  } catch (error) {
    // It was removed while the list was made, or a folder there holds something else.
    if (isGone(error)) return null;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Nothing was backed up or set aside yet, so there is no folder; or a file lies where one would be.
    if (isGone(error)) return [];
    throw error;
  }
}

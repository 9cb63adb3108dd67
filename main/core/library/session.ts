import type { Stats } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { databaseName } from '../../../db/backups/set-aside.ts';
import { DatabasePool, type PoolOptions } from '../../../db/pool.ts';
import { ownFolder } from '../../../db/private-files.ts';
import {
  explainSystemError,
  type LibraryState,
  type OpeningProgress,
  toErrorData,
  VerbatimError,
} from '../../contract/index.ts';
import { refuseLost } from './lost.ts';

/** How a library is wanted. */
export interface Opening {
  readonly path: string;
  readonly mode: 'read' | 'write';
  /** Whether an empty library is made where there is none. */
  readonly create: boolean;
  /** Whether a library that can only be read, because of where it stands, is opened for reading instead. */
  readonly orRead: boolean;
}

/** The folder of a library, whether the folder or the database inside it was named. */
export function libraryFolder(path: string): string {
  const full = resolve(path);
  return basename(full) === databaseName ? join(full, '..') : full;
}

/** Whether a folder holds a library that can be looked into. */
export async function isLibrary(path: string): Promise<boolean> {
  try {
    return await holdsDatabase(libraryFolder(path));
  } catch {
    // It is denied or can't be reached, which opening it tells.
    return false;
  }
}

async function holdsDatabase(folder: string): Promise<boolean> {
  const file = join(folder, databaseName);
  let found: Stats;
  try {
    found = await stat(file);
  } catch (error) {
    const told = explainSystemError(error, file);
    if (told !== null) throw VerbatimError.fromData(told, { cause: error });
    return false;
  }
  if (found.isFile()) return true;
  throw new VerbatimError(
    'library-damaged',
    `${file} is no file, where the library's database should be. It was left as it is. Move it away, then restore a backup, or rebuild the library from its originals.`,
  );
}

/**
 * Opens the database of a library, making the folder and an empty library where `create` allows it.
 * Throws `library-missing` where there is none, and what the database itself refuses.
 */
export async function openDatabase(
  { path, mode, create }: Opening,
  given: Pick<PoolOptions, 'agent' | 'onProgress' | 'onEvent'> & { readonly file: string | null },
): Promise<DatabasePool> {
  if (path.trim() === '')
    throw new VerbatimError('library-missing', 'No library was named. Name its folder, or choose it in the window.');
  const folder = libraryFolder(path);
  await refuseLost(folder);
  if (!(await holdsDatabase(folder))) {
    if (mode === 'read' || !create)
      throw new VerbatimError(
        'library-missing',
        `There is no library in ${folder}. “verbatim import” makes one there, and so does opening it in the window.`,
      );
    await makeFolder(folder);
  }
  return DatabasePool.open({ ...given, file: given.file ?? join(folder, databaseName), mode });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: ownFolder });
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && name !== 'library.lock');
    if (names.length === 0) return;
  } catch (error) {
    const told = explainSystemError(error, folder);
    if (told !== null) throw VerbatimError.fromData(told, { cause: error });
    throw new VerbatimError(
      'input-output',
      `The folder ${folder} could not be made: ${error instanceof Error ? error.message : String(error)}. Choose another place for the library.`,
      {},
      { cause: error },
    );
  }
  throw new VerbatimError(
    'library-missing',
    `${folder} holds other files and no library. Choose an empty folder or a new name; nothing was changed.`,
  );
}

/** What to tell the interface while a library is opened. */
export function openingState(path: string, progress: OpeningProgress | null): LibraryState {
  const folder = libraryFolder(path);
  return { status: 'opening', name: basename(folder), path: folder, progress };
}

/** What to tell the interface of a library that can no longer be written. */
export function stoppedState(path: string, message: string): LibraryState {
  return { status: 'stopped', name: basename(path), path, message };
}

/** What to tell the interface of an open that failed. */
export function failedState(path: string, error: unknown): LibraryState {
  const folder = libraryFolder(path);
  const name = basename(folder);
  if (error instanceof VerbatimError && error.code === 'library-busy')
    return { status: 'busy', name, path: folder, heldBy: String(error.details.heldBy ?? '') };
  const { code, message } = toErrorData(error, folder);
  return {
    status: 'failed',
    name,
    path: folder,
    code,
    message,
  };
}

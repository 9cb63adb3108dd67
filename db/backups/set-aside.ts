import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The database's name inside a library's folder. */
export const databaseName = 'library.sqlite';

/** The folder inside a library's in which databases are kept that others took the place of. */
export const setAsideFolder = 'set-aside';

/** Where the database that is to take another's place is made ready; gone when it has. */
export const workName = '.restoring';

/** Whether a database is being replaced, or was when its process was ended. */
export function isReplacing(library: string): boolean {
  return existsSync(join(library, workName));
}

/**
 * A database and what SQLite keeps beside it. They belong together: a log that is left behind is replayed onto
 * whatever database lies there next, and destroys it (sqlite.org/howtocorrupt.html, section 1.4).
 */
const suffixes = ['', '-wal', '-shm', '-journal'] as const;

/** The name of a folder for what is set aside now, unlike any that is there. */
export function newSetAside(library: string, at: Date): string {
  const stamp = at.toISOString().replaceAll(':', '');
  for (let number = 1; ; number += 1) {
    const name = join(setAsideFolder, number === 1 ? stamp : `${stamp}-${number}`);
    if (!existsSync(join(library, name))) return name;
  }
}

/**
 * Moves a library's database with all that belongs to it into a folder inside the library's. Whatever has been
 * moved before stays, so that a move which was broken off goes on here.
 */
export function moveAside(library: string, name: string): void {
  const folder = join(library, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  moveDatabase(library, folder);
}

/** Moves everything back that `moveAside` moved. */
export function moveBack(library: string, name: string): void {
  const folder = join(library, name);
  if (!existsSync(folder)) return;
  moveDatabase(folder, library);
  rmdirSync(folder);
}

function moveDatabase(from: string, to: string): void {
  for (const suffix of suffixes) {
    const file = join(from, databaseName + suffix);
    if (existsSync(file)) renameSync(file, join(to, databaseName + suffix));
  }
  for (const folder of [from, to, dirname(to)]) syncFolder(folder);
}

/** Makes renames durable; a system that can't sync a folder (Windows) orders them by itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder);
}

/** Waits until what was written to a file is on the disk. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

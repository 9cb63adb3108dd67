import { closeSync, mkdirSync, openSync } from 'node:fs';

/**
 * What belongs to a library is readable by its owner alone, whatever the user's mask allows: it holds what a person
 * marked and wrote. On Windows a file has its folder's rights, which are the user's own in a home folder; these numbers do
 * nothing there.
 */
export const ownFolder = 0o700;
export const ownFile = 0o600;

export function makeOwnFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: ownFolder });
}

/** Makes an empty file where there is none, for SQLite to fill: what it writes beside it gets the same rights. */
export function makeOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', ownFile));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

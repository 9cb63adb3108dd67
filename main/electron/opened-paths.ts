import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isLibrary } from '../core/library/session.ts';

/** What the command line, a double click or a second start asked for. */
export interface Opened {
  /** A library to open in place of the one that is open. */
  readonly library: string | null;
  /** Files and folders to take in. */
  readonly documents: readonly string[];
}

/**
 * The paths among a program's arguments. Unpackaged, Electron is given the program's own folder first,
 * perhaps after switches with values of their own; what the person typed comes after it. `program` is
 * that folder, or null for a packaged program, whose arguments are all the person's.
 */
export function pathArguments(argv: readonly string[], program: string | null): readonly string[] {
  const at = program === null ? 0 : argv.findIndex((argument) => resolve(argument) === resolve(program));
  return argv.slice(Math.max(at, 0) + 1).filter((argument) => argument !== '' && !argument.startsWith('-'));
}

/**
 * Sorts paths by what stands there: a library's folder (or a name where a new one may be made) is
 * opened, everything else is taken in. Relative paths count from `folder`.
 */
export async function sortOpened(paths: readonly string[], folder: string): Promise<Opened> {
  let library: string | null = null;
  const documents: string[] = [];
  for (const path of paths.map((path) => resolve(folder, path))) {
    if ((await isLibrary(path)) || !(await exists(path))) library ??= path;
    else documents.push(path);
  }
  return { library, documents };
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

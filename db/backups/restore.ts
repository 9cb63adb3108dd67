import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as v from 'valibot';
import { toErrorData, VerbatimError } from '../../main/contract/errors.ts';
import { openWritable } from '../open.ts';
import { recordEvent } from '../queries/events.ts';
import { beginImport } from '../queries/imports.ts';
import type { WritableDb } from '../types.ts';
import { WriteLock } from '../write-lock.ts';
import { examine } from './examine.ts';
import {
  databaseName,
  isReplacing,
  moveAside,
  moveBack,
  newSetAside,
  sync,
  syncFolder,
  workName,
} from './set-aside.ts';

const noteName = 'note.json';

/** What takes the place of a library's database. */
export type Replacement =
  /** A copy of a database, by its path. `name` is what the person knows it by. */
  | { readonly kind: 'backup'; readonly name: string; readonly path: string }
  /** An empty one, into which everything in the folder of originals is to be taken in. */
  | { readonly kind: 'rebuild'; readonly originals: string };

/** What is to be done, written down before the first file is moved, so that whoever comes next ends it. */
const Note = v.object({ what: v.string(), setAside: v.string() });
export type ReplacementNote = v.InferOutput<typeof Note>;

/**
 * Makes ready what is to take the place of a library's database: copied, looked at, on the disk. The library
 * itself is not touched, and may be open. Throws `library-damaged` and `library-newer` for what can't be opened,
 * and what the system says.
 */
export function prepareReplacement(library: string, replacement: Replacement, agent: string): ReplacementNote {
  const work = join(library, workName);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { mode: 0o700 });
  const file = join(work, databaseName);
  const setAside = newSetAside(library, new Date());
  try {
    if (replacement.kind === 'backup') makeCopy(file, replacement, { agent, setAside });
    else makeEmpty(file, replacement, { agent, setAside });
    sync(file);
    syncFolder(work);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error instanceof VerbatimError
      ? error
      : VerbatimError.fromData(toErrorData(error, replacement.kind === 'backup' ? replacement.path : library), {
          cause: error,
        });
  }
  return {
    what: replacement.kind === 'backup' ? `restoring the backup ${replacement.name}` : 'rebuilding from the originals',
    setAside,
  };
}

interface By {
  readonly agent: string;
  readonly setAside: string;
}

function makeCopy(
  file: string,
  { name, path }: Extract<Replacement, { kind: 'backup' }>,
  { agent, setAside }: By,
): void {
  for (const suffix of ['', '-wal'])
    if (existsSync(path + suffix)) {
      copyFileSync(path + suffix, file + suffix);
      chmodSync(file + suffix, 0o600);
    }
  const db = new Database(file, { fileMustExist: true }) as WritableDb;
  try {
    // Its log becomes part of it, so that one file takes the other's place.
    db.pragma('journal_mode = DELETE');
    examine(db, path);
    recordEvent(db, {
      kind: 'restore',
      agent,
      subject: null,
      outcome: 'success',
      detail: `The backup ${name} took the place of the library's database, which was set aside in ${setAside}.`,
    });
  } finally {
    db.close();
  }
}

function makeEmpty(
  file: string,
  { originals }: Extract<Replacement, { kind: 'rebuild' }>,
  { agent, setAside }: By,
): void {
  const db = openWritable(file);
  try {
    beginImport(db, { roots: [originals], collection: null, copyArchives: true, columns: null });
    recordEvent(db, {
      kind: 'restore',
      agent,
      subject: null,
      outcome: 'warning',
      detail: `The library is rebuilt from its originals. What lay in place of its database was set aside in ${setAside}. Annotations, decisions about statements, codes, collections, where and when pages were captured, names of files and awaited pages do not come back by this.`,
    });
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  chmodSync(file, 0o600);
}

/**
 * Sets a library's database aside and puts the prepared one in its place. Nobody may have the library open for
 * writing: throws `library-busy`. When something fails, everything is as it was.
 */
export function placeReplacement(library: string, note: ReplacementNote, agent: string): void {
  const lock = WriteLock.take(join(library, databaseName), agent);
  try {
    try {
      writeNote(library, note);
      moveAside(library, note.setAside);
      placePrepared(library);
    } catch (error) {
      moveBack(library, note.setAside);
      dropReplacement(library);
      throw VerbatimError.fromData(toErrorData(error, library), { cause: error });
    }
    endWork(library);
  } finally {
    lock.release();
  }
}

/** Gives up what was prepared. */
export function dropReplacement(library: string): void {
  rmSync(join(library, workName), { recursive: true, force: true });
}

/**
 * Ends what a process that was killed had begun: once it was written down that the database is to be replaced it
 * is; before that nothing had been touched, and what was prepared goes. Answers with a sentence for the person,
 * or null where nothing was begun.
 */
export function finishReplacement(library: string, agent: string): string | null {
  if (!isReplacing(library)) return null;
  const work = join(library, workName);
  const lock = WriteLock.take(join(library, databaseName), agent);
  try {
    const note = readNote(work);
    if (note === null) {
      const isPrepared = existsSync(join(work, databaseName));
      dropReplacement(library);
      // An empty folder is what is left of one that came to its end.
      if (!isPrepared) return null;
      return 'A restore of this library was broken off before it had changed anything. The library is as it was.';
    }
    // While the prepared database waits, what lies in its place is the one that is to be set aside.
    if (existsSync(join(work, databaseName))) {
      moveAside(library, note.setAside);
      placePrepared(library);
    }
    endWork(library);
    return `This had been broken off and was ended now: ${note.what}. The database that was there before lies in ${note.setAside}.`;
  } finally {
    lock.release();
  }
}

function placePrepared(library: string): void {
  renameSync(join(library, workName, databaseName), join(library, databaseName));
  syncFolder(library);
}

function endWork(library: string): void {
  dropReplacement(library);
  syncFolder(library);
}

function writeNote(library: string, note: ReplacementNote): void {
  const work = join(library, workName);
  const target = join(work, noteName);
  writeFileSync(`${target}.new`, JSON.stringify(note), { mode: 0o600 });
  sync(`${target}.new`);
  renameSync(`${target}.new`, target);
  syncFolder(work);
}

function readNote(work: string): ReplacementNote | null {
  const file = join(work, noteName);
  return existsSync(file) ? v.parse(Note, JSON.parse(readFileSync(file, 'utf8'))) : null;
}

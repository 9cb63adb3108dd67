import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { toErrorData, VerbatimError } from '../main/contract/errors.ts';
import { now } from './instant.ts';
import { makeOwnFile } from './private-files.ts';

/**
 * Who may write a library: a RESERVED lock held on a small file of its own beside it. The operating
 * system frees it when the process ends, however it ends, so there is no stale lock to clear; and
 * others can still read in it who holds it.
 */
export class WriteLock {
  readonly #db: Database.Database;

  private constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Throws `library-busy`, naming the holder, when another process (or core) has it, and what `openWritable` throws. */
  static take(libraryFile: string, agent: string): WriteLock {
    const file = join(dirname(libraryFile), 'library.lock');
    let db: Database.Database | null = null;
    try {
      makeOwnFile(file);
      db = new Database(file);
      db.pragma('busy_timeout = 200');
      db.exec('BEGIN IMMEDIATE');
      db.exec('CREATE TABLE IF NOT EXISTS holder (description TEXT NOT NULL)');
      db.exec('DELETE FROM holder');
      db.prepare('INSERT INTO holder VALUES (?)').run(
        `${agent}, process ${process.pid} on ${hostname()}, since ${now()}`,
      );
      db.exec('COMMIT');
      db.exec('BEGIN IMMEDIATE');
      return new WriteLock(db);
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      const heldBy = busy && db !== null ? holder(db) : '';
      db?.close();
      if (!busy) throw explain(file, error);
      throw new VerbatimError(
        'library-busy',
        `This library is open for writing elsewhere (${heldBy}). It can be opened for reading here, or close it there and try again.`,
        { heldBy },
        { cause: error },
      );
    }
  }

  release(): void {
    this.#db.close();
  }
}

function explain(file: string, error: unknown): VerbatimError {
  if (error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code))
    return new VerbatimError(
      'library-damaged',
      `${file}, which tells who has the library open, is damaged. Nothing of yours is in it. Close every Verbatim that has this library open, remove that file, and open the library again.`,
      {},
      { cause: error },
    );
  return VerbatimError.fromData(toErrorData(error, file), { cause: error });
}

function holder(db: Database.Database): string {
  try {
    return db.prepare<[], string>('SELECT description FROM holder').pluck().get() ?? 'another program';
  } catch {
    // The holder is just writing its line; that it is held is known all the same.
    return 'another program';
  }
}

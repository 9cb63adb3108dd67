import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { VerbatimError } from '../main/contract/errors.ts';
import { now } from './instant.ts';

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

  /** Throws `library-busy`, naming the holder, when another process (or core) has it. */
  static take(libraryFile: string, agent: string): WriteLock {
    const db = new Database(join(dirname(libraryFile), 'library.lock'));
    try {
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
      const heldBy = busy ? holder(db) : '';
      db.close();
      if (!busy) throw error;
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

function holder(db: Database.Database): string {
  try {
    return db.prepare<[], string>('SELECT description FROM holder').pluck().get() ?? 'another program';
  } catch {
    // The holder is just writing its line; that it is held is known all the same.
    return 'another program';
  }
}

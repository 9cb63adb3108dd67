import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { WritableDb } from './types.ts';

/**
 * How large the log beside the database may stay, in bytes, once all of it is in the database: what SQLite lets gather
 * before it copies by itself. Without a limit it keeps its largest size.
 */
export const logBytes = 4 * 1024 * 1024;

/** So many pages gather before they are brought into the database: what SQLite would let gather itself. */
const pagesGathered = 1000;

/** How long the writer has had nothing to do before the log is emptied, in milliseconds. */
export const idleAfter = 2_000;

/** A reader that stands on an older state keeps the log; after so long it isn't asked more often. */
const longestWait = 60_000;

/**
 * Brings what was saved into the database. SQLite does it inside a commit, when a thousand pages have gathered: every
 * few seconds somebody who deletes or restores would wait for those of others too, scattered over a large file, and for
 * the disk to have them. So it is done between two answers instead, when whoever wrote last has theirs. And once its
 * writer has had nothing to do for a while the log is emptied: as long as somebody reads an older state it only
 * grows, and nobody else comes back to it when they are done.
 */
export class Checkpoints {
  readonly #db: WritableDb;
  readonly #after: number;
  #wait: number;
  #timer: NodeJS.Timeout | null = null;

  constructor(db: WritableDb, after: number) {
    this.#db = db;
    this.#after = after;
    this.#wait = after;
    db.pragma('wal_autocheckpoint = 0');
  }

  /** The writer has done something just now, and told of it. */
  answered(): void {
    bringInWhatGathered(this.#db);
    this.#wait = this.#after;
    this.#arm();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #arm(): void {
    this.stop();
    this.#timer = setTimeout(() => this.#run(), this.#wait);
  }

  #run(): void {
    this.#timer = null;
    if (emptyLog(this.#db)) return;
    this.#wait = Math.min(longestWait, this.#wait * 2);
    this.#arm();
  }
}

function bringInWhatGathered(db: WritableDb): void {
  try {
    const [gathered] = db.pragma('wal_checkpoint(NOOP)') as [{ log: number; checkpointed: number }];
    if (gathered.log - gathered.checkpointed >= pagesGathered) db.pragma('wal_checkpoint(PASSIVE)');
  } catch (error) {
    tellLater(error);
  }
}

/** A full or failing disk: all stays in the log, where it is safe, and the next change tells of it. Else thrown on. */
function tellLater(error: unknown): void {
  if (!(error instanceof Database.SqliteError)) throw error;
}

/** Brings the log into the database and empties it. Answers whether that could be done; nobody is waited for. */
export function emptyLog(db: WritableDb): boolean {
  if (sizeOf(`${db.name}-wal`) === 0) return true;
  // Whoever has an edit to make doesn't wait for a reader.
  const patience = db.pragma('busy_timeout', { simple: true }) as number;
  db.pragma('busy_timeout = 0');
  try {
    const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    return done.busy === 0;
  } catch (error) {
    tellLater(error);
    return false;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

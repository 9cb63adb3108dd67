import Database from 'better-sqlite3';
import { VerbatimError } from '../main/contract/errors.ts';
import { latestVersion, migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { keepPrepared } from './prepared.ts';
import type { ReadableDb, WritableDb } from './types.ts';

/** "VBTM": what `file` and other programs can know a library by. */
export const applicationId = 0x5642544d;

export interface OpenOptions {
  /** Called before an older library is migrated, with the version it has; the place to make a backup. */
  readonly beforeMigration?: (db: WritableDb, fromVersion: number) => void;
  /** The steps to apply; a test of a migration hands in a shorter list. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens (or makes) the database file of a library for writing and brings it to the newest shape.
 * Throws `library-newer` for a file from a newer program and `library-damaged` for what is no
 * library; neither is touched.
 */
export function openWritable(file: string, options: OpenOptions = {}): WritableDb {
  const db = connect(file, {}) as WritableDb;
  try {
    const steps = options.migrations ?? migrations;
    const fresh = isEmpty(db);
    if (!fresh) checkShape(db, file);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    if (fresh) db.pragma(`application_id = ${applicationId}`);
    migrate(db, steps, fresh ? undefined : options.beforeMigration);
    keepPrepared(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the database file of a library for reading. The same errors as {@link openWritable}. */
export function openReadable(file: string): ReadableDb {
  const db = connect(file, { readonly: true, fileMustExist: true }) as ReadableDb;
  try {
    checkShape(db, file);
    if (schemaVersion(db) < latestVersion)
      throw new VerbatimError(
        'library-read-only',
        `The library ${file} has an older shape and must be opened for writing once, which brings it up to date after a backup. Nothing was changed.`,
      );
    keepPrepared(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** `user_version`: in tens, one step a migration. */
export function schemaVersion(db: ReadableDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Of the library's pages, for each connection; the system holds the others in its own cache. */
export const cacheMegabytes = 8;

function connect(file: string, options: Database.Options): Database.Database {
  const db = openFile(file, options);
  // Readers never wait for the writer on WAL; the wait is for a checkpoint or a second process.
  db.pragma('busy_timeout = 5000');
  db.pragma(`cache_size = -${cacheMegabytes * 1000}`);
  // The file isn't mapped: searches are no faster for it (`npm run bench -- core`), each connection's mapping counts as
  // memory of the program, and a disk that fails under a mapping ends the process instead of the query.
  db.pragma('mmap_size = 0');
  db.pragma('temp_store = MEMORY');
  return db;
}

function openFile(file: string, options: Database.Options): Database.Database {
  try {
    return new Database(file, options);
  } catch (error) {
    throw new VerbatimError(
      'library-missing',
      `The library file ${file} could not be opened: ${error instanceof Error ? error.message : String(error)}.`,
      {},
      { cause: error },
    );
  }
}

function isEmpty(db: Database.Database): boolean {
  return readPragma(db, 'schema_version') === 0 && readPragma(db, 'application_id') === 0;
}

function checkShape(db: Database.Database, file: string): void {
  if (readPragma(db, 'application_id') !== applicationId)
    throw new VerbatimError(
      'library-damaged',
      `${file} is no Verbatim library: its application mark is missing. It was left as it is.`,
    );
  const version = schemaVersion(db as ReadableDb);
  if (version > latestVersion)
    throw new VerbatimError(
      'library-newer',
      `${file} was made by a newer Verbatim (shape ${version}, this program knows ${latestVersion}). It was left as it is; open it with that version.`,
      { version, known: latestVersion },
    );
}

/** The first look into a file that may hold anything: what is no database becomes a clear error here. */
function readPragma(db: Database.Database, name: string): unknown {
  try {
    return db.pragma(name, { simple: true });
  } catch (error) {
    throw new VerbatimError(
      'library-damaged',
      `${db.name} is no readable database: ${error instanceof Error ? error.message : String(error)}. It was left as it is; a copy from the library's backups folder can take its place.`,
      {},
      { cause: error },
    );
  }
}

function migrate(
  db: WritableDb,
  steps: readonly Migration[],
  beforeMigration: ((db: WritableDb, fromVersion: number) => void) | undefined,
): void {
  const from = schemaVersion(db);
  const pending = steps.filter((step) => step.version > from);
  if (pending.length === 0) return;
  beforeMigration?.(db, from);
  db.transaction(() => {
    for (const step of pending) {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }
    const broken = db.pragma('foreign_key_check') as unknown[];
    const integrity = db.pragma('integrity_check', { simple: true });
    if (broken.length > 0 || integrity !== 'ok')
      throw new VerbatimError(
        'library-damaged',
        `Bringing ${db.name} up to date would have left it unsound (${broken.length} broken references; integrity: ${String(integrity)}). It was left as it was.`,
      );
  }).immediate();
}

import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { toErrorData, VerbatimError } from '../main/contract/errors.ts';
import { explainSystemError } from '../main/contract/system-errors.ts';
import { applicationId } from './application-id.ts';
import { logBytes } from './checkpoint.ts';
import { appliedSteps, unknownStep } from './migrations/applied.ts';
import { latestVersion, migrations } from './migrations/index.ts';
import { type MigrateOptions, migrate, schemaVersion } from './migrations/migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { keepPrepared } from './prepared.ts';
import { makeOwnFile } from './private-files.ts';
import { knowContents } from './revision-contents.ts';
import type { ReadableDb, WritableDb } from './types.ts';

export { applicationId };

export interface OpenOptions extends MigrateOptions {
  /** The steps to apply; a test of a migration hands in a shorter list. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens (or makes) the database file of a library for writing and brings it to the newest shape.
 * Throws `library-newer` for a file from a newer program, `library-damaged` for what is no library or can't be read,
 * `library-missing` where nothing can be, `access-denied`, `disk-full`, `input-output`. Each names the file, leaves it
 * as it is, and leaves nothing open.
 */
export function openWritable(file: string, options: OpenOptions = {}): WritableDb {
  return opening(file, {}, (db) => {
    const steps = options.migrations ?? migrations;
    const fresh = isEmpty(db);
    if (!fresh) checkShape(db, file, steps);
    accessSync(file, constants.R_OK | constants.W_OK);
    accessSync(dirname(file), constants.R_OK | constants.W_OK);
    db.pragma('journal_mode = WAL');
    db.pragma(`journal_size_limit = ${logBytes}`);
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    if (fresh) db.pragma(`application_id = ${applicationId}`);
    migrate(db as WritableDb, steps, fresh ? { ...options, backUp: undefined } : options);
    return db as WritableDb;
  });
}

/** Opens the database file of a library for reading. The same errors as {@link openWritable}. */
export function openReadable(file: string): ReadableDb {
  return opening(file, { readonly: true, fileMustExist: true }, (db) => {
    checkShape(db, file, migrations);
    const applied = appliedSteps(db as ReadableDb, migrations);
    if (migrations.some(({ version }) => !applied.has(version)))
      throw new VerbatimError(
        'library-read-only',
        `The library ${file} has an older shape and must be opened for writing once, which brings it up to date after a backup. Nothing was changed.`,
      );
    return db as ReadableDb;
  });
}

/** Whether a library's database can be read, and nothing be written beside it. */
export function isOnlyReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
  } catch {
    return false;
  }
  try {
    accessSync(dirname(file), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Of the library's pages, for each connection; the system holds the others in its own cache. */
export const cacheMegabytes = 8;

/** Connects and prepares; whatever goes wrong becomes a sentence with the file's path, and the handle is closed. */
function opening<Db extends ReadableDb>(
  file: string,
  options: Database.Options,
  prepare: (db: Database.Database) => Db,
): Db {
  let connection: Database.Database | null = null;
  try {
    if (options.readonly !== true) makeOwnFile(file);
    connection = new Database(file, options);
    configure(connection);
    knowContents(connection as ReadableDb);
    const db = prepare(connection);
    keepPrepared(db);
    return db;
  } catch (error) {
    connection?.close();
    throw explainUnopened(file, error);
  }
}

function configure(db: Database.Database): void {
  // Readers never wait for the writer on WAL; the wait is for a checkpoint or a second process.
  db.pragma('busy_timeout = 5000');
  db.pragma(`cache_size = -${cacheMegabytes * 1000}`);
  // The file isn't mapped: searches are no faster for it (`npm run bench -- core`), each connection's mapping counts as
  // memory of the program, and a disk that fails under a mapping ends the process instead of the query.
  db.pragma('mmap_size = 0');
  db.pragma('temp_store = MEMORY');
}

/** Why a file can't be opened: SQLite says "unable to open" of a folder, a missing file and a denied one alike. */
function explainUnopened(file: string, error: unknown): VerbatimError {
  if (error instanceof VerbatimError) return error;
  const cannotOpen =
    !(error instanceof Database.SqliteError) || /^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/.test(error.code);
  return (cannotOpen && lookAt(file, error)) || VerbatimError.fromData(toErrorData(error, file), { cause: error });
}

function lookAt(file: string, cause: unknown): VerbatimError | null {
  try {
    if (statSync(file).isDirectory())
      return new VerbatimError(
        'library-damaged',
        `${file} is a folder, where the library's database should be. It was left as it is; choose another library, or put a backup in its place.`,
        {},
        { cause },
      );
    accessSync(file, constants.R_OK);
    return null;
  } catch (error) {
    const explained = explainSystemError(error, file);
    if (explained !== null) return VerbatimError.fromData(explained, { cause: error });
    return new VerbatimError(
      'library-missing',
      `There is no library file ${file}, and none could be made.`,
      {},
      { cause },
    );
  }
}

function isEmpty(db: Database.Database): boolean {
  return db.pragma('schema_version', { simple: true }) === 0 && db.pragma('application_id', { simple: true }) === 0;
}

function checkShape(db: Database.Database, file: string, steps: readonly Migration[]): void {
  // Reads the tables' definitions, which `user_version` and its like don't need.
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new VerbatimError(
      'library-damaged',
      `${file} is no Verbatim library: it is a database of another program. It was left as it is; choose another library.`,
    );
  const version = schemaVersion(db as ReadableDb);
  if (version > latestVersion)
    throw new VerbatimError(
      'library-newer',
      `${file} was made by a newer Verbatim (shape ${version}, this program knows ${latestVersion}). It was left as it is; open it with that version.`,
      { version, known: latestVersion },
    );
  const unknown = unknownStep(db as ReadableDb, [...migrations, ...steps]);
  if (unknown !== null)
    throw new VerbatimError(
      'library-newer',
      `${file} was made by a newer Verbatim (step ${unknown}, which this program doesn't know). It was left as it is; open it with that version.`,
      { version, known: latestVersion },
    );
}

import Database from 'better-sqlite3';
import { toErrorData, VerbatimError } from '../../main/contract/errors.ts';
import { applicationId } from '../application-id.ts';
import { unknownStep } from '../migrations/applied.ts';
import { latestVersion, migrations } from '../migrations/index.ts';
import type { ReadableDb } from '../types.ts';

/**
 * Looks whether a file is a whole database of a library that this program can open. Throws `library-damaged`,
 * `library-newer`, or what the system says.
 */
export function examineFile(file: string): void {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    examine(db, file);
  } catch (error) {
    throw error instanceof VerbatimError ? error : VerbatimError.fromData(toErrorData(error, file), { cause: error });
  } finally {
    db?.close();
  }
}

/** The same of a database that is open. */
export function examine(db: Database.Database, file: string): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new VerbatimError('library-damaged', `${file} is no database of a Verbatim library. Choose another backup.`);
  const version = db.pragma('user_version', { simple: true }) as number;
  const unknown = version > latestVersion ? version : unknownStep(db as ReadableDb, migrations);
  if (unknown !== null)
    throw new VerbatimError(
      'library-newer',
      `${file} was made by a newer Verbatim (shape ${unknown}, this program knows ${latestVersion}). Restore it with that version, or choose another backup.`,
      { version, known: latestVersion },
    );
  // The quick check leaves out comparing indexes with their tables, which takes most of the time of a whole one.
  const problems = db.prepare<[], string>('PRAGMA quick_check(5)').pluck().all();
  if (problems.length !== 1 || problems[0] !== 'ok')
    throw new VerbatimError(
      'library-damaged',
      `${file} is damaged (${problems.join('; ')}). Choose another backup, or rebuild the library from its originals.`,
    );
}

import { VerbatimError } from '../../main/contract/errors.ts';
import type { OpeningProgress } from '../../main/contract/library.ts';
import { explainSystemError } from '../../main/contract/system-errors.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { appliedSteps, hasListOfSteps, listSteps } from './applied.ts';
import type { Migration } from './migration.ts';

export interface MigrateOptions {
  /** Makes a backup of a library with rows in it, which has the given shape; answers the backup's name. */
  readonly backUp?: ((db: WritableDb, fromVersion: number) => string | null) | undefined;
  readonly onProgress?: ((progress: OpeningProgress) => void) | undefined;
}

/** `user_version`: the highest step that a library has. */
export function schemaVersion(db: ReadableDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Applies the steps that a library doesn't have yet, whatever their numbers, all in one transaction or none. References are not enforced
 * meanwhile: with them, dropping a table to build it anew deletes the rows of every table that refers to it
 * (sqlite.org/lang_altertable.html, section 7), and nothing is broken that a check would find. So rows are counted
 * before and after each step, and every reference and table is checked before the end.
 * Throws `library-damaged` where that fails, `disk-full` and its like where the system refuses; nothing was changed then.
 */
export function migrate(db: WritableDb, steps: readonly Migration[], options: MigrateOptions = {}): void {
  const from = schemaVersion(db);
  const applied = appliedSteps(db, steps);
  const pending = steps.filter(({ version }) => !applied.has(version));
  if (pending.length === 0) {
    if (!hasListOfSteps(db)) db.transaction(() => listSteps(db, applied)).immediate();
    return;
  }
  const progress = new Telling(pending.length, options.onProgress);
  if (options.backUp !== undefined) {
    progress.tell('backing-up', '');
    progress.backup = options.backUp(db, from);
  }
  progress.passed();
  // Inside a transaction this pragma does nothing.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const step of pending) {
        progress.tell('changing', step.name);
        apply(db, step, progress.backup);
        progress.passed();
      }
      listSteps(db, [...applied, ...pending.map(({ version }) => version)]);
      check(db, progress);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
  if (pending.some(({ leavesRoom }) => leavesRoom === true)) giveBack(db, progress);
}

/** Gives what is free in the file back to the disk. Where the system refuses (no room to write it anew) it stays as it is, and fills up again. */
function giveBack(db: WritableDb, progress: Telling): void {
  if (isFull(db)) return;
  progress.tell('changing', 'room given back to the disk');
  try {
    db.exec('VACUUM');
  } catch (error) {
    if (explainSystemError(error, db.name) === null) throw error;
  }
}

/** Whether less than a quarter of the file is free: then nobody need wait for it. */
function isFull(db: ReadableDb): boolean {
  const free = db.pragma('freelist_count', { simple: true }) as number;
  return free * 4 < (db.pragma('page_count', { simple: true }) as number);
}

function apply(db: WritableDb, step: Migration, backup: string | null): void {
  const before = countRows(db);
  try {
    db.exec(step.sql);
    step.apply?.(db);
    db.pragma(`user_version = ${Math.max(step.version, schemaVersion(db))}`);
  } catch (error) {
    const explained = explainSystemError(error, db.name);
    if (explained !== null) throw VerbatimError.fromData(explained, { cause: error });
    throw unsound(db, backup, `“${step.name}”: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  const after = countRows(db);
  for (const [table, rows] of before) {
    if (step.changesRows?.includes(table) || after.get(table) === rows) continue;
    const left = after.get(table);
    throw unsound(
      db,
      backup,
      `“${step.name}” would have left ${left === undefined ? 'nothing' : left} of ${rows} rows of the table ${table}`,
    );
  }
}

/** Rows of each table, and documents of each index of words that keeps its own list of them. */
function countRows(db: ReadableDb): ReadonlyMap<string, number> {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND (type = 'table' OR type = 'shadow' AND name LIKE '%\\_docsize' ESCAPE '\\')`,
    )
    .pluck()
    .all();
  return new Map(names.map((name) => [name, count(db, name)]));
}

function count(db: ReadableDb, table: string): number {
  return (
    db
      .prepare<[], number>(`SELECT count(*) FROM ${quoted(table)}`)
      .pluck()
      .get() ?? 0
  );
}

/** Table by table, so that it can be said how far it is. */
function check(db: WritableDb, progress: Telling): void {
  const tables = db
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'view' ORDER BY name")
    .pluck()
    .all();
  progress.add(tables.length);
  for (const table of tables) {
    progress.tell('checking', table);
    const found = db.pragma(`integrity_check(${quoted(table)})`, { simple: true });
    if (found !== 'ok') throw unsound(db, progress.backup, `table ${table}: ${String(found)}`);
    const broken = db.pragma(`foreign_key_check(${quoted(table)})`) as unknown[];
    if (broken.length > 0)
      throw unsound(db, progress.backup, `${broken.length} references of the table ${table} would lead nowhere`);
    progress.passed();
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function unsound(db: WritableDb, backup: string | null, what: string, cause?: unknown): VerbatimError {
  return new VerbatimError(
    'library-damaged',
    `${db.name} could not be brought up to date (${what}). It was left as it was${backup === null ? '' : `, and so is the backup ${backup}`}. Open it with the version of Verbatim that made it, and report this.`,
    { backup },
    { cause },
  );
}

/** Counts what is done, and tells it. */
class Telling {
  backup: string | null = null;
  readonly #listener: ((progress: OpeningProgress) => void) | undefined;
  #done = 0;
  #total: number;

  constructor(steps: number, listener: ((progress: OpeningProgress) => void) | undefined) {
    // The backup is one more.
    this.#total = steps + 1;
    this.#listener = listener;
  }

  add(steps: number): void {
    this.#total += steps;
  }

  passed(): void {
    this.#done += 1;
  }

  tell(phase: OpeningProgress['phase'], current: string): void {
    this.#listener?.({ phase, done: this.#done, total: this.#total, current, backup: this.backup });
  }
}

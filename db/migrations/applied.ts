import type { ReadableDb, WritableDb } from '../types.ts';
import type { Migration } from './migration.ts';

/**
 * Which steps a library has. `user_version` says the highest alone, so a step that was made beside it and came later with
 * a lower number would be passed over in silence. Made by the migrator itself, not by a step.
 */
const table = 'applied_migrations';

/** The numbers of the steps that a library has; of one that has no list yet, those up to its `user_version` that left their mark. */
export function appliedSteps(db: ReadableDb, steps: readonly Migration[]): ReadonlySet<number> {
  if (hasTable(db, table)) return new Set(listed(db));
  const version = db.pragma('user_version', { simple: true }) as number;
  return new Set(
    steps
      .filter((step) => step.version <= version && (step.makesTable === undefined || hasTable(db, step.makesTable)))
      .map((step) => step.version),
  );
}

/** Whether a library has its list. */
export function hasListOfSteps(db: ReadableDb): boolean {
  return hasTable(db, table);
}

/** Writes the list, inside the transaction of whoever calls. */
export function listSteps(db: WritableDb, versions: Iterable<number>): void {
  db.exec(`CREATE TABLE IF NOT EXISTS ${table} (version INTEGER PRIMARY KEY) STRICT`);
  const insert = db.prepare(`INSERT OR IGNORE INTO ${table} (version) VALUES (?)`);
  for (const version of versions) insert.run(version);
}

/** A step that a library has and this program doesn't know; null where there is none. */
export function unknownStep(db: ReadableDb, steps: readonly Migration[]): number | null {
  const known = new Set(steps.map(({ version }) => version));
  return (hasTable(db, table) ? listed(db) : []).find((version) => !known.has(version)) ?? null;
}

function listed(db: ReadableDb): number[] {
  return db.prepare<[], number>(`SELECT version FROM ${table} ORDER BY version`).pluck().all();
}

function hasTable(db: ReadableDb, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

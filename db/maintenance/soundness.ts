import Database from 'better-sqlite3';
import type { CheckLine } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { type MaintenanceControl, Telling } from './maintenance.ts';

/** What to do when the database itself is damaged. */
const advice =
  'Restore a backup; where there is no good one, rebuild the library from its originals (“verbatim rebuild”).';

/** More faults than these say nothing new. */
const mostFaults = 20;

/**
 * SQLite's own integrity check and the references between rows, table by table, so that it can say how far it is and
 * be given up. The first step is the list of free pages. What is in an index of words is looked at apart
 * ({@link import('./search-index.ts').checkSearchIndex}); the tables that it lies in are among these.
 */
export function checkSoundness(db: ReadableDb, control: MaintenanceControl): CheckLine[] {
  const telling = new Telling(control);
  const tables = ['sqlite_schema', ...storedTables(db)];
  const total = tables.length;
  const faults: string[] = [];
  const damaged = new Set<string>();
  const broken: { table: string; parent: string }[] = [];
  for (const [done, table] of tables.entries()) {
    telling.tell({ items: { done, total }, current: 'The database’s tables' });
    const found = faultsOf(db, table);
    if (found.length > 0) damaged.add(table);
    if (faults.length < mostFaults) faults.push(...found);
    // What is damaged has no references that could be believed.
    if (found.length === 0 && table !== 'sqlite_schema') broken.push(...brokenReferences(db, table));
  }
  return [
    {
      check: 'integrity',
      ok: faults.length === 0,
      detail:
        faults.length === 0
          ? 'The database file is sound.'
          : `The database file is damaged, in ${[...damaged].join(', ')}: ${faults.slice(0, mostFaults).join('; ')}. ${advice}`,
    },
    {
      check: 'foreign keys',
      ok: broken.length === 0,
      detail:
        broken.length === 0
          ? 'Every reference between rows leads somewhere.'
          : `${broken.length} references lead nowhere, the first from ${broken[0]?.table} to ${broken[0]?.parent}. ${advice}`,
    },
  ];
}

/** Tables with pages of their own. */
function storedTables(db: ReadableDb): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name <> 'sqlite_schema' ORDER BY name",
    )
    .pluck()
    .all();
}

function faultsOf(db: ReadableDb, table: string): string[] {
  try {
    const found = db
      .prepare<[], string>(`PRAGMA integrity_check(${quoted(table)})`)
      .pluck()
      .all();
    return found.length === 1 && found[0] === 'ok' ? [] : found;
  } catch (error) {
    // So damaged that SQLite gives the looking up: the other tables are still looked at.
    if (isDamage(error)) return [`${table}: ${error.message}`];
    throw error;
  }
}

function brokenReferences(db: ReadableDb, table: string): { table: string; parent: string }[] {
  try {
    return db.prepare<[], { table: string; parent: string }>(`PRAGMA foreign_key_check(${quoted(table)})`).all();
  } catch (error) {
    // The table that it refers to is damaged, which is told of that one.
    if (isDamage(error)) return [];
    throw error;
  }
}

function isDamage(error: unknown): error is Error {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/u.test(error.code);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

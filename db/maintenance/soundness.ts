import type { CheckLine } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { type MaintenanceControl, Telling } from './maintenance.ts';

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
  const broken: { table: string; parent: string }[] = [];
  for (const [done, table] of tables.entries()) {
    telling.tell({ items: { done, total }, current: 'The database’s tables' });
    if (faults.length < mostFaults) faults.push(...faultsOf(db, table));
    if (table !== 'sqlite_schema') broken.push(...brokenReferences(db, table));
  }
  return [
    {
      check: 'integrity',
      ok: faults.length === 0,
      detail:
        faults.length === 0
          ? 'The database file is sound.'
          : `The database file is damaged: ${faults.slice(0, mostFaults).join('; ')}. Restore a backup.`,
    },
    {
      check: 'foreign keys',
      ok: broken.length === 0,
      detail:
        broken.length === 0
          ? 'Every reference between rows leads somewhere.'
          : `${broken.length} references lead nowhere, the first from ${broken[0]?.table} to ${broken[0]?.parent}. Restore a backup.`,
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
  const found = db
    .prepare<[], string>(`PRAGMA integrity_check(${quoted(table)})`)
    .pluck()
    .all();
  return found.length === 1 && found[0] === 'ok' ? [] : found;
}

function brokenReferences(db: ReadableDb, table: string): { table: string; parent: string }[] {
  return db.prepare<[], { table: string; parent: string }>(`PRAGMA foreign_key_check(${quoted(table)})`).all();
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

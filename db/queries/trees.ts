import { VerbatimError } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';

/** What codes and collections share: rows with a parent, thrown away and restored with what is under them. */
export type TreeTable = 'codes' | 'collections';

export interface TreeRow {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  readonly binned: string | null;
}

const kinds: Readonly<Record<TreeTable, string>> = { codes: 'code', collections: 'collection' };

/** The row of a code or collection. Throws `not-found` when it is not there, or not in that state. */
export function treeRow(db: ReadableDb, table: TreeTable, uuid: string, state: 'live' | 'binned'): TreeRow {
  const row = db
    .prepare<[string, number], TreeRow>(
      `SELECT id, name, parent, binned FROM ${table} WHERE uuid = ? AND (binned IS NULL) = ?`,
    )
    .get(uuid, state === 'live' ? 1 : 0);
  if (row === undefined)
    throw new VerbatimError(
      'not-found',
      state === 'live' ? `This ${kinds[table]} is not there any more.` : `This ${kinds[table]} is not in the bin.`,
    );
  return row;
}

/** A row and all that is under it, in the bin or not. */
export function subtree(db: ReadableDb, table: TreeTable, root: number): number[] {
  return db
    .prepare<[number], number>(
      `WITH RECURSIVE inside(id) AS (SELECT ? UNION SELECT t.id FROM ${table} t JOIN inside ON t.parent = inside.id)
       SELECT id FROM inside`,
    )
    .pluck()
    .all(root);
}

export function isWithin(db: ReadableDb, table: TreeTable, row: number, root: number): boolean {
  return subtree(db, table, root).includes(row);
}

/** Throws away a row and what is under it, all with one instant, by which a restore knows them. */
export function binSubtree(db: WritableDb, table: TreeTable, root: number): void {
  db.prepare(`UPDATE ${table} SET binned = ? WHERE binned IS NULL AND id IN (SELECT value FROM json_each(?))`).run(
    now(),
    JSON.stringify(subtree(db, table, root)),
  );
}

/** Where a row of the bin would stand: under its parent, or at the root when that is in the bin itself. */
export function parentAfterRestore(db: ReadableDb, table: TreeTable, row: TreeRow): number | null {
  return (
    db
      .prepare<[number | null], number>(`SELECT id FROM ${table} WHERE id = ? AND binned IS NULL`)
      .pluck()
      .get(row.parent) ?? null
  );
}

/** Takes back a row with those that were thrown away together with it. */
export function restoreSubtree(db: WritableDb, table: TreeTable, row: TreeRow): void {
  const parent = parentAfterRestore(db, table, row);
  db.prepare(`UPDATE ${table} SET binned = NULL WHERE binned = ? AND id IN (SELECT value FROM json_each(?))`).run(
    row.binned,
    JSON.stringify(subtree(db, table, row.id)),
  );
  db.prepare(`UPDATE ${table} SET parent = ? WHERE id = ?`).run(parent, row.id);
}

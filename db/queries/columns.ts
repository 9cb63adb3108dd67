import { type ColumnChoice, type ColumnMapping, type TableColumns, VerbatimError } from '../../main/contract/index.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { recordEdit } from './edits.ts';

interface MappingRow {
  readonly signature: string;
  readonly kind: ColumnMapping['kind'];
  readonly name: string;
  readonly columns: string;
  readonly sample: string;
  readonly fields: string | null;
  readonly met: string;
}

/** What tables' columns mean, by their signatures. */
export function knownColumns(db: ReadableDb): Record<string, ColumnChoice> {
  return Object.fromEntries(
    db
      .prepare<[], { signature: string; fields: string }>(
        'SELECT signature, fields FROM column_mappings WHERE fields IS NOT NULL',
      )
      .all()
      .map(({ signature, fields }) => [signature, JSON.parse(fields) as ColumnChoice]),
  );
}

/** All tables that were met; those that nobody has explained come first, then by name. */
export function listColumns(db: ReadableDb): ColumnMapping[] {
  return db
    .prepare<[], MappingRow>(
      'SELECT signature, kind, name, columns, sample, fields, met FROM column_mappings ORDER BY fields IS NOT NULL, name, signature',
    )
    .all()
    .map(({ columns, sample, fields, ...row }) => ({
      ...row,
      columns: JSON.parse(columns) as string[],
      sample: JSON.parse(sample) as string[][],
      fields: fields === null ? null : (JSON.parse(fields) as ColumnChoice),
    }));
}

/** Keeps a table's columns when a file with them is met, and what they mean where that is known. */
export function meetColumns(db: WritableDb, table: TableColumns, fields: ColumnChoice | null): void {
  const chosen = fields === null ? null : JSON.stringify(fields);
  db.prepare(
    `INSERT INTO column_mappings (signature, kind, name, columns, sample, fields, met, mapped)
     VALUES (:signature, :kind, :name, :columns, :sample, :chosen, :at, CASE WHEN :chosen IS NULL THEN NULL ELSE :at END)
     ON CONFLICT (signature) DO UPDATE SET sample = excluded.sample, fields = coalesce(excluded.fields, fields),
       mapped = coalesce(excluded.mapped, mapped)`,
  ).run({
    ...table,
    columns: JSON.stringify(table.columns),
    sample: JSON.stringify(table.sample),
    chosen,
    at: now(),
  });
}

/** Remembers what a person says of a table's columns, or another name for it. Throws `not-found`, `bad-input`. */
export function changeColumns(
  db: WritableDb,
  change: {
    readonly signature: string;
    readonly fields?: ColumnChoice | undefined;
    readonly name?: string | undefined;
  },
): void {
  const table = listColumns(db).find(({ signature }) => signature === change.signature);
  if (table === undefined)
    throw new VerbatimError('not-found', 'This table is not known any more. Add its file again.');
  const { fields = table.fields, name = table.name } = change;
  if (Object.values(fields ?? {}).some((place) => place >= table.columns.length))
    throw new VerbatimError('bad-input', 'A field was given a column that this table doesn’t have.');
  db.prepare('UPDATE column_mappings SET fields = ?, name = ?, mapped = ? WHERE signature = ?').run(
    fields === null ? null : JSON.stringify(fields),
    name,
    now(),
    change.signature,
  );
  recordEdit(db, 'columns', `table ${name}`, change.fields === undefined ? 'Renamed.' : 'Said what its columns mean.');
}

/** Forgets a table: the next file with its columns is asked about again. */
export function removeColumns(db: WritableDb, signature: string): void {
  const { changes } = db.prepare('DELETE FROM column_mappings WHERE signature = ?').run(signature);
  if (changes > 0) recordEdit(db, 'columns', `table ${signature.slice(0, 12)}`, 'Forgotten.');
}

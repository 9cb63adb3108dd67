import { createHash } from 'node:crypto';
import type { ColumnChoice, TableColumns, TableKind } from '../../../contract/index.ts';
import { cleanLine } from '../services/exports/brought.ts';

/** Rows and letters of a cell that a person is shown to recognise a column by. */
const sampleRows = 3;
const sampleCell = 200;

/** A table's columns with what they are known by when another file has the same. */
export function tableColumns(
  kind: TableKind,
  file: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): TableColumns {
  const names = columns.map((name) => name.trim().toLowerCase());
  return {
    signature: createHash('sha256')
      .update(JSON.stringify([kind, names]))
      .digest('hex'),
    kind,
    name: cleanLine(file) ?? kind,
    columns: columns.map((name, index) => cleanLine(name) ?? `Column ${index + 1}`),
    sample: rows
      .slice(0, sampleRows)
      .map((cells) => columns.map((_, index) => cleanLine(cells[index], sampleCell) ?? '')),
  };
}

/** What the terminal's `--map title=Headline` chooses among a table's columns; null where one of them isn't there. */
export function chosenByName(
  columns: readonly string[],
  wanted: Readonly<Record<string, string>>,
): ColumnChoice | null {
  const places = new Map(columns.map((name, index) => [name.trim().toLowerCase(), index]));
  const entries = Object.entries(wanted).map(
    ([field, name]) => [field, places.get(name.trim().toLowerCase())] as const,
  );
  return entries.some(([, place]) => place === undefined) ? null : (Object.fromEntries(entries) as ColumnChoice);
}

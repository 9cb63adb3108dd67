import { type Options, parse } from 'csv-parse/sync';
import { VerbatimError } from '../../../../contract/index.ts';
import { decodeText } from '../../../../reading/document/decode.ts';

/** Tables in CSV (RFC 4180) as programs export them: a line of names, then a row for each thing. */

/** More columns than this no program writes; a table of a million is made to be slow. */
export const mostColumns = 1000;
/** A row longer than this (characters) is nobody's note or article. */
export const longestRow = 32 * 1024 * 1024;

/** How tables are read whose writers weren't careful. */
export const lenient: Options = {
  bom: true,
  // A quotation mark inside a cell without quotes, and rows that are too short or too long, are read as they stand.
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: longestRow,
};

/** A row by its columns' names; '' for a cell that isn't there. */
export type Row = (column: string) => string;

/** The rows of a whole table. Throws a `VerbatimError` for what can't be read as one. */
export function* rowsOf(bytes: Uint8Array, program: string): Iterable<Row> {
  let rows: string[][];
  try {
    rows = parse(decodeText(bytes).text, lenient);
  } catch (error) {
    throw new VerbatimError(
      'unsupported',
      `It looks like a list from ${program}, but is no sound CSV (${error instanceof Error ? error.message : String(error)}). Export it again.`,
    );
  }
  const [names = [], ...body] = rows;
  if (names.length > mostColumns)
    throw new VerbatimError(
      'limit-exceeded',
      `It has ${names.length} columns; tables of up to ${mostColumns} are read.`,
    );
  const places = new Map(names.map((name, index) => [name.trim().toLowerCase(), index]));
  for (const cells of body) {
    yield (column) => {
      const place = places.get(column);
      return place === undefined ? '' : (cells[place] ?? '').trim();
    };
  }
}

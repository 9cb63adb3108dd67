import { type Options, stringify } from 'csv-stringify/sync';

/**
 * CSV by RFC 4180: fields divided by commas, lines by CR LF, quotation marks doubled. Files begin
 * with a UTF-8 byte order mark, without which Excel reads UTF-8 as something else.
 *
 * A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@` (in some languages their wide forms
 * too), a tab or the end of a line as a formula, and the words in our cells are other people's. Such a
 * cell gets an apostrophe before it; whoever needs the very first character takes it from the JSON
 * beside the CSV.
 */
export const byteOrderMark = '\uFEFF';

export type CsvValue = string | number | null;

const options: Options = {
  record_delimiter: 'windows',
  escape_formulas: true,
  // Programs that trim cells or end a line at any of its two signs read these as they are.
  quoted_match: /^\s|\s$|[\r\n]/u,
};

export function csvLine(values: readonly CsvValue[]): string {
  return stringify([[...values]], options);
}

/** The first line of a file, with the byte order mark before it. */
export function csvHead(columns: readonly string[]): string {
  return byteOrderMark + csvLine(columns);
}

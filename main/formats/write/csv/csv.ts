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

export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const guarded = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) || /^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** The first line of a file, with the byte order mark before it. */
export function csvHead(columns: readonly string[]): string {
  return byteOrderMark + csvLine(columns);
}

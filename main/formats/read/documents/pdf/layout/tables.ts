import type { InlineText } from '../../../../../contract/index.ts';
import { type LineJoiner, withoutStrong } from './joining.ts';
import type { Cell, Line } from './lines.ts';

/** Plain tables: rows of short stretches that stand under one another. */

export interface TableRow {
  readonly header: boolean;
  readonly cells: readonly InlineText[];
}

export interface FoundTable {
  /** Which lines it takes: from the first up to, without, the last. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly TableRow[];
}

/** Wider tables are no tables but text with odd gaps. */
const mostColumns = 16;
/** Longer on average, in characters, and the cells are prose. */
const longestCell = 45;

export function tablesIn(lines: readonly Line[], joiner: LineJoiner): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const tagged = taggedTable(lines, from, joiner);
    const found = tagged ?? laidOutTable(lines, from, joiner);
    if (found === null) continue;
    tables.push(found);
    from = found.to - 1;
  }
  return tables;
}

function taggedTable(lines: readonly Line[], from: number, joiner: LineJoiner): FoundTable | null {
  const table = cellOf(lines[from])?.table;
  if (table === undefined) return null;
  let to = from;
  while (to < lines.length && cellOf(lines[to])?.table === table) to += 1;
  const rows = Map.groupBy(lines.slice(from, to), (line) => cellOf(line)?.row);
  const read = [...rows.values()].map((row): TableRow => {
    const cells = [...Map.groupBy(row, (line) => line.element?.block).values()];
    const header = row.every((line) => cellOf(line)?.header === true);
    return {
      header,
      cells: cells.map((cell) => joiner.join(cell)).map((cell) => (header ? withoutStrong(cell) : cell)),
    };
  });
  // A table of one column or with paragraphs in its cells holds a page together and is none.
  const isLayout = read.every(({ cells }) => cells.length < 2) || read.some(({ cells }) => cells.some(isProse));
  return isLayout ? null : { from, to, rows: read };
}

function isProse(cell: InlineText): boolean {
  return cell.text.length > 400;
}

function cellOf(line: Line | undefined) {
  return line?.element?.kind === 'cell' ? line.element.table : null;
}

function laidOutTable(lines: readonly Line[], from: number, joiner: LineJoiner): FoundTable | null {
  const first = lines[from];
  if (first === undefined || first.element !== null || first.cells.length < 2) return null;
  let to = from;
  while (to < lines.length && belongs(lines, to, first)) to += 1;
  // What hangs below the last row is not of the table.
  while (to > from && (lines[to - 1]?.cells.length ?? 0) < 2) to -= 1;
  const rows = lines.slice(from, to);
  const full = rows.filter(({ cells }) => cells.length >= 2);
  const widest = Math.max(...full.map(({ cells }) => cells.length));
  if (full.length < (widest >= 3 ? 2 : 3) || full.length < rows.length * 0.6) return null;
  const columns = columnsOf(full);
  if (columns === null) return null;
  const cells = full.flatMap((row) => row.cells);
  const letters = cells.reduce((sum, { text }) => sum + text.trim().length, 0);
  if (letters / cells.length > longestCell) return null;
  const firstIsBold = first.bold && !rows.slice(1).some(({ bold }) => bold);
  const read: TableRow[] = [];
  for (const row of rows) {
    const filled = columns.map((column) => row.cells.filter((cell) => overlaps(cell, column)));
    const before = read.at(-1);
    const isFirst = (filled[0]?.length ?? 0) > 0;
    if (before !== undefined && row.cells.length < 2 && (!isFirst || /^\p{Ll}/u.test(row.text.trim()))) {
      // A cell that needed a second line.
      read[read.length - 1] = {
        ...before,
        cells: before.cells.map((cell, index) => {
          const more = joinCells(filled[index] ?? [], row, joiner);
          return more.text === '' ? cell : appended(cell, more);
        }),
      };
    } else {
      const header = row === first && firstIsBold;
      const cells = filled.map((cell) => joinCells(cell, row, joiner));
      read.push({ header, cells: header ? cells.map(withoutStrong) : cells });
    }
  }
  return { from, to, rows: read };
}

function belongs(lines: readonly Line[], at: number, first: Line): boolean {
  const line = lines[at];
  if (line === undefined || line.region !== first.region || line.page !== first.page || line.element !== null)
    return false;
  if (line.cells.length >= 2) return true;
  if (line.text.length >= 40) return false;
  // The second line of a cell stands under that cell; one of the first column, between two rows.
  const second = first.cells[1]?.left ?? 0;
  return line.left > first.left + line.size * 2 || (line.right < second && (lines[at + 1]?.cells.length ?? 0) >= 2);
}

/** The columns that the cells of all rows stand in; null where they don't stand under one another. */
function columnsOf(rows: readonly Line[]): { readonly left: number; readonly right: number }[] | null {
  const columns: { left: number; right: number }[] = [];
  const cells = rows.flatMap((row) => row.cells).sort((first, second) => first.left - second.left);
  for (const cell of cells) {
    const column = columns.at(-1);
    if (column !== undefined && cell.left < column.right) column.right = Math.max(column.right, cell.right);
    else columns.push({ left: cell.left, right: cell.right });
  }
  if (columns.length < 2 || columns.length > mostColumns) return null;
  const clash = rows.some((row) =>
    columns.some((column) => row.cells.filter((cell) => overlaps(cell, column)).length > 1),
  );
  return clash ? null : columns;
}

function overlaps(cell: Cell, column: { readonly left: number; readonly right: number }): boolean {
  return cell.left < column.right && cell.right > column.left;
}

function joinCells(cells: readonly Cell[], row: Line, joiner: LineJoiner): InlineText {
  return joiner.join(cells.map((cell) => ({ ...row, text: cell.text, spans: cell.spans })));
}

function appended(first: InlineText, second: InlineText): InlineText {
  if (first.text === '') return second;
  const shift = first.text.length + 1;
  return {
    text: `${first.text} ${second.text}`,
    marks: [
      ...first.marks,
      ...second.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
    ],
  };
}

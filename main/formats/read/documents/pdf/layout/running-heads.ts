import { foldSpaces } from '../../text/lines.ts';
import type { PageText, Piece } from '../pieces.ts';
import { makeLine } from './lines.ts';
import { rowsOf, type Segment, segmentsOf } from './segments.ts';

/**
 * What stands at the head and foot of pages and isn't the article: the paper's name, the title again,
 * a page number, a printer's line. Told by coming again on other pages in the same place, or by being
 * nothing but the page's number.
 */

export interface RunningLine {
  readonly page: number;
  readonly where: 'head' | 'foot';
  readonly text: string;
  /** Its stretches between wide gaps: the paper's name, the day, the page's number. */
  readonly parts: readonly string[];
  /** The same line with its figures blanked, by which repetitions are known. */
  readonly pattern: string;
}

export interface RunningHeads {
  readonly pieces: ReadonlySet<Piece>;
  readonly lines: readonly RunningLine[];
}

/** Share of a page's height, from above and below, in which they are looked for. */
const zone = 0.14;
const rowsInZone = 4;

interface Row {
  readonly page: PageText;
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly parts: readonly string[];
  readonly pattern: string;
  readonly baseline: number;
  readonly where: 'head' | 'foot';
  /** The outermost row of its end of the page. */
  readonly outermost: boolean;
}

export function findRunningHeads(pages: readonly PageText[]): RunningHeads {
  const rows = pages.flatMap(edgeRows);
  const groups = Map.groupBy(rows, (row) => `${row.where} ${row.pattern}`);
  const found = new Set<Row>();
  for (const group of groups.values()) for (const row of group) if (isRunning(row, group, pages.length)) found.add(row);
  for (const row of rows) if (isPrintersLine(row, pages)) found.add(row);
  return {
    pieces: new Set([...found].flatMap(({ pieces }) => pieces)),
    lines: rows.filter((row) => found.has(row)).map(lineOf),
  };
}

function lineOf({ page, where, text, parts, pattern }: Row): RunningLine {
  return { page: page.number, where, text, parts, pattern };
}

/** What the document itself marks as no part of its text, where it is none of the lines that were found. */
export function markedLines(pages: readonly PageText[], found: ReadonlySet<Piece>): RunningLine[] {
  return pages.flatMap((page) => {
    const marked = page.pieces.filter((piece) => piece.content?.kind === 'artifact' && !found.has(piece));
    return rowsOf(segmentsOf(marked)).map((row) =>
      lineOf(readRow(page, row, (row[0]?.baseline ?? 0) < page.height / 2 ? 'head' : 'foot', false)),
    );
  });
}

function edgeRows(page: PageText): Row[] {
  const segments = segmentsOf(page.pieces.filter(({ baseline }) => baseline < page.height * zone));
  const below = segmentsOf(page.pieces.filter(({ baseline }) => baseline > page.height * (1 - zone)));
  return [
    ...rowsOf(segments)
      .slice(0, rowsInZone)
      .map((row, index) => readRow(page, row, 'head', index === 0)),
    ...rowsOf(below)
      .slice(-rowsInZone)
      .map((row, index, all) => readRow(page, row, 'foot', index === all.length - 1)),
  ];
}

function readRow(page: PageText, row: readonly Segment[], where: Row['where'], outermost: boolean): Row {
  const pieces = row.flatMap((segment) => segment.pieces);
  const line = makeLine(pieces, { page: page.number, region: 0, edges: { left: 0, right: 0 } });
  const text = foldSpaces(line.text);
  const parts = line.cells.map((cell) => foldSpaces(cell.text));
  return { page, pieces, text, parts, pattern: patternOf(text), baseline: line.baseline, where, outermost };
}

function patternOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{N}+/gu, '#')
    .replace(/^[\s–—|·•-]+|[\s–—|·•-]+$/gu, '');
}

function isRunning(row: Row, group: readonly Row[], pages: number): boolean {
  if (!/\p{L}{3}/u.test(row.pattern)) return isPageNumber(row, group, pages);
  const again = group.filter((other) => other.page !== row.page && isAtPlaceOf(row, other) && countsOn(row, other));
  return again.length > 0 && (row.outermost || again.length >= Math.min(2, pages - 1));
}

function isAtPlaceOf(row: Row, other: Row): boolean {
  return Math.abs(other.baseline - row.baseline) < Math.max(8, row.page.height * 0.02);
}

/** The same words, and no other figures but such as count with the pages. */
function countsOn(row: Row, other: Row): boolean {
  const own = row.text.match(/\d+/gu) ?? [];
  const others = other.text.match(/\d+/gu) ?? [];
  const pages = other.page.number - row.page.number;
  return own.every((number, index) => number === others[index] || Number(others[index]) - Number(number) === pages);
}

/** "7", "– 7 –", "7/12", "Seite 7": a number that counts with the pages. */
function isPageNumber(row: Row, group: readonly Row[], pages: number): boolean {
  if (
    !/^(?:p(?:age|\.)?|s(?:eite|\.)|pág(?:ina|\.)|pagina)?\s*[#ivxlc]+(?:\s*(?:\/|of|von|de|di|sur)\s*#)?$/iu.test(
      row.pattern,
    )
  )
    return false;
  const value = firstNumber(row.text);
  if (value === null) return row.outermost;
  if (pages === 1) return value === 1 && row.outermost;
  return (
    group.some((other) => {
      const number = firstNumber(other.text);
      return other.page !== row.page && number !== null && number - value === other.page.number - row.page.number;
    }) ||
    (row.outermost && value === row.page.number)
  );
}

function firstNumber(text: string): number | null {
  const number = /\d{1,6}/u.exec(text)?.[0];
  return number === undefined ? null : Number(number);
}

/** Browsers print the address and "1/3" below a page, and the day and the title above it. */
const printedAddress = /(?:https?|file):\/\/\S+/u;
const printedCount = /(?:^|\s)\d{1,4}\s*(?:\/|of|von|sur|de)\s*\d{1,4}$/u;
const printedDay = /\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?:\s?[AP]M)?/iu;

function isPrintersLine(row: Row, pages: readonly PageText[]): boolean {
  if (!row.outermost) return false;
  if (row.where === 'foot')
    return (
      (printedAddress.test(row.text) && printedCount.test(row.text)) ||
      (printedDay.test(row.text) && row.text.length < 60)
    );
  return pages.length === 1 && new RegExp(`^${printedDay.source}(?:\\s|$)`, 'iu').test(row.text);
}

/** The address that a browser printed at the edge of its pages, or null. */
export function printedUrl(lines: readonly RunningLine[]): string | null {
  for (const { text } of lines) {
    const address = /https?:\/\/\S+/u.exec(text)?.[0];
    // A long address is cut with an ellipsis, and is none then.
    if (address !== undefined && !/…|\.\.\.$/u.test(address) && URL.canParse(address)) return address;
  }
  return null;
}

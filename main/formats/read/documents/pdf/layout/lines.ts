import { foldSpaces } from '../../text/lines.ts';
import type { Piece } from '../pieces.ts';
import type { TaggedElement } from '../structure.ts';

/** From pieces to lines: what stands side by side on one foot, in the order in which it is read. */

/** A stretch of a line with one look and one link. */
export interface LineSpan {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
}

export interface Line {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly text: string;
  readonly spans: readonly LineSpan[];
  /** How wide its first word is. */
  readonly firstWord: number;
  readonly rightToLeft: boolean;
  /** All its letters are bold. */
  readonly bold: boolean;
  readonly element: TaggedElement | null;
  /** Column of the page it stands in: lines of one number follow one another. */
  readonly region: number;
  /** Left and right edge of that column's text. */
  readonly edges: { readonly left: number; readonly right: number };
  /** The stretches between wide gaps, each with its place: cells of a table, perhaps. */
  readonly cells: readonly Cell[];
  /** Its place in the order of the document's tags, or -1. */
  readonly order: number;
  /** Footnote marks that stood in it as raised small figures, taken out. */
  readonly noteMarks: readonly string[];
}

export interface Cell {
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly bold: boolean;
  readonly spans: readonly LineSpan[];
}

/** A gap of this many letter heights is wider than justified lines have between words. */
export const wideGap = 1.6;
/** A gap of this many letter heights parts words. */
const wordGap = 0.17;

const strongRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The pieces of one line as the line. Pieces may come in any order. */
export function makeLine(
  pieces: readonly Piece[],
  place: { readonly page: number; readonly region: number; readonly edges: Line['edges'] },
): Line {
  const main = mainPiece(pieces);
  const visual = [...pieces].sort((first, second) => first.left - second.left);
  const rightToLeft = isRightToLeft(visual);
  const logical = rightToLeft ? readingOrder(visual) : visual;
  const spans: LineSpan[] = [];
  const noteMarks: string[] = [];
  const cells: Cell[] = [];
  let cellSpans: LineSpan[] = [];
  let cellPieces: Piece[] = [];
  const endCell = () => {
    if (cellPieces.length === 0) return;
    cells.push({
      left: Math.min(...cellPieces.map(({ left }) => left)),
      right: Math.max(...cellPieces.map(({ right }) => right)),
      text: textOf(cellSpans),
      bold: cellPieces.every(({ look }) => look.bold),
      spans: cellSpans,
    });
    cellSpans = [];
    cellPieces = [];
  };
  for (const [index, piece] of logical.entries()) {
    const before = logical[index - 1];
    const gap = before === undefined ? 0 : gapBetween(before, piece);
    if (gap > wideGap * main.size) endCell();
    let text = piece.text.replace(/\s+/gu, ' ');
    if (isRaised(piece, main)) {
      const sofar = textOf(spans);
      if (isNoteMark(text, sofar)) {
        noteMarks.push(text.trim());
        continue;
      }
      text = superscript(text, sofar);
    }
    if (before !== undefined && isAccent(before.text, text, gap, main.size)) {
      text = composed(before.text, text);
      dropLast(spans);
      dropLast(cellSpans);
    } else if (before !== undefined && isSpaceBetween(before, piece, gap, main.size)) text = ` ${text}`;
    const span = { text, bold: piece.look.bold, italic: piece.look.italic, href: piece.href };
    pushSpan(spans, span);
    pushSpan(cellSpans, cellPieces.length === 0 ? { ...span, text: text.trimStart() } : span);
    cellPieces.push(piece);
  }
  endCell();
  const text = textOf(spans);
  return {
    ...place,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline: main.baseline,
    size: main.size,
    text,
    spans,
    firstWord: firstWordOf(logical),
    rightToLeft,
    bold: spans.every((span) => span.bold || !/[\p{L}\d]/u.test(span.text)) && /[\p{L}\d]/u.test(text),
    element: elementOf(pieces),
    order: Math.max(...pieces.map(({ content }) => (content?.kind === 'element' ? content.order : -1))),
    cells,
    noteMarks,
  };
}

/** Measured in its own piece, because scripts and fonts differ in width. */
function firstWordOf(logical: readonly Piece[]): number {
  let width = 0;
  for (const [index, piece] of logical.entries()) {
    const before = logical[index - 1];
    if (before !== undefined && isSpaceBetween(before, piece, gapBetween(before, piece), piece.size)) break;
    const text = piece.text.trimStart();
    const word = /^\S+/u.exec(text)?.[0] ?? '';
    width += ((piece.right - piece.left) * word.length) / Math.max(1, text.length);
    if (word.length < text.length) break;
  }
  return width;
}

function elementOf(pieces: readonly Piece[]): TaggedElement | null {
  const named = pieces.filter(({ content }) => content?.kind === 'element');
  // An item's bullet names the item as well as its words do, but its words come after.
  const content = (
    named.find(({ content: own }) => own?.kind === 'element' && own.element.kind !== 'label') ?? named[0]
  )?.content;
  return content?.kind === 'element' ? content.element : null;
}

/** The piece whose size and foot are the line's: that of most of its letters. */
export function mainPiece(pieces: readonly Piece[]): Piece {
  const letters = new Map<string, { piece: Piece; count: number }>();
  for (const piece of pieces) {
    const key = `${piece.size.toFixed(1)} ${piece.baseline.toFixed(0)}`;
    const known = letters.get(key);
    letters.set(key, { piece: known?.piece ?? piece, count: (known?.count ?? 0) + piece.text.trim().length });
  }
  const ranked = [...letters.values()].sort((first, second) => second.count - first.count);
  const best = ranked[0];
  if (best === undefined) throw new Error('A line has at least one piece');
  return best.piece;
}

function textOf(spans: readonly LineSpan[]): string {
  return spans.map(({ text }) => text).join('');
}

function pushSpan(spans: LineSpan[], span: LineSpan): void {
  const before = spans.at(-1);
  if (before !== undefined && before.bold === span.bold && before.italic === span.italic && before.href === span.href)
    spans[spans.length - 1] = { ...before, text: before.text + span.text };
  else spans.push(span);
}

/** Accents that a file draws over the next letter, with the marks they are (as TeX's older fonts do). */
const accents: Readonly<Record<string, string>> = {
  '¨': '\u0308',
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '˜': '\u0303',
  '˚': '\u030A',
  ˇ: '\u030C',
  '¸': '\u0327',
};

function isAccent(before: string, text: string, gap: number, size: number): boolean {
  return accents[before.slice(-1)] !== undefined && gap < -0.1 * size && /^\p{L}/u.test(text);
}

function composed(before: string, text: string): string {
  const [letter = ''] = text;
  const base = letter === 'ı' ? 'i' : letter;
  return (base + (accents[before.slice(-1)] ?? '')).normalize('NFC') + text.slice(letter.length);
}

function dropLast(spans: LineSpan[]): void {
  const last = spans.at(-1);
  if (last !== undefined) spans[spans.length - 1] = { ...last, text: last.text.slice(0, -1) };
}

function isRightToLeft(pieces: readonly Piece[]): boolean {
  let forwards = 0;
  let backwards = 0;
  for (const { text, rightToLeft } of pieces) {
    if (rightToLeft && strongRightToLeft.test(text)) backwards += text.length;
    else if (/\p{L}/u.test(text)) forwards += text.length;
  }
  return backwards > forwards;
}

/** A line that is read from the right: pieces from right to left, but stretches in Latin script or figures among them from the left (UAX 9, rule L2 for two levels). */
function readingOrder(visual: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let forwards: Piece[] = [];
  for (const piece of [...visual].reverse()) {
    if (piece.rightToLeft) {
      result.push(...forwards, piece);
      forwards = [];
    } else forwards.unshift(piece);
  }
  return [...result, ...forwards];
}

/** White space between two pieces, or less than nothing where they overlap. */
export function gapBetween(first: Piece, second: Piece): number {
  return Math.max(first.left, second.left) - Math.min(first.right, second.right);
}

function isSpaceBetween(before: Piece, piece: Piece, gap: number, size: number): boolean {
  if (/\s$/u.test(before.text) || /^\s/u.test(piece.text)) return false;
  if (gap > wordGap * size) return true;
  const later = piece.order > before.order ? piece : before;
  return later.spaced && Math.abs(piece.order - before.order) === 1 && gap > -0.3 * size;
}

function isRaised(piece: Piece, main: Piece): boolean {
  return piece.size < main.size * 0.88 && piece.baseline < main.baseline - main.size * 0.15;
}

/**
 * Whether raised small signs point to a footnote: after a word or a full stop. After a number or a unit
 * ("10³", "m²") they are a power, and at the front of a line they are the footnote's own.
 */
function isNoteMark(text: string, before: string): boolean {
  if (!/^\s*(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3}){0,3}|[*∗†‡§¶]{1,3}|\[\d{1,3}\]|\(\d{1,3}\))\s*$/u.test(text)) return false;
  return /(?:\p{L}{3}|[\p{L}\d]["”’»)\]]|[.,;:!?…]["”’»)\]]*)\s*$/u.test(before);
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power as the characters that exist for it; ordinals ("1st") stay letters. */
function superscript(text: string, before: string): string {
  if (before.trim() === '') return text.trim() === '' ? text : `${text.trimEnd()} `;
  return text.replace(/\d/gu, (digit) => raised[Number(digit)] ?? digit);
}

/** A line's words without the spaces around them. */
export function lineText(line: Line): string {
  return foldSpaces(line.text);
}

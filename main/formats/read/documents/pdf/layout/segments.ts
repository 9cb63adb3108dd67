import type { Piece } from '../pieces.ts';
import { gapBetween, mainPiece } from './lines.ts';

/** A stretch of pieces on one foot without a wide gap: the atom that columns are told from. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
}

export function makeSegment(pieces: readonly Piece[]): Segment {
  const { baseline, size } = mainPiece(pieces);
  return {
    pieces,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    top: baseline - size * 0.8,
    bottom: baseline + size * 0.25,
    baseline,
    size,
  };
}

interface Standing {
  readonly baseline: number;
  readonly size: number;
}

/** Whether two feet are one: they differ by no more than the unevenness of a line. */
function onOneFoot(first: Standing, second: Standing): boolean {
  const apart = Math.abs(first.baseline - second.baseline);
  const [small, large] = first.size < second.size ? [first, second] : [second, first];
  // A large initial spans lines and stands on the foot of none but the last.
  return apart < (small.size < large.size * 0.48 ? small.size : large.size) * 0.25;
}

/** Whether one is a small sign set high or low within the height of the other's line. */
function isRaisedBeside(first: Standing, second: Standing): boolean {
  const apart = Math.abs(first.baseline - second.baseline);
  const [small, large] = first.size < second.size ? [first, second] : [second, first];
  return small.size >= large.size * 0.48 && small.size < large.size * 0.88 && apart < large.size * 0.6;
}

/** Whether two pieces that follow one another stand on one line: raised and lowered small signs belong to it. */
export function onOneLine(first: Standing, second: Standing): boolean {
  return onOneFoot(first, second) || isRaisedBeside(first, second);
}

/** Words of a justified line stand at most this many letter heights apart where the file writes them one after the other. */
const followingGap = 1.2;
/** Pieces that come in another order are joined only when they nearly touch. */
const touchingGap = 0.5;

/** The page's segments: pieces that follow one another first, then what touches on one foot. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && onOneLine(before, piece) && isNear(before, piece, followingGap))
      run.push(piece);
    else runs.push([piece]);
  }
  const segments = runs.map(makeSegment).sort((first, second) => first.left - second.left);
  const rows = rowsOf(segments);
  return rows.flatMap((row) => {
    const joined: Piece[][] = [];
    let right = Number.NEGATIVE_INFINITY;
    for (const segment of row) {
      const gap = segment.left - right;
      if (joined.length > 0 && gap < touchingGap * segment.size) joined.at(-1)?.push(...segment.pieces);
      else joined.push([...segment.pieces]);
      right = Math.max(right, segment.right);
    }
    return joined.map(makeSegment);
  });
}

function isNear(first: Piece, second: Piece, gap: number): boolean {
  const size = Math.max(first.size, second.size);
  const between = gapBetween(first, second);
  const overlap = -between;
  return between < gap * size && overlap < size;
}

/** Segments by the line they stand on, from top to bottom, each from left to right. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const byFoot = [...segments].sort((first, second) => first.baseline - second.baseline);
  const rows: Segment[][] = [];
  for (const segment of byFoot) {
    const row = rows.at(-1);
    if (row !== undefined && standsIn(row, segment)) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((first, second) => first.left - second.left);
  return rows;
}

function standsIn(row: readonly Segment[], segment: Segment): boolean {
  const main = largest(row);
  if (main !== undefined && onOneFoot(main, segment)) return true;
  // A raised sign touches its word; the next column's line of another size does not.
  return row.some(
    (other) =>
      isRaisedBeside(other, segment) && touches(other, segment) && Math.min(letters(other), letters(segment)) <= 8,
  );
}

function touches(first: Segment, second: Segment): boolean {
  const gap = Math.max(first.left, second.left) - Math.min(first.right, second.right);
  return gap < Math.max(first.size, second.size) * 0.6;
}

function letters({ pieces }: Segment): number {
  return pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
}

function largest(row: readonly Segment[]): Segment | undefined {
  let best = row[0];
  for (const segment of row) if (best === undefined || segment.size > best.size) best = segment;
  return best;
}

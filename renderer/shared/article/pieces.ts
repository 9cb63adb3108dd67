import type { Span } from '../../../main/contract/canonical-text.ts';

/**
 * The page's text as an ordered list of pieces, each with its place in the canonical text. What a piece is
 * made of is left open: in the page it is a text node, in the tests a name. Pieces of one run follow each
 * other without a gap; between runs stand the characters that the page draws as space (empty lines, tabs).
 */
export interface Piece<Node> {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

/** A point in the page: a piece and a count of UTF-16 units into it. */
export interface PagePoint<Node> {
  readonly node: Node;
  readonly offset: number;
}

/**
 * The point for a canonical offset. At a border between pieces, `start` takes the piece that begins there
 * and `end` the one that ends there; an offset between two runs goes to the next run's beginning as a start
 * and to the previous run's end as an end. Null only when there are no pieces.
 */
export function pointAt<Node>(
  pieces: readonly Piece<Node>[],
  offset: number,
  side: 'start' | 'end',
): PagePoint<Node> | null {
  if (side === 'start') {
    const piece = pieces[firstIndex(pieces, (one) => one.end > offset)] ?? pieces.at(-1);
    if (piece === undefined) return null;
    return { node: piece.node, offset: clamp(offset - piece.start, piece) };
  }
  const piece = pieces[firstIndex(pieces, (one) => one.start >= offset) - 1] ?? pieces[0];
  if (piece === undefined) return null;
  return { node: piece.node, offset: clamp(offset - piece.start, piece) };
}

/**
 * The stretches of the page that a span covers: one for each row of pieces without a gap between them, so
 * that whatever stands between two runs (a caption, furniture) is never painted.
 */
export function stretchesOf<Node>(
  pieces: readonly Piece<Node>[],
  span: Span,
): readonly { readonly start: PagePoint<Node>; readonly end: PagePoint<Node> }[] {
  const stretches: { start: PagePoint<Node>; end: PagePoint<Node>; until: number }[] = [];
  for (let index = firstIndex(pieces, (one) => one.end > span.start); index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || piece.start >= span.end) break;
    const start = { node: piece.node, offset: Math.max(0, span.start - piece.start) };
    const end = { node: piece.node, offset: Math.min(piece.end, span.end) - piece.start };
    const last = stretches.at(-1);
    if (last !== undefined && last.until === piece.start) {
      last.end = end;
      last.until = piece.end;
    } else stretches.push({ start, end, until: piece.end });
  }
  return stretches.map(({ start, end }) => ({ start, end }));
}

/** Index of the first piece for which a test holds that, once true, stays true; the length when it never does. */
export function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function clamp(offset: number, piece: { readonly start: number; readonly end: number }): number {
  return Math.min(Math.max(offset, 0), piece.end - piece.start);
}

import type { Span } from '../../../main/contract/canonical-text.ts';
import { firstIndex, type Piece, pointAt, stretchesOf } from './pieces.ts';

/**
 * The bridge between the page and the canonical text. Every run of inline text is drawn in an element with
 * `data-start`; its text nodes follow each other in the order of the canonical text.
 */
export interface PageText {
  readonly pieces: readonly Piece<Text>[];
}

/** Reads what is drawn now. Call it again after every change of the document's blocks. */
export function readPageText(root: HTMLElement): PageText {
  return { pieces: readPieces(root) };
}

/** The same text after what shows a span of it was drawn anew. */
export function withDrawnAnew(page: PageText, span: Span, root: HTMLElement): PageText {
  const from = firstIndex(page.pieces, (piece) => piece.end > span.start);
  const to = firstIndex(page.pieces, (piece) => piece.start >= span.end);
  return { pieces: [...page.pieces.slice(0, from), ...readPieces(root), ...page.pieces.slice(to)] };
}

function readPieces(root: HTMLElement): readonly Piece<Text>[] {
  const pieces: Piece<Text>[] = [];
  for (const run of root.querySelectorAll<HTMLElement>('[data-start]')) {
    let start = Number(run.dataset.start);
    const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.length === 0) continue;
      pieces.push({ node, start, end: start + node.length });
      start += node.length;
    }
  }
  return pieces;
}

/** A live range over a span, from the first character to the last; null where nothing is drawn. */
export function rangeOf(page: PageText, span: Span): Range | null {
  const start = pointAt(page.pieces, span.start, 'start');
  const end = pointAt(page.pieces, span.end, 'end');
  if (start === null || end === null || !start.node.isConnected || !end.node.isConnected) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** Ranges for painting a span: one a stretch, so that captions and furniture in between stay unpainted. */
export function paintRanges(page: PageText, span: Span): readonly StaticRange[] {
  return stretchesOf(page.pieces, span).map(
    ({ start, end }) =>
      new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      }),
  );
}

/** The canonical span that a range of the page covers; null when it covers none of the article's text. */
export function spanOfRange(page: PageText, range: AbstractRange): Span | null {
  const start = offsetOf(page, range.startContainer, range.startOffset, 'start');
  const end = offsetOf(page, range.endContainer, range.endOffset, 'end');
  return start < end ? { start, end } : null;
}

/**
 * The canonical offset of a point of the page. A point outside the text (in a caption, between blocks)
 * counts as the nearest text after it for a start, before it for an end.
 */
export function offsetOf(page: PageText, node: Node, offset: number, side: 'start' | 'end'): number {
  const { pieces } = page;
  const point = document.createRange();
  point.setStart(node, offset);
  point.collapse(true);
  // Where each piece lies: -1 when it ends before the point, 1 when it begins after, 0 when the point is in it.
  const index = firstIndex(pieces, (piece) => point.comparePoint(piece.node, piece.node.length) >= 0);
  const piece = pieces[index];
  if (piece === undefined) return pieces.at(-1)?.end ?? 0;
  if (piece.node === node) return piece.start + Math.min(offset, piece.node.length);
  if (point.comparePoint(piece.node, 0) >= 0)
    return side === 'start' ? piece.start : (pieces[index - 1]?.end ?? piece.start);
  return piece.start;
}

/** The canonical offset under a point of the window, in CSS pixels; null where no text is. */
export function offsetAt(page: PageText, root: HTMLElement, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  if (caret === null || !root.contains(caret.node)) return null;
  const run = caret.node.parentElement?.closest('[data-start]');
  return run ? offsetOf(page, caret.node, caret.offset, 'start') : null;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position === null ? null : { node: position.offsetNode, offset: position.offset };
  }
  return null;
}

import type { RowHeights } from './row-heights.ts';

/** The part of a list that is drawn: rows `[first, last)` with the empty space above and below them. */
export interface ListWindow {
  readonly first: number;
  readonly last: number;
  /** CSS pixels. */
  readonly above: number;
  readonly below: number;
}

/** Rows drawn beyond each edge of the viewport, so that a turn of the wheel meets no gap. */
const beyond = 6;

/** The window of a list scrolled to `scrollTop` in a viewport of `height` CSS pixels. */
export function listWindow(heights: RowHeights, scrollTop: number, height: number): ListWindow {
  if (heights.count === 0) return { first: 0, last: 0, above: 0, below: 0 };
  const first = Math.max(0, heights.indexAt(Math.max(0, scrollTop)) - beyond);
  const last = Math.min(heights.count, heights.indexAt(Math.max(0, scrollTop) + height) + 1 + beyond);
  return {
    first,
    last,
    above: heights.offset(first),
    below: heights.offset(heights.count) - heights.offset(last),
  };
}

/** Where to scroll so that row `index` is wholly in view: nowhere if it is, else by the least distance. */
export function scrollToShow(heights: RowHeights, index: number, scrollTop: number, height: number): number {
  const top = heights.offset(index);
  const bottom = heights.offset(index + 1);
  if (top < scrollTop) return top;
  if (bottom > scrollTop + height) return Math.min(top, bottom - height);
  return scrollTop;
}

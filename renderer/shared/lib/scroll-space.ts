/**
 * Browsers draw nothing beyond some height of an element: Chromium at 33.5 million CSS pixels, Firefox at 17.8. A list
 * of a million rows is twice that, so it is scrolled in a shorter space: steps move it as far as they are, and a
 * jump of the scroll bar goes to the same part of the list as of the space.
 */
const longestSpace = 12_000_000;

/** Where a list stands, in CSS pixels: the place of the scroll bar, and how far the list is beyond it. */
export interface ScrollPlace {
  readonly scrollTop: number;
  readonly shift: number;
}

export const atTheTop: ScrollPlace = { scrollTop: 0, shift: 0 };

/** The height in which a list of `total` CSS pixels is scrolled. */
export function spaceOf(total: number): number {
  return Math.min(total, longestSpace);
}

/** The list's own offset at the upper edge of its viewport. */
export function topOf({ scrollTop, shift }: ScrollPlace): number {
  return scrollTop + shift;
}

/**
 * Where the list stands once the scroll bar has moved. Its `scrollTop` is another than the one given where the space
 * would end before the list does: the scroll bar is to be put there then, which moves nothing of what is seen.
 */
export function afterScroll(before: ScrollPlace, scrollTop: number, viewport: number, total: number): ScrollPlace {
  const space = spaceOf(total);
  if (space === total) return { scrollTop, shift: 0 };
  const step = scrollTop - before.scrollTop;
  const isJump = Math.abs(step) > 3 * viewport;
  if (isJump) return { scrollTop, shift: (scrollTop * (total - viewport)) / (space - viewport) - scrollTop };
  return standing(scrollTop, topOf(before) + step, viewport, total);
}

/** Where the list stands once its own offset `top` is at the upper edge of its viewport. */
export function afterGoing(before: ScrollPlace, top: number, viewport: number, total: number): ScrollPlace {
  if (spaceOf(total) === total) return { scrollTop: top, shift: 0 };
  return standing(top - before.shift, top, viewport, total);
}

/** Keeps the scroll bar where it is, unless it is so near an end of the space that the list would not get to its own. */
function standing(scrollTop: number, wanted: number, viewport: number, total: number): ScrollPlace {
  const space = spaceOf(total);
  const top = Math.max(0, Math.min(total - viewport, wanted));
  const edge = 5 * viewport;
  const endsTooSoon =
    (scrollTop < edge && top > scrollTop) || (scrollTop > space - viewport - edge && total - top > space - scrollTop);
  if (!endsTooSoon) return { scrollTop: Math.min(scrollTop, top), shift: top - Math.min(scrollTop, top) };
  const end = space - viewport;
  const part = Math.round((top * end) / (total - viewport));
  // The bar is at an end only when the list is: else there would be no further step.
  const stands = Math.max(top > 0 ? 1 : 0, Math.min(top < total - viewport ? end - 1 : end, part));
  return { scrollTop: stands, shift: top - stands };
}

/** The reader's page in CSS pixels: the column, and the margin beside it where there is room for one. */
export interface PageLayout {
  readonly column: number;
  /** Null where the margin doesn't fit; its cards are then in a drawer. */
  readonly margin: number | null;
}

/** Average width of a character of the reading face, as a part of its size. */
const characterWidth = 0.508;
const leastPadding = 24;
const leastMargin = 256;
const mostMargin = 312;
export const columnGap = 44;

/**
 * Divides the width that the page has. The measure that the reader chose goes first; the margin takes what
 * is left, and gives way to a drawer when that is too little for a card.
 */
export function pageLayout(
  width: number,
  settings: { readonly textSize: number; readonly textWidth: number },
): PageLayout {
  const measure = Math.round(settings.textWidth * settings.textSize * characterWidth);
  const column = Math.max(240, Math.min(measure, width - 2 * leastPadding));
  const left = width - 2 * leastPadding - column - columnGap;
  return { column, margin: left < leastMargin ? null : Math.min(mostMargin, left) };
}

/** How long a line of the text is. */
export interface Measure {
  /** UTF-16 units that stand in one, on average. */
  readonly units: number;
  /** Size of the type in CSS pixels. */
  readonly textSize: number;
}

export function measureOf(column: number, textSize: number): Measure {
  return { units: Math.max(1, Math.floor(column / (textSize * characterWidth))), textSize };
}

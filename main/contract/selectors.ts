import type { Span } from './canonical-text.ts';

/** W3C Web Annotation selectors, as kept with every mark. */
export interface Selectors {
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  readonly position: Span;
}

/** How much of the surroundings a quote selector keeps on each side, in UTF-16 units. */
export const contextLength = 64;

/**
 * The selectors of a span: a TextQuoteSelector with its surroundings and a TextPositionSelector (W3C
 * Web Annotation Data Model, sections 4.2.4 and 4.2.5), both counted in the canonical text. Neither the
 * span nor its surroundings begin or end with half a character.
 */
export function selectorsFor(text: string, chosen: Span): Selectors {
  const span = wholeCharacters(text, chosen);
  let from = Math.max(0, span.start - contextLength);
  if (from < span.start && splitsCharacter(text, from)) from += 1;
  let to = Math.min(text.length, span.end + contextLength);
  if (to > span.end && splitsCharacter(text, to)) to -= 1;
  return {
    quote: {
      exact: text.slice(span.start, span.end),
      prefix: text.slice(from, span.start),
      suffix: text.slice(span.end, to),
    },
    position: { start: span.start, end: span.end },
  };
}

/**
 * The span with its ends moved outwards to whole code points. Half a surrogate pair is no character: UTF-8 and
 * SQLite can't keep it. Not to whole grapheme clusters: another program's mark on a letter without its accent
 * is exact as it is.
 */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  return {
    start: splitsCharacter(text, start) ? start - 1 : start,
    end: splitsCharacter(text, end) ? end + 1 : end,
  };
}

/** Whether an offset stands between the two halves of a surrogate pair. */
export function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  return isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(offset), 0xdc00, 0xdfff);
}

function isBetween(unit: number, low: number, high: number): boolean {
  return unit >= low && unit <= high;
}

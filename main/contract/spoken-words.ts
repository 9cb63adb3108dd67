import type { Span } from './canonical-text.ts';

/** What stands between the stretches of words that somebody else's interrupt, where they are told as one. */
export const interruption = ' […] ';

/**
 * The stretches of a statement that are its speaker's words, in `text`, where it stands at `span`. `gaps` are what
 * interrupts them in the words it was made on (`quote`), in UTF-16 units of those: “not now,” *said Alder,* “not ever”.
 * Where the words have changed since, either what interrupts them or the words themselves must still be there to the
 * letter. Empty where neither is: then nobody knows which words are whose, and the statement has no place.
 */
export function spokenSpans(text: string, span: Span, quote: string, gaps: readonly Span[]): readonly Span[] {
  if (gaps.length === 0) return [span];
  const words = text.slice(span.start, span.end);
  const stretches = between(gaps, quote.length);
  const found =
    words === quote
      ? stretches
      : (gapsAgain(words, quote, gaps) ??
        inOrder(
          words,
          stretches.map(({ start, end }) => quote.slice(start, end)),
        ));
  return (found ?? []).map(({ start, end }) => ({ start: span.start + start, end: span.start + end }));
}

/** The words that a statement was made on, without what interrupts them. */
export function spokenWords(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(interruption);
}

/** What interrupts the words of several spans: between the first word and the last, counted from the first. */
export function gapsBetween(spans: readonly Span[]): readonly Span[] {
  const from = spans[0]?.start ?? 0;
  return spans.slice(1).map(({ start }, index) => ({ start: (spans[index]?.end ?? start) - from, end: start - from }));
}

/** Whether gaps lie inside a quotation, one behind the other, with words before, between and after them. */
export function areGaps(gaps: readonly Span[], length: number): boolean {
  return between(gaps, length).every(({ start, end }) => start < end) && gaps.every(({ start, end }) => start < end);
}

function between(gaps: readonly Span[], length: number): readonly Span[] {
  const ends = [...gaps.map(({ start }) => start), length];
  return ends.map((end, index) => ({ start: gaps[index - 1]?.end ?? 0, end }));
}

function gapsAgain(words: string, quote: string, gaps: readonly Span[]): readonly Span[] | null {
  const found = inOrder(
    words,
    gaps.map(({ start, end }) => quote.slice(start, end)),
  );
  if (found === null) return null;
  const stretches = between(found, words.length);
  return stretches.every(({ start, end }) => start < end) ? stretches : null;
}

function inOrder(words: string, parts: readonly string[]): readonly Span[] | null {
  const found: Span[] = [];
  for (const part of parts) {
    const start = words.indexOf(part, found.at(-1)?.end ?? 0);
    if (start < 0) return null;
    found.push({ start, end: start + part.length });
  }
  return found;
}

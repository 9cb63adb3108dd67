import { type Span, VerbatimError } from '../contract/index.ts';

/** What the person typed: the words, and words before and after to tell equal places apart. */
export interface QuoteRequest {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * The one place of a quotation in a canonical text. White space counts as one blank however it was
 * typed, everything else exactly. Throws `not-found` when the words do not stand there and `conflict`
 * when they stand there more than once: a mark is never put by guess.
 */
export function locateQuote(text: string, { quote, prefix, suffix }: QuoteRequest): Span {
  if (quote.trim() === '') throw new VerbatimError('bad-input', 'The quotation is empty.');
  const places = placesOf(text, quote);
  if (places.length === 0)
    throw new VerbatimError('not-found', `The article does not contain the words “${shortened(quote)}”.`);
  const fitting = places.filter(
    ({ start, end }) =>
      folded(text.slice(0, start)).endsWith(folded(prefix)) && folded(text.slice(end)).startsWith(folded(suffix)),
  );
  const [place] = fitting;
  if (place === undefined)
    throw new VerbatimError(
      'not-found',
      `The words “${shortened(quote)}” stand in the article ${times(places.length)}, but not with this prefix and suffix.`,
    );
  if (fitting.length > 1)
    throw new VerbatimError(
      'conflict',
      `The words “${shortened(quote)}” stand there ${times(fitting.length)}. Say which with --prefix or --suffix (the words before or after).`,
    );
  return place;
}

/** Overlapping places too: “na” stands in “banana” twice. */
function placesOf(text: string, quote: string): Span[] {
  const pattern = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const expression = new RegExp(pattern, 'gu');
  const places: Span[] = [];
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    places.push({ start: match.index, end: match.index + match[0].length });
    expression.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
  }
  return places;
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
function shortened(words: string): string {
  return words.length <= 80 ? words : `${words.slice(0, 79)}…`;
}

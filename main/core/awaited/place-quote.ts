import type { ForeignMark, Span } from '../../contract/index.ts';
import { placeAgain, thresholds } from '../../reading/anchoring/index.ts';

/** Where a mark from another program stands in a text. */
export interface QuotePlace {
  readonly span: Span;
  /** Whether other words stand there than the ones that were marked, white space aside. */
  readonly changed: boolean;
}

/**
 * Finds the words of another program's mark. That program counted in a text of its own, with other white
 * space between the same words, so white space is passed over first. Short words that stand in several
 * places need surroundings that tell which; words that stand nowhere are looked for as `placeAgain` does.
 * Null where they are lost.
 */
export function placeQuote({ quote, start }: Pick<ForeignMark, 'quote' | 'start'>, text: string): QuotePlace | null {
  if (quote === null || quote.exact.trim() === '') return null;
  const verbatim = placeVerbatim(quote, start, text);
  if (verbatim !== null) return { span: verbatim, changed: false };
  const position = { start: start ?? 0, end: (start ?? 0) + quote.exact.length };
  const { span, placement } = placeAgain({ quote, position }, text);
  return span === null ? null : { span, changed: placement === 'changed' };
}

/** A text without its white space, and where each unit of it stood. */
interface Squeezed {
  readonly text: string;
  readonly places: Uint32Array;
}

/** Many marks are placed in one text; it is squeezed once. */
let last: { readonly text: string; readonly squeezed: Squeezed } | null = null;

function squeezed(text: string): Squeezed {
  if (last?.text === text) return last.squeezed;
  const places = new Uint32Array(text.length);
  const pieces: string[] = [];
  let count = 0;
  for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
    pieces.push(run);
    for (let at = 0; at < run.length; at += 1) places[count + at] = index + at;
    count += run.length;
  }
  last = { text, squeezed: { text: pieces.join(''), places: places.subarray(0, count) } };
  return last.squeezed;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** More places than this are not weighed: words that stand so often are no place. */
const mostPlaces = 1000;

function placeVerbatim(
  { exact, prefix, suffix }: NonNullable<ForeignMark['quote']>,
  start: number | null,
  text: string,
): Span | null {
  const { text: whole, places } = squeezed(text);
  const words = bare(exact);
  const found: number[] = [];
  const spanAt = (at: number): Span => ({
    start: places[at] ?? 0,
    end: (places[at + words.length - 1] ?? 0) + 1,
  });
  const beginsInWord = insideWord(prefix + exact.trimStart(), prefix.length);
  const endsInWord = insideWord(exact.trimEnd() + suffix, exact.trimEnd().length);
  for (let at = whole.indexOf(words); at !== -1 && found.length < mostPlaces; at = whole.indexOf(words, at + 1)) {
    const { start: from, end: to } = spanAt(at);
    // "port" is no part of "report" unless it was marked there.
    if (insideWord(text, from) === beginsInWord && insideWord(text, to) === endsInWord) found.push(at);
  }
  const [only] = found;
  if (only === undefined) return null;
  const before = bare(prefix);
  const after = bare(suffix);
  if (found.length === 1) return spanAt(only);
  const weighed = found
    .map((at) => ({
      at,
      agreeing:
        commonEnd(whole.slice(Math.max(0, at - before.length), at), before) +
        commonStart(whole.slice(at + words.length, at + words.length + after.length), after),
      away: start === null ? 0 : Math.abs((places[at] ?? 0) - start),
    }))
    .sort((a, b) => b.agreeing - a.agreeing || a.away - b.away);
  const [best, second] = weighed;
  if (best === undefined) return null;
  // Nothing tells the places apart: long words are at least those that were marked, short ones may be any.
  const isTold = second === undefined || best.agreeing > second.agreeing || start !== null;
  return isTold || words.length >= thresholds.identifyingLength ? spanAt(best.at) : null;
}

function insideWord(text: string, offset: number): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text.charAt(offset - 1)) && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(offset));
}

function commonEnd(text: string, wanted: string): number {
  let count = 0;
  while (count < Math.min(text.length, wanted.length) && text.at(-1 - count) === wanted.at(-1 - count)) count += 1;
  return count;
}

function commonStart(text: string, wanted: string): number {
  let count = 0;
  while (count < Math.min(text.length, wanted.length) && text[count] === wanted[count]) count += 1;
  return count;
}

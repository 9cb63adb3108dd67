import type { Placement, Selectors, Span } from '../../contract/index.ts';
import { wholeCharacters } from '../../contract/selectors.ts';
import { approximateMatches, fewestEdits } from './approximate-search.ts';

/**
 * Finding a mark's place in another text. Its words come first, its surroundings choose between equal
 * words, its old offset between equal surroundings. Below the thresholds it is lost: a place that is
 * merely the best of bad ones is never taken.
 */
export const thresholds = {
  /** A quotation this long (UTF-16 units) is known by its words alone; a shorter one needs its surroundings too. */
  identifyingLength: 24,
  /** How much of the surroundings a short quotation needs, 0 to 1: about one side of the two. */
  contextOfShort: 0.4,
  /** How alike changed words must be (1 − edits ÷ length) where only the words speak for the place. */
  likenessAlone: 0.75,
  /**
   * The same where the surroundings speak for it too. Unrelated English prose reaches about 0.4, and
   * no more than 0.45 for anything longer than a few words.
   */
  likenessInContext: 0.55,
  /** The same for a short quotation, in which few edits make another word. */
  likenessOfShort: 0.7,
  /** How much of the surroundings counts as "speaking for it". */
  contextOfChanged: 0.65,
} as const;

export interface Placed {
  readonly placement: Placement;
  /** Null when lost. */
  readonly span: Span | null;
}

interface Candidate {
  readonly span: Span;
  /** 1 for the very words. */
  readonly likeness: number;
  /** How well the surroundings agree, 0 to 1. */
  readonly context: number;
}

const lost: Placed = { placement: 'lost', span: null };
/** A one-letter quotation may stand in a text ten thousand times; so many of its places are weighed. */
const weighed = 200;

/**
 * Places a mark in a text: *exact* (the same words at the same offset), *moved* (the same words
 * elsewhere), *changed* (words like them) or *lost*. See {@link thresholds}.
 */
export function placeAgain(selectors: Selectors, text: string): Placed {
  const { quote, position } = selectors;
  if (quote.exact === '') return lost;
  const same = { start: position.start, end: position.start + quote.exact.length };
  if (standsUnchanged(selectors, text)) return { placement: 'exact', span: same };

  const short = quote.exact.length < thresholds.identifyingLength;
  const verbatim = occurrences(selectors, text)
    .map((start) => candidate(selectors, text, { start, end: start + quote.exact.length }, 1))
    .filter((one) => !short || one.context >= thresholds.contextOfShort);
  const found = best(verbatim, position);
  if (found !== null) return { placement: found.span.start === position.start ? 'exact' : 'moved', span: found.span };

  const floor = short ? thresholds.likenessOfShort : thresholds.likenessInContext;
  const bound = Math.floor(quote.exact.length * (1 - floor));
  const changed = approximateMatches(quote.exact, text, bound, 16)
    .filter((match) => match.end > match.start)
    .map((match) => candidate(selectors, text, match, 1 - match.errors / quote.exact.length))
    .filter(
      (one) => one.context >= thresholds.contextOfChanged || (!short && one.likeness >= thresholds.likenessAlone),
    );
  const near = best(changed, position);
  return near === null
    ? lost
    : { placement: 'changed', span: wholeWords(selectors, text, toSurroundings(selectors, text, near.span)) };
}

/** Words, offset and both surroundings as they were: the usual case, settled without a search. */
function standsUnchanged({ quote, position }: Selectors, text: string): boolean {
  return (
    text.startsWith(quote.prefix + quote.exact + quote.suffix, position.start - quote.prefix.length) &&
    position.start >= quote.prefix.length
  );
}

/** Offsets of the very words; of very many, those with the longest equal surroundings, then the nearest. */
function occurrences({ quote, position }: Selectors, text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(quote.exact); at !== -1; at = text.indexOf(quote.exact, at + 1)) starts.push(at);
  if (starts.length <= weighed) return starts;
  const length = quote.exact.length;
  return starts
    .map((start) => ({
      start,
      equal: equalBefore(text, start, quote.prefix) + equalAfter(text, start + length, quote.suffix),
      away: Math.abs(start - position.start),
    }))
    .sort((a, b) => b.equal - a.equal || a.away - b.away)
    .slice(0, weighed)
    .map(({ start }) => start);
}

function candidate({ quote }: Selectors, text: string, span: Span, likeness: number): Candidate {
  const { prefix, suffix } = quote;
  const length = prefix.length + suffix.length;
  if (length === 0) {
    // The mark covered its whole text, so its surroundings agree where there still are none.
    const whole = text.slice(0, span.start).trim() === '' && text.slice(span.end).trim() === '';
    return { span, likeness, context: whole ? 1 : 0 };
  }
  const before = text.slice(Math.max(0, span.start - prefix.length - slack(prefix)), span.start);
  const after = text.slice(span.end, span.end + suffix.length + slack(suffix));
  const context = (agreement(prefix, before) * prefix.length + agreement(suffix, after) * suffix.length) / length;
  return { span, likeness, context };
}

function slack(context: string): number {
  return context.length >>> 2;
}

/** 1 where the surroundings stand unchanged, 0 where half or more of them would have to be edited. */
function agreement(context: string, around: string): number {
  if (context === '') return 0;
  const errors = fewestEdits(context, around, context.length >>> 1);
  return errors === null ? 0 : Math.max(0, 1 - (2 * errors) / context.length);
}

/** Words first, surroundings second, in steps of a twentieth so that the distance can still decide. */
function best(candidates: readonly Candidate[], position: Span): Candidate | null {
  const merit = (one: Candidate): number => Math.round((2 * one.likeness + one.context) * 20);
  const away = (one: Candidate): number => Math.abs(one.span.start - position.start);
  return candidates.reduce<Candidate | null>((winner, one) => {
    if (winner === null) return one;
    const difference = merit(one) - merit(winner);
    return difference > 0 || (difference === 0 && away(one) < away(winner)) ? one : winner;
  }, null);
}

/** So much of the surroundings, right at the edge, is looked for to find an edge whose own words changed. */
const edgeLength = 12;

/**
 * Edit distance leaves changed words at the edges of a mark out of it. Where the surroundings still
 * stand right beside it, they say where it begins and ends.
 */
function toSurroundings({ quote }: Selectors, text: string, span: Span): Span {
  const reach = Math.max(edgeLength, quote.exact.length >>> 2);
  const before = quote.prefix.slice(-edgeLength);
  const after = quote.suffix.slice(0, edgeLength);
  const start =
    before.length < edgeLength
      ? null
      : nearest(
          text,
          before,
          Math.max(0, span.start - reach - edgeLength),
          span.start + reach,
          span.start - edgeLength,
        );
  const end =
    after.length < edgeLength ? null : nearest(text, after, Math.max(0, span.end - reach), span.end + reach, span.end);
  const moved = { start: start === null ? span.start : start + edgeLength, end: end ?? span.end };
  return moved.start < moved.end ? moved : span;
}

/** The place of `words` that begins nearest to an offset, between two others; null where there is none. */
function nearest(text: string, words: string, from: number, to: number, offset: number): number | null {
  let found: number | null = null;
  for (let at = text.indexOf(words, from); at !== -1 && at <= to; at = text.indexOf(words, at + 1))
    if (found === null || Math.abs(at - offset) < Math.abs(found - offset)) found = at;
  return found;
}

/** A mark that began or ended at a word's edge still does, though the word there was changed. */
function wholeWords({ quote }: Selectors, text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start)) && !/^\s/.test(quote.exact)) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1)) && !/\s$/.test(quote.exact)) end -= 1;
  if (!insideWord(quote.prefix + quote.exact, quote.prefix.length))
    while (start > 0 && insideWord(text, start)) start -= 1;
  if (!insideWord(quote.exact + quote.suffix, quote.exact.length))
    while (end < text.length && insideWord(text, end)) end += 1;
  return wholeCharacters(text, { start, end });
}

function insideWord(text: string, offset: number): boolean {
  return isWordUnit(text.charAt(offset - 1)) && isWordUnit(text.charAt(offset));
}

function isWordUnit(unit: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(unit);
}

function equalBefore(text: string, offset: number, prefix: string): number {
  let count = 0;
  while (count < prefix.length && text[offset - 1 - count] === prefix[prefix.length - 1 - count]) count += 1;
  return count;
}

function equalAfter(text: string, offset: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && text[offset + count] === suffix[count]) count += 1;
  return count;
}

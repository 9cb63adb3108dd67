import { findTerms, type Snippet, type TermMatch } from '../main/contract/index.ts';

/** A snippet's length in UTF-16 units, without its ellipses: two lines of a result. */
const length = 220;
/** What stands before the first marked word, at most. */
const lead = 70;
/** A text is read to here for its best place: far beyond any article, so that a book doesn't hold up a page of results. */
const farthest = 400_000;

/**
 * The passage of a text that shows most of the terms, with the places to mark; null when none of them
 * stands in it. White space is folded; an ellipsis stands where the text goes on. `range` confines the
 * passage, to a statement for instance.
 */
export function snippetOf(
  text: string,
  terms: readonly string[],
  range: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): Snippet | null {
  const within = { start: range.start, end: Math.min(range.end, range.start + farthest) };
  const matches = findTerms(text, terms, within);
  const first = bestStart(matches);
  if (first === undefined) return null;
  return cut(text, passageStart(text, first.start, range.start), range.end, terms);
}

/** The beginning of a text, unmarked. */
export function beginningOf(text: string): Snippet {
  return cut(text, 0, text.length, []);
}

/** The match that opens the passage with the most different terms, then the most matches; the first of equals. */
function bestStart(matches: readonly TermMatch[]): TermMatch | undefined {
  let best: TermMatch | undefined;
  let bestScore = 0;
  const counts = new Map<number, number>();
  let end = 0;
  for (const [index, opening] of matches.entries()) {
    for (
      let next = matches[end];
      next !== undefined && next.end <= opening.start + length - lead;
      next = matches[end]
    ) {
      counts.set(next.term, (counts.get(next.term) ?? 0) + 1);
      end += 1;
    }
    if (end <= index) {
      // The match alone is longer than a passage.
      end = index + 1;
      counts.set(opening.term, (counts.get(opening.term) ?? 0) + 1);
    }
    const score = counts.size * 1000 + (end - index);
    if (score > bestScore) {
      best = opening;
      bestScore = score;
    }
    const left = (counts.get(opening.term) ?? 1) - 1;
    if (left === 0) counts.delete(opening.term);
    else counts.set(opening.term, left);
  }
  return best;
}

/** The sentence's or paragraph's beginning, where it is near; else a word's, a few words before. */
function passageStart(text: string, match: number, from: number): number {
  const earliest = Math.max(from, match - lead);
  const before = text.slice(earliest, match);
  const paragraph = before.lastIndexOf('\n');
  if (paragraph >= 0) return earliest + paragraph + 1;
  if (earliest === from) return from;
  const sentence = [...before.matchAll(/[.!?…]["”’»)]*\s+/g)].at(-1);
  if (sentence !== undefined) return earliest + sentence.index + sentence[0].length;
  const space = before.search(/\s/);
  return space < 0 ? match : earliest + space + 1;
}

function cut(text: string, start: number, limit: number, terms: readonly string[]): Snippet {
  let end = Math.min(limit, start + length);
  if (end < limit && /\S/.test(text.charAt(end))) {
    const space = text.slice(start, end).search(/\s\S*$/);
    if (space > 0) end = start + space;
    else if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
  }
  const passage = text.slice(start, end).replace(/\s+/g, ' ').trim();
  const before = /\S/.test(text.slice(0, start).slice(-200)) ? '…' : '';
  const after = /\S/.test(text.slice(end, end + 200)) ? '…' : '';
  const marked = `${before}${passage}${after}`;
  return { text: marked, marks: findTerms(marked, terms).map((match) => [match.start, match.end] as const) };
}

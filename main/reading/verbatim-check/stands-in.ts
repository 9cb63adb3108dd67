import type { OriginalWords } from './marked-words.ts';

/**
 * Whether words stand in an original, white space aside: in one run, from the beginning of a line to the end of
 * one, with no gap but what the original itself hides there. So nobody can make a sentence of pieces of others,
 * or cut one so that it says something else.
 */

/** Where words stand: offsets into the original's squeezed words. */
export interface Stand {
  readonly start: number;
  readonly end: number;
}

/** The first place of a squeezed `needle` at or after `from`, or null. */
export function standsIn(words: OriginalWords, needle: string, from: number): Stand | null {
  for (let at = words.text.indexOf(needle, from); at !== -1; at = words.text.indexOf(needle, at + 1)) {
    const stand = { start: at, end: at + needle.length };
    if (isOfWholeLines(words, stand)) return stand;
  }
  return words.hidden.length === 0 ? null : new GapSearch(words, needle).find(from);
}

/** What may stand in front of a line's words: a list's sign or number, dashes, the sign of a quoted letter. */
const lead = /^[^\p{L}\p{N}]*(?:(?:\d{1,3}|\p{L}|[ivxIVX]{2,4})[.)][^\p{L}\p{N}]*)?$/u;
/** What may be left over behind them. */
const tail = /^[^\p{L}\p{N}]*$/u;
/** More is no sign. */
const longestSign = 12;

function isOfWholeLines(words: OriginalWords, { start, end }: Stand): boolean {
  const { breaks, text, hidden } = words;
  // What is hidden may be shown by itself, where a person puts it back.
  const isAllHidden = hidden.some(
    (range) =>
      range.start <= start &&
      range.end >= end &&
      start - range.start <= longestSign &&
      end + longestSign >= range.end &&
      lead.test(text.slice(range.start, start)) &&
      tail.test(text.slice(end, range.end)),
  );
  if (isAllHidden) return true;
  const before = breaks[lastNotAfter(breaks, start)] ?? 0;
  if (before < start && !lead.test(seen(words, before, start))) return false;
  const at = lastNotAfter(breaks, end);
  const after = breaks[at] === end ? end : (breaks[at + 1] ?? words.text.length);
  return after === end || tail.test(seen(words, end, after));
}

/** The index of the last of rising numbers that is not greater. */
function lastNotAfter(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The words between two offsets but for what is hidden, as far as they may be a sign. */
function seen({ text, hidden }: OriginalWords, start: number, end: number): string {
  let words = '';
  let from = start;
  for (let index = firstFrom(hidden, start); words.length <= longestSign && from < end; index += 1) {
    const range = hidden[index];
    const until = range === undefined || range.start >= end ? end : range.start;
    words += text.slice(from, Math.min(until, from + longestSign + 1));
    if (range === undefined || until === end) break;
    from = Math.max(from, range.end);
  }
  return words.length > longestSign ? 'too long' : words;
}

/** The index of the first hidden range that begins at or after an offset. */
function firstFrom(hidden: OriginalWords['hidden'], at: number): number {
  let low = 0;
  let high = hidden.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hidden[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More comparisons than this are not worth one run of words; it then counts as not found. */
const patience = 5_000_000;

/** Looks for words that pass over something hidden at least once. */
class GapSearch {
  readonly #words: OriginalWords;
  readonly #needle: string;
  /** For each length of a beginning of the needle, the longest shorter one that also ends it (Knuth, Morris, Pratt). */
  readonly #shorter: Int32Array;
  /** Places (index in the needle, offset in the words) from which it was tried in vain. */
  readonly #tried = new Set<number>();
  #left = patience;

  constructor(words: OriginalWords, needle: string) {
    this.#words = words;
    this.#needle = needle;
    this.#shorter = new Int32Array(needle.length + 1);
    for (let index = 1, length = 0; index < needle.length; index += 1) {
      while (length > 0 && needle[index] !== needle[length]) length = this.#shorter[length] ?? 0;
      if (needle[index] === needle[length]) length += 1;
      this.#shorter[index + 1] = length;
    }
  }

  /** At every hidden range it is known which beginnings of the needle stand right before it. */
  find(from: number): Stand | null {
    const { text, hidden } = this.#words;
    let length = 0;
    let at = from;
    for (let index = firstFrom(hidden, from + 1); index < hidden.length; index += 1) {
      const range = hidden[index];
      if (range === undefined) break;
      for (; at < range.start; at += 1) {
        while (length > 0 && (length === this.#needle.length || text[at] !== this.#needle[length]))
          length = this.#shorter[length] ?? 0;
        if (text[at] === this.#needle[length]) length += 1;
      }
      for (let before = length; before > 0; before = this.#shorter[before] ?? 0) {
        if (before === this.#needle.length) continue;
        const end = this.#follow(before, range.end);
        if (end === null) continue;
        const stand = { start: range.start - before, end };
        if (isOfWholeLines(this.#words, stand)) return stand;
      }
    }
    return null;
  }

  /** The end of the rest of the needle, which begins at `index`, where it stands at `at`. */
  #follow(index: number, at: number): number | null {
    const { text, hidden } = this.#words;
    const open: [index: number, at: number][] = [[index, at]];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      let [next, offset] = place;
      const key = next * (text.length + 1) + offset;
      if (this.#tried.has(key)) continue;
      this.#tried.add(key);
      for (let range = firstFrom(hidden, offset); ; ) {
        // What is hidden may be passed over, or it may be read with the rest.
        for (let gap = hidden[range]; gap !== undefined && gap.start === offset; gap = hidden[range]) {
          open.push([next, gap.end]);
          range += 1;
        }
        if (next === this.#needle.length) return offset;
        if (this.#left-- < 0) return null;
        if (text[offset] !== this.#needle[next]) break;
        next += 1;
        offset += 1;
      }
    }
    return null;
  }
}

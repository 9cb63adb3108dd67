/**
 * Whether words stand in an original, white space aside. They must stand there without a break, but
 * for what the page itself hides inside them (a "link opens in a new window" for screen readers):
 * such a gap counts only when it is, to the letter, something that extraction logged as hidden.
 */

/** White space is folded by a reading copy, so it does not count in the comparison. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** More comparisons than this are not worth one run of words; it then counts as not found. */
const patience = 50_000;
/** Gaps inside one run. */
const mostGaps = 64;

/**
 * The offset after `needle` in `words`, looked for from `from` on and then from the start; null when
 * it does not stand there. All texts squeezed.
 */
export function standsIn(words: string, needle: string, from: number, hidden: readonly string[]): number | null {
  const next = words.indexOf(needle, from);
  const at = next === -1 ? words.indexOf(needle) : next;
  if (at !== -1) return at + needle.length;
  const gaps = [...new Set(hidden)].filter((gap) => gap !== '');
  return gaps.length === 0 ? null : new GapSearch(words, needle, gaps).find();
}

class GapSearch {
  readonly #words: string;
  readonly #needle: string;
  readonly #gaps: readonly string[];
  #left = patience;

  constructor(words: string, needle: string, gaps: readonly string[]) {
    this.#words = words;
    this.#needle = needle;
    this.#gaps = gaps;
  }

  /** Every place of every gap is tried as the first one inside the needle. */
  find(): number | null {
    for (const gap of this.#gaps)
      for (let at = this.#words.indexOf(gap); at !== -1; at = this.#words.indexOf(gap, at + 1)) {
        for (let before = 1; before < this.#needle.length && before <= at; before += 1) {
          if (this.#left-- < 0) return null;
          if (!this.#words.startsWith(this.#needle.slice(0, before), at - before)) continue;
          const end = this.#follow(before, at + gap.length, 1);
          if (end !== null) return end;
        }
      }
    return null;
  }

  /** The rest of the needle from `index` on, at `at`, with further gaps where it breaks off. */
  #follow(index: number, at: number, gaps: number): number | null {
    let equal = 0;
    while (index + equal < this.#needle.length && this.#needle[index + equal] === this.#words[at + equal]) equal += 1;
    if (index + equal === this.#needle.length) return at + equal;
    if (gaps === mostGaps) return null;
    // A gap may begin with the letters that follow it, so it may begin before the break.
    for (const gap of this.#gaps)
      for (let back = 0; back <= Math.min(equal, gap.length); back += 1) {
        if (this.#left-- < 0) return null;
        const start = at + equal - back;
        if (!this.#words.startsWith(gap, start)) continue;
        const end = this.#follow(index + equal - back, start + gap.length, gaps + 1);
        if (end !== null) return end;
      }
    return null;
  }
}

/**
 * What a word is, and when two are the same: the rules of SQLite's FTS5 tokenizer `unicode61
 * remove_diacritics 2` (https://sqlite.org/fts5.html#unicode61_tokenizer), which made the search index,
 * said again in JavaScript. With them a hit is marked in a snippet and in the reader exactly where the
 * index found it. Offsets count UTF-16 units.
 */

/** One word of a text: folded, and where it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A span of a text where a term was found; `term` is its place in the list that was looked for. */
export interface TermMatch {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** Letters, numbers and private use make words; the combining marks below stay inside one. */
const wordCharacter = /[\p{L}\p{N}\p{Co}]/u;
const asciiWord = Uint8Array.from({ length: 128 }, (_, code) =>
  wordCharacter.test(String.fromCharCode(code)) ? 1 : 0,
);
const knownCharacters = new Map<number, boolean>();

function isWordCharacter(codePoint: number): boolean {
  if (codePoint < 128) return asciiWord[codePoint] === 1;
  const known = knownCharacters.get(codePoint);
  if (known !== undefined) return known;
  const answer = wordCharacter.test(String.fromCodePoint(codePoint));
  knownCharacters.set(codePoint, answer);
  return answer;
}

/** The combining marks that FTS5 drops: U+0300 to U+0331, but for a few that it takes for separators. */
function isDroppedMark(codePoint: number): boolean {
  return codePoint >= 0x300 && codePoint <= 0x331 && wordMarks.has(codePoint);
}
const wordMarks = new Set(
  Array.from({ length: 0x32 }, (_, index) => 0x300 + index).filter(
    (codePoint) => ((codePoint < 0x320 ? 0x08029fdf : 0x000361f8) >>> (codePoint % 32)) & 1,
  ),
);

/** Letters with a second lower-case form, which folding brings together (ς and σ). */
const otherForms = new Map(
  Array.from('µμςσϐβϑθϕφϖπϰκϱρϵεſsẛs\u1fbeι'.matchAll(/(.)(.)/gu), (pair) => [pair[1], pair[2]]),
);

/** Case and diacritics folded, as FTS5 does it: accents go from Latin letters only (`é` → `e`, `ø` and `й` stay). */
export function foldWord(word: string): string {
  let ascii = true;
  for (let index = 0; index < word.length; index++)
    if (word.charCodeAt(index) > 127) {
      ascii = false;
      break;
    }
  if (ascii) return word.toLowerCase();
  let folded = '';
  for (const character of word) {
    if (isDroppedMark(character.codePointAt(0) ?? 0)) continue;
    const lower = character.toLowerCase();
    const base = lower.normalize('NFD').charAt(0);
    folded += base >= 'a' && base <= 'z' ? base : (otherForms.get(lower) ?? lower);
  }
  return folded;
}

/** Walks the words of a text from `from` on; `visit` ends the walk by returning false. Folds only where asked to. */
function walk(text: string, from: number, to: number, visit: (start: number, end: number) => boolean): void {
  let start = -1;
  for (let index = from; index < to; ) {
    const unit = text.charCodeAt(index);
    let size = 1;
    let inWord: boolean;
    if (unit < 128) inWord = asciiWord[unit] === 1;
    else {
      const codePoint = text.codePointAt(index) ?? unit;
      size = codePoint > 0xffff ? 2 : 1;
      inWord = isWordCharacter(codePoint) || (start >= 0 && isDroppedMark(codePoint));
    }
    if (inWord) {
      if (start < 0) start = index;
    } else if (start >= 0) {
      if (!visit(start, index)) return;
      start = -1;
    }
    index += size;
  }
  if (start >= 0) visit(start, to);
}

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  walk(text, 0, text.length, (start, end) => {
    words.push({ word: foldWord(text.slice(start, end)), start, end });
    return true;
  });
  return words;
}

interface Pattern {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** A term is a word or several in a row; a `*` at its end lets the last one go on. */
function patternOf(term: string): Pattern {
  return { words: wordsOf(term).map((word) => word.word), prefix: term.endsWith('*') };
}

/**
 * Where the terms of a search stand in a text, in order; a longer match hides the shorter ones that
 * begin where it does, matches never overlap. `range` limits the look to a part of the text.
 */
export function findTerms(
  text: string,
  terms: readonly string[],
  range: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): TermMatch[] {
  const patterns = terms.map(patternOf);
  const longest = Math.max(0, ...patterns.map((pattern) => pattern.words.length));
  if (longest === 0) return [];
  const single = longest === 1;
  // Only words that begin like a wanted one are folded: most of a text is passed over by its first letter.
  const initials = new Set<number>();
  for (const pattern of patterns)
    for (const word of pattern.words) {
      const code = word.charCodeAt(0);
      initials.add(code);
      if (code >= 97 && code <= 122) initials.add(code - 32);
    }
  const matches: TermMatch[] = [];
  const recent: Word[] = [];
  const firstAt = (from: number): void => {
    let best: TermMatch | null = null;
    const first = recent[from];
    if (first === undefined) return;
    for (const [term, pattern] of patterns.entries()) {
      const count = pattern.words.length;
      const last = recent[from + count - 1];
      if (count === 0 || last === undefined || (best !== null && last.end <= best.end)) continue;
      if (fits(pattern, recent, from)) best = { term, start: first.start, end: last.end };
    }
    const before = matches.at(-1);
    if (best !== null && (before === undefined || best.start >= before.end)) matches.push(best);
  };
  walk(text, range.start, range.end, (start, end) => {
    const code = text.charCodeAt(start);
    if (code < 128 && single && !initials.has(code)) return true;
    const interesting = code >= 128 || initials.has(code);
    recent.push({ word: interesting ? foldWord(text.slice(start, end)) : '', start, end });
    if (recent.length === longest) {
      firstAt(0);
      recent.shift();
    }
    return true;
  });
  while (recent.length > 0) {
    firstAt(0);
    recent.shift();
  }
  return matches;
}

function fits(pattern: Pattern, words: readonly Word[], from: number): boolean {
  const last = pattern.words.length - 1;
  return pattern.words.every((wanted, index) => {
    const found = words[from + index]?.word ?? '';
    return index === last && pattern.prefix ? found.startsWith(wanted) : found === wanted;
  });
}

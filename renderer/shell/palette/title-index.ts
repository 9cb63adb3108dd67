import Fuse from 'fuse.js';

/** A title that fits what was typed: its number in the order of adding, and how well, 0 best. */
export interface TitleMatch {
  readonly title: number;
  readonly score: number;
}

interface Word {
  readonly word: string;
  /** The titles that have it, in ascending order. */
  readonly titles: number[];
}

/**
 * Titles by their words. Fuse looks through the distinct words, of which a hundred thousand titles have some
 * ten thousand, instead of through the titles: a typing error is forgiven in every word, the words may come in
 * any order, and an answer takes a twentieth of the time of a search through all the titles.
 */
export interface TitleIndex {
  add(title: string): void;
  find(wanted: string, limit: number): TitleMatch[];
}

/** Words alike enough to count, for one word typed. */
const alike = 150;
/** Added for every word typed that a title doesn't have; such titles only come when none has them all. */
const missing = 1;

export function createTitleIndex(): TitleIndex {
  const words = new Map<string, Word>();
  let lengths = new Uint16Array(1024);
  let count = 0;
  let fuse: Fuse<Word> | null = null;
  /** What the words typed before are like: with every letter only the last one changes. */
  let known = new Map<string, readonly { readonly word: Word; readonly score: number }[]>();

  function likeWords(typed: string): readonly { readonly word: Word; readonly score: number }[] {
    const before = known.get(typed);
    if (before !== undefined) return before;
    fuse ??= new Fuse([...words.values()], {
      keys: ['word'],
      threshold: 0.34,
      includeScore: true,
      ignoreFieldNorm: true,
      // A word is like another from its beginning on.
      distance: 20,
    });
    const found =
      typed.length < 3
        ? [...words.values()].filter((word) => word.word.startsWith(typed)).map((word) => ({ word, score: 0 }))
        : fuse.search(typed, { limit: alike }).map(({ item, score = 1 }) => ({ word: item, score }));
    if (known.size > 50) known = new Map();
    known.set(typed, found);
    return found;
  }

  return {
    add(title) {
      const own = new Set(wordsOf(title));
      for (const text of own) {
        const word = words.get(text);
        if (word === undefined) words.set(text, { word: text, titles: [count] });
        else word.titles.push(count);
      }
      if (count === lengths.length) {
        const longer = new Uint16Array(lengths.length * 2);
        longer.set(lengths);
        lengths = longer;
      }
      lengths[count] = own.size;
      count += 1;
      fuse = null;
      known.clear();
    },
    find(wanted, limit) {
      const typed = [...new Set(wordsOf(wanted))];
      if (typed.length === 0) return [];
      const scores = new Float32Array(count).fill(typed.length * missing);
      const best = new Float32Array(count);
      for (const word of typed) {
        best.fill(missing);
        for (const like of likeWords(word))
          for (const title of like.word.titles) if (like.score < (best[title] ?? 0)) best[title] = like.score;
        for (let title = 0; title < count; title += 1)
          scores[title] = (scores[title] ?? 0) + (best[title] ?? 0) - missing;
      }
      return closest(scores, lengths, typed.length, limit);
    },
  };
}

/** The best titles; all that have every word, else those that lack the fewest. Of equals the shorter comes first. */
function closest(scores: Float32Array, lengths: Uint16Array, typed: number, limit: number): TitleMatch[] {
  const lacking = (score: number) => Math.floor(score / missing + 1e-6);
  let fewest = typed;
  for (const score of scores) fewest = Math.min(fewest, lacking(score));
  if (fewest >= typed) return [];
  const found: TitleMatch[] = [];
  scores.forEach((score, title) => {
    if (lacking(score) === fewest) found.push({ title, score: score / typed + (lengths[title] ?? 0) / 10_000 });
  });
  return found.sort((a, b) => a.score - b.score || a.title - b.title).slice(0, limit);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

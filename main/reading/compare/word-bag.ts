import { piecesOf } from './pieces.ts';

/** The words of a block without their order, and its phrases of three words. */
export interface WordBag {
  readonly words: ReadonlyMap<string, number>;
  readonly size: number;
  readonly phrases: ReadonlySet<string>;
}

export function wordBag(text: string): WordBag {
  const words = piecesOf(text)
    .map(({ word }) => word)
    .filter((word) => word !== '');
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const phrases = new Set<string>();
  for (let at = 0; at + 3 <= words.length; at++) phrases.add(words.slice(at, at + 3).join(' '));
  return { words: counts, size: words.length, phrases };
}

/** The words of several blocks together. */
export function joinedBag(bags: readonly WordBag[]): WordBag {
  const words = new Map<string, number>();
  for (const bag of bags) for (const [word, count] of bag.words) words.set(word, (words.get(word) ?? 0) + count);
  return {
    words,
    size: bags.reduce((sum, { size }) => sum + size, 0),
    phrases: new Set(bags.flatMap(({ phrases }) => [...phrases])),
  };
}

export interface Likeness {
  /** Words that are in both, each as often as in the one that has fewer. */
  readonly shared: number;
  /** Twice the shared words as a part of all words (Dice), 0 to 1. */
  readonly resemblance: number;
}

export function likeness(one: WordBag, other: WordBag): Likeness {
  let shared = 0;
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0);
  const all = one.size + other.size;
  return { shared, resemblance: all === 0 ? 0 : (2 * shared) / all };
}

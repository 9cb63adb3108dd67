import { wordsOf } from './words.ts';

/**
 * Which texts carry much of the same words, told by shingles: every run of {@link shingleWords} words,
 * folded as search folds them, as a 32-bit hash (Broder, "On the resemblance and containment of
 * documents", 1997). The threshold and the numbers here are those of `npm run bench -- duplicates`.
 */
export const shingleWords = 4;

/** So much of the shorter text's shingles must stand in the longer one for the two to be near-duplicates. */
export const nearDuplicate = 0.5;

/** Texts with fewer different shingles are too short to tell a copy from a common turn of phrase. */
export const leastShingles = 40;

/** The different shingles of a text. */
export function shinglesOf(text: string): Set<number> {
  const shingles = new Set<number>();
  const last = new Uint32Array(shingleWords);
  let count = 0;
  for (const { word } of wordsOf(text))
    for (const part of partsOf(word)) {
      last[count % shingleWords] = hashOf(part);
      count += 1;
      if (count < shingleWords) continue;
      let hash = 0;
      for (let back = shingleWords; back > 0; back--)
        hash = mixed(Math.imul(hash, 31) + (last[(count - back) % shingleWords] ?? 0));
      shingles.add(hash);
    }
  return shingles;
}

/** Scripts that write no spaces: their characters stand for words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function partsOf(word: string): Iterable<string> {
  return word.charCodeAt(word.length - 1) > 0xdff && unspaced.test(word) ? word : [word];
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The last step of MurmurHash3: every bit of the input reaches every bit of the answer. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A sample of a text's shingles: those whose hash is the smallest, which any text with the same shingle samples too. */
export interface TextSketch {
  /** Different ones in the whole text. */
  readonly shingles: number;
  /** The sample has the hashes under 2^(32 - scale): one in 2^scale of all. */
  readonly scale: number;
  readonly hashes: readonly number[];
}

/** One shingle in sixteen: some forty of an article. */
const usualScale = 4;
const leastKept = 12;
const mostKept = 256;

/**
 * A text's sketch, or null for one too short to tell. It is MinHash in the form that keeps every hash
 * under a bound instead of one minimum for each of many permutations: two samples then share the same
 * part of what the texts share, whatever their lengths, so that a cut version is found in the whole one.
 * A short text keeps more, to have something to be found by; a book keeps no more than {@link mostKept}.
 */
export function sketchOf(text: string): TextSketch | null {
  const shingles = shinglesOf(text);
  if (shingles.size < leastShingles) return null;
  const kept = (scale: number): number[] => [...shingles].filter((hash) => hash < bound(scale));
  let scale = usualScale;
  let hashes = kept(scale);
  while (hashes.length > mostKept) {
    scale += 1;
    hashes = kept(scale);
  }
  while (hashes.length < leastKept && scale > 0) hashes = kept(--scale);
  return { shingles: shingles.size, scale, hashes };
}

function bound(scale: number): number {
  return 2 ** (32 - scale);
}

/** How much of two texts is the same. */
export interface TextOverlap {
  readonly shared: number;
  /** The shared shingles as a part of the shorter text's, 0 to 1. */
  readonly containment: number;
  /** The shared shingles as a part of both texts' together (Jaccard), 0 to 1. */
  readonly resemblance: number;
}

export function overlapOf(one: ReadonlySet<number>, other: ReadonlySet<number>): TextOverlap {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  const all = small.size + large.size - shared;
  return {
    shared,
    containment: small.size === 0 ? 0 : shared / small.size,
    resemblance: all === 0 ? 0 : shared / all,
  };
}

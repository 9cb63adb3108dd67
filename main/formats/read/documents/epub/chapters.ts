import { looksLikeImprint, type Matter, matterOfLabel } from './matter.ts';
import { type Piece, plainWords } from './pieces.ts';

/** Pieces of a book that belong together. */
export interface Chapter {
  readonly pieces: readonly Piece[];
  /** Why it is no article of its own; null for one that is. */
  readonly leftOut: Matter | 'few words' | 'list of links' | null;
}

/** Fewer words are the title of a part, a motto, a picture's page. */
export const leastWords = 60;

/**
 * Which pieces of a book are articles. A piece without a heading that the table of contents doesn't name goes on
 * from the one before it: programs cut long chapters in pieces. A book that has nothing else is what it has.
 */
export function chaptersOf(pieces: readonly Piece[]): Chapter[] {
  const listed = new Set(pieces.filter(({ entry }) => entry !== null).map(({ path }) => path));
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const last = group?.at(-1);
    if (first !== undefined && last !== undefined && goesOn(piece, first, last, listed.size)) group?.push(piece);
    else groups.push([piece]);
  }
  const chapters = groups.map((group) => ({ pieces: group, leftOut: whyLeftOut(group) }));
  if (chapters.some(({ leftOut }) => leftOut === null)) return chapters;
  const longest = groups
    .map((group) => wordCount(group))
    .reduce((best, words, index, all) => (words > (all[best] ?? 0) ? index : best), 0);
  return chapters.map((chapter, index) => (index === longest ? { ...chapter, leftOut: null } : chapter));
}

function goesOn(piece: Piece, first: Piece, last: Piece, listed: number): boolean {
  if (piece.entry !== null || piece.hasHeading || piece.matter !== null || first.matter !== null) return false;
  if (piece.path === last.path) return false;
  const isSplit = /_split_\d+\.x?html?$/iu;
  const stem = (path: string) => path.replace(isSplit, '');
  if (isSplit.test(piece.path) && stem(piece.path) === stem(last.path)) return true;
  // A table that names one document, or none, says nothing of the others.
  return listed > 1 && first.entry !== null;
}

function whyLeftOut(group: readonly Piece[]): Chapter['leftOut'] {
  const [first] = group;
  if (first === undefined) return 'few words';
  if (first.matter !== null) return first.matter;
  const said = matterOfLabel(first.entry?.label ?? '');
  if (said !== null) return said;
  const count = wordCount(group);
  const words = group.length === 1 ? plainWords(first) : '';
  if (looksLikeImprint(words, count) && !first.hasHeading) return 'imprint';
  if (count < leastWords) return 'few words';
  return isListOfLinks(group) ? 'list of links' : null;
}

/** Words as readers count them: two characters of Chinese or Japanese are about one. */
function wordCount(group: readonly Piece[]): number {
  const words = group.map(plainWords).join(' ');
  const characters =
    words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return characters / 2 + (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) - Math.min(characters, 1);
}

/** A page of ways into the book: most of its words stand under links that lead within it. */
function isListOfLinks(group: readonly Piece[]): boolean {
  const html = group.map((piece) => piece.html).join('');
  const links = [...html.matchAll(/<a [^>]*href="(?![a-z]+:)[^"]*"[^>]*>(.*?)<\/a>/gsu)];
  const linked = links.map(([, inside = '']) => inside.replace(/<[^>]*>/gu, '')).join(' ').length;
  const all = html.replace(/<[^>]*>|\s+/gu, ' ').trim().length;
  return links.length >= 5 && linked > all * 0.6;
}

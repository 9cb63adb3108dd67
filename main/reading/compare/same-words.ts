import type { Span, WordsFound } from '../../contract/index.ts';
import { differenceOf } from './difference.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** Fewer words than this are a turn of phrase: nobody could tell whose they are. */
export const fewestWords = 4;
/** So many words in a row tell that a passage is the same one. */
const runLength = 3;
/** How much of a statement's words must stand in a passage, 0 to 1; */
const leastShare = 0.5;
/** or so many of them, of a long statement that is quoted in part. */
const enoughWords = 8;
/** Other words between two runs, at most: more are another passage. */
const widestGap = 25;

/**
 * The passage of another text that has most of a statement's words, or null. It is found by runs of three words that both
 * have (folded as search folds them), which stand near each other and in the same order; what differs is told word by
 * word. The time grows with both lengths together, not with their product.
 */
export function findSameWords(words: string, text: string): WordsFound | null {
  const wanted = wordPieces(words);
  if (wanted.length < fewestWords) return null;
  const there = wordPieces(text);
  const passage = bestPassage(wanted, there);
  const first = there[passage?.from ?? -1];
  const last = there[passage?.to ?? -1];
  if (passage === null || first === undefined || last === undefined) return null;
  if (passage.shared < wanted.length * leastShare && passage.shared < enoughWords) return null;
  return compared(words, text, { start: first.start, end: last.end });
}

/** What of a passage of a text differs from a statement's words. */
export function compared(words: string, text: string, span: Span): WordsFound {
  const passage = text.slice(span.start, span.end);
  const { left, right } = differenceOf(words, passage);
  const gone = left.filter((one) => hasWord(words, one));
  const added = right.filter((one) => hasWord(passage, one));
  const kind = added.length > 0 ? 'altered' : gone.length > 0 ? 'cut' : 'whole';
  return { kind, span, text: passage, added, gone };
}

interface Passage {
  /** Indexes of the first and the last word of the other text. */
  readonly from: number;
  readonly to: number;
  /** How many words of the statement stand in it. */
  readonly shared: number;
}

/** Runs that both have, chained while they go on in the same order and close together; the longest chain. */
function bestPassage(wanted: readonly Piece[], there: readonly Piece[]): Passage | null {
  const places = new Map<string, number[]>();
  for (let at = 0; at + runLength <= wanted.length; at += 1) {
    const run = runAt(wanted, at);
    const known = places.get(run);
    if (known === undefined) places.set(run, [at]);
    else known.push(at);
  }
  let best: Passage | null = null;
  let open: { from: number; to: number; last: number; shared: number } | null = null;
  for (let at = 0; at + runLength <= there.length; at += 1) {
    const found = places.get(runAt(there, at));
    if (found === undefined) continue;
    const end = at + runLength - 1;
    // The nearest place behind the last one: a statement may say a thing twice.
    const next: number | undefined =
      open === null ? undefined : found.find((place) => place + runLength - 1 > (open?.last ?? 0));
    if (open !== null && next !== undefined && at - open.to <= widestGap) {
      open.shared += Math.min(runLength, next + runLength - 1 - open.last);
      open.to = end;
      open.last = next + runLength - 1;
    } else open = { from: at, to: end, last: (found[0] ?? 0) + runLength - 1, shared: runLength };
    if (best === null || open.shared > best.shared) best = { ...open };
  }
  return best;
}

function runAt(pieces: readonly Piece[], at: number): string {
  let run = '';
  for (let index = at; index < at + runLength; index += 1) run += `${pieces[index]?.word ?? ''} `;
  return run;
}

function wordPieces(text: string): readonly Piece[] {
  return piecesOf(text).filter(({ word }) => word !== '');
}

function hasWord(text: string, { start, end }: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

/** A statement's words in some texts, and as some revisions of its own article have them. */
export function findWordsElsewhere(of: {
  readonly words: string;
  readonly texts: readonly string[];
  /** Null where the statement is lost. */
  readonly revisions: readonly (string | null)[];
}): {
  readonly found: readonly (WordsFound | null)[];
  readonly revisions: readonly (WordsFound | null)[];
  readonly tooShort: boolean;
} {
  return {
    found: of.texts.map((text) => findSameWords(of.words, text)),
    revisions: of.revisions.map((there) =>
      there === null ? null : compared(of.words, there, { start: 0, end: there.length }),
    ),
    tooShort: wordPieces(of.words).length < fewestWords,
  };
}

/** What differs between words and those of before, pair by pair; null stays null. */
export function compareInTurn(
  pairs: readonly ({ readonly before: string; readonly words: string } | null)[],
): readonly ({ readonly before: string; readonly words: WordsFound } | null)[] {
  return pairs.map((pair) =>
    pair === null
      ? null
      : { before: pair.before, words: compared(pair.before, pair.words, { start: 0, end: pair.words.length }) },
  );
}

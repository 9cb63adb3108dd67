import { type Span, sentencesOf } from '../../contract/index.ts';
import { commonSubsequence } from './common-subsequence.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type Run, readableRuns, wordCount } from './readable-runs.ts';

/** What of two texts differs, in whole words: spans of the left that are gone, of the right that are new. */
export interface WordDifference {
  readonly left: readonly Span[];
  readonly right: readonly Span[];
  /** Words inside the spans. */
  readonly gone: number;
  readonly added: number;
}

/** Compares two texts word by word. White space counts for nothing; case, accents and signs do. */
export function differenceOf(left: string, right: string): WordDifference {
  const leftPieces = piecesOf(left);
  const rightPieces = piecesOf(right);
  const runs = readableRuns(
    runsOf(leftPieces, rightPieces),
    { pieces: leftPieces, sentenceStarts: sentenceStartsOf(left) },
    { pieces: rightPieces, sentenceStarts: sentenceStartsOf(right) },
  ).filter(({ same }) => !same);
  return {
    left: runs.flatMap((run) => spanOf(leftPieces, run.left)),
    right: runs.flatMap((run) => spanOf(rightPieces, run.right)),
    gone: runs.reduce((sum, run) => sum + wordCount(leftPieces, run.left), 0),
    added: runs.reduce((sum, run) => sum + wordCount(rightPieces, run.right), 0),
  };
}

function sentenceStartsOf(text: string): ReadonlySet<number> {
  return new Set(sentencesOf(text).map(({ start }) => start));
}

function runsOf(left: readonly Piece[], right: readonly Piece[]): Run[] {
  const numbers = new Map<string, number>();
  const numbered = (pieces: readonly Piece[]): number[] =>
    pieces.map(({ text }) => {
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    });
  const runs: Run[] = [];
  let leftAt = 0;
  let rightAt = 0;
  const upTo = (leftTo: number, rightTo: number): void => {
    if (leftTo > leftAt || rightTo > rightAt)
      runs.push({ same: false, left: [leftAt, leftTo], right: [rightAt, rightTo] });
  };
  for (const [inLeft, inRight] of commonSubsequence(numbered(left), numbered(right))) {
    upTo(inLeft, inRight);
    const last = runs.at(-1);
    if (last?.same === true && last.left[1] === inLeft && last.right[1] === inRight)
      runs[runs.length - 1] = { same: true, left: [last.left[0], inLeft + 1], right: [last.right[0], inRight + 1] };
    else runs.push({ same: true, left: [inLeft, inLeft + 1], right: [inRight, inRight + 1] });
    leftAt = inLeft + 1;
    rightAt = inRight + 1;
  }
  upTo(left.length, right.length);
  return runs;
}

function spanOf(pieces: readonly Piece[], [from, to]: Run['left']): Span[] {
  const first = pieces[from];
  const last = pieces[to - 1];
  return first === undefined || last === undefined || to <= from ? [] : [{ start: first.start, end: last.end }];
}

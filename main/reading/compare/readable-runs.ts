import type { Piece } from './pieces.ts';

/** A stretch of pieces, `[from, to)`. */
export type Stretch = readonly [from: number, to: number];

/** A stretch of each side: the same on both, or one in the place of the other. */
export interface Run {
  readonly same: boolean;
  readonly left: Stretch;
  readonly right: Stretch;
}

/** One of the two texts: its pieces, and the offsets at which its sentences begin. */
export interface Side {
  readonly pieces: readonly Piece[];
  readonly sentenceStarts: ReadonlySet<number>;
}

/** The same difference, told as a person would tell it. `runs` alternate between same and changed. */
export function readableRuns(runs: readonly Run[], left: Side, right: Side): Run[] {
  return joined(slid(runs, left, right), left.pieces);
}

export function wordCount(pieces: readonly Piece[], [from, to]: Stretch): number {
  let words = 0;
  for (let index = from; index < to; index++) if (pieces[index]?.word !== '') words += 1;
  return words;
}

/**
 * "A. B. C." from "A. C." is found as ". B" or as "B.", which is the same to a machine. What was put in
 * or left out is moved, within what is equal, to where it begins with a sentence, else behind any sign.
 */
function slid(runs: readonly Run[], left: Side, right: Side): Run[] {
  const result = [...runs];
  for (const [index, run] of runs.entries()) {
    const before = result[index - 1];
    const after = result[index + 1];
    if (run.same || before === undefined || after === undefined) continue;
    const lefts = run.left[1] - run.left[0];
    const rights = run.right[1] - run.right[0];
    if (lefts > 0 && rights > 0) continue;
    const [side, stretch] = lefts > 0 ? [left, run.left] : [right, run.right];
    const step = bestStep(side, stretch, before.left[1] - before.left[0], after.left[1] - after.left[0]);
    if (step === 0) continue;
    const shift = ([from, to]: Stretch): Stretch => [from + step, to + step];
    result[index - 1] = { ...before, left: grown(before.left, step), right: grown(before.right, step) };
    result[index] = { same: false, left: shift(run.left), right: shift(run.right) };
    result[index + 1] = {
      same: true,
      left: [after.left[0] + step, after.left[1]],
      right: [after.right[0] + step, after.right[1]],
    };
  }
  return result.filter(({ left: [from, to], right: [begin, end] }) => to > from || end > begin);
}

function grown([from, to]: Stretch, by: number): Stretch {
  return [from, to + by];
}

/** How far the stretch is moved, in pieces, to the left (negative) or to the right. */
function bestStep(
  { pieces, sentenceStarts }: Side,
  [from, to]: Stretch,
  roomBefore: number,
  roomAfter: number,
): number {
  const rank = (at: number): number => {
    const first = pieces[at];
    const before = pieces[at - 1];
    // Behind the last piece, another sentence would begin.
    if (before === undefined || first === undefined || sentenceStarts.has(first.start)) return 2;
    return before.word === '' ? 1 : 0;
  };
  let best = 0;
  for (let step = -1; -step <= roomBefore && pieces[from + step]?.text === pieces[to + step]?.text; step--)
    if (rank(from + step) > rank(from + best)) best = step;
  for (let step = 1; step <= roomAfter && pieces[from + step - 1]?.text === pieces[to + step - 1]?.text; step++)
    if (rank(from + step) > rank(from + best)) best = step;
  return best;
}

/** At most so many equal words between two changes are read over as a part of them. */
const readOver = 2;

/**
 * Joins changes that only a word or two part, where there is more change on both sides than there is
 * sameness between: a sentence that was written anew is one change, not confetti around "of the".
 */
function joined(runs: readonly Run[], left: readonly Piece[]): Run[] {
  const result: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    const last = result.at(-1);
    const bridge =
      run.same && last?.same === false && next !== undefined && isReadOver(wordCount(left, run.left), last, next);
    if (last?.same === false && (bridge || !run.same))
      result[result.length - 1] = {
        same: false,
        left: [last.left[0], run.left[1]],
        right: [last.right[0], run.right[1]],
      };
    else result.push(run);
  }
  return result;
}

function isReadOver(words: number, before: Run, after: Run): boolean {
  const size = ({ left, right }: Run): number => Math.max(left[1] - left[0], right[1] - right[0]);
  return words <= readOver && words < size(before) && words < size(after);
}

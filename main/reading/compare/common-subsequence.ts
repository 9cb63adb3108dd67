/** Two items that are equal, by their places in the left and the right sequence. */
export type Pair = readonly [left: number, right: number];

/** Up to so many differences are looked through exactly; the work and the memory grow with its square. */
const mostDifferences = 800;
/** Longer sequences are cut at the items that occur once in each before they are looked through. */
const longest = 4000;

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Equal items in the order of both sequences, as many as there are when the two are of ordinary length
 * (Myers, "An O(ND) difference algorithm", 1986). Sequences that are longer or differ more are first cut
 * at the items that occur once in each (patience sorting); what still differs too much between two cuts
 * counts as different as a whole. So the time is bounded by the length, whatever is in them.
 */
export function commonSubsequence(left: readonly number[], right: readonly number[]): Pair[] {
  const pairs: Pair[] = [];
  collect(left, right, { from: 0, to: left.length }, { from: 0, to: right.length }, pairs);
  return pairs;
}

function collect(
  left: readonly number[],
  right: readonly number[],
  inLeft: Range,
  inRight: Range,
  pairs: Pair[],
): void {
  let { from: leftFrom, to: leftTo } = inLeft;
  let { from: rightFrom, to: rightTo } = inRight;
  while (leftFrom < leftTo && rightFrom < rightTo && left[leftFrom] === right[rightFrom])
    pairs.push([leftFrom++, rightFrom++]);
  let tail = 0;
  while (leftFrom < leftTo && rightFrom < rightTo && left[leftTo - 1] === right[rightTo - 1]) {
    leftTo -= 1;
    rightTo -= 1;
    tail += 1;
  }
  const restLeft = { from: leftFrom, to: leftTo };
  const restRight = { from: rightFrom, to: rightTo };
  if (leftFrom < leftTo && rightFrom < rightTo) {
    const exact =
      leftTo - leftFrom + rightTo - rightFrom <= longest ? shortestEdit(left, right, restLeft, restRight) : null;
    if (exact === null) cutAndCollect(left, right, restLeft, restRight, pairs);
    else for (const pair of exact) pairs.push(pair);
  }
  for (let index = 0; index < tail; index++) pairs.push([leftTo + index, rightTo + index]);
}

/** Cuts both ranges at the items that occur once in each and stand in the same order, and looks between the cuts. */
function cutAndCollect(
  left: readonly number[],
  right: readonly number[],
  inLeft: Range,
  inRight: Range,
  pairs: Pair[],
): void {
  const cuts = longestIncreasing(uniqueInBoth(left, right, inLeft, inRight));
  if (cuts.length === 0) return;
  let leftFrom = inLeft.from;
  let rightFrom = inRight.from;
  for (const [leftAt, rightAt] of cuts) {
    collect(left, right, { from: leftFrom, to: leftAt }, { from: rightFrom, to: rightAt }, pairs);
    pairs.push([leftAt, rightAt]);
    leftFrom = leftAt + 1;
    rightFrom = rightAt + 1;
  }
  collect(left, right, { from: leftFrom, to: inLeft.to }, { from: rightFrom, to: inRight.to }, pairs);
}

function uniqueInBoth(left: readonly number[], right: readonly number[], inLeft: Range, inRight: Range): Pair[] {
  const once = (sequence: readonly number[], { from, to }: Range): Map<number, number> => {
    const places = new Map<number, number>();
    for (let at = from; at < to; at++) {
      const item = sequence[at] ?? -1;
      places.set(item, places.has(item) ? -1 : at);
    }
    return places;
  };
  const inTheRight = once(right, inRight);
  return [...once(left, inLeft)].flatMap(([item, leftAt]): Pair[] => {
    const rightAt = inTheRight.get(item) ?? -1;
    return leftAt < 0 || rightAt < 0 ? [] : [[leftAt, rightAt]];
  });
}

/** The longest run of pairs, given in the order of the left, that ascends in the right too. */
function longestIncreasing(pairs: readonly Pair[]): Pair[] {
  /** For each length, which pair a run of that length may end with at the least. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, rightAt]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < rightAt) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = index;
  }
  const run: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

/** Myers' greedy search; null where more than {@link mostDifferences} items differ. */
function shortestEdit(left: readonly number[], right: readonly number[], inLeft: Range, inRight: Range): Pair[] | null {
  const leftSize = inLeft.to - inLeft.from;
  const rightSize = inRight.to - inRight.from;
  const most = Math.min(mostDifferences, leftSize + rightSize);
  /** How far each diagonal reached in the left, for every number of differences; the middle is diagonal 0. */
  const reached: Int32Array[] = [];
  let last = new Int32Array(3);
  for (let differences = 0; differences <= most; differences++) {
    // Diagonals -differences-1 … differences+1, so that the next round finds a neighbour on both sides.
    const now = new Int32Array(2 * differences + 3).fill(-1);
    const middle = differences + 1;
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down = last[diagonal + 1 + differences] ?? -1;
      const along = last[diagonal - 1 + differences] ?? -1;
      let at =
        differences === 0
          ? 0
          : diagonal === -differences || (diagonal !== differences && along < down)
            ? down
            : along + 1;
      while (
        at < leftSize &&
        at - diagonal < rightSize &&
        left[inLeft.from + at] === right[inRight.from + at - diagonal]
      )
        at += 1;
      now[diagonal + middle] = at;
      if (at >= leftSize && at - diagonal >= rightSize) {
        reached.push(now);
        return walkBack(reached, leftSize, rightSize).map(([one, other]) => [one + inLeft.from, other + inRight.from]);
      }
    }
    reached.push(now);
    last = now;
  }
  return null;
}

function walkBack(reached: readonly Int32Array[], leftSize: number, rightSize: number): Pair[] {
  const pairs: Pair[] = [];
  let leftAt = leftSize;
  let rightAt = rightSize;
  for (let differences = reached.length - 1; differences >= 0; differences--) {
    const diagonal = leftAt - rightAt;
    const last = reached[differences - 1];
    const down = last?.[diagonal + 1 + differences] ?? -1;
    const along = last?.[diagonal - 1 + differences] ?? -1;
    const wentDown = diagonal === -differences || (diagonal !== differences && along < down);
    const began = differences === 0 ? 0 : wentDown ? down : along + 1;
    while (leftAt > began) pairs.push([--leftAt, --rightAt]);
    if (differences > 0 && wentDown) rightAt -= 1;
    else if (differences > 0) leftAt -= 1;
  }
  return pairs.reverse();
}

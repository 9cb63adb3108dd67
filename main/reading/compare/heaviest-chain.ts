import type { Pair } from './common-subsequence.ts';

export interface WeightedPair {
  readonly left: number;
  readonly right: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * Of many possible pairs, given in the order of the left, those that ascend on both sides and weigh the
 * most together. Each left and each right stands in one pair at most. O(n log n) by a tree of the best
 * chain that ends before each right (Fenwick).
 */
export function heaviestChain(pairs: readonly WeightedPair[]): Pair[] {
  const size = pairs.reduce((most, { right }) => Math.max(most, right + 1), 0);
  /** For each node, the index of the pair that ends the heaviest chain within it. */
  const tree = new Int32Array(size + 1).fill(-1);
  const total = new Float64Array(pairs.length);
  const before = new Int32Array(pairs.length).fill(-1);
  const weightOf = (index: number): number => (index < 0 ? 0 : (total[index] ?? 0));
  const bestBefore = (right: number): number => {
    let best = -1;
    for (let node = right; node > 0; node -= node & -node)
      if (weightOf(tree[node] ?? -1) > weightOf(best)) best = tree[node] ?? -1;
    return best;
  };
  const enter = (index: number): void => {
    for (let node = (pairs[index]?.right ?? 0) + 1; node <= size; node += node & -node)
      if (weightOf(index) > weightOf(tree[node] ?? -1)) tree[node] = index;
  };
  let best = -1;
  for (let index = 0; index < pairs.length; ) {
    const { left } = pairs[index] ?? { left: -1 };
    const first = index;
    // Pairs of one left don't follow one another: all are weighed before any is entered.
    for (; pairs[index]?.left === left; index++) {
      const previous = bestBefore(pairs[index]?.right ?? 0);
      before[index] = previous;
      total[index] = weightOf(previous) + (pairs[index]?.weight ?? 0);
      if (weightOf(index) > weightOf(best)) best = index;
    }
    for (let entered = first; entered < index; entered++) enter(entered);
  }
  const chain: Pair[] = [];
  for (let index = best; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chain.push([pair.left, pair.right]);
  }
  return chain.reverse();
}

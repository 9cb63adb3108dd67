import { describe, expect, it } from 'vitest';
import { commonSubsequence, type Pair } from '../../../main/reading/compare/common-subsequence.ts';
import { Random } from '../../bench/random.ts';

/** The length by the plain quadratic table. */
function longestCommon(left: readonly number[], right: readonly number[]): number {
  let last = new Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    const now = [0];
    for (const [index, other] of right.entries())
      now.push(one === other ? (last[index] ?? 0) + 1 : Math.max(last[index + 1] ?? 0, now[index] ?? 0));
    last = now;
  }
  return last[right.length] ?? 0;
}

function assertSound(left: readonly number[], right: readonly number[], pairs: readonly Pair[]): void {
  let [leftAt, rightAt] = [-1, -1];
  for (const [inLeft, inRight] of pairs) {
    expect(left[inLeft]).toBe(right[inRight]);
    expect(inLeft).toBeGreaterThan(leftAt);
    expect(inRight).toBeGreaterThan(rightAt);
    [leftAt, rightAt] = [inLeft, inRight];
  }
}

describe('the common subsequence', () => {
  it('is the longest one, whatever the sequences', () => {
    const random = new Random(7);
    for (let round = 0; round < 500; round++) {
      const kinds = random.between(1, 6);
      const make = () => Array.from({ length: random.between(0, 14) }, () => random.between(1, kinds));
      const [left, right] = [make(), make()];
      const pairs = commonSubsequence(left, right);
      assertSound(left, right, pairs);
      expect(pairs, JSON.stringify([left, right])).toHaveLength(longestCommon(left, right));
    }
  });

  it('of long sequences is found between the items that occur once', () => {
    const random = new Random(8);
    const left = Array.from({ length: 40_000 }, (_, index) =>
      index % 5 === 0 ? 1_000_000 + index : random.between(1, 200),
    );
    const right = left.flatMap((item) => (random.next() < 0.03 ? [-item] : random.next() < 0.03 ? [] : [item]));
    const pairs = commonSubsequence(left, right);
    assertSound(left, right, pairs);
    expect(pairs.length).toBeGreaterThan(0.92 * right.length);
  });

  it('gives up exactness, not time, where all is different and nothing is singular', () => {
    const random = new Random(9);
    const make = () => Array.from({ length: 100_000 }, () => random.between(1, 3));
    const [left, right] = [make(), make()];
    const began = performance.now();
    const pairs = commonSubsequence(left, right);
    expect(performance.now() - began).toBeLessThan(5000);
    assertSound(left, right, pairs);
  });
});

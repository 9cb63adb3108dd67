import { describe, expect, it } from 'vitest';
import { approximateMatches, fewestEdits } from '../../../main/reading/anchoring/approximate-search.ts';
import { seeded } from './random.ts';

/** The plain dynamic programme: the last row of the matrix, where a match may begin anywhere. */
function lastRow(pattern: string, text: string): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const result = [column[pattern.length] ?? 0];
  for (const unit of text) {
    const next = [0];
    for (let row = 1; row <= pattern.length; row++) {
      const substitution = (column[row - 1] ?? 0) + (pattern[row - 1] === unit ? 0 : 1);
      next.push(Math.min(substitution, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1));
    }
    column = next;
    result.push(column[pattern.length] ?? 0);
  }
  return result;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('approximate search', () => {
  it('agrees with the plain dynamic programme for patterns of one and of several blocks', () => {
    const random = seeded(7);
    for (let round = 0; round < 600; round++) {
      const alphabet = 'abcd'.slice(0, 2 + random(3));
      const some = (length: number) => Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
      const pattern = some(1 + random(round % 3 === 0 ? 140 : 40));
      // Half of the texts hold a damaged copy of the pattern, so that small distances occur too.
      const copy = [...pattern].filter(() => random(9) > 0).join('');
      const text = round % 2 === 0 ? some(random(150)) : some(random(60)) + copy + some(random(60));
      const bound = random(pattern.length + 4);
      const least = Math.min(...lastRow(pattern, text));
      expect(fewestEdits(pattern, text, bound), `${pattern} in ${text} with ${bound}`).toBe(
        least <= bound ? least : null,
      );
      for (const match of approximateMatches(pattern, text, bound, 4))
        expect(distance(pattern, text.slice(match.start, match.end))).toBe(match.errors);
    }
  });

  it('gives the best places first and one for each neighbourhood', () => {
    const text = 'The wardens will close the quay. … The warden will close a quay. … The wardens close the quay.';
    const matches = approximateMatches('The wardens will close the quay.', text, 9, 5);
    expect(matches.map((match) => text.slice(match.start, match.end))).toEqual([
      'The wardens will close the quay.',
      'The warden will close a quay.',
      'The wardens close the quay.',
    ]);
  });

  it('finds nothing for an empty pattern, in an empty text, or above the bound', () => {
    expect(approximateMatches('', 'tide', 3, 5)).toEqual([]);
    expect(approximateMatches('tide', '', 2, 5)).toEqual([]);
    expect(approximateMatches('harbour', 'quarry', 2, 5)).toEqual([]);
    expect(fewestEdits('', 'tide', 0)).toBe(0);
  });
});

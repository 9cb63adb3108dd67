import { expect, test } from 'vitest';
import { extendTo, meant, moveTo, noChoice, toggle } from '../../../renderer/shared/lib/choice.ts';

test('the cursor stays in the list', () => {
  expect(moveTo(5, 3).at).toBe(2);
  expect(moveTo(Number.NEGATIVE_INFINITY, 3).at).toBe(-1);
  expect(moveTo(0, 0).at).toBe(-1);
});

test('a range grows and shrinks from where it began', () => {
  const start = moveTo(4, 10);
  const down = extendTo(extendTo(start, 5, 10), 6, 10);
  expect(meant(down)).toEqual([4, 5, 6]);
  expect(meant(extendTo(down, 3, 10))).toEqual([3, 4]);
  expect(meant(extendTo(down, 99, 10))).toEqual([4, 5, 6, 7, 8, 9]);
  expect(meant(extendTo(noChoice, 0, 10))).toEqual([0]);
});

test('choosing a second row keeps the first, and choosing it again leaves it out', () => {
  const two = toggle(moveTo(1, 10), 7);
  expect(meant(two)).toEqual([1, 7]);
  expect(meant(toggle(two, 1))).toEqual([7]);
});

test('without a choice the row at the cursor is meant, and with nothing there nothing', () => {
  expect(meant(moveTo(3, 10))).toEqual([3]);
  expect(meant(noChoice)).toEqual([]);
});

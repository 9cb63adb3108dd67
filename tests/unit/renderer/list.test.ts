import { describe, expect, test } from 'vitest';
import { listWindow, scrollToShow } from '../../../renderer/shared/lib/list-window.ts';
import { pagesFor } from '../../../renderer/shared/lib/page-plan.ts';
import { RowHeights } from '../../../renderer/shared/lib/row-heights.ts';

describe('the heights of rows', () => {
  test('rows not yet drawn have the estimate', () => {
    const heights = new RowHeights(100_000, 120);
    expect(heights.offset(0)).toBe(0);
    expect(heights.offset(99_999)).toBe(11_999_880);
    expect(heights.offset(100_000)).toBe(12_000_000);
    expect(heights.indexAt(119.9)).toBe(0);
    expect(heights.indexAt(120)).toBe(1);
    expect(heights.indexAt(5e9)).toBe(99_999);
  });
  test('a drawn row moves all that follow, and can be measured again', () => {
    const heights = new RowHeights(10, 100);
    expect(heights.set(2, 40)).toBe(true);
    expect(heights.offset(2)).toBe(200);
    expect(heights.offset(3)).toBe(240);
    expect(heights.offset(10)).toBe(940);
    expect(heights.indexAt(239)).toBe(2);
    expect(heights.indexAt(240)).toBe(3);
    expect(heights.set(2, 40.2)).toBe(false);
    expect(heights.set(2, 100)).toBe(true);
    expect(heights.offset(10)).toBe(1000);
    expect(heights.set(10, 5)).toBe(false);
  });
  test('agrees with plain addition for rows of any heights', () => {
    const heights = new RowHeights(257, 50);
    const plain: number[] = [];
    let offset = 0;
    for (let row = 0; row < 257; row += 1) {
      const height = 20 + ((row * 37) % 91);
      heights.set(row, height);
      plain.push(offset);
      offset += height;
    }
    for (let row = 0; row < 257; row += 1) {
      expect(heights.offset(row)).toBe(plain[row]);
      expect(heights.indexAt((plain[row] ?? 0) + 1)).toBe(row);
    }
  });
});

describe('the window of a list', () => {
  test('covers the viewport and a little beyond, and keeps the whole height', () => {
    const heights = new RowHeights(100_000, 100);
    const { first, last, above, below } = listWindow(heights, 500_000, 800);
    expect(first).toBeLessThanOrEqual(5000);
    expect(last).toBeGreaterThanOrEqual(5008);
    expect(last - first).toBeLessThan(30);
    expect(above + (last - first) * 100 + below).toBe(10_000_000);
  });
  test('has no rows without rows, and ends at the ends', () => {
    expect(listWindow(new RowHeights(0, 100), 0, 800)).toEqual({ first: 0, last: 0, above: 0, below: 0 });
    expect(listWindow(new RowHeights(3, 100), -50, 800)).toEqual({ first: 0, last: 3, above: 0, below: 0 });
    expect(listWindow(new RowHeights(50, 100), 99_999, 800).last).toBe(50);
  });
  test('scrolls by the least distance that shows a row', () => {
    const heights = new RowHeights(100, 100);
    expect(scrollToShow(heights, 5, 400, 300)).toBe(400);
    expect(scrollToShow(heights, 2, 400, 300)).toBe(200);
    expect(scrollToShow(heights, 8, 400, 300)).toBe(600);
    heights.set(8, 1000);
    expect(scrollToShow(heights, 8, 400, 300), 'a row taller than the window shows its top').toBe(800);
  });
});

test('pages cover a range of rows, no more', () => {
  expect(pagesFor(0, 50, 50)).toEqual([0]);
  expect(pagesFor(49, 51, 50)).toEqual([0, 1]);
  expect(pagesFor(-4, 10, 50)).toEqual([0]);
  expect(pagesFor(99_990, 100_000, 50)).toEqual([1999]);
  expect(pagesFor(10, 10, 50)).toEqual([0]);
});

import { describe, expect, test } from 'vitest';
import {
  afterGoing,
  afterScroll,
  atTheTop,
  type ScrollPlace,
  spaceOf,
  topOf,
} from '../../../renderer/shared/lib/scroll-space.ts';

const viewport = 800;
/** A million rows of 64 pixels. */
const total = 64_000_000;
const space = spaceOf(total);
const end = space - viewport;

/** Scrolls as a wheel does, from wherever the bar was put. */
function scrollBy(place: ScrollPlace, step: number, times: number): ScrollPlace {
  let now = place;
  for (let time = 0; time < times; time += 1)
    now = afterScroll(now, Math.max(0, Math.min(end, now.scrollTop + step)), viewport, total);
  return now;
}

describe('the space in which a list is scrolled', () => {
  test('is the list’s own while browsers can draw that', () => {
    expect(spaceOf(1_000_000)).toBe(1_000_000);
    expect(afterScroll(atTheTop, 5000, viewport, 1_000_000)).toEqual({ scrollTop: 5000, shift: 0 });
    expect(afterGoing(atTheTop, 999_200, viewport, 1_000_000)).toEqual({ scrollTop: 999_200, shift: 0 });
  });

  test('a jump of the bar goes to the same part of the list, the ends included', () => {
    expect(topOf(afterScroll(atTheTop, end, viewport, total))).toBeCloseTo(total - viewport, 3);
    expect(topOf(afterScroll(atTheTop, end / 2, viewport, total))).toBeCloseTo((total - viewport) / 2, 3);
    const back = afterScroll(afterScroll(atTheTop, end, viewport, total), 0, viewport, total);
    expect(topOf(back)).toBe(0);
  });

  test('a step moves the list as far as it is, wherever the bar is', () => {
    for (const from of [atTheTop, afterScroll(atTheTop, end / 3, viewport, total)]) {
      const after = scrollBy(from, 120, 50);
      expect(topOf(after)).toBeCloseTo(topOf(from) + 6000, 3);
      expect(topOf(scrollBy(after, -120, 50))).toBeCloseTo(topOf(from), 3);
    }
  });

  test('steps come to the very end and to the very beginning', () => {
    const nearEnd = afterScroll(atTheTop, end - 50, viewport, total);
    expect(topOf(scrollBy(nearEnd, 100, 20_000))).toBe(total - viewport);
    const nearTop = afterScroll(afterScroll(atTheTop, end, viewport, total), 50, viewport, total);
    expect(topOf(scrollBy(nearTop, -100, 20_000))).toBe(0);
  });

  test('a row is gone to exactly, and the bar stays within its space', () => {
    let place = atTheTop;
    for (const top of [0, 70, 11_999_000, 12_500_000, 31_234_567, total - viewport, 63_000_000, 400, 0]) {
      place = afterGoing(place, top, viewport, total);
      expect(topOf(place)).toBe(top);
      expect(place.scrollTop).toBeGreaterThanOrEqual(0);
      expect(place.scrollTop).toBeLessThanOrEqual(end);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { isDateText } from '../../../renderer/shared/lib/date-text.ts';
import { dateWords, daysAgo } from '../../../renderer/shared/lib/dates.ts';
import { bytes, counted, readingMinutes, timeLeft } from '../../../renderer/shared/lib/figures.ts';
import { initials } from '../../../renderer/shared/lib/initials.ts';
import { markedPieces } from '../../../renderer/shared/lib/marked-text.ts';
import { fraction } from '../../../renderer/shared/lib/progress.ts';
import { treeRows, withDescendants } from '../../../renderer/shared/lib/tree.ts';

describe('dates', () => {
  test('are never more precise than their source, and never moved to another zone', () => {
    expect(dateWords({ value: '2016', precision: 'year' })).toBe('2016');
    expect(dateWords({ value: '2016-11', precision: 'month' })).toBe('Nov 2016');
    expect(dateWords({ value: '2016-11-06', precision: 'day' })).toBe('6 Nov 2016');
    expect(dateWords({ value: '2016-11-16T23:05+11:00', precision: 'minute' })).toBe('16 Nov 2016');
    expect(dateWords({ value: '2016-11-16T23:05+11:00', precision: 'minute' }, true)).toBe('16 Nov 2016, 23:05');
    expect(dateWords({ value: 'some day', precision: 'day' })).toBe('some day');
  });
  test('days ago count calendar days', () => {
    const now = new Date(2026, 10, 23, 0, 5);
    expect(daysAgo(new Date(2026, 10, 22, 23, 55).toISOString(), now)).toBe(1);
    expect(daysAgo(new Date(2026, 10, 23, 0, 1).toISOString(), now)).toBe(0);
  });
  test('what a person types is a date only when the calendar has it', () => {
    expect(['2016', '2016-11', '2016-11-30', '2024-02-29'].every(isDateText)).toBe(true);
    expect(['', '16', '2016-13', '2016-11-31', '2023-02-29', '2016-1', 'today'].some(isDateText)).toBe(false);
  });
});

describe('figures', () => {
  test('numbers carry their noun', () => {
    expect(counted(1, 'article')).toBe('1 article');
    expect(counted(1284, 'article')).toBe('1,284 articles');
    expect(counted(2, 'person', 'people')).toBe('2 people');
  });
  test('bytes are told as a file manager tells them', () => {
    expect(bytes(0)).toBe('0 bytes');
    expect(bytes(820)).toBe('820 bytes');
    expect(bytes(48_210)).toBe('48.2 kB');
    expect(bytes(999_600)).toBe('1 MB');
    expect(bytes(512_000_000)).toBe('512 MB');
    expect(bytes(8e15)).toBe('8,000 TB');
  });
  test('the time left is no more exact than it is known', () => {
    expect(timeLeft(3)).toBe('a few seconds');
    expect(timeLeft(41)).toBe('about 40 seconds');
    expect(timeLeft(70)).toBe('about a minute');
    expect(timeLeft(600)).toBe('about 10 minutes');
    expect(timeLeft(5400)).toBe('about 1.5 hours');
  });
  test('reading takes at least a minute', () => {
    expect(readingMinutes(0)).toBe(1);
    expect(readingMinutes(1380)).toBe(6);
  });
});

test('initials are those of the first and the last name', () => {
  expect(initials('Ines Alder')).toBe('IA');
  expect(initials('Ángel de la Cruz')).toBe('ÁC');
  expect(initials('Reyl')).toBe('R');
  expect(initials('Anne-Marie Voss (chair)')).toBe('AV');
  expect(initials('')).toBe('?');
});

test('marks cut a text in order, and overlapping ones are one', () => {
  expect(
    markedPieces('the night watch', [
      [10, 15],
      [4, 12],
    ]),
  ).toEqual([
    { text: 'the ', marked: false },
    { text: 'night wa', marked: true },
    { text: 'tch', marked: true },
  ]);
  expect(
    markedPieces('pier', [
      [2, 99],
      [3, 3],
    ]),
  ).toEqual([
    { text: 'pi', marked: false },
    { text: 'er', marked: true },
  ]);
  expect(markedPieces('', [])).toEqual([]);
});

test('how far a job is goes by bytes where they are known, and is open while counting', () => {
  const progress = { secondsLeft: null, current: null, items: { done: 9, total: 10 } };
  expect(fraction({ ...progress, phase: 'working', bytes: { done: 25, total: 100 } })).toBe(0.25);
  expect(fraction({ ...progress, phase: 'working', bytes: { done: 0, total: 0 } })).toBe(0.9);
  expect(fraction({ ...progress, phase: 'counting', bytes: { done: 25, total: 100 } })).toBeNull();
  expect(fraction({ ...progress, phase: 'working', bytes: { done: 120, total: 100 } })).toBe(1);
});

describe('trees', () => {
  const nodes = [
    { id: 'b', parent: 'a' },
    { id: 'a', parent: null },
    { id: 'c', parent: 'b' },
    { id: 'd', parent: 'gone' },
  ];
  test('stand in reading order; a node whose parent is gone stands at the root', () => {
    expect(treeRows(nodes).map(({ node, depth, children }) => [node.id, depth, children])).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
      ['c', 2, 0],
      ['d', 0, 0],
    ]);
  });
  test('know everything beneath a node', () => {
    expect([...withDescendants(nodes, 'a')].sort()).toEqual(['a', 'b', 'c']);
    expect([...withDescendants(nodes, 'd')]).toEqual(['d']);
  });
});

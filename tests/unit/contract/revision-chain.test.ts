import { expect, test } from 'vitest';
import { revisionChain } from '../../../main/contract/revision-chain.ts';

const order = (...captured: readonly (string | null)[]) =>
  revisionChain(captured.map((instant, index) => ({ number: index + 1, captured: instant, fileDated: null }))).map(
    ({ number }) => number,
  );

test('revisions stand in the order in which they were made', () => {
  expect(order('2024-11-14T10:00:00.000Z', '2024-11-16T10:00:00.000Z')).toEqual([1, 2]);
  expect(order(null, null, null)).toEqual([1, 2, 3]);
});

test('a capture from before is put where it belongs, whenever it was taken in', () => {
  expect(order('2024-11-16T10:00:00.000Z', '2024-11-20T10:00:00.000Z', '2024-11-14T10:00:00.000Z')).toEqual([3, 1, 2]);
  expect(order('2024-11-16T10:00:00.000Z', null, '2024-11-14T10:00:00.000Z')).toEqual([3, 1, 2]);
});

test('moments say nothing: files that were unpacked together keep their order', () => {
  expect(order('2024-11-16T10:00:02.000Z', '2024-11-16T10:00:01.000Z')).toEqual([1, 2]);
});

test('a file’s own time stands for a capture that nobody dates', () => {
  const [first, second] = ['2024-11-16T10:00:00.000Z', '2024-11-14T10:00:00.000Z'];
  const revisions = [
    { number: 1, captured: first ?? null, fileDated: '2020-01-01T00:00:00.000Z' },
    { number: 2, captured: null, fileDated: second ?? null },
  ];
  expect(revisionChain(revisions).map(({ number }) => number)).toEqual([2, 1]);
});

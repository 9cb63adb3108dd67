import { expect, test } from 'vitest';
import { createPagedList, type PageReply } from '../../../renderer/state/pages.ts';

interface Asked {
  readonly offset: number;
  readonly stop: AbortSignal;
  readonly answer: (rows: readonly string[], total: number) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** A source whose answers come when the test gives them. */
function source() {
  const asked: Asked[] = [];
  const fetch = (offset: number, _limit: number, stop: AbortSignal) =>
    new Promise<PageReply<string, null>>((resolve, reject) => {
      // Two turns of the queue: the list's own await, and what follows it.
      const settled = () => Promise.resolve().then(() => Promise.resolve());
      asked.push({
        offset,
        stop,
        answer: (rows, total) => {
          resolve({ rows, total, summary: null });
          return settled();
        },
        fail: (error) => {
          reject(error);
          return settled();
        },
      });
    });
  return { asked, fetch };
}
const page = (name: string, size = 10) => Array.from({ length: size }, (_, row) => `${name}${row}`);

test('only the pages near the window are fetched, each once', async () => {
  const list = createPagedList<string, null>(10);
  const { asked, fetch } = source();
  list.replace(fetch);
  await asked[0]?.answer(page('a'), 100_000);
  expect(list.total.value).toBe(100_000);
  expect(list.row(3)).toBe('a3');
  list.ensure(4995, 5008);
  list.ensure(4996, 5009);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 4990, 5000]);
  await asked[2]?.answer(page('z'), 100_000);
  expect(list.row(5002)).toBe('z2');
  expect(list.row(4995)).toBeUndefined();
});

test('the old rows stay until the new ones are there, and a late answer to an old question is dropped', async () => {
  const list = createPagedList<string, null>(10);
  const first = source();
  const second = source();
  list.replace(first.fetch);
  await first.asked[0]?.answer(page('old'), 10);
  list.replace(second.fetch);
  expect(first.asked[0]?.stop.aborted).toBe(true);
  expect(list.row(0)).toBe('old0');
  await second.asked[0]?.answer(page('new'), 7);
  expect(list.row(0)).toBe('new0');
  expect(list.total.value).toBe(7);
  list.replace(first.fetch);
  list.replace(second.fetch);
  await first.asked[1]?.answer(page('late'), 3);
  expect(list.row(0)).toBe('new0');
});

test('a failure is told and can be tried again', async () => {
  const list = createPagedList<string, null>(10);
  const { asked, fetch } = source();
  list.replace(fetch);
  await asked[0]?.fail(new Error('the library is gone'));
  expect(list.error.value).toEqual(new Error('the library is gone'));
  list.refresh();
  await asked[1]?.answer(page('a'), 10);
  expect(list.error.value).toBeNull();
  expect(list.row(0)).toBe('a0');
});

test('a list that shows no row yet still gets its first page when the library changes meanwhile', async () => {
  const list = createPagedList<string, null>(10);
  const { asked, fetch } = source();
  list.replace(fetch);
  // What the empty list draws asks for no rows; then the library changes before the first page is there.
  list.ensure(0, 0);
  list.refresh();
  await asked[1]?.answer(page('a', 1), 1);
  expect(list.row(0)).toBe('a0');
  expect(list.total.value).toBe(1);
});

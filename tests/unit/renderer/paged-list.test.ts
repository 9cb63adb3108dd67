import { effect } from '@preact/signals';
import { afterEach, expect, test } from 'vitest';
import {
  createPagedList,
  type PagedList,
  type PageReply,
  someListAsks,
} from '../../../renderer/shared/state/paged-list.ts';

interface Asked {
  readonly offset: number;
  readonly stop: AbortSignal;
  readonly answer: (rows: readonly string[], total: number) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** The turns of the queue that a list takes to keep an answer and to read on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** Shows a list until the answer is called, or the test is over. */
function show(list: PagedList<string, null>): () => void {
  const hide = effect(() => {
    void list.version.value;
  });
  hiding.push(hide);
  return hide;
}
const hiding: (() => void)[] = [];
afterEach(() => {
  for (const hide of hiding.splice(0)) hide();
});

/** A source whose answers come when the test gives them. */
function source() {
  const asked: Asked[] = [];
  const fetch = (offset: number, _limit: number, stop: AbortSignal) =>
    new Promise<PageReply<string, null>>((resolve, reject) => {
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
  show(list);
  const { asked, fetch } = source();
  list.replace(fetch);
  await settled();
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
  show(list);
  const first = source();
  const second = source();
  list.replace(first.fetch);
  await settled();
  await first.asked[0]?.answer(page('old'), 10);
  list.replace(second.fetch);
  await settled();
  expect(first.asked[0]?.stop.aborted).toBe(true);
  expect(list.row(0)).toBe('old0');
  await second.asked[0]?.answer(page('new'), 7);
  expect(list.row(0)).toBe('new0');
  expect(list.total.value).toBe(7);
  list.replace(first.fetch);
  await settled();
  list.replace(second.fetch);
  await settled();
  await first.asked[1]?.answer(page('late'), 3);
  expect(list.row(0)).toBe('new0');
});

test('a failure is told and can be tried again', async () => {
  const list = createPagedList<string, null>(10);
  show(list);
  const { asked, fetch } = source();
  list.replace(fetch);
  await settled();
  await asked[0]?.fail(new Error('the library is gone'));
  expect(list.error.value).toEqual(new Error('the library is gone'));
  list.refresh();
  await settled();
  await asked[1]?.answer(page('a'), 10);
  expect(list.error.value).toBeNull();
  expect(list.row(0)).toBe('a0');
});

test('a list that shows no row yet still gets its first page when the library changes meanwhile', async () => {
  const list = createPagedList<string, null>(10);
  show(list);
  const { asked, fetch } = source();
  list.replace(fetch);
  await settled();
  // What the empty list draws asks for no rows; then the library changes before the first page is there.
  list.ensure(0, 0);
  list.refresh();
  await asked[0]?.answer([], 0);
  await asked[1]?.answer(page('a', 1), 1);
  expect(list.row(0)).toBe('a0');
  expect(list.total.value).toBe(1);
});

test('a search that is slower than the changes shows, and is read again once', async () => {
  const list = createPagedList<string, null>(10);
  show(list);
  const { asked, fetch } = source();
  list.replace(fetch);
  await settled();
  for (let change = 0; change < 50; change += 1) {
    list.refresh();
    await settled();
  }
  expect(asked.length).toBe(1);
  expect(asked[0]?.stop.aborted).toBe(false);
  await asked[0]?.answer(page('a'), 10);
  expect(list.row(0)).toBe('a0');
  expect(asked.length).toBe(2);
  await asked[1]?.answer(page('b'), 10);
  expect(list.row(0)).toBe('b0');
  expect(asked.length).toBe(2);
});

test('a list that nobody shows is not read, however much changes; it is when it is shown next', async () => {
  const list = createPagedList<string, null>(10);
  const { asked, fetch } = source();
  list.replace(fetch);
  list.refresh();
  await settled();
  expect(asked.length).toBe(0);
  expect(someListAsks.value).toBe(false);
  const hide = show(list);
  await settled();
  expect(someListAsks.value).toBe(true);
  await asked[0]?.answer(page('a'), 10);
  expect(someListAsks.value).toBe(false);
  hide();
  list.refresh();
  await settled();
  expect(asked.length).toBe(1);
  expect(list.kept.row(0)).toBe('a0');
  show(list);
  await settled();
  expect(asked.length).toBe(2);
});

test('a page that is scrolled to during a reading is fetched, and the rows before stay until theirs come', async () => {
  const list = createPagedList<string, null>(10);
  show(list);
  const { asked, fetch } = source();
  list.replace(fetch);
  await settled();
  await asked[0]?.answer(page('a'), 100);
  list.ensure(0, 12);
  await asked[1]?.answer(page('b'), 100);
  list.refresh();
  await settled();
  list.ensure(10, 25);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 10, 0, 10, 20]);
  await asked[2]?.answer(page('c'), 100);
  expect(list.row(0)).toBe('c0');
  expect(list.row(10)).toBe('b0');
  await asked[3]?.answer(page('d'), 100);
  await asked[4]?.answer(page('e'), 100);
  expect([list.row(10), list.row(20)]).toEqual(['d0', 'e0']);
});

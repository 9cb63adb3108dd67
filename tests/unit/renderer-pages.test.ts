import { expect, it } from 'vitest';
import { createPagedList } from '../../renderer/state/pages.ts';

it('a list that shows no row yet still gets its first page when the library changes meanwhile', async () => {
  const list = createPagedList<string, null>(10);
  list.replace(async (_offset, _limit, stop) => {
    await new Promise((resolve) => setImmediate(resolve));
    stop.throwIfAborted();
    return { rows: ['Pier'], total: 1, summary: null };
  });
  // What the empty list draws asks for no rows; then the library changes before the first page is there.
  list.ensure(0, 0);
  list.refresh();
  await expect.poll(() => list.row(0)).toBe('Pier');
  expect(list.total.value).toBe(1);
});

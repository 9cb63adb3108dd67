import { expect, it } from 'vitest';
import { instantOf } from '../../../main/formats/read/services/exports/brought.ts';
import { highlightsIn } from '../../../main/formats/read/services/omnivore/items.ts';

it('instants are read from what exports write, and none is made of what is no date', () => {
  const instant = '2024-11-14T16:00:00.000Z';
  for (const written of [1731600000, '1731600000', 1731600000000, '2024-11-14T18:00:00+0200', '2024-11-14 16:00:00'])
    expect(instantOf(written)).toBe(instant);
  expect(instantOf('Thu, 14 Nov 2024 16:00:00 GMT')).toBe(instant);
  // Bookmarks that were never dated have a 0; JavaScript reads it as the year 2000, and "item 5" as May 2001.
  for (const none of [0, '0', '', 'item 5', 'yesterday', null, undefined]) expect(instantOf(none)).toBeNull();
});

it('labels of Omnivore’s highlights are taken off where they stand, and nothing else is', () => {
  const read = (markdown: string) => highlightsIn(markdown).map(({ quote, note, tags }) => [quote?.exact, note, tags]);
  expect(read('> the #harbour is  closed #harbour #night-watch\n\nA note.\n')).toEqual([
    ['the #harbour is  closed', 'A note.', ['harbour', 'night-watch']],
  ]);
  expect(read('> closed\n\n#harbour\n\nA note on #trust here.\n')).toEqual([
    ['closed', 'A note on #trust here.', ['harbour']],
  ]);
  const start = performance.now();
  expect(read(`> closed\n\n${'#a '.repeat(100_000)}.\n`)).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(10_000);
});

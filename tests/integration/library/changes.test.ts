import { expect, it, vi } from 'vitest';
import type { LibraryChange } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

/** What the core tells each of two pages that listen. */
function listenTwice(library: TestLibrary) {
  const one: (readonly LibraryChange[])[] = [];
  const other: (readonly LibraryChange[])[] = [];
  library.core.on('library.changed', (changes) => one.push(changes));
  library.core.on('library.changed', (changes) => other.push(changes));
  return { one, other };
}
const story = (title: string) => page({ title, body: [`${title}: the harbour board met on the quay for an hour.`] });

it('everybody who listens hears of an import what came and how it ended, each subject once a time', async () => {
  const library = await makeLibrary();
  const { one, other } = listenTwice(library);
  const files = Array.from({ length: 60 }, (_, number) =>
    library.file(`${number}.html`, story(`Sitting ${number} of the board`)),
  );
  const { lines, summary } = await library.take(...files);
  expect(other).toEqual(one);
  for (const told of one) expect(new Set(told.map(({ subject }) => subject)).size).toBe(told.length);
  const came = one.flatMap((told) =>
    told.flatMap((change) => (change.subject === 'articles' ? (change.ids ?? []) : [])),
  );
  const taken = new Set<unknown>(lines.map(({ article }) => article));
  expect(came.filter((article) => !taken.has(article))).toEqual([]);
  expect(came.length).toBeGreaterThan(0);
  // What came last is told together with the end, which speaks of all articles.
  expect(one.at(-1)).toContainEqual({ subject: 'articles', ids: null });
  expect(one.at(-1)).toContainEqual({ subject: 'imports', ids: [summary.id] });
  expect(one.at(-1)).toContainEqual({ subject: 'events' });
});

it('a setting of one page is told to the others, and nothing else is', async () => {
  const library = await makeLibrary();
  const { one } = listenTwice(library);
  await library.call('settings.set', { theme: 'night' });
  expect(one).toEqual([[{ subject: 'settings' }]]);
});

it('a highlight wakes nobody who compares articles in the background', async () => {
  const library = await makeLibrary();
  const { lines } = await library.take(library.file('quay.html', story('On the quay')));
  const [{ article = null, revision = null } = {}] = lines;
  if (article === null || revision === null) throw new Error('the page was not taken');
  const reads = vi.spyOn(library.core.context().pool, 'read');
  const looks = () => reads.mock.calls.flatMap(([name], index) => (name === 'likeness.waiting' ? [index] : []));
  // It sleeps once it found nothing more to compare.
  await vi.waitFor(
    async () => {
      const last = looks().at(-1);
      expect(await (last === undefined ? null : reads.mock.results[last]?.value)).toEqual([]);
    },
    { timeout: 60_000 },
  );
  reads.mockClear();
  await library.call('annotations.create', { article, revision, start: 0, end: 6, color: 'amber' });
  await library.call('duplicates.list', {});
  expect(looks()).toEqual([]);
  await library.take(library.file('pier.html', story('On the pier')));
  await vi.waitFor(() => expect(looks()).not.toEqual([]), { timeout: 60_000 });
});

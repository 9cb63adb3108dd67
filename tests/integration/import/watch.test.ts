import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';

const note = (title: string) =>
  `${title}\n\nThe harbour board of Port Ellery met on the quay for an hour and spoke of ${title.toLowerCase()}.\n`;

function watched(library: TestLibrary): string {
  const folder = join(library.folder, 'arriving');
  mkdirSync(folder, { recursive: true });
  return folder;
}
const watch = (library: TestLibrary, folder: string) =>
  library.call('watch.add', { grant: library.core.grants.issue(folder, 'read'), collection: 'Arrivals' });
const titles = (library: TestLibrary) => library.search('', { sort: 'oldest' });

it('takes in what is in a watched folder and what comes into it, into its collection', async () => {
  const library = await makeLibrary();
  const folder = watched(library);
  writeFileSync(join(folder, 'first.txt'), note('The first note'));
  await watch(library, folder);
  await vi.waitFor(async () => expect(await titles(library)).toEqual(['The first note']), { timeout: 20_000 });
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep', 'second.txt'), note('The second note'));
  await vi.waitFor(async () => expect((await titles(library)).sort()).toEqual(['The first note', 'The second note']), {
    timeout: 20_000,
  });
  const [collection] = await library.call('collections.list', {});
  expect(collection).toMatchObject({ name: 'Arrivals', articles: 2 });
  // An article can be found a moment before its import has written down that it is done.
  await vi.waitFor(async () => {
    const reports = await library.call('imports.list', {});
    expect(reports.flatMap(({ counts }) => [counts.taken, counts.duplicate])).toEqual([1, 0, 1, 0]);
  });
});

it('waits for a file that is being written, and leaves unfinished downloads alone', async () => {
  const library = await makeLibrary();
  const folder = watched(library);
  await watch(library, folder);
  const growing = join(folder, 'growing.txt');
  writeFileSync(growing, note('A note that grows'));
  writeFileSync(join(folder, 'page.txt.part'), note('Half a download'));
  for (let line = 0; line < 12; line += 1) {
    appendFileSync(growing, `And then the member for ward ${line} spoke, and the chair thanked everybody.\n`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await vi.waitFor(async () => expect(await titles(library)).toEqual(['A note that grows']), { timeout: 20_000 });
  const [{ article } = { article: null }] = (await library.call('search.run', { query: '' })).rows;
  const view = article === null ? null : await library.call('articles.read', { article: article.id });
  expect(view?.revision.text).toContain('ward 11 spoke');
  renameSync(join(folder, 'page.txt.part'), join(folder, 'page.txt'));
  await vi.waitFor(
    async () => expect((await titles(library)).sort()).toEqual(['A note that grows', 'Half a download']),
    { timeout: 20_000 },
  );
});

it('goes on after a restart, takes nothing twice, and stops when it is told to', async () => {
  const library = await makeLibrary();
  const folder = watched(library);
  writeFileSync(join(folder, 'first.txt'), note('The first note'));
  await watch(library, folder);
  await vi.waitFor(async () => expect(await titles(library)).toHaveLength(1), { timeout: 20_000 });
  await library.reopen();
  writeFileSync(join(folder, 'second.txt'), note('The second note'));
  await vi.waitFor(async () => expect(await titles(library)).toHaveLength(2), { timeout: 20_000 });
  const reports = await library.call('imports.list', {});
  expect(reports.map(({ counts }) => counts.duplicate)).toEqual([0, 0]);
  const [one] = await library.call('watch.list', {});
  expect(one).toMatchObject({ path: folder, collection: 'Arrivals' });
  await library.call('watch.remove', { id: one?.id ?? 0 });
  expect(await library.call('watch.list', {})).toEqual([]);
});

it('refuses what is no folder, with what to do', async () => {
  const library = await makeLibrary();
  const file = library.file('note.txt', note('A note'));
  await expect(watch(library, file)).rejects.toMatchObject({ code: 'bad-input' });
});

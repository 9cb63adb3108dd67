import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { annotationsOf, collectionsOf } from '../../support/library-marks.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/exports/${name}`, import.meta.url));
const wardens = page({
  title: 'Wardens won’t check papers, Alder says',
  url: 'https://www.courier.example/2024/11/wardens?utm_source=feed',
  body: [
    '“Nobody who calls the harbour office will be asked for papers,” Ines Alder said on Thursday evening.',
    'Wardens had gone out in three boats, and nobody had asked them for papers either.',
  ],
});

const awaited = async (library: TestLibrary) => (await library.call('awaited.list', {})).rows;

it('a list of pages is no fault: each is awaited, with its tags, and telling it again changes nothing', async () => {
  const library = await makeLibrary();
  const file = library.file('part_000000.csv', fixture('pocket.csv'));
  const { summary, lines } = await library.take(file);
  expect(summary.counts).toMatchObject({ mentioned: 4, refused: 0, taken: 0 });
  expect(lines[0]).toMatchObject({
    outcome: 'mentioned',
    title: 'Wardens won’t check papers, Alder says',
    reason: expect.stringMatching(/^No content here, only its address \(Pocket\)\..*Kept for it: 2 tags\.$/u),
  });
  const rows = await awaited(library);
  expect(rows.map(({ title, address, tags, files }) => ({ title, address, tags, files }))).toEqual([
    {
      title: 'Ferry "Marigold" returns',
      address: 'https://courier.example/2024/11/ferry?a=1,2',
      tags: ['=harbour', 'ferries', 'harbour'],
      files: ['part_000000.csv'],
    },
    { title: null, address: 'https://quay-post.example/tides', tags: [], files: ['part_000000.csv'] },
    {
      title: 'Wardens won’t check papers, Alder says',
      address: 'https://courier.example/2024/11/wardens',
      tags: ['Wardens & papers', 'harbour'],
      files: ['part_000000.csv'],
    },
  ]);
  await library.take(file);
  expect(await awaited(library)).toEqual(rows);
});

it('a page that comes later gets tags and marks; what it doesn’t hold is kept as lost', async () => {
  const library = await makeLibrary();
  await library.take(
    library.file('pocket/part_000000.csv', fixture('pocket.csv')),
    library.file('pocket/annotations/part_000000.json', fixture('pocket-annotations.json')),
    library.file('bookmarks.html', fixture('bookmarks.html')),
  );
  const before = (await awaited(library)).find(({ title }) => title?.startsWith('Wardens'));
  expect(before).toMatchObject({ marks: 3, files: expect.arrayContaining(['bookmarks.html', 'part_000000.csv']) });
  const { lines } = await library.take(library.file('wardens.html', wardens));
  expect(lines[0]).toMatchObject({
    outcome: 'taken',
    reason: expect.stringContaining('It was awaited. 2 marks were placed, 1 note is on the whole article.'),
  });
  const annotations = await annotationsOf(library, lines[0]);
  expect(annotations.map(({ quote, placement, color, note }) => ({ quote, placement, color, note }))).toEqual([
    {
      quote: 'Nobody who calls the harbour office will be asked for papers',
      placement: 'exact',
      color: 'amber',
      note: '',
    },
    { quote: 'three boats', placement: 'exact', color: 'amber', note: '' },
    { quote: '', placement: 'lost', color: null, note: 'For the piece on trust. It quotes Alder at length.' },
  ]);
  expect(annotations[0]?.created).toBe('2024-11-14T16:01:40.000Z');
  expect(await collectionsOf(library, lines[0]?.article)).toEqual([
    'Tags › Wardens & papers',
    'Tags › harbour',
    'Tags › papers',
  ]);
  expect((await awaited(library)).map(({ title }) => title)).not.toContain('Wardens won’t check papers, Alder says');
  expect(await library.search('in:notes trust')).toHaveLength(1);

  const { lines: again } = await library.take(
    library.file('pocket/annotations/part_000000.json', fixture('pocket-annotations.json')),
  );
  expect(again[0]).toMatchObject({ outcome: 'duplicate', article: lines[0]?.article });
  expect(await annotationsOf(library, lines[0])).toEqual(annotations);
});

it('an article that is there gets its marks at once', async () => {
  const library = await makeLibrary();
  await library.take(library.file('wardens.html', wardens));
  const highlights = JSON.stringify([
    {
      url: 'http://courier.example/2024/11/wardens#top',
      title: 'Wardens',
      highlights: [
        { quote: 'asked  them for\npapers either', created_at: 1731600100 },
        { quote: 'words that stand in no article of the town', created_at: 1731600200 },
      ],
    },
  ]);
  const { lines } = await library.take(library.file('part_000000.json', highlights));
  expect(lines[0]).toMatchObject({
    outcome: 'partial',
    reason: expect.stringMatching(/1 mark was placed, 1 mark has lost its place/u),
  });
  const annotations = await annotationsOf(library, lines[0]);
  expect(annotations.map(({ quote, placement }) => [quote, placement])).toEqual([
    ['asked them for papers either', 'exact'],
    ['words that stand in no article of the town', 'lost'],
  ]);
  expect(await awaited(library)).toEqual([]);
  // A later version of the page that holds the words gives the mark its place.
  const later = wardens.replace('</article>', '<p>These are words that stand in no article of the town.</p></article>');
  const { lines: next } = await library.take(library.file('later.html', later));
  expect(next[0]?.outcome).toBe('revision');
  const placed = await annotationsOf(library, lines[0]);
  expect(placed.map(({ placement }) => placement)).toEqual(['exact', 'moved']);
});

it('marks that never had a place, and notes on a whole article, go out in a package and come back', async () => {
  const library = await makeLibrary();
  await library.take(library.file('bookmarks.html', fixture('bookmarks.html')));
  const { lines } = await library.take(library.file('wardens.html', wardens));
  await library.take(
    library.file(
      'part_000000.json',
      JSON.stringify([
        { url: 'https://courier.example/2024/11/wardens', highlights: [{ quote: 'a quotation of another page' }] },
      ]),
    ),
  );
  const annotations = await annotationsOf(library, lines[0]);
  expect(annotations.map(({ quote }) => quote)).toEqual(['', 'a quotation of another page']);
  for (const format of ['bagit', 'annotations', 'csv', 'markdown'] as const) {
    const target = library.core.grants.issue(join(library.folder, format), 'write');
    const exported = await library.run('export.run', { format, selection: { of: 'everything' }, target });
    expect(exported.leftOut, format).toEqual([]);
  }
  const other = await makeLibrary();
  const { lines: restored } = await other.take(join(library.folder, 'bagit'));
  expect(restored.map(({ outcome, reason }) => [outcome, reason])).toEqual([['taken', null]]);
  expect(await annotationsOf(other, restored[0])).toEqual(annotations);
});

it('what is not awaited any more stays away until it is told again, and can be taken back', async () => {
  const library = await makeLibrary();
  const pocket = library.file('part_000000.csv', fixture('pocket.csv'));
  const bookmarks = library.file('bookmarks.html', fixture('bookmarks.html'));
  await library.take(pocket, bookmarks);
  expect(await library.call('awaited.files', {})).toEqual([
    { file: 'bookmarks.html', pages: 3 },
    { file: 'part_000000.csv', pages: 3 },
  ]);
  expect((await library.call('awaited.list', { words: 'FERRIES' })).rows.map(({ title }) => title)).toEqual([
    'Ferry fares to rise',
    'Ferry "Marigold" returns',
  ]);
  // Two pages are in both files; only what no other file tells of goes with its file.
  const removed = await library.call('awaited.remove', { file: 'part_000000.csv' });
  expect(removed).toHaveLength(1);
  expect(await awaited(library)).toHaveLength(3);
  await library.call('awaited.restore', { ids: [...removed] });
  expect(await awaited(library)).toHaveLength(4);

  const ids = (await awaited(library)).map(({ id }) => id);
  await library.call('awaited.remove', { ids });
  const { lines } = await library.take(library.file('wardens.html', wardens));
  expect(await annotationsOf(library, lines[0])).toEqual([]);
  await library.take(pocket);
  expect(await awaited(library)).toHaveLength(2);
  await library.call('awaited.remove', { ids });
  await library.reopen();
  await library.call('awaited.restore', { ids });
  expect(await awaited(library)).toEqual([]);
});

it('a Web annotation waits for its page, and is the same one when its file comes again', async () => {
  const library = await makeLibrary();
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://other.example/annotations/1',
    type: 'Annotation',
    body: [{ type: 'TextualBody', value: 'Seen elsewhere', purpose: 'commenting' }],
    target: {
      source: 'https://courier.example/2024/11/wardens',
      selector: { type: 'TextQuoteSelector', exact: 'three boats' },
    },
  };
  const file = library.file('marks.jsonld', JSON.stringify(annotation));
  const { summary } = await library.take(file);
  expect(summary.counts).toMatchObject({ mentioned: 1, refused: 0 });
  const { lines } = await library.take(library.file('wardens.html', wardens));
  expect(lines[0]?.reason).toContain('It was awaited. 1 mark was placed.');
  expect(await annotationsOf(library, lines[0])).toMatchObject([{ quote: 'three boats', note: 'Seen elsewhere' }]);
  await library.take(file);
  expect(await annotationsOf(library, lines[0])).toHaveLength(1);
});

it('what is awaited goes along in a package of everything, and is put on its page in the other library', async () => {
  const library = await makeLibrary();
  await library.take(
    library.file('bookmarks.html', fixture('bookmarks.html')),
    library.file('part_000000.csv', fixture('pocket.csv')),
    library.file('highlights.json', fixture('pocket-annotations.json')),
    library.file('lamps.txt', 'New lamps\n\nThe lamps on the coast road stand since Tuesday.\n'),
  );
  const before = await awaited(library);
  const hand = async (name: string, notes: boolean) => {
    const target = library.core.grants.issue(join(library.folder, name), 'write');
    await library.run('export.run', { format: 'bagit', selection: { of: 'everything' }, notes, target });
    const other = await makeLibrary();
    await other.take(join(library.folder, name));
    return other;
  };
  const other = await hand('whole', true);
  const bare = (pages: Awaited<ReturnType<typeof awaited>>) =>
    pages.map(({ id: _, told: __, files, ...page }) => ({ ...page, files: files.toSorted() }));
  expect(bare(await awaited(other))).toEqual(bare(before));
  const { lines } = await other.take(other.file('wardens.html', wardens));
  expect((await annotationsOf(other, lines[0])).map(({ quote }) => quote)).toEqual([
    'Nobody who calls the harbour office will be asked for papers',
    'three boats',
    '',
  ]);
  const without = await hand('without', false);
  const kept = (await awaited(without)).find(({ address }) => address === 'https://courier.example/2024/11/wardens');
  expect(kept?.marks).toBe(2);
});

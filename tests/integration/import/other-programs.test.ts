import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { strToU8, zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { expect, it } from 'vitest';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { annotationsOf, collectionsOf } from '../../support/library-marks.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/exports/${name}`, import.meta.url));
const body = [
  '“Nobody who calls the harbour office will be asked for papers,” Ines Alder said on Thursday evening.',
  'Wardens had gone out in three boats, and nobody had asked them for papers either.',
];
const title = 'Wardens won’t check papers, Alder says';
const wardens = page({ title, url: 'https://courier.example/2024/11/wardens', body });

/** Everything checks out, and leaves and comes back with all marks. */
async function whole(library: TestLibrary): Promise<void> {
  const { lines } = await library.run('health.check', {});
  expect(lines.filter(({ ok }) => !ok)).toEqual([]);
  const target = library.core.grants.issue(join(library.folder, 'bag'), 'write');
  const exported = await library.run('export.run', { format: 'bagit', selection: { of: 'everything' }, target });
  expect(exported.leftOut).toEqual([]);
  const other = await makeLibrary();
  const { lines: restored } = await other.take(join(library.folder, 'bag'));
  for (const line of restored) expect(await annotationsOf(other, line)).toEqual(await annotationsOf(library, line));
}

it('Hypothesis: annotations stand on the words they were made on, with their answers, codes and dates', async () => {
  const library = await makeLibrary();
  const { lines: pages } = await library.take(library.file('wardens.html', wardens));
  const { lines } = await library.take(library.file('hypothesis.json', fixture('hypothesis.json')));
  expect(lines.map(({ outcome, title: name }) => [outcome, name])).toEqual([
    ['taken', title],
    ['mentioned', 'What the dredger found'],
  ]);
  const annotations = await annotationsOf(library, pages[0]);
  const codes = new Map((await library.call('codes.list', {})).map(({ id, name }) => [id, name]));
  expect(
    annotations.map((one) => [one.quote, one.placement, one.note, one.codes.map((code) => codes.get(code)).sort()]),
  ).toEqual([
    [
      'Nobody who calls the harbour office will be asked for papers',
      'exact',
      'The promise itself.\n\n— Maren\n\n> Ilse: Is this law, or a habit?',
      ['Harbour', 'trust'],
    ],
    ['papers', 'exact', '', []],
    ['', 'lost', 'Compare with the statement of May.\n\n— Maren', []],
  ]);
  // The second "papers" of the article, by its surroundings.
  const { revision } = await library.call('articles.read', { article: pages[0]?.article ?? ('' as never) });
  expect(revision.text.slice(0, annotations[1]?.span?.start)).toMatch(/had asked them for $/u);
  const { lines: api } = await library.take(library.file('api.json', fixture('hypothesis-api.json')));
  expect(api[0]?.outcome).toBe('duplicate');
  expect(await annotationsOf(library, pages[0])).toEqual(annotations);
  await whole(library);
});

it('Readwise: a work without an address is known by its title and its words, whichever comes first', async () => {
  const library = await makeLibrary();
  await library.take(library.file('readwise.csv', fixture('readwise.csv')));
  const { rows } = await library.call('awaited.list', {});
  expect(rows.map(({ title: name, address, marks }) => [name, address, marks])).toEqual([
    ['The Keeper’s Handbook', null, 1],
    [title, null, 2],
  ]);
  const { lines: other } = await library.take(
    library.file('other.html', page({ title, url: 'https://quay-post.example/1', body: ['Quite another text.'] })),
  );
  expect(await annotationsOf(library, other[0])).toEqual([]);
  const { lines } = await library.take(library.file('wardens.html', wardens));
  const annotations = await annotationsOf(library, lines[0]);
  expect(annotations.map(({ quote, color }) => [quote, color])).toEqual([
    ['Nobody who calls the harbour office will be asked for papers', 'amber'],
    ['three boats', 'blue'],
  ]);
  expect(await collectionsOf(library, lines[0]?.article)).toEqual(['Tags › papers']);
  const { lines: again } = await library.take(library.file('readwise.csv', fixture('readwise.csv')));
  expect(again.map(({ outcome }) => outcome)).toEqual(['duplicate', 'mentioned']);
  expect(await annotationsOf(library, lines[0])).toEqual(annotations);
});

it('Wallabag: whole pages come in with their tags and notes; what it could not fetch is awaited', async () => {
  const library = await makeLibrary();
  const file = library.file('wallabag.json', fixture('wallabag.json'));
  const { lines } = await library.take(file);
  expect(lines.map(({ outcome, title: name }) => [outcome, name])).toEqual([
    ['taken', title],
    ['mentioned', 'Tides'],
  ]);
  expect(lines[0]?.reason).toBe('1 mark was placed. Collections: harbour, night-watch, Starred.');
  const annotations = await annotationsOf(library, lines[0]);
  expect(annotations).toMatchObject([{ quote: 'will be asked for papers', note: 'The promise itself.' }]);
  const { captures } = await library.call('articles.read', { article: lines[0]?.article ?? ('' as never) });
  expect(captures[0]).toMatchObject({ captured: '2024-11-14T18:00:00.000Z', format: 'wallabag' });
  const { lines: again } = await library.take(file);
  expect(again.map(({ outcome }) => outcome)).toEqual(['duplicate', 'mentioned']);
  expect(await annotationsOf(library, lines[0])).toEqual(annotations);
  await whole(library);
});

it('Omnivore: its zip gives each article with what its lists and highlights say of it, and is read again so', async () => {
  const library = await makeLibrary();
  const list = JSON.parse(fixture('omnivore-list.json').toString()) as { slug: string }[];
  const [first] = list;
  if (first === undefined) throw new Error('the list is empty');
  const zip = zipSync({
    'metadata_0_to_2.json': strToU8(JSON.stringify(list)),
    [`content/${first.slug}.html`]: strToU8(
      `<div id="readability-content"><div data-omnivore-anchor-idx="1" class="page" id="readability-page-1"><p data-omnivore-anchor-idx="2">${body.join('</p><p data-omnivore-anchor-idx="3">')}</p></div></div>`,
    ),
    [`highlights/${first.slug}.md`]: strToU8(
      'Ask the clerk.\n\n> Nobody who calls the harbour office\n> will be asked for papers #trust #harbour-office\n\nThe promise.\nIn two lines.\n\n> three boats',
    ),
    'content/left-over.html': strToU8('<p>Nobody lists this.</p>'),
  });
  const { lines: report } = await library.take(library.file('omnivore.zip', zip));
  const lines = report.toSorted((a, b) => b.path.length - a.path.length);
  expect(lines.map(({ outcome, path, title: name }) => [outcome, path, name])).toEqual([
    ['taken', `omnivore.zip › content/${first.slug}.html › https://courier.example/2024/11/wardens`, title],
    ['mentioned', 'omnivore.zip › https://quay-post.example/tides', 'What the dredger found'],
    ['partial', 'omnivore.zip', null],
  ]);
  expect(lines[2]?.reason).toContain('content/left-over.html');
  const article = lines[0]?.article ?? ('' as never);
  const view = await library.call('articles.read', { article });
  expect(view.revision.metadata).toMatchObject({
    title,
    byline: ['Tomas Reyl'],
    url: 'https://courier.example/2024/11/wardens',
    published: { value: '2024-11-14T17:20:00Z' },
    description: 'The harbour office answers.',
    sources: { title: { from: 'Omnivore' } },
  });
  expect(view.revision.text).toBe(body.join('\n\n'));
  expect(view.captures[0]).toMatchObject({ captured: '2024-11-14T18:00:00.000Z', format: 'kept-page' });
  expect(view.annotations.map(({ quote, note, placement }) => [quote, note, placement])).toEqual([
    ['Nobody who calls the harbour office will be asked for papers', 'The promise.\nIn two lines.', 'exact'],
    ['three boats', '', 'exact'],
    ['', 'Ask the clerk.', 'lost'],
  ]);
  expect((await library.call('codes.list', {})).map(({ name }) => name).sort()).toEqual(['harbour-office', 'trust']);
  expect(await collectionsOf(library, article)).toEqual(['Tags › Night watch', 'Tags › harbour']);
  const { lines: again } = await library.take(library.file('omnivore.zip', zip));
  expect(again).toContainEqual(expect.objectContaining({ outcome: 'duplicate', article }));
  await whole(library);

  // As an older extractor would have left it: reading it again needs what the zip told.
  await library.core.close();
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(join(library.path, 'library.sqlite'));
  db.prepare("UPDATE revisions SET extractor = 'kept-page/0'").run();
  db.close();
  await library.reopen();
  const result = await library.run('articles.extractAgain', { selection: { of: 'everything' } });
  expect(result.counts).toMatchObject({ unchanged: 1, failed: 0, revision: 0 });
});

it('Joplin: a note of a JEX has its notebook and tags, and the words that are marked in it', async () => {
  const library = await makeLibrary();
  const id = (number: number) => number.toString(16).padStart(32, '0');
  const name = `${id(17)}.md`;
  const note = readFileSync(new URL(`../../fixtures/joplin/${name}`, import.meta.url), 'utf8');
  const tape = pack();
  tape.entry({ name }, note.replace('three boats', '==three boats=='));
  tape.entry({ name: `${id(2)}.md` }, `Tessaly\n\nid: ${id(2)}\nparent_id: \ntype_: 2`);
  tape.entry({ name: `${id(4)}.md` }, `harbour\n\nid: ${id(4)}\ntype_: 5`);
  tape.entry({ name: `${id(5)}.md` }, `id: ${id(5)}\nnote_id: ${id(17)}\ntag_id: ${id(4)}\ntype_: 6`);
  tape.finalize();
  const { lines } = await library.take(library.file('notes.jex', await buffer(tape)));
  expect(lines).toMatchObject([{ outcome: 'taken', title, path: `notes.jex › ${name}` }]);
  expect(await collectionsOf(library, lines[0]?.article)).toEqual(['Tags › Tessaly', 'Tags › harbour']);
  expect(await annotationsOf(library, lines[0])).toMatchObject([{ quote: 'three boats', placement: 'exact' }]);
  await whole(library);
});

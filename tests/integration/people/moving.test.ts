import { expect, it } from 'vitest';
import type { StatementState } from '../../../main/contract/index.ts';
import { openSpokenLibrary, type SpokenLibrary } from '../../support/spoken-library.ts';

/** Two people of one name in one record: a mayor, and a player. */
async function withNamesakes() {
  const library = await openSpokenLibrary();
  await library.article('Budget passed', '2023-03-01', [
    { words: 'The budget is sound.', by: [{ name: 'John Smith', role: 'mayor' }] },
  ]);
  await library.article('Cup final', '2024-05-02', [
    { words: 'We scored twice.', by: [{ name: 'John Smith', role: 'striker' }, { name: 'Ada Voss' }] },
    { words: 'The pitch was wet.', by: [{ name: 'John Smith' }] },
  ]);
  return { library, smith: await library.idOf('John Smith') };
}

async function statement(library: SpokenLibrary, query: string) {
  const { rows } = await library.marked.statements['statements.list'](
    { query, offset: 0, limit: 1 },
    library.marked.call,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no statement says ${query}`);
  return row;
}

it('gives chosen statements to somebody new, and takes them back with that person', async () => {
  const { library, smith } = await withNamesakes();
  const before = library.snapshot();
  const which = [(await statement(library, 'scored')).id, (await statement(library, 'pitch')).id];
  const moved = await library.people('people.move', { from: smith, to: { name: 'John Smith (player)' }, which });
  expect(moved.statements).toBe(2);
  expect(await library.wordsOf(smith)).toEqual(['The budget is sound.']);
  expect((await library.wordsOf(moved.to)).toSorted()).toEqual(['The pitch was wet.', 'We scored twice.']);
  expect(await library.people('people.describe', { id: moved.to })).toMatchObject({
    name: 'John Smith (player)',
    roles: [{ role: 'striker', since: '2024-05-02', firstSaid: { title: 'Cup final' } }],
  });
  await library.people('people.undo', { change: moved.change });
  expect(library.snapshot()).toEqual(before);
});

it('corrects a wrong person once for all suggestions, and leaves what a person confirmed', async () => {
  const { library, smith } = await withNamesakes();
  const confirmed: StatementState = 'confirmed';
  await library.marked.statements['statements.update'](
    { id: (await statement(library, 'budget')).id, state: confirmed },
    library.marked.call,
  );
  const moved = await library.people('people.move', { from: smith, to: { name: 'Jon Smythe' }, which: 'suggested' });
  expect(await library.wordsOf(smith)).toEqual(['The budget is sound.']);
  expect(await library.wordsOf(moved.to)).toHaveLength(2);
  // Nobody decided about the words: they wait as before.
  expect((await statement(library, 'pitch')).state).toBe('suggested');
  const all = await library.people('people.move', { from: smith, to: { id: moved.to }, which: 'all' });
  expect(await library.wordsOf(all.to)).toHaveLength(3);
  await expect(
    library.people('people.move', { from: smith, to: { id: moved.to }, which: 'all' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

it('is refused for somebody who speaks in the same statement', async () => {
  const { library, smith } = await withNamesakes();
  const before = library.snapshot();
  await expect(
    library.people('people.move', { from: smith, to: { name: 'Ada Voss' }, which: 'all' }),
  ).rejects.toMatchObject({ code: 'conflict' });
  expect(library.snapshot()).toEqual(before);
});

it('keeps a suggestion that was given to somebody where another revision has no place for it', async () => {
  const { library, smith } = await withNamesakes();
  const row = await statement(library, 'pitch');
  await library.people('people.move', { from: smith, to: { name: 'Jon Smythe' }, which: [row.id] });
  const next = await library.marked.take({
    title: 'Cup final',
    url: 'https://courier.example/Cup%20final',
    published: '2024-05-02',
    paragraphs: ['The report was withdrawn.'],
  });
  await library.marked.pool.write('statements.dropSuggestions', { madeIn: row.revision, revision: next.revision });
  const left = await library.marked.pool.read('statements.read', row.id);
  expect(left?.speakers).toMatchObject([{ name: 'Jon Smythe' }]);
});

it('is not undone when statements are looked for again', async () => {
  const { library, smith } = await withNamesakes();
  const row = await statement(library, 'pitch');
  const { to } = await library.people('people.move', { from: smith, to: { name: 'Jon Smythe' }, which: [row.id] });
  const words = 'The pitch was wet.';
  const found = await library.marked.pool.read('revisions.text', row.revision);
  const start = found?.indexOf(words) ?? -1;
  await library.marked.pool.write('statements.renewSuggestions', {
    article: row.article,
    revision: row.revision,
    suggestions: [
      {
        spans: [{ start, end: start + words.length }],
        kind: 'direct',
        speakers: [{ name: 'John Smith', role: null, organization: null }],
        described: null,
        said: null,
        confidence: 0.95,
        cue: null,
      },
    ],
  });
  expect(await library.wordsOf(to)).toEqual([words]);
  expect(await library.wordsOf(smith)).toEqual(['The budget is sound.']);
});

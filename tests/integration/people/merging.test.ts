import { expect, it } from 'vitest';
import { openSpokenLibrary } from '../../support/spoken-library.ts';

const trust = { role: 'warden', organization: 'Harbour Trust' };

async function withTwoNames() {
  const library = await openSpokenLibrary();
  await library.article('Quay closes', '2023-03-01', [
    { words: 'The quay is shut.', by: [{ name: 'Jane Kast', ...trust }] },
    { words: 'It will open again.', by: [{ name: 'J. Kast' }] },
  ]);
  await library.article('Quay opens', '2024-05-02', [
    {
      words: 'Welcome back to the quay.',
      by: [{ name: 'Tomas Reyl' }, { name: 'J. Kast', role: 'chair', organization: null }],
    },
  ]);
  return { library, jane: await library.idOf('Jane Kast'), short: await library.idOf('J. Kast') };
}

it('gives all words of one name to the other, by which they are found, and what is suggested later too', async () => {
  const { library, jane, short } = await withTwoNames();
  const merged = await library.people('people.merge', { from: short, into: jane });
  expect(merged).toMatchObject({ to: jane, statements: 2 });
  expect(await library.wordsOf(jane)).toEqual([
    'Welcome back to the quay.',
    'The quay is shut.',
    'It will open again.',
  ]);
  expect((await library.list()).map(({ name, statements, aliases }) => [name, statements, aliases])).toEqual([
    ['Jane Kast', 3, ['J. Kast']],
    ['Tomas Reyl', 1, []],
  ]);
  await library.article('Quay sold', '2024-09-09', [{ words: 'Nobody asked me.', by: [{ name: 'J. KAST' }] }]);
  expect(await library.wordsOf(jane)).toContain('Nobody asked me.');
  expect(await library.found('speaker:"J. Kast"')).toBe(3);
  expect(await library.list('j. kast')).toHaveLength(1);
  // What was another’s page leads to hers.
  expect(await library.people('people.describe', { id: short })).toMatchObject({ id: jane, name: 'Jane Kast' });
  expect(await library.marked.log('person')).toEqual([
    '“J. Kast” is another name of “Jane Kast” now, whose 2 statements are theirs.',
  ]);
  expect(library.marked.events.at(-1)?.payload).toEqual(
    expect.arrayContaining([{ subject: 'statements', ids: null, articles: null }]),
  );
});

it('is taken back exactly, with other names and notes', async () => {
  const { library, jane, short } = await withTwoNames();
  await library.people('people.update', { id: short, notes: 'Heard at the quay.' });
  await library.people('people.addAlias', { id: short, name: 'Kast, J.' });
  const before = library.snapshot();
  const { change } = await library.people('people.merge', { from: short, into: jane });
  expect(await library.people('people.describe', { id: jane })).toMatchObject({
    aliases: [
      { name: 'J. Kast', notes: 'Heard at the quay.', merged: change },
      { name: 'Kast, J.', notes: '', merged: null },
    ],
  });
  await library.people('people.undo', { change });
  expect(library.snapshot()).toEqual(before);
  await expect(library.people('people.undo', { change })).rejects.toMatchObject({ code: 'not-found' });
});

it('is taken back when the two were made one with a third since, and the other way round', async () => {
  const { library, jane, short } = await withTwoNames();
  const reyl = await library.idOf('Tomas Reyl');
  await library.article('Quay sold', '2024-09-09', [{ words: 'Sold, said Kast.', by: [{ name: 'Kast' }] }]);
  const kast = await library.idOf('Kast');
  const before = library.snapshot();
  const first = await library.people('people.merge', { from: kast, into: short });
  const second = await library.people('people.merge', { from: short, into: jane });
  expect(await library.wordsOf(jane)).toHaveLength(4);
  await library.people('people.undo', { change: first.change });
  expect(await library.wordsOf(kast)).toEqual(['Sold, said Kast.']);
  expect(await library.wordsOf(jane)).toHaveLength(3);
  await library.people('people.undo', { change: second.change });
  expect(library.snapshot()).toEqual(before);
  expect(await library.wordsOf(reyl)).toHaveLength(1);
});

it('leaves alone what a person decided since', async () => {
  const { library, jane, short } = await withTwoNames();
  const { change } = await library.people('people.merge', { from: short, into: jane });
  const { rows } = await library.marked.statements['statements.list'](
    { query: 'open again', offset: 0, limit: 1 },
    library.marked.call,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no statement');
  await library.marked.statements['statements.update'](
    { id: row.id, speakers: [{ name: 'Ada Voss', role: null, organization: null }] },
    library.marked.call,
  );
  await library.people('people.undo', { change });
  expect(await library.wordsOf(await library.idOf('Ada Voss'))).toEqual(['It will open again.']);
  expect(await library.wordsOf(short)).toEqual(['Welcome back to the quay.']);
});

it('is refused for two who speak together, and nothing is changed', async () => {
  const { library, short } = await withTwoNames();
  const before = library.snapshot();
  const reyl = await library.idOf('Tomas Reyl');
  await expect(library.people('people.merge', { from: short, into: reyl })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('speak together in a statement'),
  });
  expect(library.snapshot()).toEqual(before);
});

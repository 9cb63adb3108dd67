import { expect, it } from 'vitest';
import { openSpokenLibrary } from '../../support/spoken-library.ts';

const page = { offset: 0, limit: 50 };

it('proposes that two names are one, and joins nothing by itself; what a person tells apart is not proposed again', async () => {
  const library = await openSpokenLibrary();
  await library.article('Quay closes', '2023-03-01', [
    { words: 'The quay is shut.', by: [{ name: 'Jane Kast', organization: 'Harbour Trust' }] },
    { words: 'It will open again.', by: [{ name: 'J. Kast', organization: 'Harbour Trust' }] },
    { words: 'I fish there.', by: [{ name: 'Otto Reyl' }] },
  ]);
  const [jane, short] = [await library.idOf('Jane Kast'), await library.idOf('J. Kast')];
  const proposed = await library.people('people.proposals', page);
  expect(proposed).toMatchObject({
    total: 1,
    rows: [{ one: { id: jane, name: 'Jane Kast' }, other: { id: short }, reasons: ['initials', 'organization'] }],
  });
  expect(await library.people('people.proposals', { ...page, person: short })).toMatchObject({ total: 1 });
  expect(await library.people('people.proposals', { ...page, person: await library.idOf('Otto Reyl') })).toMatchObject({
    total: 0,
  });
  expect(await library.list()).toHaveLength(3);
  await library.people('people.tellApart', { one: short, other: jane });
  expect(await library.people('people.proposals', page)).toEqual({ rows: [], total: 0 });
  await library.people('people.forgetApart', { one: jane, other: short });
  expect((await library.people('people.proposals', page)).total).toBe(1);
  await library.people('people.merge', { from: short, into: jane });
  expect(await library.people('people.proposals', page)).toEqual({ rows: [], total: 0 });
});

import { expect, it } from 'vitest';
import { openSpokenLibrary } from '../../support/spoken-library.ts';

async function withWarden() {
  const library = await openSpokenLibrary();
  const article = await library.article('Quay closes', '2023-03-01', [
    { words: 'The quay is shut.', by: [{ name: 'Ines Alder', role: 'Warden', organization: 'Harbour Trust' }] },
    { words: 'Read the notice.', by: [{ name: 'Harbour Trust', organization: 'Harbour Trust' }] },
  ]);
  await library.article('Quay opens', '2024-05-02', [
    {
      words: 'Welcome back.',
      by: [{ name: 'Tomas Reyl' }, { name: 'Ines Alder', role: 'warden', organization: 'Harbour Trust' }],
    },
    { words: 'I have a new office.', by: [{ name: 'Ines Alder', role: 'mayor' }] },
  ]);
  return { library, article, alder: await library.idOf('Ines Alder') };
}

it('tells roles over time with the articles that say so, beside those that a person keeps', async () => {
  const { library, article, alder } = await withWarden();
  const kept = await library.people('people.keepRole', {
    id: alder,
    role: 'pilot',
    organization: null,
    since: '2001',
    until: '2009-06',
    article: article.article,
  });
  expect((await library.people('people.describe', { id: alder })).roles).toMatchObject([
    { role: 'mayor', since: '2024-05-02', until: '2024-05-02', kept: null },
    {
      role: 'Warden',
      organization: 'Harbour Trust',
      since: '2023-03-01',
      until: '2024-05-02',
      firstSaid: { title: 'Quay closes' },
      lastSaid: { title: 'Quay opens' },
      statements: 2,
      kept: null,
    },
    { role: 'pilot', since: '2001', until: '2009-06', firstSaid: { title: 'Quay closes' }, kept },
  ]);
  await library.people('people.removeRole', { role: kept });
  expect((await library.people('people.describe', { id: alder })).roles).toHaveLength(2);
  await expect(library.people('people.removeRole', { role: kept })).rejects.toMatchObject({ code: 'not-found' });
});

it('knows an office that speaks for itself, until a person says otherwise', async () => {
  const { library } = await withWarden();
  const trust = await library.idOf('Harbour Trust');
  expect(await library.people('people.describe', { id: trust })).toMatchObject({
    kind: 'organization',
    isKindKept: false,
  });
  expect(await library.people('people.update', { id: trust, kind: 'person' })).toMatchObject({
    kind: 'person',
    isKindKept: true,
  });
  expect(await library.people('people.update', { id: trust, kind: null })).toMatchObject({ kind: 'organization' });
});

it('is found under a name of before, and refuses one that is somebody else’s', async () => {
  const { library, alder } = await withWarden();
  await library.people('people.update', { id: alder, name: 'Inês Alder-Voss', notes: 'Chair of the trust.' });
  expect(await library.people('people.describe', { id: alder })).toMatchObject({
    name: 'Inês Alder-Voss',
    notes: 'Chair of the trust.',
    aliases: [{ name: 'Ines Alder', merged: null }],
  });
  expect(await library.found('speaker:"ines alder"')).toBe(2);
  // And back again.
  await library.people('people.update', { id: alder, name: 'Ines Alder' });
  expect((await library.people('people.describe', { id: alder })).aliases).toMatchObject([{ name: 'Inês Alder-Voss' }]);
  for (const refused of [
    library.people('people.update', { id: alder, name: 'Tomas Reyl' }),
    library.people('people.addAlias', { id: alder, name: 'tomas reyl' }),
    library.people('people.addAlias', { id: alder, name: 'Inês Alder-Voss' }),
  ])
    await expect(refused).rejects.toMatchObject({ code: 'conflict' });
  await library.people('people.removeAlias', { id: alder, name: 'Inês Alder-Voss' });
  expect((await library.people('people.describe', { id: alder })).aliases).toEqual([]);
});

it('tells the codes on somebody’s words, and who speaks with and beside them', async () => {
  const { library, article, alder } = await withWarden();
  const code = await library.marked.codes['codes.create'](
    { name: 'closure', parent: null, definition: '' },
    library.marked.call,
  );
  await library.marked.mark(article, 'quay is shut', { codes: [code.id] });
  await library.marked.mark(article, 'Read the notice.', { codes: [code.id] });
  expect(await library.people('people.surroundings', { id: alder })).toMatchObject({
    codes: [{ name: 'closure', statements: 1 }],
    together: [{ name: 'Tomas Reyl', count: 1 }],
    alongside: [
      { name: 'Harbour Trust', count: 1 },
      { name: 'Tomas Reyl', count: 1 },
    ],
  });
});

it('goes with the last of its words when the bin is emptied, unless a person noted something', async () => {
  const { library, alder } = await withWarden();
  await library.people('people.addAlias', { id: alder, name: 'I. Alder' });
  const reyl = await library.idOf('Tomas Reyl');
  await library.people('people.update', { id: reyl, notes: 'Ring him again.' });
  const { rows } = await library.marked.statements['statements.list']({ offset: 0, limit: 10 }, library.marked.call);
  for (const { id } of rows) await library.marked.statements['statements.bin']({ id }, library.marked.call);
  await library.marked.pool.write('bin.empty', 'Verbatim test');
  expect(await library.list()).toMatchObject([{ name: 'Tomas Reyl', statements: 0 }]);
  expect(await library.list('alder')).toEqual([]);
  // Nobody has the name any more.
  expect(await library.people('people.addAlias', { id: reyl, name: 'I. Alder' })).toMatchObject({
    aliases: [{ name: 'I. Alder' }],
  });
});

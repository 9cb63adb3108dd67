import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LibraryRecord, Selection } from '../../../main/contract/index.ts';
import { PackageDraft } from '../../support/package-draft.ts';
import { SpokenLibrary } from '../../support/spoken-library.ts';
import { openWithReaders, packagesFolder, restoreInto, runExport } from '../export/handed-over.ts';

/** Two articles; in the second somebody speaks under a name that was merged into another’s. */
async function withNotes() {
  const library = new SpokenLibrary(await openWithReaders());
  const quay = await library.article('Quay closes', '2023-03-01', [
    { words: 'The quay is shut.', by: [{ name: 'Jane Kast', role: 'warden', organization: 'Harbour Trust' }] },
  ]);
  const cup = await library.article('Cup final', '2024-05-02', [
    { words: 'We rowed well.', by: [{ name: 'J. Kast' }] },
    { words: 'So did we.', by: [{ name: 'Otto Reyl' }] },
  ]);
  const jane = await library.idOf('Jane Kast');
  await library.people('people.merge', { from: await library.idOf('J. Kast'), into: jane });
  await library.people('people.update', { id: jane, notes: 'Ring before noon.', kind: 'person' });
  await library.people('people.keepRole', {
    id: jane,
    role: 'pilot',
    organization: null,
    since: '2001',
    until: null,
    article: cup.article,
  });
  return { library, jane, quay, cup };
}

function libraryRecord(folder: string): LibraryRecord {
  return JSON.parse(readFileSync(join(folder, 'data', 'library.json'), 'utf8')) as LibraryRecord;
}

it('brings other names, kind, notes and roles home into an empty library, and once more changes nothing', async () => {
  const { library, jane } = await withNotes();
  const to = join(packagesFolder(), 'package');
  await runExport(library.marked, { format: 'bagit', to });
  const other = new SpokenLibrary(await openWithReaders());
  await restoreInto(other.marked, to);
  const before = await library.people('people.describe', { id: jane });
  const after = await other.people('people.describe', { id: jane });
  expect(after).toEqual({ ...before, aliases: [{ name: 'J. Kast', notes: '', merged: null }] });
  expect(await other.wordsOf(jane)).toHaveLength(2);
  await restoreInto(other.marked, to);
  expect(await other.people('people.describe', { id: jane })).toEqual(after);
  // What is suggested under the other name later is hers here too.
  await other.article('Regatta', '2024-08-01', [{ words: 'Again next year.', by: [{ name: 'J. Kast' }] }]);
  expect(await other.wordsOf(jane)).toHaveLength(3);
});

it('of chosen articles takes nothing along that is about others, and without notes nothing that a person wrote', async () => {
  const { library, jane, quay } = await withNotes();
  const selection: Selection = { of: 'articles', articles: [quay.article] };
  const plain = join(packagesFolder(), 'plain');
  await runExport(library.marked, { format: 'bagit', selection, notes: false, to: plain });
  expect(libraryRecord(plain).speakers).toEqual([{ id: jane, name: 'Jane Kast', kind: 'person' }]);
  const noted = join(packagesFolder(), 'noted');
  await runExport(library.marked, { format: 'bagit', selection, to: noted });
  expect(libraryRecord(noted).speakers).toMatchObject([
    // The article that says so isn’t in the package.
    { name: 'Jane Kast', aliases: ['J. Kast'], notes: 'Ring before noon.', roles: [{ role: 'pilot', article: null }] },
  ]);
  const whole = join(packagesFolder(), 'whole');
  await runExport(library.marked, { format: 'bagit', notes: false, to: whole });
  expect(libraryRecord(whole).speakers.find(({ id }) => id === jane)).toEqual({
    id: jane,
    name: 'Jane Kast',
    kind: 'person',
    aliases: ['J. Kast'],
  });
});

it('takes no name, note or kind from anybody here, and reads a package that tells nothing of people', async () => {
  const { library, jane } = await withNotes();
  const to = join(packagesFolder(), 'package');
  await runExport(library.marked, { format: 'bagit', to });
  const draft = PackageDraft.read(to);
  const record = draft.json('library.json');
  draft.setJson('library.json', {
    ...record,
    speakers: record.speakers.map((speaker: { name: string }) =>
      speaker.name === 'Otto Reyl' ? { ...speaker, aliases: ['Ada Voss', 'Jane Kast'], notes: 'A claim.' } : speaker,
    ),
  });
  const forged = join(packagesFolder(), 'forged');
  await draft.write(forged);

  const other = new SpokenLibrary(await openWithReaders());
  await other.article('Here already', '2024-01-01', [
    { words: 'I live here.', by: [{ name: 'Ada Voss' }] },
    { words: 'So do I.', by: [{ name: 'Jane Kast' }] },
  ]);
  const own = await other.idOf('Jane Kast');
  await other.people('people.update', { id: own, notes: 'My own note.' });
  await restoreInto(other.marked, forged);
  expect(await other.people('people.describe', { id: own })).toMatchObject({
    notes: 'My own note.',
    aliases: [{ name: 'J. Kast' }],
    statements: 3,
  });
  expect(await other.people('people.describe', { id: await other.idOf('Ada Voss') })).toMatchObject({ statements: 1 });
  expect(await other.people('people.describe', { id: await other.idOf('Otto Reyl') })).toMatchObject({ aliases: [] });

  draft.setJson('library.json', {
    ...record,
    speakers: record.speakers.map(({ id, name }: { id: string; name: string }) => ({ id, name })),
  });
  const older = new SpokenLibrary(await openWithReaders());
  const bare = join(packagesFolder(), 'bare');
  await draft.write(bare);
  const lines = await restoreInto(older.marked, bare);
  expect(lines.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
  expect(await older.people('people.describe', { id: jane })).toMatchObject({ aliases: [], notes: '', kind: 'person' });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { EventRecord, type ExportFormat, exportFormats, type Selection } from '../../../main/contract/index.ts';
import { openPackage } from '../../../main/core/export/open-package.ts';
import { readWhole } from '../../../main/formats/shared/package/package.ts';
import { makeLibrary } from '../../support/library.ts';
import { type Private, type PrivateLibrary, privateLibrary, words } from './private-library.ts';

/** When a private thing goes along with one article: always, only with the notes, or never. */
type Along = 'always' | 'with notes' | 'never';

/** For a bag of one article. */
const inBag: Record<Private, Along> = {
  libraryName: 'never',
  note: 'with notes',
  noteAlone: 'with notes',
  binnedNote: 'never',
  usedCode: 'always',
  usedDefinition: 'with notes',
  parentCode: 'always',
  unusedCode: 'never',
  unusedDefinition: 'never',
  formerCodeName: 'never',
  collection: 'never',
  collectionBelow: 'never',
  collectionAbove: 'never',
  otherCollection: 'never',
  savedSearch: 'never',
  savedQuery: 'never',
  exportedQuery: 'never',
  speaker: 'always',
  rejectedSpeaker: 'never',
  formerSpeaker: 'never',
  otherSpeaker: 'never',
  otherOrganization: 'never',
  otherTitle: 'never',
  otherWords: 'never',
  otherFile: 'never',
  binnedTitle: 'never',
  binnedFile: 'never',
  chosenFolder: 'never',
  chosenFile: 'always',
  containerFolder: 'never',
  awaitedTitle: 'never',
  awaitedNote: 'never',
  awaitedTag: 'never',
  awaitedFile: 'never',
  setting: 'never',
  watchedFolder: 'never',
  tableName: 'never',
  backup: 'never',
  unknownKind: 'never',
  unknownDetail: 'never',
  otherOriginal: 'never',
  machineFolder: 'never',
};

/** What differs from a bag in the other formats. */
const inFormat: Record<ExportFormat, Partial<Record<Private, Along>>> = {
  bagit: {},
  'bagit-zip': {},
  markdown: { usedDefinition: 'never', chosenFile: 'never' },
  csv: { usedDefinition: 'never', chosenFile: 'never' },
  'json-lines': { usedDefinition: 'never', chosenFile: 'never' },
  annotations: { usedDefinition: 'never', chosenFile: 'never' },
  // Of codes those on statements go along, and one is on the statement.
  tei: { usedDefinition: 'never', chosenFile: 'never', note: 'never', noteAlone: 'never' },
  dna: { usedDefinition: 'never', chosenFile: 'never', note: 'never', noteAlone: 'never' },
};

/** What differs when the collection is chosen that the article stands in. */
const withCollection: Partial<Record<Private, Along>> = {
  collection: 'always',
  collectionBelow: 'always',
  savedSearch: 'with notes',
  savedQuery: 'with notes',
};

describe('what leaves a library', { timeout: 180_000 }, () => {
  it('with one article holds nothing private that the article does not need, in any byte of any format', async () => {
    const made = await privateLibrary();
    const selection: Selection = { of: 'articles', articles: [made.article] };
    for (const format of exportFormats)
      for (const notes of [true, false])
        expect(await metIn(made, { format, selection, notes }), `${format}, notes ${notes}`).toEqual(
          expected({ ...inBag, ...inFormat[format] }, notes),
        );
  });

  it('with a collection is that collection and those below it; with a search its words go as notes do', async () => {
    const made = await privateLibrary();
    for (const notes of [true, false]) {
      const collection: Selection = { of: 'collection', collection: made.collection };
      expect(await metIn(made, { format: 'bagit', selection: collection, notes }), `notes ${notes}`).toEqual(
        expected({ ...inBag, ...withCollection }, notes),
      );
      const search: Selection = { of: 'search', query: `ferry -${words.otherWords}` };
      expect(await metIn(made, { format: 'bagit', selection: search, notes }), `notes ${notes}`).toEqual(
        expected({ ...inBag, otherWords: 'with notes' }, notes),
      );
    }
  });

  it('with everything and without notes is no note, no definition, no word of a search, nothing of the bin, no path', async () => {
    const made = await privateLibrary();
    const selection: Selection = { of: 'everything' };
    const met = await metIn(made, { format: 'bagit', selection, notes: false });
    const stays: readonly Private[] = [
      'note',
      'noteAlone',
      'binnedNote',
      'usedDefinition',
      'unusedDefinition',
      'savedSearch',
      'savedQuery',
      'binnedTitle',
      'binnedFile',
      'awaitedNote',
      'setting',
      'watchedFolder',
      'unknownKind',
      'machineFolder',
    ];
    expect(met.filter((word) => stays.includes(word))).toEqual([]);
    const log = await logOf(made, { selection, notes: false });
    expect(log.filter(({ detail }) => detail.includes(words.exportedQuery))).toEqual([]);
    expect(log.filter(({ kind }) => kind === 'export').map(({ detail }) => detail)).toContainEqual(
      expect.stringMatching(/^csv: 2 articles, \d statements, 2 annotations; every word checked; validated\.$/),
    );
  });

  it('says in the log of one article what was done to it, with its hashes and without its file’s name', async () => {
    const made = await privateLibrary();
    const log = await logOf(made, { selection: { of: 'articles', articles: [made.article] }, notes: true });
    expect(
      log.map(({ kind, detail }) => `${kind}: ${detail.replace(/[0-9a-f]{64}/g, '#').replace(/html\/\d+/, 'html/#')}`),
    ).toEqual([
      'capture: Taken from the original #, by html/#; text #.',
      'code: Made.',
      'code: Made.',
      'code: Renamed.',
      'annotation: Made.',
      'annotation: Made.',
      'statement: Made.',
      'statement: Changed.',
      'bin: What this line says stays in the library it comes from.',
      'revision: What this line says stays in the library it comes from.',
    ]);
  });
});

async function logOf(
  { library }: PrivateLibrary,
  chosen: { readonly selection: Selection; readonly notes: boolean },
): Promise<readonly EventRecord[]> {
  const path = join(library.folder, 'for-its-log');
  await library.run('export.run', { ...chosen, format: 'bagit', target: library.core.grants.issue(path, 'write') });
  const lines = readFileSync(join(path, 'data/events.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => parse(EventRecord, JSON.parse(line)));
}

/**
 * What goes along of each table with one article. A table that isn't here fails the test: whoever adds
 * one decides (decision 0150) and gives its private things a word in private-library.ts.
 */
const tables = {
  'of the article': [
    'articles',
    'captures',
    'originals',
    'revisions',
    'revision_contents',
    'revision_images',
    'archives',
  ],
  'of its marks': [
    'annotations',
    'annotation_codes',
    'annotation_placements',
    'codes',
    'joint_speakers',
    'organizations',
    'speaker_roles',
    'speakers',
    'statements',
    'statement_placements',
  ],
  'lines about it': ['events'],
  'of the chosen collection': ['collections', 'collection_articles'],
  'with everything only': ['awaited_files', 'awaited_marks', 'awaited_pages', 'awaited_tags'],
  never: [
    'applied_migrations',
    'article_pairs',
    'column_mappings',
    'dismissed_pairs',
    'import_lines',
    'import_progress',
    'imports',
    'people_told_apart',
    'search_index',
    'settings',
    'shingle_index',
    'speaker_changes',
    'speaker_moves',
    'statement_index',
    'text_sketches',
    'verbatim_checks',
    'watched_files',
    'watched_folders',
  ],
};

it('every table of a library is decided about', async () => {
  const library = await makeLibrary();
  const db = new Database(join(library.path, 'library.sqlite'), { readonly: true });
  const names = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  db.close();
  expect(names.toSorted()).toEqual(Object.values(tables).flat().toSorted());
});

function expected(along: Record<Private, Along>, notes: boolean): Private[] {
  return (Object.keys(words) as Private[]).filter(
    (word) => along[word] === 'always' || (along[word] === 'with notes' && notes),
  );
}

let count = 0;

/** Exports and answers which private words stand in any byte of it: names, contents, unpacked contents. */
async function metIn(
  made: PrivateLibrary,
  chosen: { readonly format: ExportFormat; readonly selection: Selection; readonly notes: boolean },
): Promise<Private[]> {
  const { library } = made;
  count += 1;
  const path = join(library.folder, `package-${count}${chosen.format === 'bagit-zip' ? '.zip' : ''}`);
  await library.run('export.run', { ...chosen, target: library.core.grants.issue(path, 'write') });
  const haystack = await everyByte(path, chosen.format);
  return (Object.keys(words) as Private[]).filter((word) =>
    haystack.toLowerCase().includes(made.words[word].toLowerCase()),
  );
}

async function everyByte(path: string, format: ExportFormat): Promise<string> {
  if (format === 'annotations') return decoded(readFileSync(path));
  const parts: string[] = [];
  if (format === 'bagit-zip') parts.push(decoded(readFileSync(path)));
  else parts.push(...readdirSync(path, { recursive: true, encoding: 'utf8' }));
  const source = await openPackage(path);
  try {
    for (const file of source.files) parts.push(file.path, decoded(await readWhole(source, file.path, 1e8)));
  } finally {
    await source.close();
  }
  return parts.join('\n');
}

/** As UTF-8, as it is, and with what is written by percent signs. */
function decoded(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  return `${text}\n${text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))}`;
}

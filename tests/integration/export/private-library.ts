import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ArticleId, CollectionId } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { zipOf } from '../../support/zip-folder.ts';

/**
 * Everything private that a library can hold beside one article, each with a word of its own that
 * stands nowhere else. A new kind of private thing gets a word here, and `formats` must say of it
 * where it may be met.
 */
export const words = {
  libraryName: 'quarrybook',
  note: 'gullwhisper',
  noteAlone: 'fernmutter',
  binnedNote: 'mossregret',
  usedCode: 'tidalcode',
  usedDefinition: 'saltmeaning',
  parentCode: 'umbrellacode',
  unusedCode: 'idlecode',
  unusedDefinition: 'idlemeaning',
  formerCodeName: 'oldlabel',
  collection: 'drawerstanding',
  collectionBelow: 'drawerwithin',
  collectionAbove: 'drawerabove',
  otherCollection: 'drawerelsewhere',
  savedSearch: 'searchdrawer',
  savedQuery: 'pelicanquery',
  exportedQuery: 'dredging',
  speaker: 'Vauclair',
  rejectedSpeaker: 'Ostrander',
  formerSpeaker: 'Pemberton',
  otherSpeaker: 'Halvorsen',
  otherOrganization: 'Brinewatch',
  otherTitle: 'Lobsterprice',
  otherWords: 'crustacean',
  otherFile: 'hushfile',
  binnedTitle: 'Kelpfarm',
  binnedFile: 'kelppage',
  chosenFolder: 'annasfolder',
  chosenFile: 'ferrypage',
  containerFolder: 'lockedroom',
  awaitedTitle: 'Whelkstory',
  awaitedNote: 'whelknote',
  awaitedTag: 'whelktag',
  awaitedFile: 'whelklist',
  setting: 'settingsecret',
  watchedFolder: 'spyfolder',
  tableName: 'ledgertable',
  backup: 'backupname',
  unknownKind: 'futurething',
  unknownDetail: 'ancientdetail',
  otherOriginal: '',
  machineFolder: '',
} satisfies Record<string, string>;

export type Private = keyof typeof words;

export interface PrivateLibrary {
  readonly library: TestLibrary;
  readonly article: ArticleId;
  readonly collection: CollectionId;
  readonly words: Readonly<Record<Private, string>>;
}

const long =
  'The ferry to Marrow Bay will leave an hour later from Monday on, the county office said in a notice to all who use it.';

/** A real library with all of that around the article “Ferry leaves later”. */
export async function privateLibrary(): Promise<PrivateLibrary> {
  const library = await makeLibrary(words.libraryName);
  const chosen = page({
    title: 'Ferry leaves later',
    url: 'https://courier.example/ferry',
    body: [long, 'The ferry must run, and it will run. Nobody objected to it, and everybody went home. It rained.'],
  });
  const archive = library.file(
    `${words.chosenFolder}/saves.zip`,
    zipOf({ [`${words.containerFolder}/${words.chosenFile}.html`]: chosen }),
  );
  const otherPage = page({
    title: words.otherTitle,
    url: 'https://courier.example/other',
    body: [`${long} The ${words.otherWords} did not object to dredging.`, 'It goes on, and on, and nobody knows why.'],
  });
  const other = library.file(`${words.chosenFolder}/${words.otherFile}.html`, otherPage);
  const thrown = library.file(
    `${words.binnedFile}.html`,
    page({ title: words.binnedTitle, url: 'https://courier.example/thrown', body: [long, `${long} Twice.`] }),
  );
  await library.take(archive);
  await library.take(other, thrown);
  const awaited = library.file(
    `${words.awaitedFile}.json`,
    JSON.stringify([
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: 'https://elsewhere.example/1',
        type: 'Annotation',
        body: [
          { type: 'TextualBody', value: words.awaitedNote, purpose: 'commenting' },
          { type: 'TextualBody', value: words.awaitedTag, purpose: 'tagging' },
        ],
        target: {
          source: `https://courier.example/${words.awaitedTitle}`,
          selector: { type: 'TextQuoteSelector', exact: 'some words of it' },
        },
      },
    ]),
  );
  await library.take(awaited);

  const idOf = async (title: string): Promise<ArticleId> => {
    const { rows } = await library.call('search.run', { query: '' });
    const found = rows.find((row) => row.article.title === title);
    if (found === undefined) throw new Error(`${title} was not taken in`);
    return found.article.id;
  };
  const article = await idOf('Ferry leaves later');
  const otherArticle = await idOf(words.otherTitle);
  await mark(library, article);
  await speak(library, article, otherArticle);
  await library.call('articles.bin', { articles: [await idOf(words.binnedTitle)] });
  const collection = await gather(library, article, otherArticle);
  await leaveTraces(library, article, otherArticle);
  return {
    library,
    article,
    collection,
    words: {
      ...words,
      otherOriginal: createHash('sha256').update(otherPage).digest('hex'),
      machineFolder: basename(library.folder),
    },
  };
}

/** Where words stand in the current revision of an article. */
async function spanOf(library: TestLibrary, article: ArticleId, quote: string) {
  const { revision } = await library.call('articles.read', { article });
  const start = revision.text.indexOf(quote);
  if (start === -1) throw new Error(`it does not say “${quote}”`);
  return { article, revision: revision.id, start, end: start + quote.length };
}

async function mark(library: TestLibrary, article: ArticleId): Promise<void> {
  const parent = await library.call('codes.create', { name: words.parentCode, parent: null });
  const used = await library.call('codes.create', {
    name: words.formerCodeName,
    parent: parent.id,
    definition: words.usedDefinition,
  });
  await library.call('codes.update', { id: used.id, name: words.usedCode });
  await library.call('codes.create', { name: words.unusedCode, parent: null, definition: words.unusedDefinition });
  const plain = { color: null, note: '', codes: [] };
  await library.call('annotations.create', {
    ...(await spanOf(library, article, 'The ferry must run')),
    color: 'amber',
    note: words.note,
    codes: [used.id],
  });
  await library.call('annotations.create', {
    ...(await spanOf(library, article, 'Nobody objected')),
    ...plain,
    note: words.noteAlone,
  });
  const thrown = await library.call('annotations.create', {
    ...(await spanOf(library, article, 'It rained')),
    ...plain,
    color: 'green',
    note: words.binnedNote,
  });
  await library.call('annotations.bin', { id: thrown.id });
}

async function speak(library: TestLibrary, article: ArticleId, other: ArticleId): Promise<void> {
  const by = (name: string, organization: string | null = null) => ({ name, role: null, organization });
  const said = { kind: 'direct', said: null } as const;
  const statement = await library.call('statements.create', {
    ...(await spanOf(library, article, 'The ferry must run, and it will run.')),
    ...said,
    speakers: [by(words.formerSpeaker)],
  });
  await library.call('statements.update', { id: statement.id, speakers: [by(words.speaker)] });
  const rejected = await library.call('statements.create', {
    ...(await spanOf(library, article, 'Nobody objected to it')),
    ...said,
    speakers: [by(words.rejectedSpeaker)],
  });
  await library.call('statements.update', { id: rejected.id, state: 'rejected' });
  await library.call('statements.create', {
    ...(await spanOf(library, other, 'nobody knows why')),
    ...said,
    speakers: [by(words.otherSpeaker, words.otherOrganization)],
  });
}

async function gather(library: TestLibrary, article: ArticleId, other: ArticleId): Promise<CollectionId> {
  const make = (name: string, parent: CollectionId | null, query: string | null = null) =>
    library.call('collections.create', { name, parent, query });
  const above = await make(words.collectionAbove, null);
  const holding = await make(words.collection, above.id);
  const below = await make(words.collectionBelow, holding.id);
  const elsewhere = await make(words.otherCollection, null);
  await make(words.savedSearch, holding.id, words.savedQuery);
  await library.call('collections.add', { id: holding.id, articles: [article] });
  await library.call('collections.add', { id: below.id, articles: [article] });
  await library.call('collections.add', { id: elsewhere.id, articles: [article, other] });
  return holding.id;
}

/** Settings, an export of a search, and lines of the log as this program and older ones write them. */
async function leaveTraces(library: TestLibrary, article: ArticleId, other: ArticleId): Promise<void> {
  const { pool } = library.core.context();
  await pool.write('settings.set', 'test.private', words.setting);
  const target = library.core.grants.issue(join(library.folder, 'before'), 'write');
  await library.run('export.run', {
    format: 'csv',
    selection: { of: 'search', query: `${words.exportedQuery} OR ferry` },
    target,
  });
  const line = (kind: string, subject: string | null, detail: string) =>
    pool.write('events.record', { kind: kind as never, agent: 'Verbatim 0.1', subject, outcome: 'success', detail });
  await line('watch', null, `/home/${words.watchedFolder} could not be watched further: EACCES`);
  await line('columns', `table ${words.tableName}`, 'Renamed.');
  await line('backup', null, `${words.backup}.sqlite`);
  await line(
    'duplicate',
    `article ${article}`,
    `“Ferry” and “${words.otherTitle}” (article ${other}) are not the same.`,
  );
  await line('address', `article ${article}`, `“Ferry” and “${words.otherTitle}” (article ${other}) have one address.`);
  await line('unheard-of', `article ${article}`, words.unknownKind);
  await line('bin', `article ${article}`, words.unknownDetail);
  await line('revision', `article ${article}`, `Revision 9 of ${words.unknownDetail}.`);
}

import { expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import { placeMarks } from '../../../main/core/annotations/place-marks.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';

const words = 'We will keep every ferry running this winter, and we owe the people of this town an answer.';
const alder = { name: 'Ines Alder', role: 'warden', organization: null };
const reyl = { name: 'Tomas Reyl', role: 'mayor', organization: null };

function saidBy(speaker: typeof alder, passage: string) {
  return (text: string): NewSuggestion[] => {
    const start = text.indexOf(passage);
    return [
      {
        spans: [{ start, end: start + passage.length }],
        kind: 'direct',
        speakers: [speaker],
        described: null,
        said: null,
        confidence: 0.9,
        cue: null,
      },
    ];
  };
}

async function withStories() {
  const library = await openMarkedLibrary();
  const story = (
    name: string,
    published: string | undefined,
    passage: string,
    suggestions: (text: string) => NewSuggestion[] = () => [],
  ) =>
    library.take({
      title: name,
      url: `https://${name}.example/ferries`,
      publication: name,
      ...(published === undefined ? {} : { published }),
      paragraphs: ['The board met on Monday.', `“${passage}” somebody said.`],
      suggestions,
    });
  const own = await story('courier', '2024-11-14', words, saidBy(alder, words));
  const cut = 'We will keep every ferry running this winter';
  const altered = words.replace('winter', 'summer');
  await story('undated', undefined, words);
  await story('herald', '2024-11-16', cut, saidBy(alder, cut));
  await story('tribune', '2024-11-12', altered, saidBy(reyl, altered));
  await story('other', '2024-11-13', 'The ferries of this town will not run in winter, and nobody has an answer.');
  const { rows } = await library.statements['statements.list'](
    { article: own.article, offset: 0, limit: 9 },
    library.call,
  );
  const [statement] = rows;
  if (statement === undefined) throw new Error('no statement');
  return { library, own, statement };
}

it('finds a statement’s words in other articles, oldest first, with what differs and whose they are there', async () => {
  const { library, statement } = await withStories();
  const { found, more, tooShort, revisions } = await library.statements['statements.elsewhere'](
    { id: statement.id },
    library.call,
  );
  expect(found.map(({ title, kind, attributed }) => [title, kind, attributed.to])).toEqual([
    ['tribune', 'altered', 'other'],
    ['herald', 'cut', 'same'],
    ['undated', 'whole', 'nobody'],
  ]);
  expect(found[0]).toMatchObject({ published: { value: '2024-11-12' }, attributed: { speakers: [reyl] } });
  expect(found[0]?.added.map(({ start, end }) => found[0]?.text.slice(start, end))).toEqual(['summer']);
  expect({ more, tooShort, revisions }).toEqual({ more: false, tooShort: false, revisions: [] });
});

it('passes over articles in the bin, and finds them when they come back', async () => {
  const { library, statement } = await withStories();
  const elsewhere = async () =>
    (await library.statements['statements.elsewhere']({ id: statement.id }, library.call)).found;
  const herald = (await elsewhere()).find(({ title }) => title === 'herald');
  if (herald === undefined) throw new Error('not found');
  await library.pool.write('articles.setBinned', [herald.article], '2024-12-01T00:00:00.000Z', 'Verbatim test');
  expect((await elsewhere()).map(({ title }) => title)).toEqual(['tribune', 'undated']);
});

it('lists the revisions of its own article in which its words are others', async () => {
  const { library, own, statement } = await withStories();
  await library.statements['statements.update']({ id: statement.id, state: 'confirmed' }, library.call);
  const softer = words.replace('we owe', 'we promise');
  const next = await library.take({
    title: 'courier',
    url: 'https://courier.example/ferries',
    publication: 'courier',
    paragraphs: ['The board met on Monday.', `“${softer}” somebody said.`],
  });
  await placeMarks(library.context, { article: own.article, fromRevision: own.revision, toRevision: next.revision });
  const { revisions, words: now } = await library.statements['statements.elsewhere'](
    { id: statement.id },
    library.call,
  );
  expect(now).toBe(softer);
  expect(revisions).toHaveLength(1);
  expect(revisions[0]).toMatchObject({ number: 1, placement: 'exact', words: { kind: 'altered', text: words } });
});

it('says that too few words tell nobody', async () => {
  const { library, own } = await withStories();
  const start = own.text.indexOf('this winter');
  const { id } = await library.statements['statements.create'](
    {
      article: own.article,
      revision: own.revision,
      start,
      end: start + 'this winter'.length,
      kind: 'direct',
      speakers: [],
      said: null,
    },
    library.call,
  );
  expect(await library.statements['statements.elsewhere']({ id }, library.call)).toMatchObject({
    found: [],
    tooShort: true,
  });
});

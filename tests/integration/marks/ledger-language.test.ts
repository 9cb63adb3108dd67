import { beforeEach, expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import type { ArticleId, CheckedInput, OrganizationId, SpeakerId, StatementId } from '../../../main/contract/index.ts';
import { type MarkedLibrary, openMarkedLibrary } from '../../support/marked-library.ts';

const said = [
  ['Harbour', 'The quay will close in winter', 'Ines Alder', 'harbour chief', 'Harbour Board', '2024-11-13'],
  ['Bridge', 'The bridge was never safe', 'Tomas Reyl', 'engineer', 'Reyl and Sons', '2024-12-02'],
  ['School', 'The winter was long for the school', 'Lena Park', 'head teacher', null, null],
] as const;

let library: MarkedLibrary;
let taken: { article: ArticleId; text: string }[];

beforeEach(async () => {
  library = await openMarkedLibrary();
  taken = [];
  for (const [title, words, name, role, organization, day] of said) {
    const suggestions = (text: string): NewSuggestion[] => [
      {
        spans: [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }],
        kind: title === 'Bridge' ? 'block' : 'direct',
        speakers: [{ name, role, organization }],
        described: null,
        said: day === null ? null : { value: day, precision: 'day' },
        confidence: 0.9,
        cue: null,
      },
    ];
    const story = await library.take({
      title,
      url: `https://paper.example/${title}`,
      publication: title === 'Bridge' ? 'Marrow Herald' : 'Ellery Courier',
      published: `2024-12-0${3 + taken.length}`,
      paragraphs: ['The winter is coming, people say.', `“${words},” was said.`],
      suggestions,
    });
    taken.push({ article: story.article, text: story.text });
  }
});

async function list(filter: Omit<CheckedInput<'statements.list'>, 'offset' | 'limit'>) {
  return library.statements['statements.list']({ offset: 0, limit: 20, ...filter }, library.call);
}
const titles = async (query: string) => (await list({ query })).rows.map(({ articleTitle }) => articleTitle).sort();

it.each([
  ['words of the statement, not of the article', 'winter', ['Harbour', 'School']],
  ['a speaker', 'speaker:alder', ['Harbour']],
  ['a role', 'role:chief', ['Harbour']],
  ['an organisation', 'org:"reyl and sons"', ['Bridge']],
  ['a kind', 'kind:block', ['Bridge']],
  ['a month', 'said:2024-11', ['Harbour']],
  ['a publication', 'publication:courier', ['Harbour', 'School']],
  ['an article’s title', 'title:bridge', ['Bridge']],
  ['the published day', 'after:2024-12-04', ['Bridge', 'School']],
  ['a language', 'language:en -speaker:park', ['Bridge', 'Harbour']],
  ['alternatives of different fields', 'speaker:alder OR kind:block', ['Bridge', 'Harbour']],
  ['words with a field beside them', 'winter -role:teacher', ['Harbour']],
  ['what is in statements anyway', 'winter in:statement', ['Harbour', 'School']],
  ['nobody of that name', 'speaker:nobody', []],
  ['a word that goes on', 'wint', ['Harbour', 'School']],
])('%s: %s', async (_, query, expected) => {
  expect(await titles(query)).toEqual([...expected].sort());
});

it('says how it was read and which words are to be marked', async () => {
  const { understood, terms } = await list({ query: 'speaker:alder quay ' });
  expect(understood).toEqual(['spoken by Ines Alder', 'the word “quay”']);
  expect(terms).toEqual(['quay']);
});

it('a state that is asked for takes the place of those that are listed unasked', async () => {
  const { rows } = await list({ query: 'speaker:alder' });
  const [first] = rows;
  if (first === undefined) throw new Error('one is hers');
  await library.statements['statements.update']({ id: first.id, state: 'rejected' }, library.call);
  expect(await titles('speaker:alder')).toEqual([]);
  expect(await titles('speaker:alder state:rejected')).toEqual(['Harbour']);
});

it('a code is on a statement where an annotation with it shares words with it, not where it stands beside', async () => {
  const parent = await library.codes['codes.create'](
    { name: 'season', parent: null, definition: '', color: 1 },
    library.call,
  );
  const code = await library.codes['codes.create'](
    { name: 'cold', parent: parent.id, definition: '', color: 2 },
    library.call,
  );
  for (const [{ article, text } = { article: '' as ArticleId, text: '' }, words] of [
    [taken[0], 'winter is coming'],
    [taken[2], 'long for the'],
  ] as const) {
    const { revision } = (await list({ article })).rows[0] ?? {};
    if (revision === undefined) throw new Error('each has a statement');
    const start = text.indexOf(words);
    await library.annotations['annotations.create'](
      { article, revision, start, end: start + words.length, color: 'amber', note: '', codes: [code.id] },
      library.call,
    );
  }
  expect(await titles('code:cold')).toEqual(['School']);
  // A code stands for those below it.
  expect((await list({ code: parent.id })).rows.map(({ articleTitle }) => articleTitle)).toEqual(['School']);
  expect((await list({ code: code.id, kind: 'block' })).total).toBe(0);
});

it('is narrowed to a collection made by hand, and to what a saved search finds', async () => {
  const make = (name: string, query: string | null) =>
    library.collections['collections.create']({ name, parent: null, query }, library.call);
  const shelf = await make('Winter shelf', null);
  const saved = await make('Of bridges', 'title:bridge');
  const [first] = taken;
  if (first === undefined) throw new Error('three were taken');
  await library.collections['collections.add']({ id: shelf.id, articles: [first.article] }, library.call);
  expect(await titles('collection:"winter shelf"')).toEqual(['Harbour']);
  expect(await titles('collection:bridges')).toEqual(['Bridge']);
  expect((await list({ collection: shelf.id })).rows.map(({ articleTitle }) => articleTitle)).toEqual(['Harbour']);
  expect((await list({ collection: saved.id })).rows.map(({ articleTitle }) => articleTitle)).toEqual(['Bridge']);
  expect((await list({ collection: saved.id, speaker: 'alder' })).total).toBe(0);
});

it('counts which values the listed statements have, most first, under the same filter', async () => {
  const facets = (filter: CheckedInput<'statements.facets'>) =>
    library.statements['statements.facets'](filter, library.call);
  const { counted, total, values } = await facets({});
  expect({ counted, total }).toEqual({ counted: 3, total: 3 });
  const told = (facet: keyof typeof values) => values[facet].map(({ name, count }) => `${name} ${count}`);
  expect(told('speaker')).toHaveLength(3);
  expect(told('organization').sort()).toEqual(['Harbour Board 1', 'Reyl and Sons 1']);
  expect(told('publication')).toEqual(['Ellery Courier 2', 'Marrow Herald 1']);
  expect(told('kind')).toEqual(['direct 2', 'block 1']);
  expect(told('state')).toEqual(['suggested 3']);
  expect(told('language')).toEqual(['en 3']);
  expect(told('year')).toEqual(['2024 2']);
  // A value narrows to as many as it was told with.
  for (const { value, count } of values.speaker) expect((await list({ person: value as SpeakerId })).total).toBe(count);
  for (const { value, count } of values.organization)
    expect((await list({ organizationId: value as OrganizationId })).total).toBe(count);
  for (const { value, count } of values.publication) expect((await list({ publicationIs: value })).total).toBe(count);
  const narrowed = await facets({ query: 'kind:block' });
  expect(narrowed.values.publication).toEqual([{ value: 'Marrow Herald', name: 'Marrow Herald', count: 1 }]);
});

it('counts and finds what nobody is named as the speaker of', async () => {
  const facets = (filter: CheckedInput<'statements.facets'>) =>
    library.statements['statements.facets'](filter, library.call);
  expect((await facets({})).unnamed).toBe(0);
  const [{ id } = { id: '' as StatementId }] = (await list({ query: 'speaker:alder' })).rows;
  await library.statements['statements.update']({ id, speakers: [] }, library.call);
  expect((await facets({})).unnamed).toBe(1);
  for (const filter of [{ unnamed: true }, { query: 'speaker:?' }])
    expect((await list(filter)).rows.map((row) => row.id)).toEqual([id]);
  expect((await list({ query: '-speaker:?' })).total).toBe(2);
  expect((await list({ query: 'speaker:?' })).understood).toEqual(['spoken by somebody who is not named']);
  expect((await list({ unnamed: true, kind: 'mixed' })).total).toBe(0);
});

it('tells how many were said in each year, month and day, and of how many nobody knows', async () => {
  const periods = async (filter: CheckedInput<'statements.periods'>) =>
    library.statements['statements.periods'](filter, library.call);
  expect(await periods({})).toEqual({ periods: [{ period: '2024', count: 2 }], undated: 1 });
  const months = [
    { period: '2024-11', count: 1 },
    { period: '2024-12', count: 1 },
  ];
  expect((await periods({ within: '2024' })).periods).toEqual(months);
  const [{ id } = { id: '' as StatementId }] = (await list({ query: 'speaker:alder' })).rows;
  await library.statements['statements.update']({ id, said: '2024' }, library.call);
  // What is dated no more precisely stands under the year itself.
  expect((await periods({ within: '2024' })).periods).toEqual([{ period: '2024', count: 1 }, months[1]]);
  expect((await periods({ within: '2024-12' })).periods).toEqual([{ period: '2024-12-02', count: 1 }]);
  expect(await periods({ kind: 'block' })).toEqual({ periods: [{ period: '2024', count: 1 }], undated: 0 });
  expect((await list({ undated: 'only' })).rows.map(({ articleTitle }) => articleTitle)).toEqual(['School']);
});

import { parse } from 'valibot';
import { expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import { methods, type RevisionId } from '../../../main/contract/index.ts';
import { placeMarks } from '../../../main/core/annotations/place-marks.ts';
import { searchHandlers } from '../../../main/core/search/handlers.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';

const url = 'https://courier.example/quay';
const spoken =
  '“We will open the quay,” said the wardens Ines Calloway and Tomas Reyl together, “but not this winter.”';
const paragraphs = ['The quay was closed on Friday.', spoken, 'Boats have to leave the harbour before noon.'];
const calloway = { name: 'Ines Calloway', role: 'warden', organization: 'Harbour Trust' };
const reyl = { name: 'Tomas Reyl', role: 'warden', organization: null };

/** The statement of two people that its cue interrupts. */
function together(text: string): NewSuggestion[] {
  return [
    {
      spans: ['We will open the quay,', 'but not this winter.'].map((part) => ({
        start: text.indexOf(part),
        end: text.indexOf(part) + part.length,
      })),
      kind: 'direct',
      speakers: [calloway, reyl],
      described: null,
      said: null,
      confidence: 0.9,
      cue: 'said the wardens Ines Calloway and Tomas Reyl together',
    },
  ];
}

async function withStatement() {
  const library = await openMarkedLibrary();
  const article = await library.take({ url, paragraphs, suggestions: together });
  const list = async (filter: object = {}) =>
    (await library.statements['statements.list']({ offset: 0, limit: 50, ...filter }, library.call)).rows;
  return { library, article, list };
}

it('holds the words without those that interrupt them, in the ledger and in the search', async () => {
  const { library, article, list } = await withStatement();
  const [row] = await list();
  expect(row?.text).toBe('We will open the quay, […] but not this winter.');
  expect(row?.spans.map(({ start, end }) => article.text.slice(start, end))).toEqual([
    'We will open the quay,',
    'but not this winter.',
  ]);
  expect(await list({ query: 'winter' })).toHaveLength(1);
  // The reporter’s words are nobody’s statement.
  expect(await list({ query: 'wardens' })).toEqual([]);
  expect(await library.indexIsRight()).toBe(true);
});

it('belongs to everybody who speaks in it', async () => {
  const { library, list } = await withStatement();
  expect((await list())[0]?.speakers).toMatchObject([calloway, reyl]);
  for (const filter of [{ speaker: 'calloway' }, { speaker: 'reyl' }, { role: 'warden' }, { organization: 'trust' }])
    expect(await list(filter)).toHaveLength(1);
  for (const query of ['speaker:calloway', 'speaker:reyl', 'in:statement winter speaker:reyl']) {
    const found = await searchHandlers(library.context)['search.run'](
      parse(methods['search.run'].input, { query }),
      library.call,
    );
    expect(found.rows, query).toHaveLength(1);
  }
  const speakers = await library.statements['speakers.list']({}, library.call);
  expect(speakers.map(({ name, statements }) => [name, statements])).toEqual([
    ['Ines Calloway', 1],
    ['Tomas Reyl', 1],
  ]);
});

it('keeps the others when one is corrected away, and the bin leaves no name behind', async () => {
  const { library, list } = await withStatement();
  const [row] = await list();
  if (row === undefined) throw new Error('no statement');
  const update = library.statements['statements.update'];
  expect(await update({ id: row.id, speakers: [reyl, calloway] }, library.call)).toMatchObject({
    speakers: [reyl, calloway],
  });
  expect(await update({ id: row.id, speakers: [reyl] }, library.call)).toMatchObject({ speakers: [reyl] });
  await update({ id: row.id, speakers: [reyl, calloway] }, library.call);
  await library.statements['statements.bin']({ id: row.id }, library.call);
  await library.pool.write('bin.empty', 'Verbatim test');
  expect(await library.pool.read('speakers.list')).toEqual([]);
});

it('in a later revision holds the words around the cue, or none where nobody can say which they are', async () => {
  const { library, article, list } = await withStatement();
  const revise = async (words: string, from: RevisionId) => {
    const next = await library.take({ url, paragraphs: [paragraphs[0] ?? '', words, paragraphs[2] ?? ''] });
    await placeMarks(library.context, { article: next.article, fromRevision: from, toRevision: next.revision });
    return next.revision;
  };
  const second = await revise(spoken.replace('open the quay', 'open this quay'), article.revision);
  expect((await list())[0]).toMatchObject({
    placement: 'changed',
    text: 'We will open this quay, […] but not this winter.',
  });
  await revise(spoken.replace('We will open', 'We are to open').replace('said the wardens', 'said wardens'), second);
  expect((await list())[0]).toMatchObject({
    placement: 'lost',
    span: null,
    spans: [],
    text: 'We will open the quay, […] but not this winter.',
  });
  expect(await library.indexIsRight()).toBe(true);
});

it('of somebody whom the article only describes keeps the description when a name is given and taken back', async () => {
  const library = await openMarkedLibrary();
  await library.take({
    url,
    paragraphs,
    suggestions: (text) => together(text).map((one) => ({ ...one, speakers: [], described: 'the wardens' })),
  });
  const list = library.statements['statements.list'];
  const [row] = (await list({ offset: 0, limit: 1 }, library.call)).rows;
  if (row === undefined) throw new Error('no statement');
  expect(row).toMatchObject({ speakers: [], described: 'the wardens' });
  const update = library.statements['statements.update'];
  expect(await update({ id: row.id, speakers: [reyl] }, library.call)).toMatchObject({
    speakers: [reyl],
    described: null,
  });
  expect(await update({ id: row.id, speakers: [] }, library.call)).toMatchObject({
    speakers: [],
    described: 'the wardens',
  });
});

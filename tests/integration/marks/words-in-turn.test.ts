import { expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import type { RevisionId } from '../../../main/contract/index.ts';
import { placeMarks } from '../../../main/core/annotations/place-marks.ts';
import { type MarkedLibrary, openMarkedLibrary } from '../../support/marked-library.ts';

const url = 'https://courier.example/quay';
const words = 'We will not open the quay before the spring tides are over.';
const softer = words.replace('will not', 'may not');
const around = ['The quay was closed on Friday.', 'Boats have to leave the harbour before noon.'] as const;

function suggested(text: string): NewSuggestion[] {
  const start = text.indexOf(words);
  if (start < 0) return [];
  return [
    {
      spans: [{ start, end: start + words.length }],
      kind: 'direct',
      speakers: [{ name: 'Ines Calloway', role: null, organization: null }],
      described: null,
      said: null,
      confidence: 0.9,
      cue: null,
    },
  ];
}

/** Takes the same page in again, captured on a day of November, with other words in its middle. */
async function capture(library: MarkedLibrary, day: number, middle: string | null, from: RevisionId | null) {
  const taken = await library.take({
    url,
    captured: `2024-11-${day}T10:00:00.000Z`,
    paragraphs: [around[0], ...(middle === null ? [] : [`“${middle}” Calloway said.`]), around[1]],
    suggestions: suggested,
  });
  if (from !== null)
    await placeMarks(library.context, { article: taken.article, fromRevision: from, toRevision: taken.revision });
  return taken;
}

async function turnsOf(library: MarkedLibrary) {
  const { rows } = await library.statements['statements.list']({ offset: 0, limit: 5 }, library.call);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('no statement');
  return library.statements['statements.revisions']({ id }, library.call);
}

it('tells revision by revision whether the words are the same, changed, and with what, or gone', async () => {
  const library = await openMarkedLibrary();
  const first = await capture(library, 10, words, null);
  const { rows } = await library.statements['statements.list']({ offset: 0, limit: 5 }, library.call);
  for (const { id } of rows) await library.statements['statements.update']({ id, state: 'confirmed' }, library.call);
  const second = await capture(library, 11, `${words}`, null);
  expect(second.outcome).toBe('duplicate');
  const third = await capture(library, 12, softer, first.revision);
  await capture(library, 13, null, third.revision);
  const turns = await turnsOf(library);
  expect(turns.map(({ number, change }) => [number, change])).toEqual([
    [1, 'first'],
    [2, 'changed'],
    [3, 'lost'],
  ]);
  const changed = turns[1]?.changed;
  expect(changed?.before).toBe(words);
  expect(changed?.words.added.map(({ start, end }) => changed.words.text.slice(start, end))).toEqual(['may']);
  expect(changed?.words.gone.map(({ start, end }) => words.slice(start, end))).toEqual(['will']);
  expect(turns.map(({ captured }) => captured?.slice(8, 10))).toEqual(['10', '12', '13']);
});

it('sees that words which a later revision brought did not stand in those before, and goes by time', async () => {
  const library = await openMarkedLibrary();
  await capture(library, 20, null, null);
  const second = await capture(library, 21, words, null);
  // What settling a revision does with what is found in it.
  const { article, revision } = second;
  await library.pool.write('statements.insertSuggestions', { article, revision, suggestions: suggested(second.text) });
  // It comes last and is the oldest.
  await capture(library, 10, 'Nobody said anything of the kind to us this year.', second.revision);
  const turns = await turnsOf(library);
  expect(turns.map(({ number, change }) => [number, change])).toEqual([
    [3, 'not-yet'],
    [1, 'not-yet'],
    [2, 'appeared'],
  ]);
});

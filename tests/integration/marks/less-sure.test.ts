import { expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';

const words = ['The quay will close.', 'Boats have to leave.', 'Nobody was told.'];

/** Three suggestions of one article, at 0.9, 0.6 and 0.3. */
const suggestions = (text: string): NewSuggestion[] =>
  words.map((sentence, index) => ({
    spans: [{ start: text.indexOf(sentence), end: text.indexOf(sentence) + sentence.length }],
    kind: 'direct',
    speakers: [{ name: 'Ada Byron', role: null, organization: null }],
    described: null,
    said: null,
    confidence: [0.9, 0.6, 0.3][index] ?? 0,
    cue: null,
    reason: { rule: 'clause', speakerBy: 'name', others: [] },
  }));

async function filled() {
  const library = await openMarkedLibrary();
  await library.take({ paragraphs: words, suggestions });
  const list = (filter: { leastSure?: number; speaker?: string; state?: 'confirmed' | 'suggested' }) =>
    library.statements['statements.list']({ ...filter, offset: 0, limit: 50 }, library.call);
  return { library, list };
}

it.each([
  ['in the whole ledger', {}],
  ['under a filter', { speaker: 'byron' }],
  ['among what waits', { state: 'suggested' as const }],
])('suggestions that are less sure are left out and counted: %s', async (_, filter) => {
  const { list } = await filled();
  const { rows, ...counts } = await list({ ...filter, leastSure: 0.6 });
  expect(rows.map(({ text }) => text)).toEqual(words.slice(0, 2));
  expect(counts).toMatchObject({ total: 2, suggested: 2, withheld: 1, undated: 0 });
  const all = await list(filter);
  expect(all.rows).toHaveLength(3);
  expect(all).toMatchObject({ total: 3, suggested: 3, withheld: 0 });
});

it('what a person confirmed is shown however unsure it was, and needs no reason any more', async () => {
  const { library, list } = await filled();
  const unsure = (await list({})).rows.find(({ text }) => text === words[2]);
  expect(unsure?.reason).toEqual({ rule: 'clause', speakerBy: 'name', others: [] });
  if (unsure === undefined) return;
  await library.statements['statements.update']({ id: unsure.id, state: 'confirmed' }, library.call);
  const { rows, withheld } = await list({ leastSure: 0.95 });
  expect(rows.map(({ text, reason }) => [text, reason])).toEqual([[words[2], undefined]]);
  expect(withheld).toBe(2);
});

it('what stands in the bin is in no count', async () => {
  const { library, list } = await filled();
  const unsure = (await list({})).rows.find(({ text }) => text === words[2]);
  if (unsure === undefined) throw new Error('The suggestion is not listed.');
  await library.statements['statements.bin']({ id: unsure.id }, library.call);
  expect(await list({ leastSure: 0.95 })).toMatchObject({ total: 0, suggested: 0, withheld: 2 });
});

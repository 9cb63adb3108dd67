import { expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import type { CheckedInput } from '../../../main/contract/index.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';

function said(words: string, day: string | null, confidence: number) {
  return (text: string): NewSuggestion[] => {
    const start = text.indexOf(words);
    return [
      {
        spans: [{ start, end: start + words.length }],
        kind: 'direct',
        speakers: [{ name: 'Ines Alder', role: 'Hafenmeisterin', organization: null }],
        described: null,
        said: day === null ? null : { value: day, precision: 'day' },
        confidence,
        cue: null,
      },
    ];
  };
}

/** Two statements with a day, two without. */
async function withLedger() {
  const library = await openMarkedLibrary();
  for (const [title, words, day, confidence, publication] of [
    ['First', 'We open on Monday', '2024-11-13', 0.95, 'Café Courier'],
    ['Second', 'We close on Friday', '2024-12-02', 0.6, 'Harbour Herald'],
    ['Third', 'We wait for spring', null, 0.95, 'Harbour Herald'],
    ['Fourth', 'We ask for nothing', null, 0.4, null],
  ] as const)
    await library.take({
      title,
      url: `https://paper.example/${title}`,
      ...(publication === null ? {} : { publication }),
      published: '2024-11-14',
      paragraphs: [`“${words},” she said.`],
      suggestions: said(words, day, confidence),
    });
  return (filter: Omit<CheckedInput<'statements.list'>, 'offset' | 'limit'>) =>
    library.statements['statements.list']({ offset: 0, limit: 20, ...filter }, library.call);
}

it('says how many a range of days leaves out because nobody knows their day, and shows them when asked', async () => {
  const list = await withLedger();
  expect((await list({})).undated).toBe(0);
  const november = await list({ saidAfter: '2024-11', saidBefore: '2024-11' });
  expect(november.rows.map(({ articleTitle }) => articleTitle)).toEqual(['First']);
  expect(november.undated).toBe(2);
  const all = await list({ saidAfter: '2024-11', saidBefore: '2024-11', undated: true });
  expect(all.rows.map(({ articleTitle }) => articleTitle).sort()).toEqual(['First', 'Fourth', 'Third']);
  expect(all).toMatchObject({ total: 3, undated: 0 });
  // Only those that every other filter leaves in.
  expect((await list({ saidAfter: '2024', publication: 'herald' })).undated).toBe(1);
  expect((await list({ saidAfter: '2024', state: 'confirmed' })).undated).toBe(0);
});

it('is narrowed by publication, language and role', async () => {
  const list = await withLedger();
  const titles = async (filter: Omit<CheckedInput<'statements.list'>, 'offset' | 'limit'>) =>
    (await list(filter)).rows.map(({ articleTitle }) => articleTitle).sort();
  expect(await titles({ publication: 'cafe' })).toEqual(['First']);
  expect(await titles({ publication: 'HARBOUR' })).toEqual(['Second', 'Third']);
  expect(await titles({ language: 'en' })).toHaveLength(4);
  expect(await titles({ language: 'EN' })).toHaveLength(4);
  expect(await titles({ language: 'de' })).toEqual([]);
  expect(await titles({ role: 'hafen' })).toHaveLength(4);
});

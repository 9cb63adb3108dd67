import { expect, it } from 'vitest';
import type { NewSuggestion } from '../../../db/queries/statements.ts';
import type { CheckedInput } from '../../../main/contract/index.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';

const words = ['The quay will close.', 'Boats have to leave.', 'Nobody was told.', 'We ask for time.'];

/** Four suggestions of one article a day; the last is the least sure. */
const suggestions = (text: string): NewSuggestion[] =>
  words.map((sentence, index) => ({
    spans: [{ start: text.indexOf(sentence), end: text.indexOf(sentence) + sentence.length }],
    kind: 'direct',
    speakers: [{ name: 'Ada Byron', role: null, organization: null }],
    described: null,
    said: { value: `2024-11-2${9 - index}`, precision: 'day' },
    confidence: index === 3 ? 0.3 : 0.9,
    cue: null,
  }));

type Filter = Omit<CheckedInput<'statements.list'>, 'offset' | 'limit'>;

async function filled() {
  const library = await openMarkedLibrary();
  await library.take({ paragraphs: words, suggestions });
  const list = (filter: Filter) =>
    library.statements['statements.list']({ ...filter, offset: 0, limit: 50 }, library.call);
  const { rows } = await list({});
  const ids = rows.map(({ id }) => id);
  const decide = async (index: number, state: 'confirmed' | 'rejected') => {
    const id = ids[index];
    if (id === undefined) throw new Error('there are four statements');
    await library.statements['statements.update']({ id, state }, library.call);
    return id;
  };
  const next = async (filter: Filter, after: number) =>
    (await library.statements['statements.nextWaiting']({ ...filter, after }, library.call)).at;
  return { list, decide, next };
}

it.each([
  ['the whole ledger', {}, 'rejected'],
  ['what waits', { state: 'suggested' }, 'confirmed'],
  ['somebody’s words', { speaker: 'byron' }, 'rejected'],
] as const)('a row that is decided about is kept in its place in %s', async (_, filter, state) => {
  const { list, decide } = await filled();
  const before = await list(filter);
  const id = await decide(1, state);
  const gone = await list(filter);
  expect(gone.rows.map(({ text }) => text)).toEqual([words[0], words[2], words[3]]);
  expect(gone).toMatchObject({ total: 3, suggested: 3 });
  const kept = await list({ ...filter, keep: [id] });
  expect(kept.rows.map(({ text }) => text)).toEqual(before.rows.map(({ text }) => text));
  expect(kept.rows[1]?.state).toBe(state);
  expect(kept).toMatchObject({ total: 4, suggested: 3, withheld: 0 });
});

it('one that is less sure than is asked for is kept too, and is no longer told of as left out', async () => {
  const { list, decide } = await filled();
  const id = await decide(0, 'confirmed');
  const {
    rows: [, , , unsure],
  } = await list({});
  expect(await list({ leastSure: 0.5, keep: [id] })).toMatchObject({ total: 3, suggested: 2, withheld: 1 });
  const kept = await list({ leastSure: 0.5, keep: unsure === undefined ? [] : [unsure.id] });
  expect(kept).toMatchObject({ total: 4, withheld: 0 });
});

it('tells which row waits next, past those that are decided and those that are not shown', async () => {
  const { decide, next } = await filled();
  expect(await next({}, 0)).toBe(1);
  const kept = [await decide(1, 'rejected'), await decide(2, 'confirmed')];
  expect(await next({ keep: kept }, 0)).toBe(3);
  expect(await next({ keep: kept, leastSure: 0.5 }, 0)).toBeNull();
  expect(await next({ keep: kept }, 3)).toBeNull();
});

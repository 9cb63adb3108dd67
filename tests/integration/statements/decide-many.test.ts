import { beforeEach, expect, it, vi } from 'vitest';
import type { JobInput, StatementRow } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

vi.setConfig({ testTimeout: 60_000 });

const speakers = ['Ines Alder', 'Tomas Reyl', 'Lena Park'];
let library: TestLibrary;

beforeEach(async () => {
  library = await makeLibrary();
  const body = speakers.map((name) => `“The harbour of ${name} will not be sold this year.” said ${name}.`);
  await library.take(library.file('news.html', page({ title: 'The harbour', body })));
  expect(await listed()).toHaveLength(3);
});

async function listed(): Promise<readonly StatementRow[]> {
  return (await library.call('statements.list', {})).rows;
}
const states = async () => (await listed()).map(({ state }) => state).sort();
const decide = (input: JobInput<'statements.decideMany'>) => library.run('statements.decideMany', input);
const lines = async () =>
  (await library.call('events.list', { limit: 100 })).rows.filter(({ detail }) => detail.includes('with others'));

it('confirms all that is listed, with a line of the log each, and takes it back in one act', async () => {
  const [first] = await listed();
  if (first === undefined) throw new Error('three were found');
  await library.call('statements.update', { id: first.id, state: 'confirmed' });
  const done = await decide({ which: { filter: {}, total: 3 }, decision: { state: 'confirmed' } });
  expect(done).toMatchObject({ changed: 2, unchanged: 1, together: 0, left: 0, cancelled: false });
  expect(await states()).toEqual(['confirmed', 'confirmed', 'confirmed']);
  expect(await lines()).toHaveLength(2);

  expect(await library.run('statements.takeManyBack', { act: done.act })).toEqual({ changed: 2 });
  expect(await states()).toEqual(['confirmed', 'suggested', 'suggested']);
  expect(await lines()).toHaveLength(4);
  await expect(library.run('statements.takeManyBack', { act: done.act })).rejects.toMatchObject({ code: 'not-found' });
});

it('does nothing where the list is longer than whoever decided saw', async () => {
  await expect(decide({ which: { filter: {}, total: 2 }, decision: { state: 'confirmed' } })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await states()).toEqual(['suggested', 'suggested', 'suggested']);
});

it('never decides about what is less sure than what was shown', async () => {
  const rows = await listed();
  const least = Math.max(...rows.map(({ confidence }) => confidence)) + 0.001;
  const ids = rows.map(({ id }) => id);
  expect(
    await decide({ which: { ids, leastSure: Math.min(1, least) }, decision: { state: 'confirmed' } }),
  ).toMatchObject({ changed: 0, left: 3 });
  expect(await states()).toEqual(['suggested', 'suggested', 'suggested']);
});

it('what somebody decided since about one of them stays when the act is taken back', async () => {
  const ids = (await listed()).map(({ id }) => id);
  const done = await decide({ which: { ids }, decision: { state: 'rejected' } });
  expect(done.changed).toBe(3);
  const [first] = ids;
  if (first === undefined) throw new Error('three were found');
  await library.call('statements.update', { id: first, state: 'confirmed' });
  expect(await library.run('statements.takeManyBack', { act: done.act })).toEqual({ changed: 2 });
  expect(await states()).toEqual(['confirmed', 'suggested', 'suggested']);
});

it('gives a speaker to all but those in which several speak, and gives them back', async () => {
  const rows = await listed();
  const [first] = rows;
  if (first === undefined) throw new Error('three were found');
  const named = (name: string) => ({ name, role: null, organization: null });
  await library.call('statements.update', { id: first.id, speakers: [named('Ada Vale'), named('Otto Marsh')] });
  const done = await decide({ which: { ids: rows.map(({ id }) => id) }, decision: { speaker: 'Nora Vance' } });
  expect(done).toMatchObject({ changed: 2, together: 1 });
  const given = await library.call('statements.list', { speaker: 'nora vance' });
  expect(given.rows.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  await library.run('statements.takeManyBack', { act: done.act });
  const names = (await listed()).flatMap((row) => row.speakers.map(({ name }) => name)).sort();
  expect(names).toHaveLength(4);
  expect(names).not.toContain('Nora Vance');
  expect(await states()).toEqual(['suggested', 'suggested', 'suggested']);
});

it('what was done before it was cancelled stays, is told, and can be taken back', async () => {
  const body = Array.from({ length: 230 }, (_, at) => `“Boat ${at} will not leave the harbour today.” said Lena Park.`);
  await library.take(library.file('boats.html', page({ title: 'The boats', body })));
  const { total } = await library.call('statements.list', {});
  expect(total).toBeGreaterThan(200);
  const stop = new AbortController();
  const done = await library.run(
    'statements.decideMany',
    { which: { filter: {}, total }, decision: { state: 'confirmed' } },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  expect(done).toMatchObject({ changed: 200, cancelled: true });
  expect((await library.call('statements.list', { state: 'confirmed' })).total).toBe(200);
  expect(await library.run('statements.takeManyBack', { act: done.act })).toEqual({ changed: 200 });
  expect((await library.call('statements.list', { state: 'suggested' })).total).toBe(total);
});

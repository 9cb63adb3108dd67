import { afterEach, expect, it } from 'vitest';
import type { ImportId, JobId, JobSummary } from '../../../main/contract/index.ts';
import { type Client, createClient } from '../../../main/rpc/client.ts';
import { memoryPair } from '../../../main/rpc/memory.ts';
import { serve } from '../../../main/rpc/server.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';

const files = 40;

/** Several pages of one core; each has a connection of its own. */
const opened: Client[] = [];
function openPage(library: TestLibrary): Client {
  const [near, far] = memoryPair();
  serve(library.core, far);
  const client = createClient(near);
  opened.push(client);
  return client;
}
afterEach(() => {
  for (const client of opened.splice(0)) client.close();
});

/** A folder with enough files that an import of it can be caught in the middle. */
function board(library: TestLibrary, name: string, count = files): string {
  for (let number = 0; number < count; number += 1)
    library.file(
      `${name}/minutes-${number}.txt`,
      `Minutes of ${name}, sitting ${number}\n\n${`On day ${number} the board of ${name} met. `.repeat(200)}\n`,
    );
  return `${library.folder}/incoming/${name}`;
}

function begin(library: TestLibrary, page: Client, path: string): Promise<ImportId> {
  return page.call('imports.begin', { grants: [library.core.grants.issue(path, 'read')] });
}

/** Resolves at the first line of an import. */
function firstLine(page: Client, id: ImportId): Promise<void> {
  return new Promise((resolve) => {
    const stop = page.on('import.lines', (told) => {
      if (told.id !== id) return;
      stop();
      resolve();
    });
  });
}

function stateOf(records: readonly JobSummary[], id: JobId): JobSummary['state'] | undefined {
  return records.find((record) => record.id === id)?.state;
}

it('an import outlives the page that started it; another finds it, follows it and gets its report', async () => {
  const library = await makeLibrary();
  const [first, second] = [openPage(library), openPage(library)];
  const id = await begin(library, first, board(library, 'board'));
  const met = firstLine(second, id);
  const job = await first.call('jobs.start', { name: 'import.resume', input: { id } });
  await met;
  first.close();
  expect(await second.call('jobs.list', {})).toMatchObject([
    { id: job, name: 'import.resume', state: 'running', import: id, label: 'board' },
  ]);
  let told = 0;
  const result = await second.call('jobs.attach', { id: job }, { onProgress: () => (told += 1) });
  expect(result).toMatchObject({ id, state: 'ended', counts: { taken: files } });
  expect(told).toBeGreaterThan(0);
  const third = openPage(library);
  expect(await third.call('jobs.attach', { id: job })).toEqual(result);
});

it('is cancelled from another page, and both hear what was kept', async () => {
  const library = await makeLibrary();
  const [first, second] = [openPage(library), openPage(library)];
  const id = await begin(library, first, board(library, 'board'));
  const met = firstLine(first, id);
  const job = await first.call('jobs.start', { name: 'import.resume', input: { id } });
  const both = [first, second].map((page) => page.call('jobs.attach', { id: job }));
  await met;
  await second.call('jobs.cancel', { id: job });
  const [one, other] = await Promise.all(both);
  expect(one).toMatchObject({ state: 'cancelled', cancelled: true });
  expect(other).toEqual(one);
  expect(stateOf(await second.call('jobs.list', {}), job)).toBe('cancelled');
});

it('imports of two pages stand in one queue; one that waits is paused or given up there', async () => {
  const library = await makeLibrary();
  const [first, second] = [openPage(library), openPage(library)];
  const ids: ImportId[] = [];
  for (const [index, page] of [first, second, first, second, first].entries())
    ids.push(await begin(library, page, board(library, `board-${index}`, index === 0 ? files : 2)));
  const order: ImportId[] = [];
  second.on('import.lines', ({ id }) => order.push(id));
  const met = firstLine(second, ids[0] as ImportId);
  const jobs: JobId[] = [];
  for (const [index, id] of ids.entries())
    jobs.push(await (index % 2 === 0 ? first : second).call('jobs.start', { name: 'import.resume', input: { id } }));
  const [running, waiting, paused, givenUp, last] = ids;
  if (!running || !waiting || !paused || !givenUp || !last) throw new Error('an import was not begun');
  await met;
  expect((await second.call('jobs.list', {})).map(({ state }) => state)).toEqual([
    'running',
    ...Array(4).fill('waiting'),
  ]);
  await second.call('imports.pause', { id: paused });
  await first.call('imports.giveUp', { id: givenUp });
  for (const job of jobs) await second.call('jobs.attach', { id: job });
  expect([...new Set(order)]).toEqual([running, waiting, last]);
  const states = new Map((await first.call('imports.list', {})).map(({ id, state }) => [id, state]));
  expect(ids.map((id) => states.get(id))).toEqual(['ended', 'ended', 'paused', 'cancelled', 'ended']);
});

it('what an export made is fetched after its page is gone, and is removed with the last of its results', async () => {
  const library = await makeLibrary();
  await library.take(board(library, 'board', 3));
  const first = openPage(library);
  const input = { format: 'csv', selection: { of: 'everything' }, target: null };
  const job = await first.call('jobs.start', { name: 'export.run', input });
  first.close();
  const second = openPage(library);
  const result = await second.call('jobs.attach', { id: job });
  if (!('download' in result) || result.download === null) throw new Error('nothing can be fetched');
  const fetched = () => library.core.handleFetch(new Request(`https://app.invalid${result.download?.url}`));
  expect(await (await fetched()).arrayBuffer()).toMatchObject({ byteLength: expect.any(Number) });
  const { summary } = await library.take(board(library, 'board', 3));
  for (let number = 0; number < 12; number += 1) await library.run('import.report', { id: summary.id, target: null });
  await expect(second.call('jobs.attach', { id: job })).rejects.toMatchObject({ code: 'not-found' });
  expect((await fetched()).status).toBe(404);
});

it('closing the library interrupts what runs; whoever is attached hears how it ended', async () => {
  const library = await makeLibrary();
  const page = openPage(library);
  const id = await begin(library, page, board(library, 'board'));
  const met = firstLine(page, id);
  const job = await page.call('jobs.start', { name: 'import.resume', input: { id } });
  const attached = page.call('jobs.attach', { id: job });
  await met;
  const states: string[] = [];
  page.on('jobs.changed', ({ state }) => states.push(state));
  await library.core.close();
  expect(await attached).toMatchObject({ state: 'interrupted' });
  expect(states).toEqual(['interrupted']);
});

it('refuses what is no job, and what a job can’t be asked', async () => {
  const library = await makeLibrary();
  const page = openPage(library);
  const wrong = { name: 'export.run' as const, input: { format: 'papyrus' } };
  await expect(page.call('jobs.start', wrong)).rejects.toMatchObject({ code: 'bad-input' });
  await expect(page.call('jobs.start', { name: 'library.state' as never, input: {} })).rejects.toMatchObject({
    code: 'bad-input',
  });
});

import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LibraryState } from '../../../main/contract/index.ts';
import { makeLibrary, page } from '../../support/library.ts';

let threads: Worker[] = [];
const noteThread = (thread: Worker) => threads.push(thread);
beforeEach(() => {
  threads = [];
  process.on('worker', noteThread);
});
afterEach(() => process.off('worker', noteThread));

it('a library whose writer has ended says so, what was kept and what to do, and can be opened again', async () => {
  const library = await makeLibrary();
  await library.take(library.file('a.html', page({ title: 'Harbour opens', body: ['The harbour opens again.'] })));
  const states: LibraryState[] = [];
  const stopped = new Promise<void>((resolve) =>
    library.core.on('library.state', (state) => {
      states.push(state);
      if (state.status === 'stopped') resolve();
    }),
  );
  // The first thread of a library is its writer; this is a message that it can't deal with.
  threads[0]?.postMessage(null);
  await expect(library.call('codes.create', { name: 'trust', parent: null })).rejects.toMatchObject({
    code: 'database-stopped',
  });
  await stopped;
  expect(states.at(-1)).toMatchObject({
    status: 'stopped',
    path: library.path,
    message: expect.stringMatching(/What was saved before is kept.*Open the library again/),
  });
  await expect(library.search('harbour')).rejects.toMatchObject({
    code: 'no-library',
    message: expect.stringContaining('Open the library again'),
  });
  expect(await library.call('library.openAgain', {})).toMatchObject({ status: 'open', library: { mode: 'write' } });
  expect(await library.search('harbour')).toEqual(['Harbour opens']);
  await library.call('codes.create', { name: 'trust', parent: null });
  const { rows } = await library.call('log.list', {});
  expect(rows.find(({ kind }) => kind === 'thread-died')).toMatchObject({ thread: 'write' });
});

it('a library whose writer has ended is left in order when the program ends', async () => {
  const library = await makeLibrary();
  const ended = new Promise((resolve) => threads[0]?.once('exit', resolve));
  threads[0]?.postMessage(null);
  await ended;
  await library.core.close();
  expect(await library.core.state()).toMatchObject({ status: expect.stringMatching(/none|stopped/) });
  await library.reopen();
});

import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type ImportId, Interruption } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

const story = (number: number) =>
  page({
    title: `Sitting ${number} of the harbour board`,
    url: `https://courier.example/board/${number}`,
    body: [
      `On day ${number} the harbour board of Port Ellery met and spoke for hours about the spring rules and the dredging.`,
      'Its chair said that nothing had been decided, and that the members would meet again before the month was out.',
    ],
  });
const count = 60;

/** A folder with many pages, half of them in a zip. */
function manyPages(library: TestLibrary): string {
  const half = count / 2;
  const zipped: Record<string, Uint8Array> = {};
  for (let number = 0; number < half; number += 1) {
    library.file(`many/page-${number}.html`, story(number));
    zipped[`page-${half + number}.html`] = strToU8(story(half + number));
  }
  library.file('many/archive.zip', Buffer.from(zipSync(zipped)));
  library.file('many/empty.txt', '');
  return `${library.folder}/incoming/many`;
}

const begin = (library: TestLibrary, path: string) =>
  library.call('imports.begin', { grants: [library.core.grants.issue(path, 'read')] });

/** Resolves when the report has so many lines. */
function lines(library: TestLibrary, wanted: number): Promise<void> {
  let seen = 0;
  return new Promise((resolve) => {
    library.core.on('import.lines', (told) => {
      seen += told.lines.length;
      if (seen >= wanted) resolve();
    });
  });
}

async function expectWhole(library: TestLibrary, id: ImportId): Promise<void> {
  const { rows } = await library.call('imports.lines', { id, limit: 1000 });
  const paths = rows.map(({ path }) => path);
  expect(new Set(paths).size, 'every file has one line').toBe(paths.length);
  expect(rows.filter(({ outcome }) => outcome === 'taken')).toHaveLength(count);
  expect(rows.filter(({ outcome }) => outcome === 'refused').map(({ path }) => path)).toEqual(['many/empty.txt']);
  expect((await library.search('', { limit: 1000 })).length).toBe(count);
}

it('an import that is paused says so, and goes on where it was, in the middle of a zip too', async () => {
  const library = await makeLibrary();
  const id = await begin(library, manyPages(library));
  const some = lines(library, 5);
  const running = library.run('import.resume', { id });
  await some;
  await library.call('imports.pause', { id });
  const paused = await running;
  expect(paused).toMatchObject({ state: 'paused', ended: null, cancelled: false, chosen: ['many'] });
  expect(paused.counts.taken).toBeLessThan(count);
  expect(await library.run('import.resume', { id })).toMatchObject({ state: 'ended', counts: { taken: count } });
  await expectWhole(library, id);
});

it('a paused import survives a restart, and one that never came to its turn too', async () => {
  const library = await makeLibrary();
  const id = await begin(library, manyPages(library));
  const waiting = await begin(library, library.file('later.html', story(999)));
  const some = lines(library, 5);
  const running = library.run('import.resume', { id });
  await some;
  await library.call('imports.pause', { id });
  await running;
  await library.reopen();
  expect((await library.call('imports.list', {})).map(({ state }) => state)).toEqual(['interrupted', 'paused']);
  await library.run('import.resume', { id });
  await expectWhole(library, id);
  expect(await library.run('import.resume', { id: waiting })).toMatchObject({ state: 'ended', counts: { taken: 1 } });
});

it('imports run one after the other, in the order they came', async () => {
  const library = await makeLibrary();
  const first = await begin(library, manyPages(library));
  const second = await begin(library, library.file('second.html', story(500)));
  const order: ImportId[] = [];
  library.core.on('import.lines', ({ id }) => order.push(id));
  await Promise.all([library.run('import.resume', { id: first }), library.run('import.resume', { id: second })]);
  expect(order.at(-1)).toBe(second);
  expect(order.indexOf(second)).toBe(order.lastIndexOf(first) + 1);
});

it('a broken connection leaves an import running, a person’s cancel ends it', async () => {
  const library = await makeLibrary();
  const stop = new AbortController();
  const id = await begin(library, manyPages(library));
  const some = lines(library, 3);
  const running = library.run('import.resume', { id }, { signal: stop.signal });
  await some;
  stop.abort(new Interruption('The connection was closed.'));
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect((await library.call('imports.list', {}))[0]).toMatchObject({ state: 'running' });

  const again = new AbortController();
  const cancel = () => again.abort();
  expect(await library.run('import.resume', { id }, { signal: again.signal, onProgress: cancel })).toMatchObject({
    state: 'cancelled',
    cancelled: true,
    ended: expect.any(String),
  });
  await expect(library.run('import.resume', { id })).rejects.toMatchObject({ code: 'conflict' });
});

it('an import that waits is given up without a trace in the articles', async () => {
  const library = await makeLibrary();
  const id = await begin(library, manyPages(library));
  await library.call('imports.giveUp', { id });
  expect((await library.call('imports.list', {}))[0]).toMatchObject({ state: 'cancelled', counts: { taken: 0 } });
});

it('the files of refused lines are tried again when they have been mended', async () => {
  const library = await makeLibrary();
  const path = library.file('in/note.txt', '');
  library.file('in/lamps.html', story(1));
  const { summary, lines: told } = await library.take(`${library.folder}/incoming/in`);
  const refused = told.filter(({ outcome }) => outcome === 'refused');
  expect(refused.map(({ path: shown, hasFile }) => [shown, hasFile])).toEqual([['in/note.txt', true]]);
  library.file('in/note.txt', 'A note from the quay\n\nThe board met on the quay for an hour.\n');
  const grants = await library.call('imports.files', { id: summary.id, lines: refused.map(({ number }) => number) });
  expect(grants.map((grant) => library.core.grants.resolve(grant, 'read'))).toEqual([path]);
  expect(await library.run('import.run', { grants: [...grants] })).toMatchObject({ counts: { taken: 1, refused: 0 } });
});

it('a report is searched by words and goes out as CSV, whole or filtered', async () => {
  const library = await makeLibrary();
  const { summary } = await library.take(manyPages(library));
  const found = await library.call('imports.lines', { id: summary.id, words: 'SITTING 7' });
  expect(found.rows.map(({ title }) => title)).toEqual(['Sitting 7 of the harbour board']);
  const whole = await library.run('import.report', { id: summary.id, target: null });
  expect(whole.lines).toBe(count + 1);
  const response = await library.core.handleFetch(new Request(`https://app.invalid${whole.download?.url}`));
  const csv = await response.text();
  expect(csv.split('\r\n')).toHaveLength(count + 3);
  expect(csv).toContain('refused,many/empty.txt,,');
  expect(csv).toContain('taken,many/archive.zip › page-31.html,Sitting 31 of the harbour board,');
  const refused = await library.run('import.report', { id: summary.id, outcome: 'refused', target: null });
  expect(refused.lines).toBe(1);
});

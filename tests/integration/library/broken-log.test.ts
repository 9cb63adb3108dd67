import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LibraryState } from '../../../main/contract/index.ts';
import { makeLibrary, TestLibrary } from '../../support/library.ts';

const log = 'library.sqlite-wal';

/** A library as a kill leaves it: a collection that is safe in the database, and two that stand in the log alone. */
async function killed(
  damage: (bytes: Buffer) => void,
): Promise<{ readonly library: TestLibrary; readonly damaged: Buffer }> {
  const first = await makeLibrary();
  await make(first, 'Harbour');
  await first.reopen();
  for (const name of ['Ferry', 'Dredging']) await make(first, name);
  const library = new TestLibrary(first.folder, 'killed');
  cpSync(first.path, library.path, { recursive: true });
  const damaged = readFileSync(join(library.path, log));
  damage(damaged);
  writeFileSync(join(library.path, log), damaged);
  return { library, damaged };
}

function make(library: TestLibrary, name: string) {
  return library.call('collections.create', { name, parent: null, query: null });
}

async function collectionsOf(library: TestLibrary): Promise<readonly string[]> {
  return (await library.call('collections.list', {})).map(({ name }) => name);
}

async function noticesOf(library: TestLibrary): Promise<readonly string[]> {
  const state: LibraryState = await library.core.state();
  return state.status === 'open' ? state.library.notices : [];
}

it('a damaged log is kept before its end is dropped, and told: in the window, in the event log, in the program’s log', async () => {
  const { library, damaged } = await killed((bytes) => {
    const middle = Math.floor(bytes.byteLength / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 8;
  });
  try {
    await library.open();
    const [sentence, ...more] = await noticesOf(library);
    expect(more).toEqual([]);
    expect(sentence).toMatch(/^library\.sqlite-wal.* is damaged before its last .*may be missing/u);
    const [name = ''] = readdirSync(join(library.path, 'set-aside'));
    expect(sentence).toContain(join('set-aside', name, log));
    const kept = join(library.path, 'set-aside', name, log);
    expect(readFileSync(kept).equals(damaged)).toBe(true);
    expect(statSync(kept).mode & 0o077).toBe(0);
    expect(await collectionsOf(library)).toContain('Harbour');
    expect((await library.call('events.list', { offset: 0, limit: 100 })).rows).toContainEqual(
      expect.objectContaining({ kind: 'library', outcome: 'warning', detail: sentence }),
    );
    const { rows } = await library.call('log.list', { offset: 0, limit: 100 });
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'log-broken' }));
    // What is kept takes room, and is no database that could be restored.
    expect(await library.call('backups.list', {})).toMatchObject([{ kind: 'kept-log', shape: null }]);
  } finally {
    await library.core.close();
  }
});

it('a log that is nothing but noise is told once: not again when the program is killed after it', async () => {
  const { library } = await killed((bytes) => bytes.fill('noise, and no log. '));
  try {
    await library.open();
    expect(await noticesOf(library)).toEqual([expect.stringContaining('could not be read')]);
    await make(library, 'Ferry again');
    const again = new TestLibrary(library.folder, 'killed-again');
    cpSync(library.path, again.path, { recursive: true });
    await again.open();
    expect(await noticesOf(again)).toEqual([]);
    expect(await collectionsOf(again)).toEqual(expect.arrayContaining(['Harbour', 'Ferry again']));
    await again.core.close();
  } finally {
    await library.core.close();
  }
});

it('a log as a kill leaves it is read to its end, and nothing is told', async () => {
  const { library } = await killed(() => undefined);
  try {
    await library.open();
    expect(await noticesOf(library)).toEqual([]);
    expect(await collectionsOf(library)).toEqual(expect.arrayContaining(['Harbour', 'Ferry', 'Dredging']));
    expect(readdirSync(library.path)).not.toContain('set-aside');
  } finally {
    await library.core.close();
  }
});

import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../../main/core/temporary/folders.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';

let mask: number;
beforeEach(() => {
  // The widest mask there is: what is private is so by itself.
  mask = process.umask(0);
});
afterEach(() => {
  process.umask(mask);
});

/** What anybody but the owner may do, by name inside the library. */
function openToOthers(library: TestLibrary): string[] {
  const all = ['', ...readdirSync(library.path, { recursive: true, encoding: 'utf8' })];
  return all.filter((name) => (statSync(join(library.path, name)).mode & 0o077) !== 0);
}

async function filled(): Promise<TestLibrary> {
  const library = await makeLibrary();
  await library.take(library.file('quay.txt', 'Quay closes\n\nThe quay closes on Monday, the harbour board said.\n'));
  await library.run('health.backup', {});
  return library;
}

// On Windows a folder's own list of rights says who may read it, not modes.
describe.skipIf(process.platform === 'win32')('a library', () => {
  it('is readable by its owner alone, with its backups, originals and what lies beside the database', async () => {
    const library = await filled();
    expect(readdirSync(library.path)).toEqual(expect.arrayContaining(['library.sqlite-wal', 'library.sqlite-shm']));
    expect(openToOthers(library)).toEqual([]);
  });

  it('that others could read is made private when it is opened for writing, which the log tells once', async () => {
    const library = await filled();
    await library.core.close();
    const originals = join(library.path, 'originals');
    for (const name of ['', 'originals', 'backups']) chmodSync(join(library.path, name), 0o755);
    const backup = join('backups', readdirSync(join(library.path, 'backups'))[0] ?? '');
    for (const name of ['library.sqlite', 'library.lock', backup]) chmodSync(join(library.path, name), 0o644);
    await library.reopen('read');
    expect(openToOthers(library)).toContain('library.sqlite');
    await library.reopen();
    expect(openToOthers(library)).toEqual([]);
    expect(statSync(originals).mode & 0o777).toBe(0o700);
    const told = async () =>
      (await library.call('events.list', { offset: 0, limit: 50 })).rows.filter(({ detail }) =>
        detail.startsWith('Others on this machine could read library, library.sqlite'),
      );
    expect(await told()).toHaveLength(1);
    await library.reopen();
    expect(await told()).toHaveLength(1);
  });
});

it.skipIf(process.platform === 'win32')('temporary folders are readable by their owner alone', () => {
  const folder = makeTemporaryFolder('test');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, '..')).mode & 0o777).toBe(0o700);
});

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LibraryState, MethodOutput } from '../../../main/contract/index.ts';
import { type Core, createCore } from '../../../main/core/create-core.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { askFor, give, whyNoOtherUser } from '../../support/other-user.ts';

/** Everything that is done with a library that can only be read, and what came of it. */
async function readIn(core: Core, path: string, target: string): Promise<Found> {
  const refused = await core.openLibrary(path, { mode: 'write' });
  const state = await core.openLibrary(path, { mode: 'write', orRead: true });
  const { rows } = (await core.call('search.run', { query: 'dredging' })) as MethodOutput<'search.run'>;
  const article = rows[0]?.article.id;
  const read = (await core.call('articles.read', { article })) as MethodOutput<'articles.read'>;
  const check = (await core.call('health.check', {})) as Found['check'];
  const grant = core.grants.issue(target, 'write');
  const order = { format: 'bagit', selection: { of: 'everything' }, target: grant };
  const exported = (await core.call('export.run', order)) as Found['exported'];
  const changed = await core
    .call('articles.bin', { articles: [article] })
    .catch((error: { readonly code: unknown }) => error.code);
  const titles = rows.map((row) => row.article.title);
  return { refused, state, titles, text: read.revision.text, check, exported, changed };
}

/** The same, asked for by another user. */
const reading = (path: string, target: string) => `
  import { createCore } from './main/core/create-core.ts';
  const core = createCore({ agent: 'Verbatim test' });
  const readIn = ${readIn.toString()};
  const found = await readIn(core, ${JSON.stringify(path)}, ${JSON.stringify(target)});
  await core.close();
  process.stdout.write(JSON.stringify(found));`;

interface Found {
  readonly refused: LibraryState;
  readonly state: LibraryState;
  readonly titles: readonly string[];
  readonly text: string;
  readonly check: { readonly ok: boolean };
  readonly exported: { readonly articles: number; readonly leftOut: readonly unknown[] };
  readonly changed: unknown;
}

async function filled(): Promise<TestLibrary> {
  const library = await makeLibrary();
  await library.take(
    library.file(
      'quay.html',
      page({ title: 'Quay closes', body: ['The quay closes for the dredging of the harbour.'] }),
    ),
  );
  return library;
}

function isReadWhole(found: Found): void {
  expect(found.refused).toMatchObject({ status: 'failed', code: 'access-denied' });
  expect(JSON.stringify(found.refused)).toContain('can only be read: it stands on a read-only medium');
  expect(found.state).toMatchObject({ status: 'open', library: { mode: 'read', articles: 1 } });
  expect(found.titles).toEqual(['Quay closes']);
  expect(found.text).toContain('for the dredging of the harbour');
  expect(found.check.ok).toBe(true);
  expect(found.exported).toMatchObject({ articles: 1, leftOut: [] });
  expect(found.changed).toBe('library-read-only');
}

const noOther = whyNoOtherUser();
if (noOther !== null) console.warn(`A folder of somebody else is not tested here: ${noOther}`);

it.skipIf(noOther !== null)('is read, checked and handed over in a folder where nothing may be written', async () => {
  const library = await filled();
  await library.core.close();
  const target = join(library.folder, 'handed-over');
  mkdirSync(target);
  give(library.folder);
  const all = readdirSync(library.path, { recursive: true, encoding: 'utf8' }).map((name) => join(library.path, name));
  const folders = [library.path, ...all.filter((path) => statSync(path).isDirectory())];
  for (const path of folders) chmodSync(path, 0o555);
  const found = (await askFor(library.folder, reading(library.path, join(target, 'package')))) as Found;
  for (const path of folders) chmodSync(path, 0o755);
  isReadWhole(found);
});

/** Mounts a folder at itself so that nothing in it can be written; false where that isn't allowed. */
function mountReadOnly(path: string): boolean {
  if (spawnSync('mount', ['--bind', path, path]).status !== 0) return false;
  if (spawnSync('mount', ['-o', 'remount,ro,bind', path]).status === 0) return true;
  spawnSync('umount', [path]);
  return false;
}

it('is read on a read-only disk, with what the log of its last writer holds', async (context) => {
  const library = await filled();
  await library.core.close();
  const medium = join(library.folder, 'medium');
  mkdirSync(medium);
  cpSync(library.path, join(medium, 'library'), { recursive: true });
  // Copied while it is open: what was written last is in the log beside the database alone.
  await library.reopen();
  await library.take(library.file('ferry.txt', 'Ferry closes\n\nThe ferry closes on Tuesday.\n'));
  cpSync(library.path, join(medium, 'logged'), { recursive: true });
  for (const name of ['library.sqlite-shm', 'library.lock']) rmSync(join(medium, 'logged', name));
  if (!mountReadOnly(medium)) {
    context.skip('a read-only disk could not be mounted here (it takes root and the right to mount)');
    return;
  }
  try {
    const core = createCore({ agent: 'Verbatim test' });
    isReadWhole(await readIn(core, join(medium, 'library'), join(library.folder, 'package')));
    const state = await core.openLibrary(join(medium, 'logged'), { mode: 'write', orRead: true });
    await core.close();
    expect(state).toMatchObject({ status: 'open', library: { mode: 'read', articles: 2 } });
    expect(state.status === 'open' && state.library.notices).toEqual([expect.stringMatching(/can only be read/u)]);
  } finally {
    spawnSync('umount', [medium]);
  }
});

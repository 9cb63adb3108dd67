import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../../db/migrations/index.ts';
import { openWritable } from '../../../db/open.ts';
import { DatabasePool } from '../../../db/pool.ts';
import type { LibraryState, OpeningProgress } from '../../../main/contract/index.ts';
import { createCore } from '../../../main/core/create-core.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'verbatim-opening-')), 'library');
  mkdirSync(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A library as an earlier version left it. */
function olderLibrary(): string {
  const file = join(folder, 'library.sqlite');
  openWritable(file, { migrations: migrations.slice(0, 1) }).close();
  return file;
}

it('tells while it opens an older library what is done to it and how far that is', async () => {
  const told: OpeningProgress[] = [];
  const pool = await DatabasePool.open({
    file: olderLibrary(),
    mode: 'write',
    agent: 'Verbatim test',
    onProgress: (progress) => told.push(progress),
  });
  await pool.close();
  expect([...new Set(told.map(({ phase }) => phase))]).toEqual(['backing-up', 'changing', 'checking']);
  expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));
  expect(told.every(({ done, total }) => done < total)).toBe(true);
});

it('tells nothing of the kind of a library that is up to date', async () => {
  const file = join(folder, 'library.sqlite');
  openWritable(file).close();
  const told: OpeningProgress[] = [];
  const pool = await DatabasePool.open({ file, mode: 'write', agent: 'test', onProgress: (one) => told.push(one) });
  await pool.close();
  expect(told).toEqual([]);
});

it('has a state for the opening, with its progress, before the library is open', async () => {
  olderLibrary();
  const core = createCore({ agent: 'Verbatim test' });
  const states: LibraryState[] = [];
  core.on('library.state', (state) => states.push(state));
  try {
    await core.openLibrary(folder, { mode: 'write' });
  } finally {
    await core.close();
  }
  expect(states[0]).toEqual({ status: 'opening', name: 'library', path: folder, progress: null });
  expect(states.slice(1, -1).map((state) => state.status === 'opening' && state.progress?.phase)).toContain('changing');
  expect(states.at(-1)?.status).toBe('open');
});

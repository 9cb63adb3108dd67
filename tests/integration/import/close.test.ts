import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCore } from '../../../main/core/create-core.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('closing a library in the middle of an import ends the import first, keeps what it did, and lets it go on later', async () => {
  const board = join(folder, 'board');
  await mkdir(board);
  for (let number = 0; number < 200; number += 1)
    await writeFile(
      join(board, `minutes-${number}.txt`),
      `Minutes of the board, sitting ${number}\n\n${`On day ${number} the board met. `.repeat(300)}\n`,
    );
  const core = createCore({ agent: 'Test' });
  await core.openLibrary(join(folder, 'Library'), { mode: 'write' });
  const told = new Promise<void>((resolve) => {
    core.on('import.lines', () => resolve());
  });
  const grants = [core.grants.issue(board, 'read')];
  const ended = core.call('import.run', { grants }).then(
    (summary) => summary,
    (error: unknown) => error,
  );
  await told;
  await core.close();
  expect(await ended).toMatchObject({ state: 'interrupted' });

  const again = createCore({ agent: 'Test' });
  try {
    const state = await again.openLibrary(join(folder, 'Library'), { mode: 'write' });
    expect(state).toMatchObject({ status: 'open' });
    expect(await again.call('health.check', {})).toMatchObject({ ok: true });
    const imports = (await again.call('imports.list', {})) as readonly {
      id: string;
      ended: string | null;
      counts: { taken: number };
    }[];
    expect(imports).toHaveLength(1);
    expect(imports[0]).toMatchObject({ state: 'interrupted', ended: null });
    if (state.status === 'open') expect(state.library.articles).toBe(imports[0]?.counts.taken);
    const summary = await again.call('import.resume', { id: imports[0]?.id });
    expect(summary).toMatchObject({ state: 'ended', counts: { taken: 200, duplicate: 0, refused: 0 } });
  } finally {
    await again.close();
  }
});

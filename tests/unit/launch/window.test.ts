import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWindow, runtimeIn } from '../../../main/launch/window.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('Electron’s runtime is there when its installer says where, and it stands there', async () => {
  expect(runtimeIn(folder)).toBeNull();
  await writeFile(join(folder, 'path.txt'), 'electron');
  expect(runtimeIn(folder), 'a download that broke off').toBeNull();
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'electron'), '');
  expect(runtimeIn(folder)).toBe(join(folder, 'dist', 'electron'));
});

it('without a display nothing is downloaded and nothing started', async () => {
  const said: string[] = [];
  const outcome = await openWindow({ platform: 'linux', environment: {}, user: 1000 }, folder, (words) =>
    said.push(words),
  );
  expect(outcome).toEqual({ opened: false, reason: 'This machine has no display' });
  expect(said).toEqual([]);
});

import { lstat, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeEntranceFile } from '../../../main/launch/entrance-file.ts';

const link = 'http://127.0.0.1:4100/enter?token=Zm9yLW9uZS1icm93c2Vy';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the file that leads a browser into the reading room', () => {
  it('holds the link for its owner alone, and its own address tells nothing of it', async () => {
    const file = await writeEntranceFile(folder, link);
    const path = fileURLToPath(file.address);
    expect(file.address).not.toContain('token');
    expect(await readFile(path, 'utf8')).toContain(`url=${link}"`);
    if (process.platform !== 'win32') expect((await lstat(path)).mode & 0o777).toBe(0o600);
    await file.remove();
    await expect(lstat(path)).rejects.toThrow('ENOENT');
  });

  it('writes into nothing that somebody laid there', async () => {
    const victim = join(folder, 'victim.txt');
    await writeFile(victim, 'words');
    await symlink(victim, join(folder, 'open-reading-room.html'));
    const file = await writeEntranceFile(folder, link);
    expect(await readFile(victim, 'utf8')).toBe('words');
    expect((await lstat(fileURLToPath(file.address))).isSymbolicLink()).toBe(false);
  });

  it('lies in the temporary folder where the library’s can’t be written', async () => {
    const file = await writeEntranceFile(join(folder, 'missing'), link);
    const path = fileURLToPath(file.address);
    expect(path.startsWith(tmpdir())).toBe(true);
    expect(await readFile(path, 'utf8')).toContain(link);
    await file.remove();
  });
});

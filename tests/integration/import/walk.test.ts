import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStart } from '../../../main/core/import/discover/file-start.ts';
import { walk } from '../../../main/core/import/discover/walk.ts';
import { readWholeFile } from '../../../main/core/import/read/read-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-walk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = async () => false;
function write(path: string, text = 'words'): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
async function walked(claims: (path: string) => Promise<boolean> = never): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const item of walk(folder, claims, new AbortController().signal))
    found[item.shown.slice(basename(folder).length + 1)] = item.kind === 'problem' ? item.reason : item.kind;
  return found;
}

describe('walking what a person chose', () => {
  it('finds files in every folder, in one order, and skips what systems leave behind', async () => {
    write('b/two.txt');
    write('a.txt');
    write('b/.DS_Store');
    expect(await walked()).toEqual({ 'a.txt': 'file', 'b/two.txt': 'file' });
  });

  it.each(['_files', '.files', '-Dateien', '_fichiers'])('knows a page’s own folder (page%s)', async (suffix) => {
    write('page.html');
    write(`page${suffix}/picture.png`);
    write('other_files/kept.txt');
    const companions: (string | null)[] = [];
    for await (const item of walk(folder, never, new AbortController().signal))
      if (item.kind === 'file') companions.push(item.companions);
    expect(companions).toEqual([null, join(folder, `page${suffix}`)]);
  });

  it('follows a link once and tells a loop', async () => {
    write('inside/a.txt');
    symlinkSync(folder, join(folder, 'inside', 'loop'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    symlinkSync(join(folder, 'self'), join(folder, 'self'));
    const found = await walked();
    expect(found['inside/a.txt']).toBe('file');
    expect(found['inside/loop']).toMatch(/link back/);
    expect(found.dangling).toMatch(/link to something that is not there/);
    expect(found.self).toMatch(/leads to itself/);
  });

  it('walks a folder once, however many links lead to it', async () => {
    // Two links a step: walked by every way, sixteen steps lead to 65,536 copies of one file.
    write('steps/16/a.txt');
    for (let step = 0; step < 16; step++)
      for (const name of ['left', 'right']) {
        mkdirSync(join(folder, 'steps', `${step}`), { recursive: true });
        symlinkSync(join(folder, 'steps', `${step + 1}`), join(folder, 'steps', `${step}`, name));
      }
    const found = await walked();
    expect(Object.values(found).filter((kind) => kind === 'file')).toHaveLength(1);
    expect(Object.keys(found).length).toBeLessThan(60);
    expect(Object.values(found).some((reason) => /another way to a folder/.test(reason))).toBe(true);
  });

  it.runIf(process.platform === 'linux')('looks into nothing that the system makes up', async () => {
    write('a.txt');
    symlinkSync('/proc/self', join(folder, 'system'));
    symlinkSync('/proc/self/status', join(folder, 'status'));
    const found = await walked();
    expect(found).toMatchObject({ 'a.txt': 'file', system: expect.stringMatching(/system itself \(proc\)/) });
    expect(found.status).toMatch(/stands on no disk/);
    const given: string[] = [];
    for await (const item of walk('/proc', never, new AbortController().signal)) given.push(item.kind);
    expect(given).toEqual(['problem']);
  });

  it('opens no pipe, device or socket, also where a file stood before', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect((await walked()).pipe).toMatch(/neither a file nor a folder/);
    const file = { path: join(folder, 'pipe'), bytes: 5, start: null };
    expect(await readStart(file.path, 5)).toBeNull();
    expect(await readWholeFile(file, new AbortController().signal)).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/a pipe or a socket/),
    });
  });

  it('reads no more of a file than it was said to have', async () => {
    write('grows.txt', 'words that were added meanwhile');
    expect(
      await readWholeFile({ path: join(folder, 'grows.txt'), bytes: 5, start: null }, new AbortController().signal),
    ).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/being written while it was read/) });
    if (process.platform === 'linux')
      expect(
        await readWholeFile({ path: '/proc/self/status', bytes: 5, start: null }, new AbortController().signal),
      ).toMatchObject({ kind: 'refused' });
  });

  it('gives a claimed folder whole', async () => {
    write('package/bagit.txt');
    write('package/data/a.txt');
    expect(await walked(async (path) => basename(path) === 'package')).toEqual({ package: 'folder' });
  });

  it('explains a folder that may not be read', async () => {
    write('closed/a.txt');
    chmodSync(join(folder, 'closed'), 0o000);
    const found = await walked();
    chmodSync(join(folder, 'closed'), 0o755);
    // The system's administrator may read everything; then there is nothing to explain.
    if (process.getuid?.() === 0) expect(found['closed/a.txt']).toBe('file');
    else expect(found.closed).toMatch(/does not permit/);
  });
});

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walk } from '../../../main/core/import/walk.ts';

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

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../main/core/originals/hash.ts';
import { OriginalStore } from '../../../main/core/originals/store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-originals-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the store of originals', () => {
  it('keeps bytes once, under their hash, for reading only', async () => {
    const store = new OriginalStore(folder);
    const bytes = Buffer.from('For nine years the wardens of this harbour…');
    const first = await store.put(bytes);
    expect(first).toEqual({ sha256: sha256Of(bytes), bytes: bytes.byteLength, placed: 'stored' });
    expect((await store.put(bytes)).placed).toBe('kept');
    expect(Buffer.from(await store.read(first.sha256))).toEqual(bytes);
    expect(statSync(store.path(first.sha256)).mode & 0o777).toBe(0o400);
    expect(store.path(first.sha256)).toContain(join(first.sha256.slice(0, 2), first.sha256.slice(2, 4), first.sha256));
  });

  it('leaves nothing half written under a name, and clears what a killed process left', async () => {
    const store = new OriginalStore(folder);
    mkdirSync(join(folder, 'originals'));
    writeFileSync(join(folder, 'originals', '.incoming-dead'), 'half');
    const kept = await store.put(Buffer.from('whole'));
    await store.clearUnfinished();
    expect(readdirSync(join(folder, 'originals')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(existsSync(store.path(kept.sha256))).toBe(true);
  });

  it('takes the same bytes from two sides at once', async () => {
    const store = new OriginalStore(folder);
    const results = await Promise.all(Array.from({ length: 8 }, () => store.put(Buffer.from('the same'))));
    expect(new Set(results.map((result) => result.sha256)).size).toBe(1);
    expect(Buffer.from(await store.read(results[0]?.sha256 ?? sha256Of(''))).toString()).toBe('the same');
  });

  it('says which original is missing and what to do', async () => {
    const store = new OriginalStore(folder);
    await expect(store.read(sha256Of('never stored'))).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('it is put back in its place'),
    });
  });
});

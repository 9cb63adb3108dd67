import { existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyAtOnce, copyLibrary } from '../../../db/maintenance/backup.ts';
import { migrations } from '../../../db/migrations/index.ts';
import { openReadable, openWritable } from '../../../db/open.ts';
import { DatabasePool } from '../../../db/pool.ts';
import { keptBackups } from '../../../main/contract/health.ts';
import { makeLibrary } from '../../support/library.ts';
import { eachWithLibraryFile } from '../../support/library-file.ts';

// How much room the disk has is the one thing that can't be had for real without a disk of one's own.
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, statfsSync: vi.fn(real.statfsSync) };
});
afterEach(() => vi.mocked(statfsSync).mockClear());

const byHand = keptBackups['by hand'];
const before = keptBackups['before a migration'];

describe('backups', () => {
  it('made by hand: the newest stay, what goes is in the log, and a name that a person gave is left alone', async () => {
    const library = await makeLibrary();
    const folder = join(library.path, 'backups');
    mkdirSync(folder, { recursive: true });
    const old = Array.from({ length: byHand + 2 }, (_, day) => `by-hand-2020-01-0${day + 1}T100000.000Z.sqlite`);
    const others = [
      'before the move.sqlite',
      'by-hand-of-mine.sqlite',
      'before-migration-from-10-2019-01-01T100000.000Z.sqlite',
    ];
    for (const name of [...old, ...others]) writeFileSync(join(folder, name), '');
    const { name } = await library.run('health.backup', {});
    expect(readdirSync(folder).sort()).toEqual([...others, ...old.slice(3), name].sort());
    expect(old.slice(3)).toHaveLength(byHand - 1);
    const { rows } = await library.call('events.list', { offset: 0, limit: 1 });
    expect(rows[0]?.detail).toBe(`${name}; older ones removed: ${old.slice(0, 3).reverse().join(', ')}`);
  });

  const place = eachWithLibraryFile();

  it('made before a change of shape: the newest stay, those made by hand too', async () => {
    openWritable(place.file, { migrations: migrations.slice(0, -1) }).close();
    const folder = join(place.folder, 'backups');
    mkdirSync(folder);
    const old = Array.from(
      { length: before + 1 },
      (_, day) => `before-migration-from-10-2020-01-0${day + 1}T100000.000Z.sqlite`,
    );
    for (const name of [...old, 'by-hand-2019-01-01T100000.000Z.sqlite']) writeFileSync(join(folder, name), '');
    const pool = await DatabasePool.open({ file: place.file, mode: 'write', agent: 'Verbatim test' });
    const made = readdirSync(folder).filter((name) => !old.includes(name) && name.startsWith('before'));
    expect(made).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(
      [...made, ...old.slice(2), 'by-hand-2019-01-01T100000.000Z.sqlite'].sort(),
    );
    const { rows } = await pool.read('events.list', { offset: 0, limit: 1 });
    expect(rows[0]?.detail).toContain(`older ones removed: ${old[1]}, ${old[0]}`);
    await pool.close();
  });

  it('are not begun where the disk has no room for them, and say how much they would take', async () => {
    openWritable(place.file).close();
    const db = openReadable(place.file);
    const control = { keepGoing: () => undefined, progress: () => undefined };
    const target = join(place.folder, 'copy.sqlite');
    const room = (bytes: number) =>
      vi
        .mocked(statfsSync)
        .mockReturnValueOnce({ bavail: Math.floor(bytes / 512), bsize: 512, blocks: 1_000_000_000 } as never);
    const refused = {
      code: 'disk-full',
      message: expect.stringMatching(/not enough room .* takes \d+ MB, and 1 MB are free.* Nothing was begun\./),
    };
    room(1_000_000);
    await expect(copyLibrary(db, control, target)).rejects.toMatchObject(refused);
    room(1_000_000);
    expect(() => copyAtOnce(db, target)).toThrow(expect.objectContaining(refused));
    expect(readdirSync(place.folder).filter((name) => name.startsWith('copy'))).toEqual([]);
    room(1_000_000_000);
    await copyLibrary(db, control, target);
    expect(existsSync(target)).toBe(true);
    db.close();
  });
});

import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';
import { runTerminal } from './run-terminal.ts';

/** What keeps a library shut, and what the report says of its database. */
const damages: Readonly<Record<string, { readonly damage: (file: string) => void; readonly says: RegExp }>> = {
  'is not there': { damage: (file) => rmSync(file), says: /is not there/ },
  'has no bytes': { damage: (file) => truncateSync(file, 0), says: /is empty/ },
  'is a text': { damage: (file) => writeFileSync(file, 'words '.repeat(2000)), says: /first bytes are not those/ },
  'was cut off': { damage: (file) => truncateSync(file, Math.floor(statSync(file).size / 3)), says: /library\.sqlite/ },
  'has a newer shape': {
    damage: (file) => {
      const db = new Database(file);
      db.pragma('user_version = 990');
      db.close();
    },
    says: /it has shape 990; this program knows shapes up to \d+/,
  },
};

async function withBackup(): Promise<{ library: TestLibrary; backup: string; original: string }> {
  const library = await makeLibrary();
  const { lines } = await library.take(
    library.file('plan.txt', 'Harbour plan\n\nThe harbour plan was put off on Monday by the council.\n'),
    library.file('ferry.txt', 'Ferry\n\nThe ferry leaves later from Monday on, its master said.\n'),
  );
  const backup = await library.run('health.backup', {});
  const { captures } = await library.call('articles.read', { article: lines[0]?.article ?? ('' as never) });
  const [capture] = captures;
  if (capture === undefined) throw new Error('nothing was taken in');
  const original = library.core.context().originals.path(capture.original);
  await library.core.close();
  for (const end of ['-wal', '-shm']) rmSync(join(library.path, `library.sqlite${end}`), { force: true });
  return { library, backup: backup.name, original };
}

for (const [name, { damage, says }] of Object.entries(damages))
  it(`check makes a report of a library whose database ${name}, and changes nothing`, async () => {
    const { library, backup, original } = await withBackup();
    const file = join(library.path, 'library.sqlite');
    damage(file);
    rmSync(original);
    writeFileSync(original, 'other bytes');
    const before = existsSync(file) ? statSync(file).size : null;

    const { code, objects } = await runTerminal('check', library.path, '--json');
    expect(code).toBe(2);
    const of = (check: string) => objects.filter((one) => one.check === check);
    expect(objects[0]).toMatchObject({ check: 'library', ok: false });
    expect(of('database')).toEqual([{ check: 'database', ok: false, detail: expect.stringMatching(says) }]);
    expect(of('original')).toEqual([
      { check: 'original', ok: false, detail: expect.stringContaining(original.slice(-64)) },
    ]);
    expect(of('originals')).toMatchObject([
      { ok: false, detail: expect.stringMatching(/^2 files, \d+ bytes .* 1 have/) },
    ]);
    expect(of('backup')).toMatchObject([{ ok: true, detail: expect.stringContaining(backup) }]);
    const [advice] = of('what can be done');
    expect(advice?.detail).toMatch(new RegExp(`verbatim restore-backup .* ${backup}.*verbatim rebuild`));
    if (name === 'has a newer shape') expect(advice?.detail).toMatch(/newer Verbatim/);
    expect(existsSync(file) ? statSync(file).size : null).toBe(before);
    expect(readdirSync(library.path).filter((one) => one.startsWith('set-aside'))).toEqual([]);

    const words = await runTerminal('check', library.path);
    expect(words.code).toBe(2);
    expect(words.stdout).toMatch(/WRONG\s+library: /);
  }, 180_000);

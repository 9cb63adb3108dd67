import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';
import { runTerminal } from '../cli/run-terminal.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A library in which a backup was restored so often: as many databases were set aside. */
async function restored(times: number): Promise<{ library: TestLibrary; backup: string; aside: string[] }> {
  const library = await makeLibrary();
  await library.take(library.file('plan.txt', 'Harbour plan\n\nThe harbour plan was put off on Monday.\n'));
  const { name: backup } = await library.run('health.backup', {});
  const aside: string[] = [];
  for (let time = 0; time < times; time++)
    aside.push((await library.call('backups.restore', { name: backup, confirm: true })).setAside);
  return { library, backup, aside };
}

/** As an opening leaves it that found what was saved last damaged. */
function keepLog(library: TestLibrary): string {
  const name = 'set-aside/2026-01-01T000000.000Z';
  mkdirSync(join(library.path, name), { recursive: true });
  writeFileSync(join(library.path, name, 'library.sqlite-wal'), 'x'.repeat(5000));
  return name;
}

it('what was set aside is listed with all of its size and removed by hand alone, which the log tells', async () => {
  const { library, backup, aside } = await restored(2);
  const [first, second] = aside;
  if (first === undefined || second === undefined) throw new Error('nothing was set aside');
  writeFileSync(join(library.path, first, 'library.sqlite-wal'), 'x'.repeat(7000));
  const log = keepLog(library);
  const sizeOf = (name: string) =>
    readdirSync(join(library.path, name)).reduce((sum, file) => sum + statSync(join(library.path, name, file)).size, 0);

  const listed = await library.call('backups.list', {});
  expect(new Map(listed.map(({ name, kind }) => [name, kind]))).toEqual(
    new Map([
      [backup, 'backup'],
      [first, 'set-aside'],
      [second, 'set-aside'],
      [log, 'kept-log'],
    ]),
  );
  for (const name of [first, log]) expect(listed.find((one) => one.name === name)?.bytes).toBe(sizeOf(name));
  await expect(library.call('backups.restore', { name: log, confirm: true })).rejects.toMatchObject({
    code: 'not-found',
  });

  for (const name of [backup, '../Library', 'set-aside', 'set-aside/..', 'set-aside/nothing'])
    await expect(library.call('backups.removeSetAside', { name, confirm: true }), name).rejects.toMatchObject({
      code: 'not-found',
    });
  const bytes = sizeOf(first);
  expect(await library.call('backups.removeSetAside', { name: first, confirm: true })).toEqual({ bytes });
  expect(existsSync(join(library.path, first))).toBe(false);
  await library.call('backups.removeSetAside', { name: log, confirm: true });
  expect((await library.call('backups.list', {})).map(({ name }) => name).sort()).toEqual([backup, second].sort());
  const { rows } = await library.call('events.list', {});
  expect(rows.filter(({ detail }) => detail.includes('removed by hand')).map(({ detail }) => detail)).toEqual([
    expect.stringContaining(`${log} (5000 bytes`),
    expect.stringContaining(`${first} (${bytes} bytes`),
  ]);
});

it('the terminal tells the size, removes by name or all but the newest, and nothing else', async () => {
  const { library, backup, aside } = await restored(3);
  const log = keepLog(library);
  await library.core.close();
  const told = await runTerminal('backups', library.path);
  expect(told.code).toBe(0);
  expect(told.stdout).toContain(`kept   ${log}`);
  expect(told.stderr).toMatch(
    /What was set aside \(4, \d+ bytes\) is removed by nothing but “verbatim remove-set-aside”/,
  );

  expect((await runTerminal('remove-set-aside', library.path)).stderr).toContain('Give the names');
  const wrong = await runTerminal('remove-set-aside', library.path, backup);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('nothing was removed');
  expect(existsSync(join(library.path, 'backups', backup))).toBe(true);

  const [oldest, , newest] = aside;
  if (oldest === undefined || newest === undefined) throw new Error('nothing was set aside');
  expect((await runTerminal('remove-set-aside', library.path, oldest)).code).toBe(0);
  const rest = await runTerminal('remove-set-aside', library.path, '--but-newest', '1', '--json');
  expect(rest.objects).toHaveLength(2);
  const left = await runTerminal('backups', library.path, '--json');
  expect(left.objects.filter(({ reason }) => reason !== 'by hand')).toHaveLength(1);
  expect(left.objects.map(({ name }) => name)).toContain(backup);
});

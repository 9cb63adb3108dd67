import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createCore } from '../../../main/core/create-core.ts';
import { LibraryLog } from '../../../main/core/log/library-log.ts';
import { readLog } from '../../../main/core/log/read-log.ts';
import { makeLibrary, page } from '../../support/library.ts';
import { runTerminal } from '../cli/run-terminal.ts';

const whole = { offset: 0, limit: 1000 };
const logText = (libraryPath: string) =>
  readdirSync(join(libraryPath, 'logs'))
    .map((name) => readFileSync(join(libraryPath, 'logs', name), 'utf8'))
    .join('');

describe('the log of a library', () => {
  it('tells of openings, imports, defects and closings, for its owner alone, without anybody’s words', async () => {
    const library = await makeLibrary();
    await library.take(
      library.file('secret-source.html', page({ title: 'Trust at the quay', body: ['Wardens speak of trust.'] })),
    );
    await library.search('wardens');
    const raw = new Database(join(library.path, 'library.sqlite'));
    raw.exec("INSERT OR REPLACE INTO settings (key, value) VALUES ('interface', '{confidential wardens')");
    raw.close();
    await expect(library.call('settings.get', {})).rejects.toMatchObject({ code: 'internal' });
    const { rows } = await library.call('log.list', {});
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['defect', 'import-ended', 'import-began', 'opened']),
    );
    expect(rows.find(({ kind }) => kind === 'defect')).toMatchObject({ call: 'settings.get', error: 'SyntaxError' });
    expect(rows.find(({ kind }) => kind === 'import-ended')).toMatchObject({
      state: 'ended',
      milliseconds: expect.any(Number),
    });
    await library.core.close();
    expect((await readLog(library.path, whole)).rows[0]?.kind).toBe('closed');
    const printed = await runTerminal('log', library.path, '--json');
    expect(printed.code).toBe(0);
    expect(printed.objects.map(({ kind }) => kind)).toEqual(
      [...(await readLog(library.path, whole)).rows].reverse().map(({ kind }) => kind),
    );
    const text = logText(library.path);
    for (const words of ['trust', 'wardens', 'secret-source', 'confidential', library.folder])
      expect(text.toLowerCase()).not.toContain(words);
    expect(statSync(join(library.path, 'logs')).mode & 0o777).toBe(0o700);
    expect(statSync(join(library.path, 'logs', 'log.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('tells why it could not be opened, and how jobs ended that are no imports', async () => {
    const library = await makeLibrary();
    await library.take(library.file('a.html', page({ title: 'Trust at the quay', body: ['Wardens speak.'] })));
    const check = await library.core.call('health.check', {});
    expect(check).toBeDefined();
    await library.core.close();
    const ended = (await readLog(library.path, whole)).rows.filter(({ kind }) => kind === 'job-ended');
    expect(ended).toMatchObject([{ job: 'health.check', state: 'done', code: null, milliseconds: expect.any(Number) }]);

    const database = join(library.path, 'library.sqlite');
    writeFileSync(database, 'this is no database, but long enough to be looked at as one'.repeat(100));
    const core = createCore({ agent: 'Verbatim test' });
    onTestFinished(() => core.close());
    await core.openLibrary(library.path, { mode: 'write' });
    expect((await readLog(library.path, whole)).rows[0]).toMatchObject({
      kind: 'opening-failed',
      agent: 'Verbatim test',
      code: 'library-damaged',
    });
    rmSync(database);
    await core.openLibrary(library.folder, { mode: 'write', create: false });
    expect(existsSync(join(library.folder, 'logs'))).toBe(false);
  });

  it('tells what ended the program, before it ends', async () => {
    const library = await makeLibrary();
    await library.core.close();
    const program = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(new URL('dying-program.ts', import.meta.url)), library.path],
      { encoding: 'utf8' },
    );
    expect(program.status).not.toBe(0);
    expect(program.stderr).toContain('wardens');
    const { rows } = await readLog(library.path, whole);
    expect(rows[0]).toMatchObject({ kind: 'defect', call: 'uncaughtException', error: 'RangeError' });
    expect(logText(library.path)).not.toContain('wardens');
  });

  it('is not written by who only reads the library', async () => {
    const library = await makeLibrary();
    await library.reopen('read');
    const before = (await library.call('log.list', {})).total;
    await library.reopen('read');
    expect((await library.call('log.list', {})).total).toBe(before);
  });
});

describe('its files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const slow = (call: string) => ({ kind: 'slow-call', thread: 'read', call, milliseconds: 50 }) as const;

  it('are put aside when they are large, and the oldest goes', async () => {
    const log = new LibraryLog(folder, { bytes: 400, waiting: 100 });
    for (let number = 0; number < 40; number += 1) {
      log.note(slow(`call.${number}`));
      await log.written();
    }
    const { rows } = await readLog(folder, whole);
    const calls = rows.map(({ call }) => call);
    expect(calls.slice(0, 3)).toEqual(['call.39', 'call.38', 'call.37']);
    expect(calls).not.toContain('call.0');
    const files = readdirSync(join(folder, 'logs'));
    expect(files).toHaveLength(4);
    for (const name of files) expect(statSync(join(folder, 'logs', name)).size).toBeLessThanOrEqual(400);
  });

  it('say how many lines came too fast', async () => {
    const log = new LibraryLog(folder, { bytes: 100_000, waiting: 5 });
    for (let number = 0; number < 12; number += 1) log.note(slow(`call.${number}`));
    await log.written();
    const { rows } = await readLog(folder, whole);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({ kind: 'lines-lost', count: 7 });
  });

  it('go on after half a line of a process that was killed', async () => {
    const first = new LibraryLog(folder);
    first.note(slow('first'));
    await first.written();
    appendFileSync(join(folder, 'logs', 'log.jsonl'), '{"time":"2026-');
    const second = new LibraryLog(folder);
    second.note(slow('second'));
    await second.written();
    expect((await readLog(folder, whole)).rows.map(({ call }) => call)).toEqual(['second', 'first']);
  });

  it('stop nobody where they can’t be written, and tell of it later', async () => {
    writeFileSync(join(folder, 'logs'), 'in its place');
    const log = new LibraryLog(folder);
    log.note(slow('lost'));
    await log.written();
    rmSync(join(folder, 'logs'));
    log.note(slow('kept'));
    await log.written();
    expect((await readLog(folder, whole)).rows).toMatchObject([{ kind: 'lines-lost', count: 1 }, { call: 'kept' }]);
  });
});

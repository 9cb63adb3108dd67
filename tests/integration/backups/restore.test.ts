import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../db/migrations/index.ts';
import { openWritable } from '../../../db/open.ts';
import type { ArticleId } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { runTerminal } from '../cli/run-terminal.ts';

const body = [
  'The harbour board met on Thursday and spoke of the dredging for an hour, its chair said when the members had gone home.',
  'Nothing was decided about it, and the members are to meet again before the end of the month, the chair said.',
];

/** A library with articles, marks, codes and collections, and the name of a backup of it. */
async function withBackup(): Promise<{ library: TestLibrary; backup: string; articles: ArticleId[] }> {
  const library = await makeLibrary();
  const files = ['dredging', 'ferries', 'wardens'].map((name) =>
    library.file(`${name}.html`, page({ title: `Report on ${name}`, url: `https://courier.example/${name}`, body })),
  );
  const { lines } = await library.take(...files);
  const articles = lines.flatMap(({ article }) => article ?? []);
  const [first] = articles;
  if (first === undefined) throw new Error('nothing was taken in');
  await mark(library, first, 'before the backup');
  const { id } = await library.call('collections.create', { name: 'Harbour', parent: null, query: null });
  await library.call('collections.add', { id, articles });
  const backup = await library.run('health.backup', {});
  return { library, backup: backup.name, articles };
}

async function mark(library: TestLibrary, article: ArticleId, note: string): Promise<void> {
  const { revision } = await library.call('articles.read', { article });
  const start = revision.text.indexOf('Nothing was decided');
  await library.call('annotations.create', {
    article,
    revision: revision.id,
    start,
    end: start + 19,
    note,
    color: 'amber',
    codes: [],
  });
}

/** All that a library says of itself but its log. */
async function everything(library: TestLibrary): Promise<unknown> {
  const { pool } = library.core.context();
  const ids = (await library.call('search.run', { query: '', limit: 100 })).rows
    .map(({ article }) => article.id)
    .sort();
  const records = [];
  for (const id of ids) records.push(await pool.read('export.articleRecord', id));
  return { records, codes: await pool.read('export.codes'), collections: await pool.read('collections.list') };
}

async function alter(library: TestLibrary, articles: readonly ArticleId[]): Promise<void> {
  const [first, second] = articles;
  if (first === undefined || second === undefined) throw new Error('too few articles');
  await mark(library, second, 'after the backup');
  await library.call('articles.bin', { articles: [first] });
  await library.take(
    library.file('late.html', page({ title: 'A late report', url: 'https://courier.example/late', body })),
  );
}

describe('restoring a backup', () => {
  it('in the interface brings everything back as it was, and sets the present state aside', async () => {
    const { library, backup, articles } = await withBackup();
    const before = await everything(library);
    await alter(library, articles);
    const altered = await everything(library);
    expect(altered).not.toEqual(before);

    expect(await library.call('backups.list', {})).toMatchObject([{ name: backup, shape: expect.any(Number) }]);
    expect(await library.call('backups.examine', { name: backup })).toEqual({ ok: true, problem: null });
    const { setAside } = await library.call('backups.restore', { name: backup, confirm: true });
    expect(await everything(library)).toEqual(before);
    const { rows } = await library.call('events.list', { offset: 0, limit: 10 });
    expect(rows.find(({ kind }) => kind === 'restore')?.detail).toContain(setAside);
    // The article that came after the backup has left its original: it is kept, and told.
    const { lines } = await library.run('health.check', {});
    expect(lines.filter(({ ok }) => !ok)).toEqual([]);
    expect(lines.find(({ check }) => check === 'unused originals')?.detail).toMatch(/^1 file /u);

    // What was set aside is restored in the same way: nothing is lost by a restore that was not meant.
    const listed = (await library.call('backups.list', {})).find(({ reason }) => reason === 'set aside');
    expect(listed?.name).toBe(setAside);
    await library.call('backups.restore', { name: setAside, confirm: true });
    expect(await everything(library)).toEqual(altered);
  });

  it('in the terminal, with a log of the old database beside it, and tells what of its originals is gone since', async () => {
    const { library, backup, articles } = await withBackup();
    const before = await everything(library);
    await alter(library, articles);
    await library.call('bin.empty', { confirm: true });
    // As a process that was killed leaves it: the last changes stand in the log alone.
    const copy = join(library.folder, 'copy');
    cpSync(library.path, copy, { recursive: true, filter: (path) => !path.endsWith('library.lock') });
    await library.core.close();
    expect(statSync(join(copy, 'library.sqlite-wal')).size).toBeGreaterThan(0);

    const listed = await runTerminal('backups', copy, '--json');
    expect(listed.code).toBe(0);
    expect(listed.objects).toMatchObject([{ name: backup, ok: true, reason: 'by hand' }]);
    const restored = await runTerminal('restore-backup', copy, '--json');
    expect(restored.stderr).toBe('');
    expect(restored.objects).toMatchObject([{ restored: backup, articles: 3, annotations: 1 }]);
    const check = await runTerminal('check', copy);
    expect(check.code).toBe(2);
    expect(check.stdout).toMatch(/WRONG {2}original: [0-9a-f]{64} is missing/u);
    expect(check.stdout).toMatch(/unused originals: 1 file/u);

    rmSync(library.path, { recursive: true });
    cpSync(copy, library.path, { recursive: true });
    await library.reopen();
    expect(await everything(library)).toEqual(before);
  });

  it('refuses a damaged backup, one from a newer program and one that is not there, and changes nothing', async () => {
    const { library, backup, articles } = await withBackup();
    await alter(library, articles);
    const before = await everything(library);
    const backups = join(library.path, 'backups');
    const newer = join(backups, 'newer.sqlite');
    copyFileSync(join(backups, backup), newer);
    const db = new Database(newer);
    db.pragma('user_version = 9990');
    db.close();
    copyFileSync(join(backups, backup), join(backups, 'cut.sqlite'));
    truncateSync(join(backups, 'cut.sqlite'), 40_960);
    writeFileSync(join(backups, 'words.sqlite'), 'Words, and no database.');
    const attempts = {
      'newer.sqlite': 'library-newer',
      'cut.sqlite': 'library-damaged',
      'words.sqlite': 'library-damaged',
      '../library.sqlite': 'not-found',
    };
    for (const [name, code] of Object.entries(attempts))
      await expect(library.call('backups.restore', { name, confirm: true }), name).rejects.toMatchObject({ code });
    for (const name of ['cut.sqlite', 'words.sqlite'])
      expect(await library.call('backups.examine', { name })).toMatchObject({
        ok: false,
        problem: expect.stringContaining(name),
      });
    expect(await everything(library)).toEqual(before);
    expect(existsSync(join(library.path, 'set-aside'))).toBe(false);
    expect(readdirSync(library.path)).not.toContain('.restoring');
  });

  it('brings an older backup up to date', async () => {
    const library = await makeLibrary();
    await library.take(
      library.file('late.html', page({ title: 'A late report', url: 'https://courier.example/late', body })),
    );
    mkdirSync(join(library.path, 'backups'), { recursive: true });
    const old = join(library.path, 'backups', 'before-migration-from-10.sqlite');
    openWritable(old, { migrations: migrations.filter(({ version }) => version <= 70) }).close();
    expect(await library.call('backups.list', {})).toMatchObject([{ shape: 70, reason: 'before a migration' }]);
    await library.call('backups.restore', { name: 'before-migration-from-10.sqlite', confirm: true });
    expect(await library.call('library.state', {})).toMatchObject({ status: 'open', library: { articles: 0 } });
  });

  it('is possible where the library can’t be opened, and not where another program writes it', async () => {
    const { library, backup } = await withBackup();
    const before = await everything(library);
    const busy = await runTerminal('restore-backup', library.path);
    expect(busy.code).toBe(1);
    expect(busy.stderr).toMatch(/open for writing elsewhere/u);
    await library.core.close();
    writeFileSync(join(library.path, 'library.sqlite'), 'Somebody else’s words. '.repeat(400));
    await expect(library.reopen()).rejects.toThrow(/library-damaged/u);
    expect(await library.call('backups.list', {})).toMatchObject([{ name: backup }]);
    await library.call('backups.restore', { name: backup, confirm: true });
    expect(await everything(library)).toEqual(before);
  });
});

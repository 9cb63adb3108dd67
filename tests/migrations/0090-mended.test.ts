import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

const insert = `INSERT INTO import_lines (import, path, outcome, title, reason, bytes, source) VALUES (1, ?, ?, 'A', 'why', 3, '/a')`;

it('keeps every line of every report with its number, and lets new ones tell of what was mended', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 90) });
  old.exec("INSERT INTO imports (uuid, started, state) VALUES ('import', '2024-11-14T10:00:00.000Z', 'ended')");
  for (const outcome of ['taken', 'partial', 'duplicate', 'revision', 'mentioned', 'unmapped', 'refused'])
    old.prepare(insert).run('a', outcome);
  old.exec("DELETE FROM import_lines WHERE outcome = 'partial'");
  const before = old.prepare('SELECT * FROM import_lines ORDER BY id').all();
  expect(() => old.prepare(insert).run('a', 'mended')).toThrow(/CHECK/u);
  old.close();
  const db = openWritable(library.file, { migrations: migrations.filter(({ version }) => version <= 90) });
  expect(db.pragma('user_version', { simple: true })).toBe(90);
  expect(db.prepare('SELECT * FROM import_lines ORDER BY id').all()).toEqual(before);
  db.prepare(insert).run('a', 'mended');
  expect(() => db.prepare(insert).run('a', 'unheard of')).toThrow(/CHECK/u);
  expect(
    db.prepare("EXPLAIN QUERY PLAN SELECT count(*) FROM import_lines WHERE import = 1 AND outcome = 'taken'").all(),
  ).toMatchObject([{ detail: expect.stringContaining('import_lines_import') }]);
  db.exec('DELETE FROM imports');
  expect(db.prepare('SELECT count(*) FROM import_lines').pluck().get()).toBe(0);
  db.close();
});

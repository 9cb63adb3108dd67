import { describe, expect, it } from 'vitest';
import type { Migration } from '../../db/migrations/migration.ts';
import { openWritable } from '../../db/open.ts';
import type { OpeningProgress } from '../../main/contract/library.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

const papers: Migration = {
  version: 10,
  name: 'papers',
  sql: `CREATE TABLE papers (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE TABLE issues (id INTEGER PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers(id) ON DELETE CASCADE) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(entry, content='', contentless_delete=1);`,
};
/** A parent built anew, by the way that migration 0060 went with a table that nothing refers to. */
const longerNames: Migration = {
  version: 20,
  name: 'longer names',
  sql: `CREATE TABLE papers_next (id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (length(name) > 2)) STRICT;
    INSERT INTO papers_next SELECT id, name FROM papers;
    DROP TABLE papers;
    ALTER TABLE papers_next RENAME TO papers;`,
};

function fill(): void {
  const db = openWritable(library.file, { migrations: [papers] });
  db.exec(`INSERT INTO papers (id, name) VALUES (1, 'Port Ellery Courier'), (2, 'Harbour Post');
    INSERT INTO issues (id, paper) VALUES (1, 1), (2, 1), (3, 2);
    INSERT INTO words (rowid, entry) VALUES (1, 'harbour'), (2, 'quay');`);
  db.close();
}

function open(step: Migration) {
  return openWritable(library.file, { migrations: [papers, step] });
}

describe('a table that others refer to, built anew', () => {
  it('keeps the rows of those that refer to it', () => {
    fill();
    const db = open(longerNames);
    expect(db.prepare('SELECT id, paper FROM issues ORDER BY id').all()).toEqual([
      { id: 1, paper: 1 },
      { id: 2, paper: 1 },
      { id: 3, paper: 2 },
    ]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    // The references are those of the new table.
    db.exec('DELETE FROM papers WHERE id = 1');
    expect(db.prepare('SELECT count(*) FROM issues').pluck().get()).toBe(1);
    expect(() => db.exec('INSERT INTO issues (paper) VALUES (99)')).toThrow(/FOREIGN KEY/u);
    db.close();
  });
});

describe('a step that loses rows', () => {
  const lossy = (sql: string, changesRows: readonly string[] = []): Migration => ({
    version: 20,
    name: 'a lossy step',
    sql,
    changesRows,
  });

  it.each([
    ['rows of a table', 'DELETE FROM issues WHERE id = 3', /2 of 3 rows of the table issues/u],
    ['a whole table', 'DROP TABLE issues', /nothing of 3 rows of the table issues/u],
    ['documents of an index', 'DELETE FROM words WHERE rowid = 1', /1 of 2 rows of the table words_docsize/u],
    [
      'a reference',
      "INSERT INTO papers VALUES (3, 'Gazette'); UPDATE issues SET paper = 7 WHERE id = 1; DELETE FROM papers WHERE id = 3",
      /1 references of the table issues/u,
    ],
  ])('is taken back: %s', (_what, sql, message) => {
    fill();
    expect(() => open(lossy(sql))).toThrow(message);
    expect(() => open(lossy(sql))).toThrow(library.file);
    const db = openWritable(library.file, { migrations: [papers] });
    expect(db.pragma('user_version', { simple: true })).toBe(10);
    expect(db.prepare('SELECT count(*) FROM issues').pluck().get()).toBe(3);
    expect(db.prepare('SELECT count(*) FROM words_docsize').pluck().get()).toBe(2);
    db.close();
  });

  it('is kept where it says that it means to', () => {
    fill();
    const db = open(lossy('DELETE FROM issues WHERE id = 3; DROP TABLE words', ['issues', 'words_docsize']));
    expect(db.prepare('SELECT count(*) FROM issues').pluck().get()).toBe(2);
    db.close();
  });
});

it('tells how far it is: the backup, each step by its name, each table that is checked', () => {
  fill();
  const told: OpeningProgress[] = [];
  openWritable(library.file, {
    migrations: [papers, longerNames],
    backUp: () => 'before.sqlite',
    onProgress: (progress) => told.push(progress),
  }).close();
  const checked = [
    'applied_migrations',
    'issues',
    'papers',
    'sqlite_schema',
    'words',
    'words_config',
    'words_data',
    'words_docsize',
    'words_idx',
  ];
  expect(told.map(({ phase, current, backup }) => [phase, current, backup])).toEqual([
    ['backing-up', '', null],
    ['changing', 'longer names', 'before.sqlite'],
    ...checked.map((table) => ['checking', table, 'before.sqlite']),
  ]);
  expect(told.map(({ done }) => done)).toEqual(told.map((_progress, index) => index));
  expect(told.at(-1)?.total).toBe(told.length);
});

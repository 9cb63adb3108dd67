import { readdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { latestVersion, migrations } from '../../db/migrations/index.ts';
import { applicationId, openReadable, openWritable } from '../../db/open.ts';
import { DatabasePool } from '../../db/pool.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

describe('the first shape', () => {
  it('numbers migrations upwards in fives, each once', () => {
    const versions = migrations.map((migration) => migration.version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(versions.every((version) => version % 5 === 0)).toBe(true);
    expect(latestVersion).toBe(versions.at(-1));
  });

  it('makes an empty library that is marked, sound and of the newest shape', () => {
    const db = openWritable(library.file);
    expect(db.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    const again = openReadable(library.file);
    expect(again.prepare('SELECT count(*) AS n FROM articles').get()).toEqual({ n: 0 });
    again.close();
  });

  it('refuses a library from a newer program and leaves it as it is', () => {
    openWritable(library.file).close();
    const raw = new Database(library.file);
    raw.pragma(`user_version = ${latestVersion + 10}`);
    raw.close();
    expect(() => openWritable(library.file)).toThrowError(/newer Verbatim/);
    expect(() => openReadable(library.file)).toThrowError(/newer Verbatim/);
    const after = new Database(library.file, { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(latestVersion + 10);
    after.close();
  });

  it('refuses a database of another program and a file that is no database', () => {
    const other = new Database(library.file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expect(() => openWritable(library.file)).toThrowError(/no Verbatim library/);
  });
});

describe('migrating', () => {
  it('backs the library up first, applies what is new, and keeps the rows', async () => {
    const db = openWritable(library.file);
    db.prepare("INSERT INTO settings (key, value) VALUES ('interface', '{}')").run();
    // A library of an older shape: the same rows under a smaller number, with steps that can be applied again.
    db.close();
    const step = {
      version: latestVersion + 10,
      name: 'a test step',
      sql: 'ALTER TABLE settings ADD COLUMN touched TEXT',
    };
    const seen: number[] = [];
    const migrated = openWritable(library.file, {
      migrations: [...migrations, step],
      backUp: (_db, from) => {
        seen.push(from);
        return 'a backup';
      },
    });
    expect(seen).toEqual([latestVersion]);
    expect(migrated.prepare('SELECT key, touched FROM settings').get()).toEqual({ key: 'interface', touched: null });
    expect(migrated.pragma('user_version', { simple: true })).toBe(step.version);
    migrated.close();
  });

  it('rolls back whole when a step fails', () => {
    openWritable(library.file).close();
    const step = {
      version: latestVersion + 10,
      name: 'broken',
      sql: 'CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1)',
    };
    expect(() => openWritable(library.file, { migrations: [...migrations, step] })).toThrowError(/nowhere/);
    const db = openWritable(library.file);
    expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined();
    db.close();
  });

  it('makes no backup of a library that is just being made', async () => {
    const pool = await DatabasePool.open({ file: library.file, mode: 'write', agent: 'Verbatim test' });
    await pool.close();
    expect(readdirSync(library.folder)).not.toContain('backups');
  });
});

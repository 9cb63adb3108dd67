import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { latestVersion, migrations } from '../../db/migrations/index.ts';
import { openReadable, openWritable } from '../../db/open.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

const passedOver = 110;

/** A library that has every step but one in the middle: two branches of the program met in it. */
function makeWithoutTheMiddle(): void {
  const db = openWritable(library.file, { migrations: migrations.filter(({ version }) => version !== passedOver) });
  db.exec("INSERT INTO settings (key, value) VALUES ('interface', '{}')");
  db.close();
}

function stepsTold(): readonly number[] {
  const db = new Database(library.file, { readonly: true });
  const versions = db.prepare<[], number>('SELECT version FROM applied_migrations ORDER BY version').pluck().all();
  db.close();
  return versions;
}

describe('a step whose number is below one that a library has already', () => {
  it('is applied after a backup, and the library keeps its rows and its newest shape', () => {
    makeWithoutTheMiddle();
    expect(stepsTold()).not.toContain(passedOver);
    const backups: number[] = [];
    const db = openWritable(library.file, {
      backUp: (_db, from) => {
        backups.push(from);
        return 'before.sqlite';
      },
    });
    expect(backups).toEqual([latestVersion]);
    expect(db.prepare('SELECT count(*) FROM verbatim_checks').pluck().get()).toBe(0);
    expect(db.prepare('SELECT key FROM settings').pluck().all()).toEqual(['interface']);
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion);
    db.close();
    expect(stepsTold()).toEqual(migrations.map(({ version }) => version));
  });

  it('is applied too where the library was made before it was told which steps it has', () => {
    makeWithoutTheMiddle();
    const raw = new Database(library.file);
    raw.exec('DROP TABLE applied_migrations');
    raw.close();
    const db = openWritable(library.file);
    expect(db.prepare('SELECT count(*) FROM verbatim_checks').pluck().get()).toBe(0);
    db.close();
    expect(stepsTold()).toEqual(migrations.map(({ version }) => version));
  });

  it('keeps a library from being opened for reading until it is applied', () => {
    makeWithoutTheMiddle();
    expect(() => openReadable(library.file)).toThrowError(/older shape/u);
    openWritable(library.file).close();
    openReadable(library.file).close();
  });
});

it('a library of before is told once which steps it has, without a backup, and no step is applied again', () => {
  openWritable(library.file).close();
  const raw = new Database(library.file);
  raw.exec('DROP TABLE applied_migrations');
  raw.close();
  openReadable(library.file).close();
  openWritable(library.file, {
    backUp: () => {
      throw new Error('nothing is changed that a backup would be made for');
    },
  }).close();
  expect(stepsTold()).toEqual(migrations.map(({ version }) => version));
});

it('a library with a step that this program does not know is refused as a newer one, whatever its number', () => {
  openWritable(library.file).close();
  const raw = new Database(library.file);
  raw.exec('INSERT INTO applied_migrations (version) VALUES (15)');
  raw.close();
  expect(() => openWritable(library.file)).toThrowError(/newer Verbatim \(step 15/u);
  expect(() => openReadable(library.file)).toThrowError(/newer Verbatim \(step 15/u);
});

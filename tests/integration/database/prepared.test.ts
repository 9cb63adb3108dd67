import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keepPrepared } from '../../../db/prepared.ts';

function connection(): Database.Database {
  const db = new Database(':memory:');
  keepPrepared(db);
  db.exec(
    "CREATE TABLE papers (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO papers VALUES (1, 'Courier'), (2, 'Record')",
  );
  return db;
}

test('the same text is prepared once', () => {
  const db = connection();
  expect(db.prepare('SELECT name FROM papers')).toBe(db.prepare('SELECT name FROM papers'));
});

test('who plucks a column changes nothing for those who read rows by the same text', () => {
  const db = connection();
  const text = 'SELECT name FROM papers WHERE id = ?';
  expect(db.prepare(text).pluck().get(1)).toBe('Courier');
  expect(db.prepare(text).get(1)).toEqual({ name: 'Courier' });
  expect(db.prepare(text).pluck().get(2)).toBe('Record');
});

test('a query may ask its own text again while it is stepped through', () => {
  const db = connection();
  const seen: unknown[] = [];
  for (const outer of db.prepare('SELECT id FROM papers ORDER BY id').iterate())
    seen.push([outer, db.prepare('SELECT id FROM papers ORDER BY id').all().length]);
  expect(seen).toEqual([
    [{ id: 1 }, 2],
    [{ id: 2 }, 2],
  ]);
});

test('a change of shape is noticed by what was prepared before', () => {
  const db = connection();
  const text = 'SELECT * FROM papers WHERE id = 1';
  db.prepare(text).get();
  db.exec("ALTER TABLE papers ADD COLUMN town TEXT DEFAULT 'Port Ellery'");
  expect(db.prepare(text).get()).toEqual({ id: 1, name: 'Courier', town: 'Port Ellery' });
});

test('hundreds of texts that are asked once take nothing from those that are asked again', () => {
  const db = connection();
  for (let number = 0; number < 1000; number += 1)
    expect(db.prepare(`SELECT ${number} AS n`).pluck().get()).toBe(number);
  expect(db.prepare('SELECT 7 AS n').get()).toEqual({ n: 7 });
});

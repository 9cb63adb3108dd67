import { expect, it } from 'vitest';
import { first } from '../../db/migrations/0010-first.ts';
import { likeness } from '../../db/migrations/0030-likeness.ts';
import { openWritable } from '../../db/open.ts';
import type { WritableDb } from '../../db/types.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

function addArticle(db: WritableDb, number: number): void {
  const at = '2024-11-14T10:00:00.000Z';
  db.prepare("INSERT INTO originals (sha256, bytes, media_type, added) VALUES (?, 1, 'text/html', ?)").run(
    `original ${number}`,
    at,
  );
  db.prepare(
    `INSERT INTO articles (uuid, url, text_sha256, title, byline, words, added) VALUES (?, ?, ?, 'A', '[]', 3, ?)`,
  ).run(`article ${number}`, `https://courier.example/${number}`, `text ${number}`, at);
  db.prepare(
    `INSERT INTO captures (uuid, article, original, name, format, imported) VALUES (?, ?, ?, 'a.html', 'html', ?)`,
  ).run(`capture ${number}`, number, number, at);
  db.prepare(
    `INSERT INTO revisions (uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created)
     VALUES (?, ?, ?, 1, 'html/1', '{}', '{}', 'a text', '', '[]', '[]', ?, 3, ?)`,
  ).run(`revision ${number}`, number, number, `text ${number}`, at);
  db.prepare('UPDATE articles SET current_revision = ? WHERE id = ?').run(number, number);
}

it('keeps the articles of the first shape and marks each as not yet compared', () => {
  const old = openWritable(library.file, { migrations: [first] });
  for (const number of [1, 2, 3]) addArticle(old, number);
  old.close();
  const db = openWritable(library.file, { migrations: [first, likeness] });
  expect(db.pragma('user_version', { simple: true })).toBe(30);
  expect(db.prepare('SELECT id, url, compared FROM articles').all()).toEqual(
    [1, 2, 3].map((id) => ({ id, url: `https://courier.example/${id}`, compared: null })),
  );
  const waiting = 'SELECT id FROM articles WHERE compared IS NOT current_revision';
  expect(db.prepare(`EXPLAIN QUERY PLAN ${waiting}`).all()).toMatchObject([
    { detail: 'SCAN articles USING INDEX articles_uncompared' },
  ]);
  db.prepare('UPDATE articles SET compared = current_revision WHERE id <> 2').run();
  expect(db.prepare(waiting).pluck().all()).toEqual([2]);
  db.close();
});

it('lets a sketch, its words in the index and every pair go with the article', () => {
  const db = openWritable(library.file, { migrations: [first, likeness] });
  for (const number of [1, 2]) addArticle(db, number);
  for (const number of [1, 2]) {
    db.prepare('INSERT INTO text_sketches (revision, shingles, kept, scale) VALUES (?, 50, 3, 4)').run(number);
    db.prepare('INSERT INTO shingle_index (rowid, hashes) VALUES (?, ?)').run(number, '1a 2b 3c');
  }
  db.exec(`INSERT INTO article_pairs VALUES (1, 2, 'text', 40, 0.9, 0.8), (1, 2, 'address', NULL, NULL, NULL);
    INSERT INTO dismissed_pairs VALUES (1, 2, '2024-11-14T10:00:00.000Z')`);
  const found = db.prepare('SELECT rowid FROM shingle_index WHERE shingle_index MATCH ?').pluck();
  expect(found.all('"2b"')).toEqual([1, 2]);
  db.prepare('DELETE FROM articles WHERE id = 1').run();
  expect(found.all('"2b"')).toEqual([2]);
  for (const table of ['article_pairs', 'dismissed_pairs'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

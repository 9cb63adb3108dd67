import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { describeArticle, readArticle } from '../../db/queries/articles.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();
const at = '2024-11-14T10:00:00.000Z';
const former = () => openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 145) });

it('packs what revisions say, keeps every word of it, and finds them as before', () => {
  const old = former();
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added) VALUES
      (1, 'a1', 'x', 'Quay', '["Ada Reyl"]', 1, '${at}'), (2, 'a2', 'x', 'Scan', '[]', 0, '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'h1', 1, 'text/plain', '${at}'), (2, 'h2', 1, 'application/pdf', '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported) VALUES
      (1, 'c1', 1, 1, '', 'a.txt', 'text', '${at}'), (2, 'c2', 2, 2, '', 'b.pdf', 'pdf', '${at}');`);
  const insert = old.prepare(
    `INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created)
     VALUES (?, ?, ?, ?, ?, 'text/1', '{}', ?, ?, '', ?, '[]', 'x', 1, '${at}')`,
  );
  const words = '“Wir bauen nicht”, said Łukasz 🙂.';
  const document = {
    blocks: [{ kind: 'paragraph', role: 'body', purpose: null, content: { text: words, marks: [] } }],
  };
  const removals = [{ step: 'link lists', reason: 'navigation', text: 'Home' }];
  insert.run(7, 'r1', 1, 1, 1, '{"blocks":[]}', 'Earlier words.', '[]');
  insert.run(8, 'r2', 1, 1, 2, JSON.stringify(document), words, JSON.stringify(removals));
  insert.run(9, 'r3', 2, 2, 1, '{"blocks":[]}', '', '[]');
  old.exec(`UPDATE articles SET current_revision = 8 WHERE id = 1; UPDATE articles SET current_revision = 9 WHERE id = 2;
    INSERT INTO search_index (search_index) VALUES ('rebuild')`);
  old.close();

  const db = openWritable(library.file);
  expect(readArticle(db, 'a1', null)?.revision).toMatchObject({ text: words, document, removals });
  expect(readArticle(db, 'a1', 'r1')?.revision.text).toBe('Earlier words.');
  expect(describeArticle(db, 'a1', null)?.onPages).toBe(false);
  expect(describeArticle(db, 'a2', null)?.onPages).toBe(true);
  const found = (match: string) =>
    db.prepare<[string], number>('SELECT rowid FROM search_index WHERE search_index MATCH ?').pluck().all(match);
  for (const match of ['bauen', 'łukasz', 'ba*', 'bau*', 'byline : reyl', 'title : quay'])
    expect(found(match)).toEqual([1]);
  expect(found('earlier')).toEqual([]);
  expect(() => db.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")).not.toThrow();
  db.close();
});

it('gives the room that it makes free back to the disk', () => {
  const old = former();
  const text = 'The harbour plan was put off on Monday. '.repeat(200);
  old.exec(`INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'h1', 1, 'text/plain', '${at}')`);
  for (let number = 1; number <= 100; number++)
    old.exec(`
      INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added) VALUES (${number}, 'a${number}', 'x', 'T', '[]', 1, '${at}');
      INSERT INTO captures (id, uuid, article, original, part, name, format, imported) VALUES (${number}, 'c${number}', ${number}, 1, '${number}', 'a.txt', 'text', '${at}');
      INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created)
        VALUES (${number}, 'r${number}', ${number}, ${number}, 1, 'text/1', '{}', '{"blocks":["${text}"]}', '${text}', '', '[]', '[]', 'x', 1, '${at}');
      UPDATE articles SET current_revision = ${number} WHERE id = ${number}`);
  const pages = (db: { pragma(name: string, options: { simple: true }): unknown }) =>
    Number(db.pragma('page_count', { simple: true }));
  const before = pages(old);
  old.close();
  const db = openWritable(library.file);
  expect(pages(db)).toBeLessThan(before / 2);
  db.close();
});

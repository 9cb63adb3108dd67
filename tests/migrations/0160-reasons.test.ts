import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { countStatements } from '../../db/queries/statement-counts.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

it('keeps the suggestions of an older library, without a reason, and counts them by how sure they are', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 160) });
  const at = '2024-11-14T10:00:00.000Z';
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added, binned) VALUES
      (1, 'a1', 'x', 'A', '[]', 1, '${at}', NULL), (2, 'a2', 'x', 'B', '[]', 1, '${at}', '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'h1', 1, 'text/plain', '${at}'), (2, 'h2', 1, 'text/plain', '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported)
      SELECT id, 'c' || id, id, id, '', 'a.txt', 'text', '${at}' FROM articles;
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, created)
      SELECT id, 'r' || id, id, id, 1, 'text/1', '{}', '', '[]', 'x', 1, '${at}' FROM articles;
    UPDATE articles SET current_revision = id;`);
  const insert = old.prepare(
    `INSERT INTO statements (uuid, article, made_in, kind, state, confidence, quote, prefix, suffix, created, modified)
     VALUES (?, ?, ?, 'direct', ?, ?, 'Words', '', '', '${at}', '${at}')`,
  );
  for (const article of [1, 2])
    for (const [state, confidence] of [
      ['suggested', 0.4],
      ['suggested', 0.9],
      ['confirmed', 0.4],
      ['rejected', 0.9],
    ] as const)
      insert.run(`${article} ${state} ${confidence}`, article, article, state, confidence);
  old.close();
  const db = openWritable(library.file);
  expect(db.prepare('SELECT count(*) FROM statements WHERE reason IS NULL').pluck().get()).toBe(8);
  expect(countStatements(db)).toEqual({ total: 3, suggested: 2, withheld: 0 });
  expect(countStatements(db, 0.5)).toEqual({ total: 2, suggested: 1, withheld: 1 });
  db.close();
});

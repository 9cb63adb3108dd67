import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { countStatements } from '../../db/queries/statement-counts.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

it('counts the statements of an older library: those that wait, and all that are not rejected, without the bin’s', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 140) });
  const at = '2024-11-14T10:00:00.000Z';
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added, binned) VALUES
      (1, 'a1', 'x', 'A', '[]', 1, '${at}', NULL), (2, 'a2', 'x', 'B', '[]', 1, '${at}', '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'h1', 1, 'text/plain', '${at}'), (2, 'h2', 1, 'text/plain', '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported)
      SELECT id, 'c' || id, id, id, '', 'a.txt', 'text', '${at}' FROM articles;
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created)
      SELECT id, 'r' || id, id, id, 1, 'text/1', '{}', '{"blocks":[]}', 'Words', '', '[]', '[]', 'x', 1, '${at}' FROM articles;
    UPDATE articles SET current_revision = id;`);
  const insert = old.prepare(
    `INSERT INTO statements (uuid, article, made_in, kind, state, confidence, quote, prefix, suffix, created, modified, binned)
     VALUES (?, ?, ?, 'direct', ?, 1, 'Words', '', '', '${at}', '${at}', ?)`,
  );
  for (const article of [1, 2])
    for (const state of ['suggested', 'confirmed', 'rejected'])
      for (const binned of [null, null, at])
        insert.run(`${article} ${state} ${Math.random()}`, article, article, state, binned);
  old.close();
  const db = openWritable(library.file);
  expect(countStatements(db)).toEqual({ total: 4, suggested: 2, withheld: 0 });
  db.close();
});

import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

it('statements of an older library are sorted by when they were found and by how sure the program was, without being read', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 165) });
  const at = '2024-11-14T10:00:00.000Z';
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added) VALUES (1, 'a1', 'x', 'A', '[]', 1, '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'h1', 1, 'text/plain', '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported)
      VALUES (1, 'c1', 1, 1, '', 'a.txt', 'text', '${at}');
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, created)
      VALUES (1, 'r1', 1, 1, 1, 'text/1', '{}', '', '[]', 'x', 1, '${at}');`);
  for (const [uuid, confidence] of [
    ['first', 0.4],
    ['second', 0.9],
    ['third', 0.6],
  ] as const)
    old
      .prepare(
        `INSERT INTO statements (uuid, article, made_in, kind, state, confidence, quote, prefix, suffix, created, modified)
         VALUES (?, 1, 1, 'direct', 'suggested', ?, 'Words', '', '', '${at}', '${at}')`,
      )
      .run(uuid, confidence);
  old.close();
  const db = openWritable(library.file);
  const sorted = (index: string, order: string) => {
    const sql = `FROM statements INDEXED BY ${index} WHERE binned IS NULL ORDER BY ${order}`;
    const plan = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT id ${sql}`).all();
    expect(plan.map(({ detail }) => detail)).toEqual([`SCAN statements USING COVERING INDEX ${index}`]);
    return db.prepare<[], string>(`SELECT uuid ${sql}`).pluck().all();
  };
  expect(sorted('statements_found', 'id DESC')).toEqual(['third', 'second', 'first']);
  expect(sorted('statements_sure', 'confidence DESC')).toEqual(['second', 'third', 'first']);
  db.close();
});

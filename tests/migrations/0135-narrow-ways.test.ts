import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { countEverything } from '../../db/queries/articles.ts';
import { listEvents, recordEvent } from '../../db/queries/events.ts';
import { countOlderExtraction } from '../../db/queries/extraction.ts';
import { countOriginals } from '../../db/queries/originals.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

it('counts what an older library holds as before', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 135) });
  const at = '2024-11-14T10:00:00.000Z';
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added, binned) VALUES
      (1, 'a1', 'x', 'A', '[]', 1, '${at}', NULL), (2, 'a2', 'x', 'B', '[]', 1, '${at}', NULL), (3, 'a3', 'x', 'C', '[]', 1, '${at}', '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'h1', 10, 'text/plain', '${at}'), (2, 'h2', 20, 'text/plain', '${at}'), (3, 'h3', 5, 'text/plain', '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported)
      SELECT id, 'c' || id, id, id, '', 'a.txt', 'text', '${at}' FROM articles;
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created)
      SELECT id, 'r' || id, id, id, 1, CASE id WHEN 2 THEN 'text/2' ELSE 'text/1' END, '{}', '{"blocks":[]}', 'Words', '', '[]', '[]', 'x', 1, '${at}' FROM articles;
    UPDATE articles SET current_revision = id;
    INSERT INTO annotations (uuid, article, made_in, note, quote, prefix, suffix, created, modified) VALUES
      ('n1', 1, 1, '', 'W', '', '', '${at}', '${at}'), ('n3', 3, 3, '', 'W', '', '', '${at}', '${at}');`);
  for (const detail of ['first', 'second', 'third'])
    recordEvent(old, { kind: 'library', agent: 'Verbatim test', subject: null, outcome: 'success', detail });
  old.close();
  const db = openWritable(library.file);
  expect(countOriginals(db)).toEqual({ count: 3, bytes: 35 });
  // The third is in the bin, the second was read by today's.
  expect(countOlderExtraction(db, ['text/2', 'html/1'], '+corrected')).toBe(1);
  expect(countEverything(db)).toMatchObject({ articles: 2, annotations: 1 });
  const page = listEvents(db, { offset: 1, limit: 5 });
  expect(page.rows.map(({ detail }) => detail)).toEqual(['second', 'first']);
  expect(page.total).toBe(3);
  expect(listEvents(db, { offset: 3, limit: 5 }).rows).toEqual([]);
  db.close();
});

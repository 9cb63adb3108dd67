import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { readStatement } from '../../db/queries/statements.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

it('keeps a statement with its one speaker and its words whole', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 150) });
  const at = '2024-11-14T10:00:00.000Z';
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added) VALUES (1, 'a', 'text', 'A', '[]', 1, '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'hash', 1, 'text/plain', '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported) VALUES (1, 'c', 1, 1, '', 'a.txt', 'text', '${at}');
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, created)
      VALUES (7, 'r', 1, 1, 1, 'text/1', '{}', '', '[]', 'text', 1, '${at}');
    UPDATE articles SET current_revision = 7;
    INSERT INTO speakers (id, uuid, name, folded) VALUES (1, 'k', 'Ines Alder', 'ines alder');
    INSERT INTO statements (id, uuid, article, made_in, kind, state, speaker, role, confidence, quote, prefix, suffix, created, modified)
      VALUES (3, 's', 1, 7, 'direct', 'confirmed', 1, 'warden', 1, 'Words', '', '', '${at}', '${at}');
    INSERT INTO statement_placements (statement, revision, placement, start, "end") VALUES (3, 7, 'exact', 0, 5);`);
  old.close();
  const db = openWritable(library.file);
  expect(readStatement(db, 's')).toMatchObject({
    text: 'Words',
    spans: [{ start: 0, end: 5 }],
    speakers: [{ name: 'Ines Alder', role: 'warden', organization: null }],
    described: null,
  });
  db.close();
});

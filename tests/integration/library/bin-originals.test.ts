import { expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { emptyBin } from '../../../db/queries/bin.ts';
import { eachWithLibraryFile } from '../../support/library-file.ts';

const library = eachWithLibraryFile();

it('emptying the bin lets go of what only its articles came from or showed, and of nothing else', () => {
  const db = openWritable(library.file);
  const at = '2024-11-14T10:00:00.000Z';
  db.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added, binned) VALUES
      (1, 'a1', 'x', 'Stays', '[]', 1, '${at}', NULL), (2, 'a2', 'x', 'Goes', '[]', 1, '${at}', '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES
      (1, 'page that stays', 1, 'text/html', '${at}'), (2, 'page that goes', 1, 'text/html', '${at}'),
      (3, 'picture of both', 1, 'image/png', '${at}'), (4, 'picture of one', 1, 'image/png', '${at}'),
      (5, 'archive that goes', 1, 'application/warc', '${at}'), (6, 'archive of both', 1, 'application/warc', '${at}');
    INSERT INTO archives (id, name, bytes, original, added) VALUES (1, 'one.warc', 1, 5, '${at}'), (2, 'both.warc', 1, 6, '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported, archive) VALUES
      (1, 'c1', 1, 1, '', 'a.html', 'html', '${at}', 2), (2, 'c2', 2, 2, '', 'b.html', 'html', '${at}', 1),
      (3, 'c3', 2, 1, 'second', 'b.html', 'html', '${at}', 2);
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, created) VALUES
      (1, 'r1', 1, 1, 1, 'html/1', '{}', '', '[]', 'x', 1, '${at}'), (2, 'r2', 2, 2, 1, 'html/1', '{}', '', '[]', 'x', 1, '${at}');
    UPDATE articles SET current_revision = id;
    INSERT INTO revision_images (revision, original) VALUES (1, 3), (2, 3), (2, 4);
    INSERT INTO speakers (id, uuid, name, folded) VALUES (1, 's1', 'Ada', 'ada'), (2, 's2', 'Omar', 'omar');
    INSERT INTO organizations (id, uuid, name, folded) VALUES (1, 'o1', 'Board', 'board'), (2, 'o2', 'Union', 'union');
    INSERT INTO statements (uuid, article, made_in, kind, state, speaker, organization, confidence, quote, prefix, suffix, created, modified) VALUES
      ('t1', 1, 1, 'direct', 'confirmed', 1, 1, 1, 'Words', '', '', '${at}', '${at}'),
      ('t2', 2, 2, 'direct', 'confirmed', 2, 2, 1, 'Words', '', '', '${at}', '${at}');`);
  const { removed, orphans } = db.transaction(() => emptyBin(db, 'Verbatim test'))();
  expect(removed).toBe(1);
  expect([...orphans].sort()).toEqual(['archive that goes', 'page that goes', 'picture of one']);
  const names = (table: string, column: string) =>
    db.prepare<[], string>(`SELECT ${column} FROM ${table} ORDER BY 1`).pluck().all();
  expect(names('originals', 'sha256')).toEqual(['archive of both', 'page that stays', 'picture of both']);
  expect(names('archives', 'name')).toEqual(['both.warc']);
  expect(names('speakers', 'name')).toEqual(['Ada']);
  expect(names('organizations', 'name')).toEqual(['Board']);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

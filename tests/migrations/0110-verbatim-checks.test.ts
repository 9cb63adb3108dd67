import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { verbatimState } from '../../db/queries/verbatim-checks.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

/** A library of before, with one revision; and whether it had taken a package in. */
function makeOld(withPackage: boolean): void {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 110) });
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added) VALUES (1, 'a', 'text', 'A', '[]', 1, '2024-11-14T10:00:00.000Z');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'hash', 1, 'text/plain', '2024-11-14T10:00:00.000Z');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported) VALUES (1, 'c', 1, 1, '', 'a.txt', 'text', '2024-11-14T10:00:00.000Z');
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created)
      VALUES (7, 'r', 1, 1, 1, 'text/1', '{}', '{"blocks":[]}', '', '', '[]', '[]', 'text', 0, '2024-11-14T10:00:00.000Z');`);
  if (withPackage)
    old
      .prepare('INSERT INTO events (uuid, at, kind, agent, outcome, detail) VALUES (?, ?, ?, ?, ?, ?)')
      .run('e', '2024-11-14T10:00:00.000Z', 'restore', 'Verbatim 0.1', 'success', 'Package p');
  old.close();
}

it('of a library that had taken a package in, no revision counts as compared', () => {
  makeOld(true);
  const db = openWritable(library.file);
  expect(verbatimState(db, 7)).toEqual({ state: 'not-compared', reason: null });
  db.prepare('DELETE FROM articles').run();
  expect(db.prepare('SELECT count(*) FROM verbatim_checks').pluck().get()).toBe(0);
  db.close();
});

it('of a library that had not, all revisions were made there', () => {
  makeOld(false);
  const db = openWritable(library.file);
  expect(verbatimState(db, 7)).toBeNull();
  db.close();
});

import { expect, it } from 'vitest';
import { CancelSlot } from '../../db/cancel.ts';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { listStatements } from '../../db/queries/statement-ledger.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

it('gives statements their places in the ledger: by their own day, by their article’s, or last', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 130) });
  const at = '2024-11-14T10:00:00.000Z';
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, published, published_key, words, added) VALUES
      (1, 'a1', 'x', 'Dated', '[]', '2024-02-02', '2024-02-02', 1, '${at}'), (2, 'a2', 'x', 'Undated', '[]', NULL, NULL, 1, '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'h1', 1, 'text/plain', '${at}'), (2, 'h2', 1, 'text/plain', '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported) VALUES
      (1, 'c1', 1, 1, '', 'a.txt', 'text', '${at}'), (2, 'c2', 2, 2, '', 'b.txt', 'text', '${at}');
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created) VALUES
      (7, 'r1', 1, 1, 1, 'text/1', '{}', '{"blocks":[]}', 'Words', '', '[]', '[]', 'x', 1, '${at}'),
      (8, 'r2', 2, 2, 1, 'text/1', '{}', '{"blocks":[]}', 'Words', '', '[]', '[]', 'x', 1, '${at}');
    UPDATE articles SET current_revision = id + 6;`);
  const insert = old.prepare(
    `INSERT INTO statements (uuid, article, made_in, kind, state, said, confidence, quote, prefix, suffix, created, modified, binned)
     VALUES (?, ?, ?, 'direct', 'confirmed', ?, 1, 'Words', '', '', '${at}', '${at}', ?)`,
  );
  insert.run('undated', 2, 8, null, null);
  insert.run('by its article', 1, 7, null, null);
  insert.run('earlier', 1, 7, '2024-01', null);
  insert.run('later', 2, 8, '2024-03-01', null);
  insert.run('in the bin', 1, 7, '2025', at);
  old.close();
  const db = openWritable(library.file);
  new CancelSlot(CancelSlot.buffer()).install(db);
  const none = { article: null, speaker: null, organization: null, role: null, words: null, kind: null, state: null };
  const noDays = { saidAfter: null, saidBefore: null, undated: null };
  const noArticles = { publication: null, language: null };
  const { rows } = listStatements(db, { ...none, ...noDays, ...noArticles }, { offset: 0, limit: 10 });
  expect(rows.map(({ id }) => id)).toEqual(['later', 'by its article', 'earlier', 'undated']);
  db.close();
});

import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { addToCollectionNamed } from '../../db/queries/collections.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

it('keeps the order of a collection, and finds its end without looking at all its articles', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 70) });
  const article = old.prepare(
    "INSERT INTO articles (uuid, text_sha256, title, byline, words, added) VALUES (?, 'text', 'A', '[]', 1, '2024-11-14T10:00:00.000Z')",
  );
  for (const name of ['first', 'second', 'third']) article.run(name);
  addToCollectionNamed(old, 'Harbour', 'second');
  addToCollectionNamed(old, 'Harbour', 'first');
  old.close();
  const db = openWritable(library.file);
  addToCollectionNamed(db, 'Harbour', 'third');
  const order = db.prepare(
    'SELECT a.uuid FROM collection_articles c JOIN articles a ON a.id = c.article ORDER BY c.position',
  );
  expect(order.pluck().all()).toEqual(['second', 'first', 'third']);
  expect(
    db.prepare('EXPLAIN QUERY PLAN SELECT max(position) FROM collection_articles WHERE collection = 1').all(),
  ).toMatchObject([{ detail: expect.stringContaining('collection_articles_position (collection=?)') }]);
  db.close();
});

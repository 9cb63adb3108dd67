import type { CollectionRecord } from '../../../main/contract/index.ts';
import { fold } from '../../fold.ts';
import type { WritableDb } from '../../types.ts';
import { uuidv7 } from '../../uuid.ts';

/**
 * Adds collections, parents first, and puts those of the package's articles into them that are here. A collection
 * of another name that has the id here is another one, and is left as it is.
 */
export function restoreCollections(
  db: WritableDb,
  collections: readonly CollectionRecord[],
  articles: readonly string[],
): void {
  const byId = db.prepare<[string], { readonly row: number; readonly name: string }>(
    'SELECT id AS row, name FROM collections WHERE uuid = ?',
  );
  const insert = db.prepare(
    'INSERT INTO collections (uuid, name, parent, position, query, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const add = db.prepare(
    'INSERT OR IGNORE INTO collection_articles (collection, article, position) SELECT ?, id, ? FROM articles WHERE uuid = ?',
  );
  const restored = new Set(articles);
  const rows = new Map<string, number>();
  for (const collection of collections) {
    const known = byId.get(collection.id);
    const isSame = known !== undefined && fold(known.name) === fold(collection.name);
    const row = isSame
      ? known.row
      : Number(
          insert.run(
            known === undefined ? collection.id : uuidv7(),
            collection.name,
            collection.parent === null ? null : (rows.get(collection.parent) ?? null),
            collection.position,
            collection.query,
            collection.created,
            collection.modified,
          ).lastInsertRowid,
        );
    rows.set(collection.id, row);
    for (const { article, position } of collection.articles) if (restored.has(article)) add.run(row, position, article);
  }
}

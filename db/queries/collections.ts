import type { Collection, CollectionId } from '../../main/contract/index.ts';
import { VerbatimError } from '../../main/contract/index.ts';
import { fold } from '../fold.ts';
import { now } from '../instant.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { uuidv7 } from '../uuid.ts';
import { recordEdit } from './edits.ts';
import { binSubtree, isWithin, parentAfterRestore, restoreSubtree, treeRow } from './trees.ts';

/**
 * All collections, siblings in their own order. `articles` counts the live articles of one made by
 * hand and is 0 for a saved search, which the core counts by running it.
 */
export function listCollections(db: ReadableDb): Collection[] {
  return db
    .prepare<[], Collection & { id: CollectionId; parent: CollectionId | null }>(
      `SELECT c.uuid AS id, c.name, p.uuid AS parent, c.position, c.query,
         (SELECT count(*) FROM collection_articles m JOIN articles a ON a.id = m.article
           WHERE m.collection = c.id AND a.binned IS NULL) AS articles
       FROM collections c LEFT JOIN collections p ON p.id = c.parent AND p.binned IS NULL
       WHERE c.binned IS NULL ORDER BY c.parent IS NOT NULL, c.parent, c.position, c.id`,
    )
    .all();
}

export function readCollection(db: ReadableDb, id: string): Collection | null {
  return listCollections(db).find((collection) => collection.id === id) ?? null;
}

export interface NewCollection {
  readonly name: string;
  readonly parent: string | null;
  readonly query: string | null;
}

/** Makes a collection, last among its siblings. Throws `not-found` for the parent. */
export function createCollection(db: WritableDb, collection: NewCollection): Collection {
  const parent = collection.parent === null ? null : treeRow(db, 'collections', collection.parent, 'live').id;
  const id = uuidv7();
  const at = now();
  db.prepare(
    'INSERT INTO collections (uuid, name, parent, position, query, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, collection.name, parent, siblings(db, parent).length, collection.query, at, at);
  recordEdit(
    db,
    'collection',
    `collection ${id}`,
    collection.query === null
      ? `Made: “${collection.name}”.`
      : `Saved search “${collection.name}”: ${collection.query}`,
  );
  return found(db, id);
}

export interface CollectionChange {
  readonly id: string;
  readonly name?: string | undefined;
  readonly parent?: string | null | undefined;
  /** Place among the siblings, from 0; a place past the end is the end. */
  readonly position?: number | undefined;
}

/** Renames or moves a collection; what is undefined stays. Throws `not-found`, and `conflict` for a parent inside itself. */
export function updateCollection(db: WritableDb, change: CollectionChange): Collection {
  const row = treeRow(db, 'collections', change.id, 'live');
  const parent =
    change.parent === undefined
      ? row.parent
      : change.parent === null
        ? null
        : treeRow(db, 'collections', change.parent, 'live').id;
  if (parent !== null && isWithin(db, 'collections', parent, row.id))
    throw new VerbatimError('conflict', `“${row.name}” cannot stand inside itself.`);
  db.prepare('UPDATE collections SET name = ?, parent = ?, modified = ? WHERE id = ?').run(
    change.name ?? row.name,
    parent,
    now(),
    row.id,
  );
  if (parent !== row.parent || change.position !== undefined) {
    const others = siblings(db, parent).filter((id) => id !== row.id);
    others.splice(change.position ?? others.length, 0, row.id);
    number(db, others);
    if (parent !== row.parent) number(db, siblings(db, row.parent));
  }
  recordEdit(db, 'collection', `collection ${change.id}`, `Changed: “${change.name ?? row.name}”.`);
  return found(db, change.id);
}

/** Puts articles at the end of a collection made by hand; those that are in it stay where they are. Throws `not-found`, `conflict`. */
export function addToCollection(db: WritableDb, id: string, articles: readonly string[]): void {
  const row = treeRow(db, 'collections', id, 'live');
  assertByHand(db, row.id);
  const added = articles.reduce((count, article) => count + append(db, row.id, article), 0);
  recordEdit(db, 'collection', `collection ${id}`, `${added} articles were added to “${row.name}”.`);
}

/** Takes articles out of a collection made by hand. Throws `not-found`. */
export function removeFromCollection(db: WritableDb, id: string, articles: readonly string[]): void {
  const row = treeRow(db, 'collections', id, 'live');
  const { changes } = db
    .prepare(
      'DELETE FROM collection_articles WHERE collection = ? AND article IN (SELECT a.id FROM articles a JOIN json_each(?) wanted ON a.uuid = wanted.value)',
    )
    .run(row.id, JSON.stringify(articles));
  recordEdit(db, 'collection', `collection ${id}`, `${changes} articles were taken out of “${row.name}”.`);
}

/**
 * For an import: puts an article into the collection of that name at the root, which is made when
 * there is none by hand. The import's own events tell of it.
 */
export function addToCollectionNamed(db: WritableDb, name: string, article: string): void {
  const known = db
    .prepare<[string], number>(
      'SELECT id FROM collections WHERE name = ? AND query IS NULL AND binned IS NULL ORDER BY parent IS NOT NULL, id LIMIT 1',
    )
    .pluck()
    .get(name);
  const collection =
    known ?? treeRow(db, 'collections', createCollection(db, { name, parent: null, query: null }).id, 'live').id;
  append(db, collection, article);
}

/** The collection that collections made of other programs' tags stand in. */
const tagsCollection = 'Tags';

/**
 * For what other programs' exports tell: puts an article into the collection that a tag names, made by hand
 * anywhere; where there is none it is made inside one called “Tags”, so that hundreds of tags don't crowd
 * out a person's own.
 */
export function addToTag(db: WritableDb, tag: string, article: string): void {
  const name = fold(tag);
  const all = db
    .prepare<[], { id: number; uuid: string; name: string }>(
      'SELECT id, uuid, name FROM collections WHERE query IS NULL AND binned IS NULL ORDER BY parent IS NOT NULL, id',
    )
    .all();
  const known = all.find((collection) => fold(collection.name) === name);
  if (known !== undefined) {
    append(db, known.id, article);
    return;
  }
  const parent =
    all.find((collection) => collection.name === tagsCollection)?.uuid ??
    createCollection(db, { name: tagsCollection, parent: null, query: null }).id;
  append(
    db,
    treeRow(db, 'collections', createCollection(db, { name: tag, parent, query: null }).id, 'live').id,
    article,
  );
}

/** Moves a collection and those inside it to the bin; their articles stay in the library. Throws `not-found`. */
export function binCollection(db: WritableDb, id: string): void {
  const row = treeRow(db, 'collections', id, 'live');
  binSubtree(db, 'collections', row.id);
  number(db, siblings(db, row.parent));
  recordEdit(db, 'collection', `collection ${id}`, `“${row.name}” was moved to the bin with those inside it.`);
}

/** Takes a collection back with those that went with it; to the root when its parent is gone. Throws `not-found`. */
export function restoreCollection(db: WritableDb, id: string): Collection {
  const row = treeRow(db, 'collections', id, 'binned');
  restoreSubtree(db, 'collections', row);
  number(db, siblings(db, parentAfterRestore(db, 'collections', row)));
  recordEdit(db, 'collection', `collection ${id}`, `“${row.name}” was restored from the bin.`);
  return found(db, id);
}

function append(db: WritableDb, collection: number, article: string): number {
  const row = db.prepare<[string], number>('SELECT id FROM articles WHERE uuid = ?').pluck().get(article);
  if (row === undefined) return 0;
  // No INSERT … SELECT: see `search-index.ts`.
  return db
    .prepare(
      `INSERT OR IGNORE INTO collection_articles (collection, article, position)
       VALUES (:collection, :row, (SELECT coalesce(max(position), -1) + 1 FROM collection_articles WHERE collection = :collection))`,
    )
    .run({ collection, row }).changes;
}

function assertByHand(db: ReadableDb, collection: number): void {
  const query = db
    .prepare<[number], string | null>('SELECT query FROM collections WHERE id = ?')
    .pluck()
    .get(collection);
  if (query !== null)
    throw new VerbatimError('conflict', 'This is a saved search: its articles are found, not added by hand.');
}

function siblings(db: ReadableDb, parent: number | null): number[] {
  return db
    .prepare<[number | null], number>(
      'SELECT id FROM collections WHERE parent IS ? AND binned IS NULL ORDER BY position, id',
    )
    .pluck()
    .all(parent);
}

function number(db: WritableDb, collections: readonly number[]): void {
  const set = db.prepare('UPDATE collections SET position = ? WHERE id = ?');
  for (const [position, id] of collections.entries()) set.run(position, id);
}

function found(db: ReadableDb, id: string): Collection {
  const collection = readCollection(db, id);
  if (collection === null) throw new VerbatimError('not-found', 'This collection is not there any more.');
  return collection;
}

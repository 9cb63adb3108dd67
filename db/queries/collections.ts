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
 * hand and is null for a saved search, which is counted by being run (`search.count`).
 */
export function listCollections(db: ReadableDb): Collection[] {
  return readCollections(db, null);
}

function readCollections(db: ReadableDb, only: string | null): Collection[] {
  return db
    .prepare<[{ only: string | null }], Collection & { id: CollectionId; parent: CollectionId | null }>(
      `SELECT c.uuid AS id, c.name, p.uuid AS parent, c.position, c.query,
         CASE WHEN c.query IS NULL THEN (SELECT count(*) FROM collection_articles m
           WHERE m.collection = c.id AND m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)) END AS articles
       FROM collections c LEFT JOIN collections p ON p.id = c.parent AND p.binned IS NULL
       WHERE c.binned IS NULL AND (:only IS NULL OR c.uuid = :only) ORDER BY c.parent IS NOT NULL, c.parent, c.position, c.id`,
    )
    .all({ only });
}

export function readCollection(db: ReadableDb, id: string): Collection | null {
  return readCollections(db, id)[0] ?? null;
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
  append(db, madeByHand(db, name)?.id ?? makeByHand(db, name, null), article);
}

interface ByHand {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
}

const byHand =
  'SELECT id, uuid, name FROM collections WHERE query IS NULL AND binned IS NULL AND (:name IS NULL OR name = :name) ORDER BY parent IS NOT NULL, id';

/** A collection made by hand that has this very name; one at the root goes before others. */
function madeByHand(db: ReadableDb, name: string): ByHand | undefined {
  return db.prepare<[{ name: string }], ByHand>(byHand).get({ name });
}

/** The same where case and accents may differ. All names are looked at. */
function alikeByHand(db: ReadableDb, name: string): ByHand | undefined {
  const wanted = fold(name);
  const all = db.prepare<[{ name: null }], ByHand>(byHand).all({ name: null });
  return all.find((collection) => fold(collection.name) === wanted);
}

function makeByHand(db: WritableDb, name: string, parent: string | null): number {
  return treeRow(db, 'collections', createCollection(db, { name, parent, query: null }).id, 'live').id;
}

/** The collection that collections made of other programs' tags stand in. */
const tagsCollection = 'Tags';

/**
 * For what other programs' exports tell: puts an article into the collection that a tag names, made by hand
 * anywhere; where there is none it is made inside one called “Tags”, so that hundreds of tags don't crowd
 * out a person's own.
 */
export function addToTag(db: WritableDb, tag: string, article: string): void {
  const known = madeByHand(db, tag) ?? alikeByHand(db, tag);
  append(db, known?.id ?? makeByHand(db, tag, tagsRoot(db)), article);
}

function tagsRoot(db: WritableDb): string {
  const known = madeByHand(db, tagsCollection);
  return known?.uuid ?? createCollection(db, { name: tagsCollection, parent: null, query: null }).id;
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

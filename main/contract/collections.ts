import type { CollectionId } from './ids.ts';

export interface Collection {
  readonly id: CollectionId;
  readonly name: string;
  readonly parent: CollectionId | null;
  readonly position: number;
  /** A saved search has a query; a collection made by hand has none. */
  readonly query: string | null;
  /** How many stand in a collection made by hand; null for a saved search, which `collections.count` counts. */
  readonly articles: number | null;
}

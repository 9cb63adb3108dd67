import { type PackedDocument, unpackDocument } from '../packed-document.ts';
import type { WritableDb } from '../types.ts';
import { addToCollectionNamed } from './collections.ts';
import { insertSuggestions } from './suggestions.ts';
import { type DocumentCapture, type TakenIn, takeIn } from './take-in.ts';

export interface CommitRequest {
  readonly capture: DocumentCapture;
  readonly packed: PackedDocument;
}
export type Committed = TakenIn;

/**
 * Writes a batch of documents with their suggested statements, and puts them into a collection when
 * one is named. The statements of a new revision are left to its settling.
 */
export function commit(
  db: WritableDb,
  requests: readonly CommitRequest[],
  options: { readonly agent: string; readonly collection: string | null },
): Committed[] {
  return requests.map(({ capture, packed }) => {
    const { revision, statements } = unpackDocument(packed);
    const taken = takeIn(db, { ...revision, ...capture }, options.agent);
    if (taken.outcome === 'taken')
      insertSuggestions(db, { article: taken.article, revision: taken.revision, suggestions: statements });
    if (options.collection !== null) addToCollectionNamed(db, options.collection, taken.article);
    return taken;
  });
}

import { deserialize, serialize } from 'node:v8';
import type { PreparedRevision } from './queries/revisions.ts';
import type { NewSuggestion } from './queries/statements.ts';

/** What a parser makes of one document: its reading copy, and the statements that are suggested in it. */
export interface DocumentRows {
  readonly revision: PreparedRevision;
  readonly statements: readonly NewSuggestion[];
}

/**
 * The rows of a document on their way from the thread that made them to the writer's. The thread between them hands
 * the bytes over as they are: as strings they would be copied into its heap and out of it again for every page, and
 * a heap that much passes through grows by a hundred megabytes.
 */
export interface PackedDocument {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Characters of the document's text: how much there is to write. */
  readonly length: number;
}

export function packDocument(rows: DocumentRows): PackedDocument {
  return { bytes: new Uint8Array(serialize(rows)), length: rows.revision.text.length };
}

/** The rows that `packDocument` packed, in another thread of this same program. */
export function unpackDocument({ bytes }: PackedDocument): DocumentRows {
  return deserialize(bytes) as DocumentRows;
}

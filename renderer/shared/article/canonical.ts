import { type CanonicalText, canonicalText } from '../../../main/contract/canonical-text.ts';
import type { ReadingDocument } from '../../../main/contract/document.ts';

const known = new WeakMap<ReadingDocument, CanonicalText>();

/** A document's canonical text, made once: of a book that is worth a frame or two. */
export function canonicalOf(document: ReadingDocument): CanonicalText {
  const canonical = known.get(document) ?? canonicalText(document);
  known.set(document, canonical);
  return canonical;
}

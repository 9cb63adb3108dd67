import { decodeEntities } from '../html/entities.ts';

/** A whole reference, closed by its semicolon: an open one ("AT&T", "?a=1&copy=2") is text. */
const reference = /&(?:#(?:\d{1,7}|x[\da-f]{1,6})|[a-z][a-z\d]{1,31});/giu;
const mostKnown = 4000;
const known = new Map<string, string>();

/**
 * Replaces character references by what they stand for: numbers, the five of XML and the names of HTML,
 * which feeds use without declaring them. What a document's own DTD declares is not expanded: its
 * reference stays as it is written, so nothing can be made to grow.
 */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(reference, (written) => lookUp(written)) : text;
}

function lookUp(written: string): string {
  const found = known.get(written);
  if (found !== undefined) return found;
  const decoded = decodeEntities(written);
  if (known.size < mostKnown) known.set(written, decoded);
  return decoded;
}

import { deflateSync, inflateSync } from 'node:zlib';
import { damagedWords, tellsOfWords } from '../main/contract/errors.ts';
import type { ReadableDb } from './types.ts';

/**
 * What a revision says, as the library keeps it: packed, and apart from the rows that lists read. The document and
 * its text are the same words twice, so they lie in one stream and the second costs next to nothing. It is zlib's
 * format (RFC 1950), which every language reads without a library of its own and which ends with a sum of what it holds.
 *
 * Inside: the document's JSON, a NUL, the canonical text; both UTF-8. JSON has no NUL, so the first one parts them.
 */
export interface RevisionContents {
  /** The document (JSON, ReadingDocument) and the canonical text. */
  readonly words: Uint8Array;
  /** The log of what was left out (JSON, RemovalLogEntry[]). */
  readonly removals: Uint8Array;
  /** Whether blocks of it stand on pages, or there are none at all, as in a scan. */
  readonly onPages: boolean;
}

const parting = 0;

/** Packs what a revision says. `document` and `removals` are JSON. */
export function packContents(document: string, text: string, removals: string): RevisionContents {
  return {
    words: deflateSync(`${document}\0${text}`),
    removals: packRemovals(removals),
    // A quotation mark in the words is escaped, so this stands only where a block names its page.
    onPages: document.includes('"page":') || document === '{"blocks":[]}',
  };
}

export function packRemovals(removals: string): Uint8Array {
  return deflateSync(removals);
}

/** The canonical text in a revision's packed words. Throws `library-damaged` where they can't be unpacked. */
export function textIn(words: Uint8Array): string {
  const { bytes, end } = unpack(words);
  return bytes.toString('utf8', end + 1);
}

/** Both, unpacked once: the document is JSON. Throws as {@link textIn}. */
export function wordsIn(words: Uint8Array): { readonly document: string; readonly text: string } {
  const { bytes, end } = unpack(words);
  return { document: bytes.toString('utf8', 0, end), text: bytes.toString('utf8', end + 1) };
}

/** A packed log of what was left out, as JSON. Throws as {@link textIn}. */
export function removalsIn(removals: Uint8Array): string {
  return inflate(removals).toString('utf8');
}

function unpack(words: Uint8Array): { readonly bytes: Buffer; readonly end: number } {
  const bytes = inflate(words);
  const end = bytes.indexOf(parting);
  if (end < 0) throw damagedWords();
  return { bytes, end };
}

function inflate(packed: Uint8Array): Buffer {
  try {
    return inflateSync(packed);
  } catch (error) {
    throw damagedWords(error);
  }
}

/** As {@link textIn}, but null for words that can't be unpacked: one damaged article must not take a list of others with it. */
export function textIfSound(words: Uint8Array): string | null {
  try {
    return textIn(words);
  } catch (error) {
    if (tellsOfWords(error)) return null;
    throw error;
  }
}

/** Whether something packed can be unpacked: zlib's sum at its end tells. */
export function isUnpackable(packed: Uint8Array): boolean {
  try {
    inflate(packed);
    return true;
  } catch (error) {
    if (tellsOfWords(error)) return false;
    throw error;
  }
}

/**
 * Makes `packed_text(words)` known to a connection: {@link textIfSound} in SQL. The search index has the texts as its
 * content, and asks so.
 */
export function knowContents(db: Pick<ReadableDb, 'function'>): void {
  db.function('packed_text', { deterministic: true }, (words: unknown) =>
    words instanceof Uint8Array ? textIfSound(words) : null,
  );
}

import { decodeBeginning, looksBinary } from '../../../reading/document/beginning.ts';

/** What stands before an XML document's root: its declaration, comments, a document type. */

/** Where the root's tag begins: after white space, comments, instructions and the document type. */
export function startOfRoot(source: string): number {
  let at = 0;
  for (;;) {
    const next = source.indexOf('<', at);
    if (next === -1) return source.length;
    const end = endOfMisc(source, next);
    if (end === null) return next;
    at = end;
  }
}

/** The end of a comment, an instruction or a declaration that begins at `start`; null where an element does. */
function endOfMisc(source: string, start: number): number | null {
  if (source.startsWith('<!--', start)) return endAfter(source, '-->', start + 4);
  if (source.startsWith('<?', start)) return endAfter(source, '?>', start + 2);
  return source.startsWith('<!', start) ? endOfDeclaration(source, start) : null;
}

function endAfter(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? source.length : at + mark.length;
}

/** A document type may hold declarations of its own between brackets, with anything in their quotation marks. */
function endOfDeclaration(source: string, start: number): number {
  return wellFormedEnd(source, start) ?? endAfter(source, '>', start);
}

function wellFormedEnd(source: string, start: number): number | null {
  let inside = false;
  for (let at = start; at < source.length; at += 1) {
    const character = source[at];
    if (character === '"' || character === "'") {
      const close = source.indexOf(character, at + 1);
      if (close === -1) return null;
      at = close;
    } else if (source.startsWith('<!--', at)) {
      at = endAfter(source, '-->', at + 4) - 1;
    } else if (character === '[') inside = true;
    else if (character === ']') inside = false;
    else if (character === '>' && !inside) return at + 1;
  }
  return null;
}

/** An XML document's root as its first bytes show it. */
export interface Root {
  /** Without its prefix, in lower case. */
  readonly name: string;
  /** The text from its tag on. */
  readonly rest: string;
  /** Whether the document says that it is XML before anything else (XML 1.0, 2.8). */
  readonly isDeclared: boolean;
}

/**
 * The root of an XML document, by a file's first bytes; null where there is no element, or words stand before the
 * first tag: such a text only speaks of XML, or holds some. Names of roots are ASCII in all encodings but the wide
 * ones, so that only those are decoded: every file of an import is asked, and guessing an encoding takes longer
 * than all the rest.
 */
export function rootOfBytes(head: Uint8Array): Root | null {
  const isWide = head.subarray(0, 4).some((byte) => byte === 0 || byte >= 0xfe);
  if (isWide) return looksBinary(head) ? null : rootOf(decodeBeginning(head));
  return rootOf(
    Buffer.from(head.buffer, head.byteOffset, head.byteLength)
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/u, ''),
  );
}

function rootOf(source: string): Root | null {
  if (!/^\s*</u.test(source)) return null;
  const rest = source.slice(startOfRoot(source));
  const name = /^<(?:[\p{L}_][\p{L}\p{N}._-]*:)?([\p{L}_][\p{L}\p{N}._-]*)/u.exec(rest)?.[1];
  const isDeclared = /^\s*<\?xml\s/u.test(source);
  return name === undefined ? null : { name: name.toLowerCase(), rest, isDeclared };
}

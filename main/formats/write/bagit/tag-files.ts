import { type BagInformation, decodePath } from './bag.ts';

/** bagit.txt as it was read. */
export interface BagDeclaration {
  readonly version: string;
  readonly encoding: string;
}

/**
 * Reads bagit.txt. Returns the reason when it is not one. A byte order mark, another number of lines
 * and white space before the colon are errors by RFC 8493 §2.1.1.
 */
export function readDeclaration(bytes: Uint8Array): BagDeclaration | string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'bagit.txt begins with a byte order mark';
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'bagit.txt is not UTF-8';
  }
  const match = /^BagIt-Version: ?(\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: ?([^\s:]+)(?:\r\n|\r|\n)?$/.exec(
    text,
  );
  if (match === null)
    return 'bagit.txt does not have its two lines, "BagIt-Version: 1.0" and "Tag-File-Character-Encoding: UTF-8"';
  return { version: match[1] ?? '', encoding: match[2] ?? '' };
}

/** Decodes a tag file. Null when the bytes are not of that encoding, or it is unknown. */
export function decodeTag(bytes: Uint8Array, encoding: string): string | null {
  const utf16 = /^utf-?16$/i.test(encoding);
  const bigEndian = utf16 && bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(bigEndian ? 'utf-16be' : encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines end with LF, CR LF or CR. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Reads bag-info.txt; before 1.0 white space may stand before the colon. */
export function readInformation(text: string): {
  readonly information: BagInformation;
  readonly errors: readonly string[];
} {
  const information: [string, string][] = [];
  const errors: string[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue;
    const last = information.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last[1] = `${last[1]} ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) errors.push(`bag-info.txt, line ${index + 1}: not a label and a value`);
    else information.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return { information, errors };
}

/** One line of a manifest. `marked` when it has md5sum's asterisk. */
export interface ManifestLine {
  readonly hash: string;
  readonly path: string;
  readonly marked: boolean;
}

/** Reads one line of a manifest; null when it is none. */
export function readManifestLine(line: string): ManifestLine | null {
  const match = /^([0-9a-fA-F]+)[ \t]+(\*?)(.+)$/.exec(line);
  if (match === null) return null;
  return { hash: (match[1] ?? '').toLowerCase(), marked: match[2] === '*', path: decodePath(match[3] ?? '') };
}

/** Reads one line of fetch.txt: URL, length or `-`, path; null when it is none. */
export function readFetchLine(line: string): { readonly url: string; readonly path: string } | null {
  const match = /^(\S+)[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line);
  return match === null ? null : { url: match[1] ?? '', path: decodePath(match[2] ?? '') };
}

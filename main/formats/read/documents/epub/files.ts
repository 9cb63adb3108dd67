import { posix } from 'node:path';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { parseXml, type XmlDocument, type XmlElement } from '../../../shared/xml/tree.ts';
import type { ZipInMemory } from '../../../shared/zip/zip-in-memory.ts';

/** An XML file in a book; null where it isn't there. */
export async function documentAt(zip: ZipInMemory, path: string): Promise<XmlDocument | null> {
  const bytes = await zip.read(path);
  return bytes === null ? null : parseXml(decodeXml(bytes));
}

/** Its root; null where it has none. */
export async function xmlAt(zip: ZipInMemory, path: string): Promise<XmlElement | null> {
  return (await documentAt(zip, path))?.root ?? null;
}

/** The path in the zip that an address in one of its files leads to, without its fragment. */
export function pathFrom(file: string, address: string): string {
  const [path = ''] = address.split(/[?#]/u);
  return path === '' ? file : posix.join(posix.dirname(file), unescaped(path));
}

/** The part of an address after `#`, or null. */
export function fragmentOf(address: string): string | null {
  const at = address.indexOf('#');
  return at === -1 || at === address.length - 1 ? null : unescaped(address.slice(at + 1));
}

function unescaped(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // Not escaped: the written form is the name.
    return written;
  }
}

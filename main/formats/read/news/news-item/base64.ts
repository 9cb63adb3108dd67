import { looksBinary } from '../../../../reading/document/beginning.ts';
import { decodeText } from '../../../../reading/document/decode.ts';
import { attribute, textOf } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';

/**
 * Whether an element says that its text is base64: Atom 0.3 by its mode, Atom 1.0 by a media type that is
 * neither text nor XML (RFC 4287, 4.1.3.3), NewsML by its encoding.
 */
function isBase64(element: XmlElement): boolean {
  if (attribute(element, 'mode')?.toLowerCase() === 'base64') return true;
  if (/base64/iu.test(attribute(element, 'encoding') ?? '')) return true;
  if (element.name !== 'content' && element.name !== 'summary' && element.name !== 'title') return false;
  const type = attribute(element, 'type')?.toLowerCase() ?? '';
  return type.includes('/') && attribute(element, 'mode') === null && !isTextType(type);
}

/** Media types whose content stands in the file as it is. */
export function isTextType(type: string): boolean {
  return type.startsWith('text/') || isXmlType(type);
}

export function isXmlType(type: string): boolean {
  return /[+/]xml\b/u.test(type);
}

/** The text that an element holds in base64; null where it doesn't say so, or what it holds is no text. */
export function base64Text(element: XmlElement): string | null {
  if (!isBase64(element)) return null;
  const written = textOf(element).replace(/\s+/gu, '');
  if (written === '' || !/^[\w+/-]+={0,2}$/u.test(written)) return null;
  const bytes = new Uint8Array(Buffer.from(written, 'base64'));
  return looksBinary(bytes) ? null : decodeText(bytes).text;
}

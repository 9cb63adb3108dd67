import { decodeText } from '../../../reading/document/decode.ts';
import { declaredCharset } from '../html/charset.ts';
import type { MimeEntity } from './entity.ts';

/**
 * A part's text, by a mark, its bytes where they are surely UTF-8, the charset that the part's head
 * gives, what markup declares of itself, or detection.
 */
export function textOfPart(entity: MimeEntity): string {
  const bytes = entity.content();
  const declared = entity.type === 'text/plain' ? null : declaredCharset(bytes);
  return decodeText(bytes, entity.parameters.get('charset') ?? declared).text;
}

import { decodeText } from '../../../reading/document/decode.ts';
import { type Head, headerFields } from './header-fields.ts';

/** Reads the head of a message or of a part with its words: in UTF-8, or in whatever they turn out to be. */
export function readHeaderFields(bytes: Uint8Array): Head {
  return headerFields(bytes, (value) => decodeText(value).text);
}

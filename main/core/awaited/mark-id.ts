import { createHash } from 'node:crypto';
import type { ForeignMark } from '../../contract/index.ts';

/**
 * The id of a mark from another program, made from the mark itself (RFC 9562, version 8): the same export
 * taken in again gives the same ids, so nothing comes twice. It follows the export's own id, else the marked
 * words; the article belongs to it, because ids of some exports count anew in each.
 */
export function idOfMark(program: string, article: string, mark: ForeignMark): string {
  const { id, quote, note, start } = mark;
  const self = id ?? (quote === null ? ['note', note] : ['words', quote.exact, quote.prefix, start]);
  const hash = createHash('sha256')
    .update(JSON.stringify([program, article, self]))
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

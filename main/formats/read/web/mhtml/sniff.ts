import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import { headerFields } from '../../../shared/mime/header-fields.ts';
import { splitOutsideQuotes } from '../../../shared/mime/pieces.ts';

/** What only a message that was sent has. */
const ofLetters = ['received', 'return-path', 'delivered-to', 'message-id', 'to', 'x-mozilla-status'];

/** How surely a file is a saved page in MIME, by its head: letters look much alike. */
export function sniffMhtml(head: Uint8Array, name: string): number {
  const { fields } = headerFields(head, decodeBeginning);
  const contentType = fields.get('content-type');
  if (contentType === null) return 0;
  if (fields.has('snapshot-content-location')) return 1;
  const value = (splitOutsideQuotes(contentType)[0] ?? '').trim().toLowerCase();
  if (!/^(?:multipart\/(?:related|mixed|alternative)|text\/html|application\/xhtml\+xml)$/u.test(value)) return 0;
  if (/saved by/iu.test(fields.get('from') ?? '')) return 1;
  if (ofLetters.some((field) => fields.has(field))) return 0;
  if (/\.mht(?:ml)?$/iu.test(name)) return 1;
  return value === 'multipart/related' ? 0.9 : 0;
}

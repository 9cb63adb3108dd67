import { readHeaderFields } from '../../../shared/mime/header-fields.ts';
import { parseParameterized } from '../../../shared/mime/parameters.ts';

/** What only a message that was sent has. */
const ofLetters = ['received', 'return-path', 'delivered-to', 'message-id', 'to', 'x-mozilla-status'];

/** How surely a file is a saved page in MIME, by its head: letters look much alike. */
export function sniffMhtml(head: Uint8Array, name: string): number {
  const { fields } = readHeaderFields(head);
  const contentType = fields.get('content-type');
  if (contentType === null) return 0;
  if (fields.has('snapshot-content-location')) return 1;
  const { value } = parseParameterized(contentType);
  if (!/^(?:multipart\/(?:related|mixed|alternative)|text\/html|application\/xhtml\+xml)$/u.test(value)) return 0;
  if (/saved by/iu.test(fields.get('from') ?? '')) return 1;
  if (ofLetters.some((field) => fields.has(field))) return 0;
  if (/\.mht(?:ml)?$/iu.test(name)) return 1;
  return value === 'multipart/related' ? 0.9 : 0;
}

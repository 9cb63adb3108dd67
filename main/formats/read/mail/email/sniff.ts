import { decodeBeginning, looksBinary } from '../../../../reading/document/beginning.ts';
import type { HeaderFields } from '../../../shared/mime/header-fields.ts';
import { headerFields } from '../../../shared/mime/header-fields.ts';

/**
 * How surely a file is an e-mail message, by its head. A text that begins with "From:" and "Subject:" as
 * people copy it out of a mail program is none: it takes the fields that only programs write.
 */
export function sniffEmail(head: Uint8Array, name: string): number {
  if (looksBinary(head.subarray(0, 1024))) return 0;
  const isNamed = /\.(?:eml|emlx|email)$/iu.test(name);
  const start = /^\d{1,12}[ \t]*\r?\n/u.exec(Buffer.from(head.subarray(0, 32)).toString('latin1'))?.[0].length ?? 0;
  const { fields } = headerFields(head.subarray(isNamed ? start : 0), decodeBeginning);
  if (fields.list.length < 2 || fields.has('snapshot-content-location')) return 0;
  if (isNamed) return hasSender(fields) || fields.has('subject') || fields.has('mime-version') ? 1 : 0;
  // A mailbox begins so, too; its container is surer of it.
  const isOutOfMailbox = Buffer.from(head.subarray(0, 5)).toString('latin1') === 'From ';
  if (isOutOfMailbox) return hasSender(fields) ? 0.9 : 0;
  return hasSender(fields) && byPrograms.some((field) => fields.has(field)) ? 0.96 : 0;
}

const byPrograms = [
  'received',
  'message-id',
  'mime-version',
  'return-path',
  'delivered-to',
  'x-mozilla-status',
  'dkim-signature',
];

function hasSender(fields: HeaderFields): boolean {
  return fields.has('from') || fields.has('sender') || fields.has('return-path');
}

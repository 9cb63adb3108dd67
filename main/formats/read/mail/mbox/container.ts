import { looksBinary } from '../../../../reading/document/beginning.ts';
import type { ContainerReader } from '../../../format.ts';
import { isSeparator } from './separator.ts';

/** Mailboxes: many messages in one file, as Thunderbird, Apple Mail, Gmail's export and Unix keep them (RFC 4155). */
export const mboxContainer: ContainerReader = {
  name: 'mbox',
  isArchive: false,
  mediaType: 'application/mbox',
  sniff(head, name) {
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 4096));
    if (looksBinary(start) || !isSeparator(start, 0, true)) return 0;
    return /\.(?:mbox|mbx)$/iu.test(name) ? 1 : 0.95;
  },
  async open(source) {
    const { open } = await import('./open.ts');
    return open(source);
  },
};

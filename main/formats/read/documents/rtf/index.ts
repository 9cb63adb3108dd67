import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';

/** Reads rich text (RTF 1.9.1), as Word, WordPad, TextEdit and LibreOffice write it, whatever it is called. */
export const rtfReader: FormatReader = {
  name: 'rtf',
  version: '1',
  mediaType: 'application/rtf',
  sniff(head) {
    return /^(?:\xef\xbb\xbf)?\s*\{\\rtf/u.test(Buffer.from(head.subarray(0, 64)).toString('latin1')) ? 1 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};

import { looksBinary } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';

/** Plain text of any encoding, as newspapers' pages are copied, press releases mailed and notes kept. */
export const textReader: FormatReader = {
  name: 'text',
  version: '1',
  mediaType: 'text/plain',
  sniff(head, name) {
    if (head.length === 0 || looksBinary(head)) return 0;
    return /\.(?:txt|text|asc)$/iu.test(name) ? 0.6 : 0.3;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};

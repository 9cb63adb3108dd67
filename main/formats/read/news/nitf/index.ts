import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { rootOfBytes } from '../../../shared/xml/prolog.ts';
import { markupVersion } from '../../web/html/version.ts';

/** NITF files, as agencies and newspapers' archives hand them out: one article a file. */
export const nitfReader: FormatReader = {
  name: 'nitf',
  version: `1.${markupVersion}`,
  mediaType: 'application/xml',
  sniff(head) {
    return rootOfBytes(head)?.name === 'nitf' ? 1 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};

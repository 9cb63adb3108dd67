import { decodeBeginning } from '../../../../reading/document/beginning.ts';
import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { markupVersion } from '../../web/html/version.ts';
import { joplinItem } from './note.ts';

/** Notes of Joplin's RAW export, also out of a JEX; web pages that its clipper kept have their address. */
export const joplinReader: FormatReader = {
  name: 'joplin',
  version: `1.${markupVersion}`,
  mediaType: 'text/markdown',
  sniff(head, name) {
    if (!/^[0-9a-f]{32}\.md$/iu.test(name)) return 0;
    // A note that is longer than what is looked at has its end elsewhere.
    return head.length >= 60_000 || joplinItem(decodeBeginning(head)) !== null ? 0.95 : 0;
  },
  ...loadedWhenUsed(() => import('./read.ts')),
};

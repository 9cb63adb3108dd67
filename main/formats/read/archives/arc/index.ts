import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed, pagesLoadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { captureVersion } from '../records/document-readers.ts';
import { beginsAs } from '../records/sniff-archive.ts';

/** Reads the article of one ARC record: what the library keeps of an article from such an archive. */
export const arcReader: FormatReader = {
  name: 'arc',
  // A record gives other blocks whenever a page or a document of its kind does.
  version: `1.${captureVersion}`,
  mediaType: 'application/x-internet-archive',
  sniff: (head) => (beginsAs(head, 'arc') ? 0.95 : 0),
  ...loadedWhenUsed(() => import('../records/read-capture.ts')),
  pages: pagesLoadedWhenUsed(() => import('../records/read-capture.ts')),
};

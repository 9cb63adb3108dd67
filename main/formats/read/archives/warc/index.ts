import type { FormatReader } from '../../../format.ts';
import { loadedWhenUsed, pagesLoadedWhenUsed } from '../../../shared/loaded-when-used.ts';
import { captureVersion } from '../records/document-readers.ts';
import { beginsAs } from '../records/sniff-archive.ts';

/** Reads the article of one WARC record: what the library keeps of an article from a web archive. */
export const warcReader: FormatReader = {
  name: 'warc',
  // A record gives other blocks whenever a page or a document of its kind does.
  version: `1.${captureVersion}`,
  mediaType: 'application/warc',
  // An archive of records begins in the same way; whoever opens archives is surer of it.
  sniff: (head) => (beginsAs(head, 'warc') ? 0.95 : 0),
  ...loadedWhenUsed(() => import('../records/read-capture.ts')),
  pages: pagesLoadedWhenUsed(() => import('../records/read-capture.ts')),
};

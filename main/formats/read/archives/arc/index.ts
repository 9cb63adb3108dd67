import type { FormatReader } from '../../../format.ts';
import { captureVersion, pagesOfCapture, readCapture, wordsOfCapture } from '../records/read-capture.ts';
import { beginsAs } from '../records/record.ts';

/** Reads the article of one ARC record: what the library keeps of an article from such an archive. */
export const arcReader: FormatReader = {
  name: 'arc',
  // A record gives other blocks whenever a page or a document of its kind does.
  version: `1.${captureVersion}`,
  mediaType: 'application/x-internet-archive',
  sniff: (head) => (beginsAs(head, 'arc') ? 0.95 : 0),
  read: readCapture,
  words: wordsOfCapture,
  pages: pagesOfCapture,
};

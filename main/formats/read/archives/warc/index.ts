import type { FormatReader } from '../../../format.ts';
import { captureVersion, pagesOfCapture, readCapture, wordsOfCapture } from '../records/read-capture.ts';
import { beginsAs } from '../records/record.ts';

/** Reads the article of one WARC record: what the library keeps of an article from a web archive. */
export const warcReader: FormatReader = {
  name: 'warc',
  // A record gives other blocks whenever a page or a document of its kind does.
  version: `1.${captureVersion}`,
  mediaType: 'application/warc',
  // An archive of records begins in the same way; whoever opens archives is surer of it.
  sniff: (head) => (beginsAs(head, 'warc') ? 0.95 : 0),
  read: readCapture,
  words: wordsOfCapture,
  pages: pagesOfCapture,
};

import type { FormatReader } from '../format.ts';
import { htmlReader } from '../html/index.ts';
import { pagesOfCapture, readCapture, wordsOfCapture } from '../records/read-capture.ts';
import { beginsAs } from '../records/record.ts';

/** Reads the article of one WARC record: what the library keeps of an article from a web archive. */
export const warcReader: FormatReader = {
  name: 'warc',
  // A record's page gives other blocks whenever a page does.
  version: `1.${htmlReader.version}`,
  mediaType: 'application/warc',
  // An archive of records begins in the same way; whoever opens archives is surer of it.
  sniff: (head) => (beginsAs(head, 'warc') ? 0.95 : 0),
  read: readCapture,
  words: wordsOfCapture,
  pages: pagesOfCapture,
};

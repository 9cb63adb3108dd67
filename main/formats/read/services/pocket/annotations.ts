import * as v from 'valibot';
import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatReader } from '../../../format.ts';
import { beginsAsJson, parseJson, Text, TextOrNumber, tolerantArray } from '../../news/news-item/json.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { wordsOfJson } from '../../news/news-item/words.ts';
import { cleanLine, instantOf, listed, markOf, quoteOf, webAddress } from '../exports/brought.ts';

const Highlight = v.object({ quote: v.pipe(v.string(), v.minLength(1)), created_at: TextOrNumber });
const Item = v.object({ url: v.string(), title: Text, highlights: tolerantArray(Highlight) });

const beginning = /^\s*\[\s*\{(?=[^[\]]{0,4000}"url"\s*:)(?=[^[\]]{0,4000}"highlights"\s*:\s*\[)/u;

/** The highlights of Pocket's export, in files of their own beside the list (`annotations/part_000000.json`). */
export const pocketAnnotationsReader: FormatReader = {
  name: 'pocket-annotations',
  version: '1',
  mediaType: 'application/json',
  sniff: (head) => (beginsAsJson(head) && beginning.test(decodeText(head.subarray(0, 8192)).text) ? 0.95 : 0),
  async *read({ bytes, signal }) {
    const parts = new PartNames();
    for (const { url, title, highlights } of v.parse(
      tolerantArray(Item),
      parseJson(bytes, 'the highlights of Pocket’s export'),
    )) {
      signal.throwIfAborted();
      const address = webAddress(url);
      yield listed({
        part: parts.next(address ?? title),
        title: cleanLine(title),
        url: address,
        marks: {
          program: 'Pocket',
          tags: [],
          marks: highlights.map(({ quote, created_at }) =>
            markOf({ quote: quoteOf(quote), color: 'amber', created: instantOf(created_at) }),
          ),
        },
      });
    }
  },
  words: (bytes) => wordsOfJson(parseJson(bytes, 'the highlights of Pocket’s export')),
};

import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatReader } from '../../../format.ts';
import { beginsAsJson, parseJson } from '../../news/news-item/json.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { wordsOfJson } from '../../news/news-item/words.ts';
import { listed } from '../exports/brought.ts';
import { descriptionOf, itemsOf, marksOf } from './items.ts';

const beginning =
  /^\s*\[\s*\{(?=[^[\]]{0,8000}"slug"\s*:)(?=[\s\S]{0,8000}"readingProgress"\s*:)(?=[\s\S]{0,8000}"labels"\s*:)/u;

/** A list of Omnivore's export that was taken out of its zip: the articles' words are not in it. */
export const omnivoreListReader: FormatReader = {
  name: 'omnivore-list',
  version: '1',
  mediaType: 'application/json',
  sniff: (head) => (beginsAsJson(head) && beginning.test(decodeText(head.subarray(0, 16_384)).text) ? 1 : 0),
  async *read({ bytes, signal }) {
    const parts = new PartNames();
    for (const item of itemsOf(bytes)) {
      signal.throwIfAborted();
      const { title, url } = descriptionOf(item, item.slug);
      const mention = listed({ part: parts.next(url ?? item.slug), title, url, marks: marksOf(item, null) });
      yield { ...mention, reason: `${mention.reason} Omnivore’s zip, added as it came, brings its words too.` };
    }
  },
  words: (bytes) => wordsOfJson(parseJson(bytes, 'a list of Omnivore’s export')),
};

import * as v from 'valibot';
import type { FormatSource, FoundInFile } from '../../../format.ts';
import { parseJson, Text, TextOrNumber, tolerantArray } from '../../news/news-item/json.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { wordsOfJson } from '../../news/news-item/words.ts';
import { cleanLine, instantOf, listed, markOf, quoteOf, webAddress } from '../exports/brought.ts';

const Highlight = v.object({ quote: v.pipe(v.string(), v.minLength(1)), created_at: TextOrNumber });
const Item = v.object({ url: v.string(), title: Text, highlights: tolerantArray(Highlight) });

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
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
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfJson(parseJson(bytes, 'the highlights of Pocket’s export'));
}

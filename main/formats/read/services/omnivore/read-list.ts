import type { FormatSource, FoundInFile } from '../../../format.ts';
import { parseJson } from '../../news/news-item/json.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { wordsOfJson } from '../../news/news-item/words.ts';
import { listed } from '../exports/brought.ts';
import { descriptionOf, itemsOf, marksOf } from './items.ts';

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const parts = new PartNames();
  for (const item of itemsOf(bytes)) {
    signal.throwIfAborted();
    const { title, url } = descriptionOf(item, item.slug);
    const mention = listed({ part: parts.next(url ?? item.slug), title, url, marks: marksOf(item, null) });
    yield { ...mention, reason: `${mention.reason} Omnivore’s zip, added as it came, brings its words too.` };
  }
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfJson(parseJson(bytes, 'a list of Omnivore’s export'));
}

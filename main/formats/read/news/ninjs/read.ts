import { VerbatimError } from '../../../../contract/index.ts';
import type { FormatSource, FoundInFile } from '../../../format.ts';
import { parseJson } from '../news-item/json.ts';
import { PartNames } from '../news-item/parts.ts';
import { toDocument } from '../news-item/to-document.ts';
import { wordsOfJson } from '../news-item/words.ts';
import { ninjsItems } from './read-item.ts';
import { withLowerNames } from './schema.ts';

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const value = parseJson(bytes, 'an item of ninjs');
  const parts = new PartNames();
  let count = 0;
  const isList = Array.isArray(value);
  for (const one of isList ? value : [value])
    for (const item of ninjsItems(withLowerNames(one), parts)) {
      signal.throwIfAborted();
      count += 1;
      // The file's own item is the file; those associated with it have names in it.
      yield await toDocument(count === 1 && !isList ? { ...item, part: '' } : item, 'ninjs', signal);
    }
  if (count === 0) throw new VerbatimError('unsupported', 'It is ninjs without any item. There is nothing to take.');
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfJson(parseJson(bytes, 'an item of ninjs'));
}

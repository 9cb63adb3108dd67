import { VerbatimError } from '../../../../contract/index.ts';
import { type FormatSource, type FoundInFile, isMention } from '../../../format.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { childNamed } from '../../../shared/xml/find.ts';
import { parseXml } from '../../../shared/xml/tree.ts';
import { PartNames } from '../news-item/parts.ts';
import { toDocument } from '../news-item/to-document.ts';
import { wordsOfXml } from '../news-item/words.ts';
import { g2Items } from './g2.ts';
import { newsml1Items } from './newsml1.ts';

const cutShort = 'The file breaks off inside it; its end is missing. Download it again, or compare its last words.';

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfXml(parseXml(decodeXml(bytes)).root);
}

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const { root, open, truncated } = parseXml(decodeXml(bytes));
  if (root === null) throw new VerbatimError('unsupported', 'It holds no XML that can be read as NewsML.');
  const parts = new PartNames();
  let count = 0;
  // Some providers wrap items of the second generation in an element called like the first.
  const isFirst = root.name === 'newsml' && childNamed(root, 'newsitem') !== null;
  for (const found of isFirst ? newsml1Items(root, parts) : g2Items(root, parts)) {
    signal.throwIfAborted();
    count += 1;
    if ('kind' in found) {
      yield found;
      continue;
    }
    const item = found.element === root ? { ...found.item, part: '' } : found.item;
    const document = await toDocument(item, 'newsml', signal);
    const isCut = truncated || open.has(found.element);
    yield isMention(document) || !isCut ? document : { ...document, partial: document.partial ?? cutShort };
  }
  if (count === 0) throw new VerbatimError('unsupported', 'It is NewsML without any item. There is nothing to take.');
}

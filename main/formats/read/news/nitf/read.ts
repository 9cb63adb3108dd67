import { VerbatimError } from '../../../../contract/index.ts';
import { type FormatSource, type FoundInFile, isMention } from '../../../format.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { parseXml } from '../../../shared/xml/tree.ts';
import { toDocument } from '../news-item/to-document.ts';
import { wordsOfXml } from '../news-item/words.ts';
import { nitfItem } from './read-nitf.ts';

const cutShort = 'The file breaks off before its end. Download it again, or compare its last words.';

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const { root, open, truncated } = parseXml(decodeXml(bytes));
  if (root === null) throw new VerbatimError('unsupported', 'It holds no XML that can be read as NITF.');
  const found = await toDocument(nitfItem(root), 'nitf', signal);
  const isCut = open.size > 0 || truncated;
  yield isMention(found) || !isCut ? found : { ...found, partial: found.partial ?? cutShort };
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfXml(parseXml(decodeXml(bytes)).root);
}

import { VerbatimError } from '../../../../contract/index.ts';
import { type FormatReader, isMention } from '../../../format.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { rootOfBytes } from '../../../shared/xml/prolog.ts';
import { parseXml } from '../../../shared/xml/tree.ts';
import { markupVersion } from '../../web/html/version.ts';
import { toDocument } from '../news-item/to-document.ts';
import { wordsOfXml } from '../news-item/words.ts';
import { nitfItem } from './read-nitf.ts';

/** NITF files, as agencies and newspapers' archives hand them out: one article a file. */
export const nitfReader: FormatReader = {
  name: 'nitf',
  version: `1.${markupVersion}`,
  mediaType: 'application/xml',
  sniff(head) {
    return rootOfBytes(head)?.name === 'nitf' ? 1 : 0;
  },
  async *read({ bytes, signal }) {
    const { root, open, truncated } = parseXml(decodeXml(bytes));
    if (root === null) throw new VerbatimError('unsupported', 'It holds no XML that can be read as NITF.');
    const found = await toDocument(nitfItem(root), 'nitf', signal);
    const isCut = open.size > 0 || truncated;
    yield isMention(found) || !isCut ? found : { ...found, partial: found.partial ?? cutShort };
  },
  words(bytes) {
    return wordsOfXml(parseXml(decodeXml(bytes)).root);
  },
};

const cutShort = 'The file breaks off before its end. Download it again, or compare its last words.';

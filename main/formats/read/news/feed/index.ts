import { VerbatimError } from '../../../../contract/index.ts';
import {
  type CapturedDocument,
  type FormatReader,
  type FormatSource,
  type FoundInFile,
  isMention,
} from '../../../format.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { rootOfBytes } from '../../../shared/xml/prolog.ts';
import { parseXml, type XmlDocument } from '../../../shared/xml/tree.ts';
import { markupVersion } from '../../web/html/version.ts';
import { toDocument } from '../news-item/to-document.ts';
import { wordsOfXml } from '../news-item/words.ts';
import { atomFeed } from './atom.ts';
import { withOwnAddresses } from './entry.ts';
import { withoutFeedLine } from './feed-line.ts';
import { rssFeed } from './rss.ts';
import { withWholeContent } from './teaser.ts';

/** RSS and Atom feeds from files. Their entries are articles where the feed has their whole text. */
export const feedReader: FormatReader = {
  name: 'feed',
  version: `1.${markupVersion}`,
  mediaType: 'application/xml',
  sniff(head) {
    const root = rootOfBytes(head);
    if (root === null) return 0;
    switch (root.name) {
      case 'rss':
        return 1;
      case 'feed':
      case 'entry':
        return /http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)/iu.test(root.rest)
          ? 1
          : /<(?:\w+:)?(?:entry|title|updated|id)[\s>]/iu.test(root.rest)
            ? 0.9
            : 0;
      case 'rdf':
        // Other programs write RDF too: only a feed has a channel, or items of RSS.
        return /purl\.org\/rss\/1\.0\/["']|netscape\.com\/rdf\/simple\/0\.9/iu.test(root.rest) ? 1 : 0;
      default:
        return 0;
    }
  },
  async *read(source) {
    yield* readFeed(source);
  },
  words(bytes) {
    return wordsOfXml(parseXml(decodeXml(bytes)).root);
  },
};

async function* readFeed({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const document = parseXml(decodeXml(bytes));
  const { root } = document;
  if (root === null) throw new VerbatimError('unsupported', 'It holds no XML that can be read as a feed.');
  const isAtom = root.name === 'feed' || root.name === 'entry';
  const entries = withOwnAddresses(isAtom ? atomFeed(root) : rssFeed(root));
  if (entries.length === 0)
    throw new VerbatimError('unsupported', 'It is a feed without any entry. There is nothing to take.');
  for (const entry of entries) {
    signal.throwIfAborted();
    const item = await withWholeContent(entry.item, entry, signal);
    const found = await toDocument(item, isAtom ? 'atom' : 'rss', signal);
    if (isMention(found)) yield found;
    else yield brokenOff(document, entry.element !== null && document.open.has(entry.element), withoutFeedLine(found));
  }
}

const cutShort = 'The feed breaks off inside it; its end is missing. Download the feed again.';

/** The last entry of a feed that was cut off is whole only by chance. */
function brokenOff(document: XmlDocument, isOpen: boolean, found: CapturedDocument): CapturedDocument {
  return isOpen || document.truncated ? { ...found, partial: found.partial ?? cutShort } : found;
}

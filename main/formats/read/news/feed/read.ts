import { VerbatimError } from '../../../../contract/index.ts';
import { type CapturedDocument, type FormatSource, type FoundInFile, isMention } from '../../../format.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { parseXml, type XmlDocument } from '../../../shared/xml/tree.ts';
import { toDocument } from '../news-item/to-document.ts';
import { wordsOfXml } from '../news-item/words.ts';
import { atomFeed } from './atom.ts';
import { withOwnAddresses } from './entry.ts';
import { withoutFeedLine } from './feed-line.ts';
import { rssFeed } from './rss.ts';
import { withWholeContent } from './teaser.ts';

const cutShort = 'The feed breaks off inside it; its end is missing. Download the feed again.';

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfXml(parseXml(decodeXml(bytes)).root);
}

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
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

/** The last entry of a feed that was cut off is whole only by chance. */
function brokenOff(document: XmlDocument, isOpen: boolean, found: CapturedDocument): CapturedDocument {
  return isOpen || document.truncated ? { ...found, partial: found.partial ?? cutShort } : found;
}

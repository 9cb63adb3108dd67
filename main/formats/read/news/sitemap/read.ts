import { VerbatimError } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import type { FormatSource, FoundInFile, MentionedArticle } from '../../../format.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { absolute, childNamed, childrenNamed, wordsIn } from '../../../shared/xml/find.ts';
import { parseXml, type XmlElement } from '../../../shared/xml/tree.ts';
import { PartNames } from '../news-item/parts.ts';
import { wordsOfXml } from '../news-item/words.ts';

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const { root } = parseXml(decodeXml(bytes));
  if (root === null) throw new VerbatimError('unsupported', 'It holds no XML that can be read as a sitemap.');
  const parts = new PartNames();
  let mentioned = 0;
  for (const url of childrenNamed(root, 'url')) {
    signal.throwIfAborted();
    const mention = newsOf(url, parts);
    if (mention === null) continue;
    mentioned += 1;
    yield mention;
  }
  if (mentioned === 0) throw new VerbatimError('unsupported', withoutNews(root));
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfXml(parseXml(decodeXml(bytes)).root);
}

function newsOf(url: XmlElement, parts: PartNames): MentionedArticle | null {
  const news = childNamed(url, 'news');
  if (news === null) return null;
  const address = absolute(wordsIn(childNamed(url, 'loc')) ?? '', null);
  const date = wordsIn(childNamed(news, 'publication_date')) ?? wordsIn(childNamed(url, 'lastmod'));
  const publication = childNamed(news, 'publication');
  const paper = publication === null ? null : wordsIn(childNamed(publication, 'name'));
  return {
    kind: 'mentioned',
    part: parts.next(address),
    title: wordsIn(childNamed(news, 'title')),
    url: address,
    published: date === null ? null : parseDate(date, 'en'),
    reason: `No content here: a sitemap${paper === null ? '' : ` of ${paper}`} lists its page. Save the page and add that.`,
  };
}

function withoutNews(root: XmlElement): string {
  const pages = childrenNamed(root, 'url').length;
  const sitemaps = childrenNamed(root, 'sitemap').length;
  return sitemaps > 0
    ? `It is a list of ${sitemaps} sitemaps and holds no article. Add the pages that they list.`
    : `It is a sitemap of ${pages} addresses and holds no article. Add the pages that it lists.`;
}

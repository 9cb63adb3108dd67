import * as v from 'valibot';
import { VerbatimError } from '../../../../contract/index.ts';
import { type FormatSource, type FoundInFile, isMention } from '../../../format.ts';
import { absolute } from '../../../shared/xml/find.ts';
import { contentOf, htmlContentOf, lineOf } from '../news-item/content.ts';
import { parseJson, Text, TextOrNumber, tolerantArray } from '../news-item/json.ts';
import { emptyItem, type NewsItem } from '../news-item/news-item.ts';
import { PartNames } from '../news-item/parts.ts';
import { toDocument } from '../news-item/to-document.ts';
import { wordsOfJson } from '../news-item/words.ts';
import { type Entry, withOwnAddresses } from './entry.ts';
import { withoutFeedLine } from './feed-line.ts';
import { withWholeContent } from './teaser.ts';

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). A field of a wrong type is passed over, the others are taken. */

const Author = v.object({ name: Text });
const Item = v.object({
  id: TextOrNumber,
  url: Text,
  external_url: Text,
  title: Text,
  content_html: Text,
  content_text: Text,
  summary: Text,
  image: Text,
  banner_image: Text,
  date_published: Text,
  date_modified: Text,
  author: v.fallback(v.nullish(Author), null),
  authors: tolerantArray(Author),
  tags: tolerantArray(v.string()),
  language: Text,
});
const Feed = v.object({
  title: Text,
  home_page_url: Text,
  author: v.fallback(v.nullish(Author), null),
  authors: tolerantArray(Author),
  language: Text,
  items: tolerantArray(Item),
});
type Feed = v.InferOutput<typeof Feed>;

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const feed = v.safeParse(Feed, parseJson(bytes, 'a JSON feed'));
  if (!feed.success || feed.output.items.length === 0)
    throw new VerbatimError('unsupported', 'It is a feed without any entry. There is nothing to take.');
  const parts = new PartNames();
  const entries = feed.output.items.map((item) => entryOf(feed.output, item, parts));
  for (const entry of withOwnAddresses({ home: absolute(feed.output.home_page_url ?? '', null), entries })) {
    signal.throwIfAborted();
    const found = await toDocument(await withWholeContent(entry.item, entry, signal), 'json-feed', signal);
    yield isMention(found) ? found : withoutFeedLine(found);
  }
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfJson(parseJson(bytes, 'a JSON feed'));
}

function entryOf(feed: Feed, item: Feed['items'][number], parts: PartNames): Entry {
  const base = absolute(feed.home_page_url ?? '', null);
  const url = webAddress(item.url, base) ?? permanent(item.id);
  const authors = [
    item.authors,
    item.author === null ? [] : [item.author],
    feed.authors,
    feed.author === null ? [] : [feed.author],
  ]
    .map((some) => some.flatMap((author) => (author?.name == null ? [] : [author.name])))
    .find((some) => some.length > 0);
  const picture = webAddress(item.image ?? item.banner_image, base);
  const content =
    htmlContentOf(item.content_html ?? '', url ?? base) ??
    (item.content_text === null || item.content_text.trim() === ''
      ? null
      : { kind: 'text' as const, text: item.content_text });
  const news: NewsItem = {
    ...emptyItem,
    part: parts.next(item.id ?? url),
    title: lineOf(item.title ?? ''),
    bylines: authors ?? [],
    publication: lineOf(feed.title ?? ''),
    section: lineOf(item.tags[0] ?? ''),
    published: item.date_published,
    modified: item.date_modified,
    url,
    language: item.language ?? feed.language,
    description: content === null ? null : lineOf(item.summary ?? ''),
    pictures: picture === null ? [] : [{ address: picture, caption: null }],
  };
  return {
    item: news,
    id: item.id,
    element: null,
    content,
    summary: contentOf(item.summary ?? '', base),
    elsewhere: null,
  };
}

function webAddress(written: string | null, base: string | null): string | null {
  const address = absolute(written ?? '', base);
  return address !== null && /^https?:/iu.test(address) ? address : null;
}

/** The identifier is often the item's address (JSON Feed 1.1, "id"). */
function permanent(id: string | null): string | null {
  return id !== null && /^(?:https?:\/\/|urn:|tag:)/iu.test(id) ? id : null;
}

import type { XmlElement } from '../../../shared/xml/tree.ts';
import type { ItemContent } from '../news-item/content.ts';
import type { NewsItem } from '../news-item/news-item.ts';

/** A feed, as its format writes it. */
export interface Feed {
  /** The site's address, or null. */
  readonly home: string | null;
  readonly entries: readonly Entry[];
}

/** A feed's entry with the places where its words may be. */
export interface Entry {
  readonly item: NewsItem;
  /** What the feed calls it, or null. */
  readonly id: string | null;
  /** Null in a JSON Feed. */
  readonly element: XmlElement | null;
  /** What is said to be the whole text. */
  readonly content: ItemContent | null;
  /** What is said to be a summary, or is not said to be anything. */
  readonly summary: ItemContent | null;
  /** Where the text is, if the feed says that it isn't here. */
  readonly elsewhere: string | null;
}

/**
 * The entries with those addresses only that are their own. Feeds let all entries lead to the site, or to places on
 * one page: by such an address different entries would be taken for versions of one article. They keep the name
 * for all time that they have, if any.
 */
export function withOwnAddresses({ home, entries }: Feed): Entry[] {
  const ids = new Map<string, Set<string>>();
  for (const { item, id } of entries) {
    if (item.url === null) continue;
    const address = withoutPlace(item.url);
    const known = ids.get(address) ?? new Set();
    ids.set(address, known.add(id ?? item.title ?? item.published ?? ''));
  }
  const site = home === null ? null : withoutPlace(home);
  return entries.map((entry) => {
    const { item, id } = entry;
    const address = item.url === null ? null : withoutPlace(item.url);
    const isOwn = address === null || (address !== site && (ids.get(address)?.size ?? 0) <= 1);
    return isOwn ? entry : { ...entry, item: { ...item, url: id !== null && /^(?:urn|tag):/iu.test(id) ? id : null } };
  });
}

function withoutPlace(address: string): string {
  return address.replace(/#.*$/u, '').replace(/\/+$/u, '');
}

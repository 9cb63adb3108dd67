import { absolute, attribute, baseOf, languageOf, wordsIn } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { emptyItem, type NewsItem } from '../news-item/news-item.ts';
import { PartNames } from '../news-item/parts.ts';
import type { Entry, Feed } from './entry.ts';
import { leadPicture } from './pictures.ts';
import { contentIn, lineIn } from './text-construct.ts';
import { FeedNames } from './vocabulary.ts';

/** Atom 1.0 (RFC 4287) and 0.3; a feed, or an entry as a document of its own. */
export function atomFeed(root: XmlElement): Feed {
  const names = new FeedNames(root);
  const parts = new PartNames();
  const isEntry = root.name === 'entry';
  const feed = isEntry ? null : root;
  const entries = isEntry ? [root] : names.all(root, 'core', 'entry');
  return {
    home: feed === null ? null : addressOf(feed, names, null),
    entries: entries.map((entry) => atomEntry(entry, feed, names, parts)),
  };
}

function atomEntry(entry: XmlElement, feed: XmlElement | null, names: FeedNames, parts: PartNames): Entry {
  const outermost = feed === null ? null : addressOf(feed, names, null);
  const source = names.first(entry, 'core', 'source');
  const origins = [entry, source, feed].filter((origin) => origin !== null);
  const text = (...wanted: string[]) => wordsIn(names.first(entry, 'core', ...wanted));
  const id = text('id');
  const url =
    wordsIn(names.first(entry, 'feedburner', 'origlink')) ?? addressOf(entry, names, outermost) ?? permanent(id);
  const summary = names.first(entry, 'core', 'summary');
  const whole = names.first(entry, 'core', 'content');
  const elsewhere = attribute(whole, 'src');
  const content = whole === null || elsewhere !== null ? null : contentIn(whole, outermost, true);
  const category = names.first(entry, 'core', 'category');
  // An aggregator's entry belongs to the feed that it was taken from.
  const publication = lineIn(source === null ? null : names.first(source, 'core', 'title'), true);
  const item: NewsItem = {
    ...emptyItem,
    part: parts.next(id ?? url),
    title: lineIn(names.first(entry, 'core', 'title'), true),
    bylines: origins.map((origin) => authorsOf(origin, names)).find((authors) => authors.length > 0) ?? [],
    publication: publication ?? (feed === null ? null : lineIn(names.first(feed, 'core', 'title'), true)),
    section:
      attribute(category, 'label') ??
      attribute(category, 'term') ??
      wordsIn(category) ??
      wordsIn(names.first(entry, 'dc', 'subject')),
    published: text('published', 'issued', 'created') ?? wordsIn(names.first(entry, 'dc', 'date')),
    modified: text('updated', 'modified') ?? wordsIn(names.first(entry, 'dcterms', 'modified')),
    url,
    language: (whole === null ? null : languageOf(whole)) ?? languageOf(entry),
    description: content === null ? null : lineIn(summary, true),
    pictures: leadPicture(entry, names, baseOf(entry, outermost)),
  };
  return {
    item,
    id,
    element: entry,
    content,
    summary: summary === null ? null : contentIn(summary, outermost, true),
    elsewhere: elsewhere === null ? null : absolute(elsewhere, baseOf(whole ?? entry, outermost)),
  };
}

/** The address of the page that an entry or a feed is the other form of; HTML before other kinds. */
function addressOf(parent: XmlElement, names: FeedNames, outermost: string | null): string | null {
  const links = names
    .all(parent, 'core', 'link')
    .filter((link) => (attribute(link, 'rel') ?? 'alternate').toLowerCase() === 'alternate');
  const page = links.find((link) => /html|^$/iu.test(attribute(link, 'type') ?? '')) ?? links[0];
  if (page === undefined) return null;
  const address = absolute(attribute(page, 'href') ?? '', baseOf(page, outermost));
  return address !== null && /^https?:/iu.test(address) ? address : null;
}

/** An entry's identifier is for all time (RFC 4287, 4.2.6); often it is the page's address. */
function permanent(id: string | null): string | null {
  return id !== null && /^(?:https?:\/\/|urn:|tag:)/iu.test(id) ? id : null;
}

function authorsOf(parent: XmlElement, names: FeedNames): string[] {
  const own = names.all(parent, 'core', 'author').map((author) => wordsIn(names.first(author, 'core', 'name')));
  const given = own.some((name) => name !== null) ? own : names.all(parent, 'dc', 'creator').map(wordsIn);
  return given.filter((name) => name !== null);
}

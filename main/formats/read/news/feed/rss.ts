import { absolute, attribute, baseOf, languageOf, textOf, wordsIn } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { emptyItem, type NewsItem } from '../news-item/news-item.ts';
import { PartNames } from '../news-item/parts.ts';
import type { Entry, Feed } from './entry.ts';
import { leadPicture } from './pictures.ts';
import { contentIn, lineIn } from './text-construct.ts';
import { FeedNames } from './vocabulary.ts';

/** RSS 0.90 to 2.0 and 1.0 (RDF): one reading, because feeds mix what the versions have. */

export function rssFeed(root: XmlElement): Feed {
  const names = new FeedNames(root);
  const channel = names.first(root, 'core', 'channel') ?? root;
  const link = wordsIn(names.first(channel, 'core', 'link'));
  const outermost = absolute(link ?? '', null);
  const publication = lineIn(names.first(channel, 'core', 'title') ?? names.first(channel, 'dc', 'title'), false);
  const language =
    wordsIn(names.first(channel, 'core', 'language')) ??
    wordsIn(names.first(channel, 'dc', 'language')) ??
    languageOf(channel);
  const parts = new PartNames();
  // RSS 0.90 and 1.0 have the items beside the channel.
  const items = [...names.all(channel, 'core', 'item'), ...(channel === root ? [] : names.all(root, 'core', 'item'))];
  const entries = items.map((item) => rssEntry(item, names, { outermost, publication, language }, parts));
  return { home: outermost, entries };
}

interface Channel {
  readonly outermost: string | null;
  readonly publication: string | null;
  readonly language: string | null;
}

function rssEntry(item: XmlElement, names: FeedNames, channel: Channel, parts: PartNames): Entry {
  const { outermost } = channel;
  const text = (vocabulary: Parameters<FeedNames['first']>[1], ...wanted: string[]) =>
    wordsIn(names.first(item, vocabulary, ...wanted));
  const guid = text('core', 'guid') ?? text('atom', 'id');
  const url = addressOf(item, names, outermost);
  const title = lineIn(
    names.first(item, 'core', 'title') ?? names.first(item, 'dc', 'title') ?? names.first(item, 'media', 'title'),
    false,
  );
  const description =
    names.first(item, 'core', 'description') ??
    names.first(item, 'dc', 'description') ??
    names.first(item, 'atom', 'summary');
  const whole =
    names.first(item, 'content', 'encoded') ??
    names.first(item, 'xhtml', 'body', 'div') ??
    names.first(item, 'yandex', 'full-text') ??
    names.first(item, 'core', 'fullitem') ??
    names.first(item, 'atom', 'content');
  const content = whole === null ? null : contentIn(whole, outermost, names.of(whole) === 'atom');
  const summary = description === null ? null : contentIn(description, outermost, false);
  const news: NewsItem = {
    ...emptyItem,
    part: parts.next(guid ?? url),
    title,
    bylines: authorsOf(item, names),
    publication: text('core', 'source') ?? channel.publication,
    section: text('core', 'category') ?? text('dc', 'subject'),
    published:
      text('core', 'pubdate') ??
      text('dc', 'date') ??
      text('dcterms', 'issued', 'created', 'date') ??
      text('atom', 'published'),
    modified: text('dcterms', 'modified') ?? text('atom', 'updated'),
    url,
    language: languageOf(item) ?? text('dc', 'language') ?? channel.language,
    description: content === null ? null : lineIn(description, false),
    pictures: leadPicture(item, names, baseOf(item, outermost)),
  };
  return { item: news, id: guid, element: item, content, summary, elsewhere: null };
}

/** The article's own address: FeedBurner's links lead through its counter. */
function addressOf(item: XmlElement, names: FeedNames, outermost: string | null): string | null {
  const guid = names.first(item, 'core', 'guid');
  const isPermanent = attribute(guid, 'ispermalink')?.toLowerCase() !== 'false';
  const alternate = names
    .all(item, 'atom', 'link')
    .find((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate');
  const link = names.first(item, 'core', 'link');
  const own = link === null ? null : (wordsIn(link) ?? attribute(link, 'href'));
  for (const written of [
    wordsIn(names.first(item, 'feedburner', 'origlink')),
    own,
    attribute(alternate ?? null, 'href'),
    attribute(item, 'rdf:about'),
  ]) {
    const address = absolute(written ?? '', baseOf(link ?? item, outermost));
    if (address !== null && /^https?:/iu.test(address)) return address;
  }
  const identifier = guid === null ? null : textOf(guid).trim();
  if (identifier === null || identifier === '') return null;
  // A permanent link is an address; any other identifier may still be a name for all time.
  if (/^https?:\/\//iu.test(identifier)) return isPermanent ? absolute(identifier, null) : null;
  return /^(?:urn|tag):/iu.test(identifier) ? identifier : null;
}

function authorsOf(item: XmlElement, names: FeedNames): string[] {
  const creators = names.all(item, 'dc', 'creator', 'author').map((creator) => nameOfMail(wordsIn(creator)));
  const atom = names.all(item, 'atom', 'author').map((author) => wordsIn(names.first(author, 'atom', 'name')));
  const own = names.all(item, 'core', 'author').map((author) => nameOfMail(wordsIn(author)));
  for (const found of [creators, atom, own]) {
    const given = found.filter((name) => name !== null);
    if (given.length > 0) return given;
  }
  return [];
}

/** RSS 2.0 wants "ola@courier.example (Ola Brandt)"; others write a name with an address in angles. */
function nameOfMail(written: string | null): string | null {
  if (written === null) return null;
  const inside = /^\S+@\S+\s*\(([^)]+)\)/u.exec(written)?.[1];
  return (inside ?? written.replace(/<?\S+@\S+\.[^\s>]+>?/gu, ' ')).trim() || null;
}

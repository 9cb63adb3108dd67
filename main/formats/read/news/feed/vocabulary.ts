import { elementsOf } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';

/** Which vocabulary a feed's element belongs to. `core` is the feed's own: RSS of any version, or Atom. */
export type Vocabulary =
  | 'core'
  | 'atom'
  | 'content'
  | 'dc'
  | 'dcterms'
  | 'media'
  | 'feedburner'
  | 'xhtml'
  | 'yandex'
  | 'other';

/** By the namespaces' names in lower case, without "http://", "https://", "www." and a slash at the end: they are misspelt that way. */
const namespaces: ReadonlyMap<string, Vocabulary> = new Map([
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns#', 'atom'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/rss/1.0/modules/dc', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['search.yahoo.com/mrss', 'media'],
  ['video.search.yahoo.com/mrss', 'media'],
  ['rssboard.org/media-rss', 'media'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['w3.org/tr/xhtml1/strict', 'xhtml'],
  ['news.yandex.ru', 'yandex'],
  ['purl.org/rss/1.0', 'core'],
  ['my.netscape.com/rdf/simple/0.9', 'core'],
  ['channel.netscape.com/rdf/simple/0.9', 'core'],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', 'core'],
  ['backend.userland.com/rss', 'core'],
  ['backend.userland.com/rss2', 'core'],
  ['blogs.law.harvard.edu/tech/rss', 'core'],
]);

/** What the usual prefixes mean where a feed uses them without saying so. */
const prefixes: ReadonlyMap<string, Vocabulary> = new Map([
  ['atom', 'atom'],
  ['atom03', 'atom'],
  ['atom10', 'atom'],
  ['content', 'content'],
  ['dc', 'dc'],
  ['dcterms', 'dcterms'],
  ['media', 'media'],
  ['feedburner', 'feedburner'],
  ['xhtml', 'xhtml'],
  ['html', 'xhtml'],
  ['yandex', 'yandex'],
]);

function vocabularyOf(namespace: string): Vocabulary {
  if (namespace === '') return 'core';
  if (namespace.startsWith('undeclared:')) return prefixes.get(namespace.slice('undeclared:'.length)) ?? 'other';
  const name = namespace
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/+$/u, '');
  return namespaces.get(name) ?? 'other';
}

/** Finds elements in one feed, whose own vocabulary is that of its root. */
export class FeedNames {
  readonly #own: string;
  readonly #known = new Map<string, Vocabulary>();

  constructor(root: XmlElement) {
    const own = vocabularyOf(root.namespace);
    // Of RDF the root is no element of RSS, and a namespace nobody knows is the feed's own.
    this.#own = own === 'other' && root.name === 'rdf' ? '' : root.namespace;
  }

  of(element: XmlElement): Vocabulary {
    const known = this.#known.get(element.namespace);
    if (known !== undefined) return known;
    const vocabulary = element.namespace === this.#own ? 'core' : vocabularyOf(element.namespace);
    this.#known.set(element.namespace, vocabulary);
    return vocabulary;
  }

  all(parent: XmlElement, vocabulary: Vocabulary, ...names: readonly string[]): XmlElement[] {
    return [...elementsOf(parent)].filter((child) => names.includes(child.name) && this.of(child) === vocabulary);
  }

  first(parent: XmlElement, vocabulary: Vocabulary, ...names: readonly string[]): XmlElement | null {
    for (const name of names)
      for (const child of elementsOf(parent)) if (child.name === name && this.of(child) === vocabulary) return child;
    return null;
  }
}

import type { ForeignMark } from '../../../../contract/index.ts';
import { parsePage } from '../../../shared/html/tree.ts';
import {
  at,
  attributeNamed,
  childNamed,
  childrenNamed,
  elementsOf,
  textOf,
  wordsIn,
} from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { plainText } from '../../web/html/removal-log.ts';
import { cleanLine, cleanTags, markOf, webAddress } from '../exports/brought.ts';
import { foldersFrom } from '../exports/folders.ts';

/** An item of Zotero's RDF, with what hangs on it. */
export interface ZoteroItem {
  readonly about: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly byline: readonly string[];
  readonly publication: string | null;
  /** As written. */
  readonly published: string | null;
  readonly language: string | null;
  readonly abstract: string | null;
  /** When the page was visited, as written. */
  readonly accessed: string | null;
  readonly tags: readonly string[];
  readonly notes: readonly ForeignMark[];
  readonly attachments: readonly ZoteroAttachment[];
}

export interface ZoteroAttachment {
  /** Relative to the RDF, as written; null for a link. */
  readonly path: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly accessed: string | null;
}

/** The items of a Zotero RDF: all that isn't a note, an attachment or a collection of its own. */
export function zoteroItems(root: XmlElement): ZoteroItem[] {
  const byAbout = new Map<string, XmlElement>();
  for (const element of elementsOf(root)) {
    const about = attributeNamed(element, 'about');
    if (about !== null) byAbout.set(about, element);
  }
  const collections = collectionsOf(root);
  const referred = new Set<string>();
  const items = [...elementsOf(root)].filter(({ name }) => !notItems.has(name));
  const read = items.map((element) => readItem(element, byAbout, collections, referred));
  // A page or a file that was kept by itself, without an item over it.
  const alone = childrenNamed(root, 'attachment').filter(
    (element) => !referred.has(attributeNamed(element, 'about') ?? ''),
  );
  return [...read, ...alone.map((element) => itemOfAttachment(element, collections))];
}

const notItems: ReadonlySet<string> = new Set([
  'attachment',
  'memo',
  'collection',
  'journal',
  'newspaper',
  'periodical',
  'series',
]);

function readItem(
  element: XmlElement,
  byAbout: ReadonlyMap<string, XmlElement>,
  collections: ReadonlyMap<string, readonly string[]>,
  referred: Set<string>,
): ZoteroItem {
  const about = attributeNamed(element, 'about') ?? '';
  const linked = (name: string): XmlElement[] =>
    childrenNamed(element, name).flatMap((link) => {
      const target = attributeNamed(link, 'resource');
      const found = target === null ? undefined : byAbout.get(target);
      if (target === null || found === undefined) return [];
      referred.add(target);
      return [found];
    });
  const whole = childNamed(element, 'ispartof');
  return {
    about,
    title: wordsIn(childNamed(element, 'title')),
    url: addressOf(element) ?? webAddress(about),
    byline: creatorsOf(element),
    publication: whole === null ? null : publicationOf(whole, byAbout),
    published: wordsIn(childNamed(element, 'date')),
    language: wordsIn(childNamed(element, 'language')),
    abstract: wordsIn(childNamed(element, 'abstract')),
    accessed: wordsIn(childNamed(element, 'datesubmitted')),
    tags: cleanTags([...tagsOf(element), ...(collections.get(about) ?? [])]),
    notes: linked('isreferencedby').flatMap(noteOf),
    attachments: linked('link').map(attachmentOf),
  };
}

function itemOfAttachment(element: XmlElement, collections: ReadonlyMap<string, readonly string[]>): ZoteroItem {
  const about = attributeNamed(element, 'about') ?? '';
  const attachment = attachmentOf(element);
  return {
    about,
    title: attachment.title,
    url: attachment.url,
    byline: [],
    publication: null,
    published: null,
    language: null,
    abstract: null,
    accessed: attachment.accessed,
    tags: cleanTags([...tagsOf(element), ...(collections.get(about) ?? [])]),
    notes: noteOf(element),
    attachments: [attachment],
  };
}

/** `dc:identifier` with a `dcterms:URI`, or a DOI written as text. */
function addressOf(element: XmlElement): string | null {
  for (const identifier of childrenNamed(element, 'identifier')) {
    const value = at(identifier, 'uri', 'value');
    const address = webAddress(value === null ? wordsIn(identifier) : wordsIn(value));
    if (address !== null) return address;
    const doi = /^DOI\s+(10\.\S+)$/iu.exec(wordsIn(identifier) ?? '')?.[1];
    if (doi !== undefined) return webAddress(`https://doi.org/${doi}`);
  }
  return null;
}

function creatorsOf(element: XmlElement): string[] {
  const authors = childNamed(element, 'authors');
  const sequence = authors === null ? null : childNamed(authors, 'seq');
  if (sequence === null) return [];
  return childrenNamed(sequence, 'li').flatMap((item) => {
    const person = childNamed(item, 'person');
    if (person === null) return [];
    const given = wordsIn(childNamed(person, 'givenname'));
    const names = [given, wordsIn(childNamed(person, 'surname'))].filter((name) => name !== null);
    return names.length === 0 ? [] : [names.join(' ')];
  });
}

/** The paper or journal, in place or by reference. */
function publicationOf(whole: XmlElement, byAbout: ReadonlyMap<string, XmlElement>): string | null {
  const target = attributeNamed(whole, 'resource');
  const [inside] = elementsOf(whole);
  const container = target === null ? inside : byAbout.get(target);
  return container === undefined ? null : wordsIn(childNamed(container, 'title'));
}

function tagsOf(element: XmlElement): string[] {
  return childrenNamed(element, 'subject').flatMap((subject) => {
    const automatic = childNamed(subject, 'automatictag');
    const name = wordsIn(automatic === null ? subject : childNamed(automatic, 'value'));
    return name === null ? [] : [name];
  });
}

/** Notes are HTML in a text; what they say is kept as lines. */
function noteOf(element: XmlElement): ForeignMark[] {
  const value = element.name === 'memo' ? childNamed(element, 'value') : childNamed(element, 'note');
  if (value === null) return [];
  const markup = textOf(value).replace(/<\/(?:p|div|h[1-6]|li|blockquote)>|<br\s*\/?>/giu, '\n$&');
  const lines = markup
    .split('\n')
    .map((line) => cleanLine(plainText(parsePage(line).root), 10_000))
    .filter((line) => line !== null);
  const note = lines.join('\n\n').slice(0, 100_000).toWellFormed();
  return note === '' ? [] : [markOf({ id: attributeNamed(element, 'about'), note })];
}

function attachmentOf(element: XmlElement): ZoteroAttachment {
  // The file's place is an `rdf:resource` element inside the attachment, with an attribute of the same name.
  const resource = childNamed(element, 'resource');
  return {
    path: attributeNamed(resource, 'resource'),
    title: wordsIn(childNamed(element, 'title')),
    url: addressOf(element),
    accessed: wordsIn(childNamed(element, 'datesubmitted')),
  };
}

/** The names of the collections that each item is in, with those around them. */
function collectionsOf(root: XmlElement): ReadonlyMap<string, readonly string[]> {
  const collections = childrenNamed(root, 'collection');
  const titles = new Map<string, string>();
  const parents = new Map<string, string>();
  const parts = collections.map((collection) => {
    const about = attributeNamed(collection, 'about') ?? '';
    titles.set(about, wordsIn(childNamed(collection, 'title')) ?? '');
    const inside = childrenNamed(collection, 'haspart').flatMap((part) => attributeNamed(part, 'resource') ?? []);
    for (const part of inside) parents.set(part, about);
    return { about, inside };
  });
  const of = new Map<string, string[]>();
  for (const { about, inside } of parts) {
    const names = foldersFrom(about, { titles, parents });
    for (const part of inside) {
      if (titles.has(part)) continue;
      const known = of.get(part) ?? [];
      known.push(...names);
      of.set(part, known);
    }
  }
  return of;
}

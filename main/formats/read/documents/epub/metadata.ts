import type { PreciseDate } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import { attribute, attributeNamed, descendants, firstDescendant, wordsIn } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';

/** What a book's package says of it (EPUB 3.3, 5.5; OPF 2.0.1, 2.2). */
export interface BookMetadata {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly language: string | null;
  readonly description: string | null;
  /** Its address on the web or a name for all time (DOI, ISBN), or null. */
  readonly url: string | null;
}

const noTitle = /^(?:unknown|untitled|unbekannt|no title|title|ebook|book|index|cover)$/iu;
const nobody =
  /^(?:unknown(?: author)?|unbekannt(?:er autor)?|anonymous|various(?: authors)?|author|calibre|none|n\/a)$/iu;

export function readMetadata(root: XmlElement): BookMetadata {
  const metadata = firstDescendant(root, 'metadata');
  const all = metadata === null ? [] : [...descendants(metadata)];
  const named = (name: string) => all.filter((element) => element.name === name);
  const refined = refinements(named('meta'));
  const refine = (element: XmlElement, property: string) =>
    refined.get(`#${attribute(element, 'id')} ${property}`) ?? null;
  const titles = named('title');
  const main = titles.find((title) => refine(title, 'title-type') === 'main') ?? titles[0] ?? null;
  const title = withoutDate(wordsIn(main));
  const authors = named('creator').flatMap((creator) => {
    const role = attributeNamed(creator, 'role') ?? refine(creator, 'role') ?? 'aut';
    const name = wordsIn(creator);
    return name === null || nobody.test(name) || !/^(?:aut|aui|cre|dub)$/iu.test(role) ? [] : [name];
  });
  const meta = (property: string) =>
    wordsIn(
      named('meta').find((one) => attribute(one, 'property') === property && attribute(one, 'refines') === null) ??
        null,
    );
  const publisher = wordsIn(named('publisher')[0] ?? null);
  return {
    title: title === null || noTitle.test(title) ? null : title,
    authors,
    publisher: publisher === null || nobody.test(publisher) ? null : publisher,
    published: publishedOf(named('date'), meta),
    modified: dateOf(meta('dcterms:modified') ?? wordsIn(eventDate(named('date'), /^modification$/iu))),
    language: wordsIn(named('language')[0] ?? null),
    description: plain(wordsIn(named('description')[0] ?? null)),
    url: urlOf(named('identifier'), named('source')),
  };
}

/** Properties of properties (EPUB 3.3, 5.5.3.1.2): by what they refine and their names. */
function refinements(metas: readonly XmlElement[]): ReadonlyMap<string, string> {
  return new Map(
    metas.flatMap((meta) => {
      const value = wordsIn(meta);
      return value === null ? [] : [[`${attribute(meta, 'refines')} ${attribute(meta, 'property')}`, value] as const];
    }),
  );
}

/** "The Courier [Wed, 16 Nov 2016]": programs that gather news put the day behind a paper's name. */
function withoutDate(title: string | null): string | null {
  return title?.replace(/\s*\[[^\]]*\d{4}[^\]]*\]$/u, '') ?? null;
}

/** A date of EPUB 2 says which one it is (OPF 2.0.1, 2.2.7). */
function eventDate(dates: readonly XmlElement[], event: RegExp): XmlElement | null {
  return dates.find((date) => event.test(attributeNamed(date, 'event') ?? '')) ?? null;
}

function publishedOf(dates: readonly XmlElement[], meta: (property: string) => string | null): PreciseDate | null {
  const plainDate = dates.find((date) => attributeNamed(date, 'event') === null);
  return (
    dateOf(wordsIn(eventDate(dates, /^(?:publication|issued|epub-publication|ops-publication)$/iu))) ??
    dateOf(wordsIn(plainDate ?? null)) ??
    dateOf(meta('dcterms:issued') ?? meta('dcterms:date')) ??
    dateOf(wordsIn(eventDate(dates, /^(?:original-publication|creation)$/iu)))
  );
}

function dateOf(written: string | null): PreciseDate | null {
  return written === null ? null : parseDate(written, null);
}

/** Descriptions often hold markup that was escaped. */
function plain(description: string | null): string | null {
  const words =
    description
      ?.replace(/<[^<>]{0,200}>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim() ?? '';
  return words === '' ? null : words;
}

/**
 * What names the book: an address on the web, a DOI, an ISBN. Other identifiers are made anew by programs each
 * time they write a book, so that nothing is known by them.
 */
function urlOf(identifiers: readonly XmlElement[], sources: readonly XmlElement[]): string | null {
  const said = identifiers.map((identifier) => ({
    value: wordsIn(identifier) ?? '',
    scheme: (attributeNamed(identifier, 'scheme') ?? '').toLowerCase(),
  }));
  const addresses = [...said.map(({ value }) => value), ...sources.map((source) => wordsIn(source) ?? '')];
  // A publisher's front page is the address of none of its books.
  const web = addresses.find((value) => /^https?:\/\/[^\s/]+\/\S+$/iu.test(value));
  if (web !== undefined) return web;
  for (const { value } of said) {
    const doi = /^(?:urn:|info:)?(?:doi[:/]\s*)?(10\.\d{4,9}\/\S+)$/iu.exec(value)?.[1];
    if (doi !== undefined) return `https://doi.org/${doi}`;
  }
  for (const { value, scheme } of said) {
    const isbn = value.replace(/^(?:urn:)?isbn[:\s]*/iu, '').replace(/[\s-]/gu, '');
    const isSaid = scheme === 'isbn' || /isbn/iu.test(value) || /^97[89]\d{10}$/u.test(isbn);
    if (isSaid && /^(?:\d{9}[\dX]|97[89]\d{10})$/iu.test(isbn)) return `urn:isbn:${isbn.toUpperCase()}`;
  }
  return null;
}

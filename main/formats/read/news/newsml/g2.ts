import type { MentionedArticle } from '../../../format.ts';
import {
  absolute,
  at,
  attribute,
  childNamed,
  childrenNamed,
  descendants,
  elementsOf,
  firstDescendant,
  languageOf,
  textOf,
  wordsIn,
} from '../../../shared/xml/find.ts';
import { innerMarkup } from '../../../shared/xml/markup.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { datelineBlock, remarkOf, withDescription } from '../news-item/agency.ts';
import { base64Text } from '../news-item/base64.ts';
import { contentOf, type ItemContent } from '../news-item/content.ts';
import { emptyItem, type ItemPicture, type NewsItem } from '../news-item/news-item.ts';
import type { PartNames } from '../news-item/parts.ts';
import { nitfForm } from '../nitf/markup.ts';
import { nitfItem } from '../nitf/read-nitf.ts';

/** NewsML-G2 of the IPTC (2.x): news items, packages of them, and messages that carry both. */

export type G2Found = { readonly item: NewsItem; readonly element: XmlElement } | MentionedArticle;

/** What a document holds, in its order. */
export function* g2Items(root: XmlElement, parts: PartNames): Iterable<G2Found> {
  const items =
    root.name === 'newsmessage' ? childrenNamed(root, 'itemset').flatMap((set) => [...elementsOf(set)]) : [root];
  const inside = new Set(items.map((item) => attribute(item, 'guid')));
  for (const item of items) {
    if (item.name === 'newsitem') yield { item: newsItem(item, parts), element: item };
    else if (item.name === 'packageitem') yield* packageMentions(item, inside, parts);
    else yield otherItem(item, parts);
  }
}

function newsItem(root: XmlElement, parts: PartNames): NewsItem {
  const meta = childNamed(root, 'itemmeta');
  const contentMeta = childNamed(root, 'contentmeta');
  const guid = attribute(root, 'guid');
  const headlines = contentMeta === null ? [] : childrenNamed(contentMeta, 'headline');
  const isSub = (headline: XmlElement) => /sub|dek|deck/iu.test(attribute(headline, 'role') ?? '');
  const main =
    headlines.find((headline) => /main/iu.test(attribute(headline, 'role') ?? '')) ??
    headlines.find((headline) => !isSub(headline));
  const description = descriptionOf(contentMeta);
  const created = valueAt(meta, 'firstcreated') ?? valueAt(contentMeta, 'contentcreated');
  const changed = valueAt(meta, 'versioncreated') ?? valueAt(contentMeta, 'contentmodified');
  const content = contentIn(root);
  const inNitf = nitfIn(root);
  const item: NewsItem = {
    ...emptyItem,
    part: parts.next(guid),
    title: wordsIn(main ?? null) ?? wordsIn(meta === null ? null : childNamed(meta, 'title')) ?? inNitf?.title ?? null,
    subheading: wordsIn(headlines.find(isSub) ?? null) ?? inNitf?.subheading ?? null,
    bylines: bylinesOf(contentMeta) ?? inNitf?.bylines ?? [],
    publication:
      nameOf(meta === null ? null : childNamed(meta, 'provider')) ?? nameOf(at(root, 'rightsinfo', 'copyrightholder')),
    section: sectionOf(contentMeta),
    published: created ?? changed,
    modified: changed,
    url: addressOf(meta, guid),
    language:
      attribute(contentMeta === null ? null : childNamed(contentMeta, 'language'), 'tag') ??
      languageOf(firstDescendant(root, 'inlinexml', 'inlinedata') ?? root),
    description: content === null ? null : wordsIn(description),
    opening: datelineBlock(valueAt(contentMeta, 'dateline') ?? datelineIn(inNitf)),
    pictures: picturesOf(root),
    remark: remarkOf({
      status: attribute(meta === null ? null : childNamed(meta, 'pubstatus'), 'qcode'),
      embargoed: valueAt(meta, 'embargoed'),
      note: valueAt(meta, 'ednote'),
    }),
  };
  if (content !== null) return { ...item, content };
  const words = description === null ? null : contentOf(textOf(description), null);
  const itemClass = meta === null ? null : childNamed(meta, 'itemclass');
  return withDescription(item, attribute(itemClass, 'qcode') ?? attribute(itemClass, 'uri'), words);
}

function valueAt(parent: XmlElement | null, name: string): string | null {
  return parent === null ? null : wordsIn(childNamed(parent, name));
}

/** A party's name, its literal, or what its code says after the scheme ("nprov:TP"). */
function nameOf(party: XmlElement | null): string | null {
  if (party === null) return null;
  return (
    valueAt(party, 'name') ??
    attribute(party, 'literal') ??
    attribute(party, 'qcode')?.replace(/^[^:]*:/u, '') ??
    attribute(party, 'uri')?.replace(/^.*[/#:]/u, '') ??
    null
  );
}

function bylinesOf(contentMeta: XmlElement | null): string[] | null {
  if (contentMeta === null) return null;
  const lines = childrenNamed(contentMeta, 'by').map(wordsIn);
  const creators = childrenNamed(contentMeta, 'creator').map((creator) => valueAt(creator, 'name'));
  for (const found of [lines, creators]) {
    const given = found.filter((line) => line !== null);
    if (given.length > 0) return given;
  }
  return null;
}

/** The first subject that is a topic; subjects are persons and places, too. */
function sectionOf(contentMeta: XmlElement | null): string | null {
  if (contentMeta === null) return null;
  const subjects = childrenNamed(contentMeta, 'subject').filter((subject) => valueAt(subject, 'name') !== null);
  const topic = subjects.find((subject) => /abstract|topic/iu.test(attribute(subject, 'type') ?? ''));
  const unsaid = subjects.find((subject) => attribute(subject, 'type') === null);
  const found = topic ?? unsaid ?? null;
  return found === null ? null : valueAt(found, 'name');
}

function descriptionOf(contentMeta: XmlElement | null): XmlElement | null {
  if (contentMeta === null) return null;
  const all = childrenNamed(contentMeta, 'description').filter((description) => wordsIn(description) !== null);
  return all.find((description) => /caption|summary/iu.test(attribute(description, 'role') ?? '')) ?? all[0] ?? null;
}

/** The page on the web that an item names as its own; else its guid, which is a name for all time (NewsML-G2, "guid"). */
function addressOf(meta: XmlElement | null, guid: string | null): string | null {
  const link = (meta === null ? [] : childrenNamed(meta, 'link')).find((candidate) =>
    /(?:canonical|permalink|web|isversionof|samepage)/iu.test(attribute(candidate, 'rel') ?? ''),
  );
  const page = absolute(attribute(link ?? null, 'href') ?? '', null);
  if (page !== null && /^https?:/iu.test(page)) return page;
  return guid !== null && /^(?:https?:\/\/|urn:|tag:)/iu.test(guid) ? guid : null;
}

function nitfIn(root: XmlElement): NewsItem | null {
  const nitf = firstDescendant(root, 'nitf');
  return nitf === null ? null : nitfItem(nitf);
}

function datelineIn(item: NewsItem | null): string | null {
  const block = item?.opening.find(({ purpose }) => purpose === 'dateline');
  return block?.kind === 'paragraph' ? block.content.text : null;
}

/** The first alternative that holds words; alternatives are one content in several forms. Markup goes before text. */
function contentIn(root: XmlElement): ItemContent | null {
  const set = childNamed(root, 'contentset');
  if (set === null) return null;
  const forms = [
    ...childrenNamed(set, 'inlinexml').map(xmlContent),
    ...childrenNamed(set, 'inlinedata').map(dataContent),
  ];
  const found = forms.filter((content) => content !== null);
  return found.find(({ kind }) => kind === 'markup') ?? found[0] ?? null;
}

function xmlContent(inline: XmlElement): ItemContent | null {
  const nitf = firstDescendant(inline, 'nitf');
  if (nitf !== null) return nitfItem(nitf).content;
  const body = firstDescendant(inline, 'body');
  const markup = innerMarkup(body ?? inline, body === null ? nitfForm : undefined);
  return markup.trim() === '' ? null : { kind: 'markup', markup, base: null };
}

function dataContent(inline: XmlElement): ItemContent | null {
  return contentOf(base64Text(inline) ?? textOf(inline), null);
}

function picturesOf(root: XmlElement): ItemPicture[] {
  const set = childNamed(root, 'contentset');
  if (set === null) return [];
  const all = childrenNamed(set, 'remotecontent').filter((remote) =>
    /^image\//iu.test(attribute(remote, 'contenttype') ?? ''),
  );
  // Renditions of one picture: the widest shows most.
  const widest = all.toSorted((one, other) => widthOf(other) - widthOf(one))[0] ?? null;
  const address = absolute(attribute(widest, 'href') ?? '', null);
  return address === null || !/^https?:/iu.test(address) ? [] : [{ address, caption: null }];
}

function widthOf(remote: XmlElement): number {
  return Number(attribute(remote, 'width') ?? 0) || 0;
}

/** A package names items that stand elsewhere; those of the same message are read themselves. */
function* packageMentions(
  root: XmlElement,
  inside: ReadonlySet<string | null>,
  parts: PartNames,
): Iterable<MentionedArticle> {
  let count = 0;
  for (const element of descendants(root)) {
    if (element.name !== 'itemref') continue;
    count += 1;
    const residref = attribute(element, 'residref');
    if (inside.has(residref) && residref !== null) continue;
    const page = absolute(attribute(element, 'href') ?? '', null);
    yield {
      kind: 'mentioned',
      part: parts.next(residref ?? page),
      title: valueAt(element, 'headline') ?? valueAt(element, 'title'),
      url: page ?? residref,
      published: null,
      reason: 'A package lists it; its text is in an item of its own. Add that item.',
    };
  }
  if (count === 0)
    yield {
      kind: 'mentioned',
      part: parts.next(attribute(root, 'guid')),
      title: wordsIn(at(root, 'itemmeta', 'title')),
      url: null,
      published: null,
      reason: 'It is a package that lists nothing.',
    };
}

const otherKinds: ReadonlyMap<string, string> = new Map([
  ['conceptitem', 'It describes a person, a place or a term, and is no article.'],
  ['knowledgeitem', 'It is a vocabulary and no article.'],
  ['planningitem', 'It announces what will be covered and holds no text.'],
  ['catalogitem', 'It is a catalogue of vocabularies and no article.'],
]);

function otherItem(root: XmlElement, parts: PartNames): MentionedArticle {
  return {
    kind: 'mentioned',
    part: parts.next(attribute(root, 'guid')),
    title: wordsIn(at(root, 'contentmeta', 'headline')) ?? wordsIn(at(root, 'itemmeta', 'title')),
    url: null,
    published: null,
    reason: otherKinds.get(root.name) ?? `It is of a kind that Verbatim does not read (${root.name.slice(0, 40)}).`,
  };
}

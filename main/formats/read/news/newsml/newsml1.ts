import {
  absolute,
  at,
  attribute,
  childNamed,
  childrenNamed,
  descendants,
  elementsOf,
  firstDescendant,
  textOf,
  wordsIn,
} from '../../../shared/xml/find.ts';
import { innerMarkup } from '../../../shared/xml/markup.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { datelineBlock, remarkOf } from '../news-item/agency.ts';
import { base64Text } from '../news-item/base64.ts';
import { contentOf, type ItemContent } from '../news-item/content.ts';
import { emptyItem, type ItemPicture, type NewsItem } from '../news-item/news-item.ts';
import type { PartNames } from '../news-item/parts.ts';
import { nitfForm } from '../nitf/markup.ts';
import { nitfItem } from '../nitf/read-nitf.ts';

/**
 * NewsML 1.x of the IPTC: items made of components within components. A component that has a headline and
 * holds words is an article; the same in another language is another one.
 */
export function* newsml1Items(root: XmlElement, parts: PartNames): Iterable<{ item: NewsItem; element: XmlElement }> {
  const envelope = childNamed(root, 'newsenvelope');
  const sender = formalName(envelope === null ? null : at(envelope, 'sentfrom', 'party'));
  const service = formalName(envelope === null ? null : childNamed(envelope, 'newsservice'));
  for (const element of childrenNamed(root, 'newsitem'))
    for (const item of articlesOf(element, sender ?? service, parts)) yield { item, element };
}

function* articlesOf(root: XmlElement, sender: string | null, parts: PartNames): Iterable<NewsItem> {
  const management = childNamed(root, 'newsmanagement');
  const name = nameForAllTime(root);
  const revised = management === null ? null : wordsIn(childNamed(management, 'thisrevisioncreated'));
  const common: NewsItem = {
    ...emptyItem,
    publication: formalName(firstIn(root, 'provider', 'party')) ?? sender,
    published: (management === null ? null : wordsIn(childNamed(management, 'firstcreated'))) ?? revised,
    modified: revised,
    remark: remarkOf({
      status: formalName(management === null ? null : childNamed(management, 'status')),
      embargoed: management === null ? null : wordsIn(at(management, 'statuswillchange', 'dateandtime')),
      note: null,
    }),
    withoutContent: 'It holds no text. Ask for the item with its text.',
  };
  const components = articleComponents(root);
  // One name is one article's: the first language has it, the others are known by their text.
  for (const [index, component] of components.entries())
    yield { ...common, ...article(component), part: parts.next(name), url: index === 0 ? name : null };
  if (components.length === 0)
    yield { ...common, part: parts.next(name), title: wordsIn(firstDescendant(root, 'headline')), url: name };
}

function formalName(element: XmlElement | null): string | null {
  return attribute(element, 'formalname');
}

function firstIn(root: XmlElement, outer: string, inner: string): XmlElement | null {
  const found = firstDescendant(root, outer);
  return found === null ? null : childNamed(found, inner);
}

/** `urn:newsml:` with provider, date and item (RFC 3085), without the number of the revision: that is what changes. */
function nameForAllTime(root: XmlElement): string | null {
  const identifier = at(root, 'identification', 'newsidentifier');
  if (identifier === null) return null;
  const [provider, date, item] = ['providerid', 'dateid', 'newsitemid'].map((part) =>
    wordsIn(childNamed(identifier, part)),
  );
  return provider && date && item ? `urn:newsml:${[provider, date, item].map(encodeURI).join(':')}` : null;
}

function articleComponents(root: XmlElement): XmlElement[] {
  const headed: XmlElement[] = [];
  const visit = (element: XmlElement): boolean => {
    let found = false;
    for (const child of elementsOf(element)) if (child.name === 'newscomponent') found = visit(child) || found;
    if (found || element.name !== 'newscomponent') return found;
    const lines = childNamed(element, 'newslines');
    if (lines === null || childNamed(lines, 'headline') === null || textContents(element).length === 0) return false;
    headed.push(element);
    return true;
  };
  visit(root);
  if (headed.length > 0) return headed;
  const outermost = childNamed(root, 'newscomponent');
  return outermost !== null && textContents(outermost).length > 0 ? [outermost] : [];
}

interface TextContent {
  readonly role: string;
  readonly content: ItemContent;
  readonly nitf: NewsItem | null;
}

/** The pieces of text in a component, each with the role of the component it stands in. */
function textContents(component: XmlElement): TextContent[] {
  const found: TextContent[] = [];
  for (const element of descendants(component)) {
    if (element.name !== 'contentitem') continue;
    const data = childNamed(element, 'datacontent');
    const type = `${attribute(childNamed(element, 'mimetype'), 'formalname') ?? ''} ${wordsIn(childNamed(element, 'mimetype')) ?? ''}`;
    if (data === null || /css|javascript|image|audio|video/iu.test(type)) continue;
    const nitf = firstDescendant(data, 'nitf');
    const read = nitf === null ? null : nitfItem(nitf);
    const content = read === null ? contentOfData(element, data) : read.content;
    if (content !== null) found.push({ role: roleOf(element), content, nitf: read });
  }
  return found;
}

function contentOfData(item: XmlElement, data: XmlElement): ItemContent | null {
  if ([...elementsOf(data)].length > 0) {
    const body = firstDescendant(data, 'body');
    const markup = innerMarkup(body ?? data, body === null ? nitfForm : undefined);
    return markup.trim() === '' ? null : { kind: 'markup', markup, base: null };
  }
  const encoded = attribute(at(item, 'encoding'), 'notation');
  return /base64/iu.test(encoded ?? '') ? null : contentOf(base64Text(data) ?? textOf(data), null);
}

function roleOf(element: XmlElement): string {
  for (let at = element.parent; at !== null; at = at.parent) {
    const role = at.name === 'newscomponent' ? formalName(childNamed(at, 'role')) : null;
    if (role !== null) return role.toLowerCase();
  }
  return '';
}

const headRoles = /^(?:headline|subheadline|slugline|summary|abstract|byline|contact|keywords?|caption)$/u;

/** A component's own lines, its text, and the line by which its writer can be reached below it. */
function article(component: XmlElement): Partial<NewsItem> {
  const lines = linesAround(component);
  const texts = textContents(component);
  const bodies = texts.filter(({ role }) => !headRoles.test(role));
  const main = bodies.filter(({ role }) => /main|body|text/u.test(role));
  const chosen = main.length > 0 ? main : bodies.slice(0, 1);
  // Release services set bulleted lines below the headline, and the press officer's line below the text.
  const under = texts.filter(({ role }) => role === 'subheadline');
  const contacts = texts.filter(({ role }) => role === 'contact');
  const nitf = chosen[0]?.nitf ?? null;
  const summary = texts.find(({ role }) => role === 'summary' || role === 'abstract');
  const line = (name: string) =>
    lines.map((one) => wordsIn(childNamed(one, name))).find((text) => text !== null) ?? null;
  const byline = line('byline');
  return {
    title: line('headline') ?? nitf?.title ?? null,
    subheading: line('subheadline') ?? nitf?.subheading ?? null,
    bylines: byline !== null ? [byline] : (nitf?.bylines ?? []),
    language: languageIn(component),
    section: nitf?.section ?? null,
    description: summary?.content.kind === 'text' ? summary.content.text : null,
    content: joined([...under, ...chosen, ...contacts].map(({ content }) => content)),
    opening: datelineBlock(line('dateline')),
    pictures: picturesOf(component),
  };
}

/** The lines of a component and of those around it, the nearest first. */
function linesAround(component: XmlElement): XmlElement[] {
  const lines: XmlElement[] = [];
  for (let at: XmlElement | null = component; at !== null; at = at.parent) {
    const own = at.name === 'newscomponent' ? childNamed(at, 'newslines') : null;
    if (own !== null) lines.push(own);
  }
  return lines;
}

function languageIn(component: XmlElement): string | null {
  for (let around: XmlElement | null = component; around !== null; around = around.parent) {
    const language = formalName(at(around, 'descriptivemetadata', 'language'));
    if (language !== null) return language;
  }
  return null;
}

/** Several pieces are one text where all of them are markup; else the first is the text. */
function joined(contents: readonly ItemContent[]): ItemContent | null {
  const [first] = contents;
  if (first?.kind !== 'markup') return first ?? null;
  const markup = contents.flatMap((content) => (content.kind === 'markup' ? [`<div>${content.markup}</div>`] : []));
  return { kind: 'markup', markup: markup.join('\n'), base: null };
}

/** One address of each photograph: that of its largest rendition. A publisher's mark is no picture of the article. */
function picturesOf(component: XmlElement): ItemPicture[] {
  const pictures: ItemPicture[] = [];
  for (const inner of descendants(component)) {
    if (inner.name !== 'newscomponent' || /logo/iu.test(formalName(childNamed(inner, 'role')) ?? '')) continue;
    const renditions = childrenNamed(inner, 'contentitem').filter((item) =>
      /image|photo/iu.test(
        `${formalName(childNamed(item, 'mimetype')) ?? ''} ${wordsIn(childNamed(item, 'mimetype')) ?? ''} ${formalName(childNamed(item, 'mediatype')) ?? ''}`,
      ),
    );
    const largest = renditions.toSorted((one, other) => sizeOf(other) - sizeOf(one))[0] ?? null;
    const address = absolute(attribute(largest, 'href') ?? '', null);
    if (address === null || !/^https?:/iu.test(address)) continue;
    const lines = childNamed(inner, 'newslines');
    pictures.push({
      address,
      caption: lines === null || inner === component ? null : wordsIn(childNamed(lines, 'headline')),
    });
  }
  return pictures;
}

function sizeOf(item: XmlElement): number {
  return Number(wordsIn(at(item, 'characteristics', 'sizeinbytes')) ?? 0) || 0;
}

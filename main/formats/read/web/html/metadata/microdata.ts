import type { HtmlElement, HtmlPage } from '../../../../shared/html/tree.ts';
import { plainText } from '../removal-log.ts';
import type { CandidateField, Candidates } from './candidates.ts';

const articleItem = /schema\.org\/(?:\w*Article|\w*BlogPosting|Report|Review|Recipe|CreativeWork|WebPage)\b/u;

/** Of these, those of which a page may hold several: its own article and others. */
const writtenItem = /schema\.org\/(?:\w*Article|\w*BlogPosting|Report|Review|Recipe)\b/u;

const properties: Readonly<Record<string, CandidateField>> = {
  headline: 'title',
  alternativeheadline: 'subheading',
  author: 'author',
  creator: 'author',
  datepublished: 'published',
  datecreated: 'published',
  datemodified: 'modified',
  articlesection: 'section',
  publisher: 'publication',
  inlanguage: 'language',
  description: 'description',
  image: 'image',
};

/** Reads schema.org microdata (HTML, 5.2) of the article's item, and `hentry` microformats. */
export function readMicrodata(page: HtmlPage, candidates: Candidates): void {
  const main = mainItem(page);
  for (const element of page.elements) {
    const names = element.attributes.itemprop;
    if (names === undefined) continue;
    const holder = itemOf(element);
    const item = holder === null ? null : typeOf(holder);
    if (item !== null && !articleItem.test(item)) continue;
    // Below an article stand others, with their own items.
    if (holder !== null && holder !== main && item !== null && writtenItem.test(item)) continue;
    for (const name of names.split(/\s+/u)) {
      const field = properties[name.toLowerCase()];
      if (field === undefined) continue;
      // Without a stated item only names that nothing else uses are believed.
      if (item === null && (field === 'description' || field === 'image' || field === 'author')) continue;
      candidates.add(
        field,
        name.toLowerCase() === 'datecreated' ? 'microdata created' : 'microdata',
        propertyValue(element, field),
      );
    }
  }
}

/** The item of an article that comes first, with a headline if any has one. */
function mainItem(page: HtmlPage): HtmlElement | null {
  let first: HtmlElement | null = null;
  for (const element of page.elements) {
    const names = element.attributes.itemprop;
    if (names === undefined) continue;
    const holder = itemOf(element);
    if (holder === null || !writtenItem.test(typeOf(holder))) continue;
    first ??= holder;
    if (/(?:^|\s)(?:headline|articleBody)(?:\s|$)/iu.test(names)) return holder;
  }
  return first;
}

/** The item that a property belongs to; null where none is stated. */
function itemOf(element: HtmlElement): HtmlElement | null {
  for (let at = element.parent; at !== null; at = at.parent) if ('itemscope' in at.attributes) return at;
  return null;
}

function typeOf(item: HtmlElement): string {
  return item.attributes.itemtype ?? '';
}

/** A property's value by the kind of its element (HTML, 5.2.4); of an item, its name. */
function propertyValue(element: HtmlElement, field: CandidateField): string {
  const { attributes } = element;
  if (element.name === 'meta') return attributes.content ?? '';
  if (field === 'image') return attributes.src ?? attributes.href ?? attributes.content ?? '';
  if (attributes.datetime !== undefined && (field === 'published' || field === 'modified')) return attributes.datetime;
  if (attributes.content !== undefined && attributes.content.trim() !== '') return attributes.content;
  if ('itemscope' in attributes) {
    const name = findProperty(element, 'name');
    if (name !== null) return name.attributes.content ?? plainText(name, 400);
  }
  return plainText(element, 400);
}

function findProperty(element: HtmlElement, name: string): HtmlElement | null {
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    if ((child.attributes.itemprop ?? '').toLowerCase().split(/\s+/u).includes(name)) return child;
    const inner = findProperty(child, name);
    if (inner !== null) return inner;
  }
  return null;
}

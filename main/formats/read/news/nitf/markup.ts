import { attribute, childNamed, childrenNamed, textOf, wordsIn } from '../../../shared/xml/find.ts';
import { escapeAttribute, type HtmlForm, innerMarkup } from '../../../shared/xml/markup.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';

/**
 * NITF's body as HTML (NITF 3.6). Its text elements have HTML's names; its own become the nearest of HTML.
 * Enrichments inside a line (person, org, location, money) keep their words and lose their tags.
 */
const sameInHtml = new Set(
  'a br caption col colgroup dd dl dt em hr li ol p pre q sub sup table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 strong b i blockquote div span html body article section figure figcaption'.split(
    ' ',
  ),
);
const otherwise: ReadonlyMap<string, string> = new Map([
  ['hl1', 'h2'],
  ['hl2', 'h3'],
  ['bq', 'blockquote'],
  ['block', 'div'],
  ['note', 'div'],
  ['nitf-table', 'div'],
  ['body.content', 'div'],
  ['body.end', 'div'],
  ['abstract', 'div'],
  ['tagline', 'p'],
  ['bibliography', 'p'],
  ['datasource', 'p'],
  ['credit', 'footer'],
  ['fn', 'p'],
]);
const unread = new Set(['nitf-table-metadata', 'custom-table', 'media-metadata', 'nitf-col', 'nitf-colgroup']);

export function nitfForm(element: XmlElement): HtmlForm {
  if (element.name === 'media') return { markup: mediaMarkup(element) };
  if (unread.has(element.name)) return null;
  if (sameInHtml.has(element.name)) return element.name;
  return otherwise.get(element.name) ?? 'span';
}

/** A picture as a figure; of a film or a recording the caption stays as a line of text. */
function mediaMarkup(media: XmlElement): string {
  const captions = childrenNamed(media, 'media-caption').map((caption) => innerMarkup(caption, nitfForm));
  const producer = wordsIn(childNamed(media, 'media-producer'));
  const address = pictureAddress(media);
  const type = attribute(media, 'media-type')?.toLowerCase() ?? '';
  const reference = childNamed(media, 'media-reference');
  const isPicture =
    /image|photo|picture|graphic/u.test(type) || /^image\//u.test(attribute(reference, 'mime-type') ?? '');
  const caption = [...captions, ...(producer === null ? [] : [escapeAttribute(producer)])].join(' ');
  if (address === null || !isPicture) return caption === '' ? '' : `<p>${caption}</p>`;
  const alternative = attribute(reference, 'alternate-text') ?? '';
  return `<figure><img src="${escapeAttribute(address)}" alt="${escapeAttribute(alternative)}"><figcaption>${caption}</figcaption></figure>`;
}

/** The picture itself where the file holds it, else where it is. */
function pictureAddress(media: XmlElement): string | null {
  const reference = childNamed(media, 'media-reference');
  const inside = childNamed(media, 'media-object');
  const type = attribute(reference, 'mime-type');
  if (inside !== null && type !== null && /base64/iu.test(attribute(inside, 'encoding') ?? ''))
    return `data:${type};base64,${textOf(inside).replace(/\s+/gu, '')}`;
  return attribute(reference, 'source') ?? attribute(reference, 'data-location');
}

import type { XmlElement, XmlNode } from './tree.ts';

/** What an element becomes in HTML: another name, nothing (null, with all that stands in it), or markup of its own. */
export type HtmlForm = string | null | { readonly markup: string };
export type HtmlFormOf = (element: XmlElement) => HtmlForm;

const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** HTML reads what stands in these as something else than text and elements. */
const rawElements = new Set('iframe noembed noframes noscript plaintext textarea title xmp'.split(' '));
const unread = new Set(['script', 'style']);

/** Elements of XHTML keep their names. */
export const xhtmlForm: HtmlFormOf = (element) => (rawElements.has(element.name) ? 'span' : element.name);

/** What stands in an element, written as HTML, so that one reader reads both. */
export function innerMarkup(element: XmlElement, formOf: HtmlFormOf = xhtmlForm): string {
  const pieces: string[] = [];
  for (const child of element.children) write(child, formOf, pieces);
  return pieces.join('');
}

/** An element with what stands in it, as HTML. */
export function outerMarkup(element: XmlElement, formOf: HtmlFormOf = xhtmlForm): string {
  const pieces: string[] = [];
  write(element, formOf, pieces);
  return pieces.join('');
}

function write(node: XmlNode, formOf: HtmlFormOf, pieces: string[]): void {
  if (node.kind === 'text') {
    pieces.push(escapeText(node.text));
    return;
  }
  if (unread.has(node.name)) return;
  const form = formOf(node);
  if (form === null) return;
  if (typeof form !== 'string') {
    pieces.push(form.markup);
    return;
  }
  pieces.push('<', form);
  for (const [key, value] of Object.entries(node.attributes))
    if (/^[a-z][a-z\d-]*$/u.test(key)) pieces.push(' ', key, '="', escapeAttribute(value), '"');
  pieces.push('>');
  if (voidElements.has(form)) return;
  for (const child of node.children) write(child, formOf, pieces);
  pieces.push('</', form, '>');
}

export function escapeText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/gu, '&quot;');
}

import { withoutInvisible } from '../../../../shared/html/inline.ts';
import type { HtmlElement, HtmlPage } from '../../../../shared/html/tree.ts';
import { holdsBlocks, inlineElements, unreadElements } from '../measure.ts';
import { classWords, isHidden, isUnseen } from '../prune.ts';
import { plainText } from '../removal-log.ts';

/** A heading that the page shows. */
export interface Heading {
  readonly element: HtmlElement;
  readonly text: string;
  /** What its parts say: a label and the headline proper often are two of them. */
  readonly parts: readonly string[];
  readonly level: 1 | 2 | 3;
  /** It is a heading by its class only. */
  readonly isNamed: boolean;
  /** It names the site: it stands in a logo or leads to the first page. */
  readonly isSiteName: boolean;
}

const mostHeadings = 60;

const levels: Readonly<Record<string, Heading['level']>> = { h1: 1, h2: 2, h3: 3 };

/** The headings of the first three orders of a page, in its own. */
export function readHeadings(page: HtmlPage): Heading[] {
  const headings: Heading[] = [];
  for (const element of page.elements) {
    const level = levels[element.name] ?? (isCalledHeadline(element) ? 2 : undefined);
    if (level === undefined || isHidden(element)) continue;
    if (headings.length > mostHeadings) break;
    const parts = partsOf(element);
    const text = headingText(parts);
    if (text === '') continue;
    const texts = parts.map((part) => fold(part.text)).filter((part) => part !== '');
    const isNamed = !(element.name in levels);
    headings.push({ element, text, parts: texts, level, isNamed, isSiteName: isSiteName(element) });
  }
  return headings;
}

/** A box that a page without headings, or with others, calls its headline. */
function isCalledHeadline(element: HtmlElement): boolean {
  if (!namedBoxes.has(element.name) || element.children.length > 6 || holdsBlocks(element)) return false;
  if (/(?:^|\s)headline(?:\s|$)/iu.test(element.attributes.itemprop ?? '')) return true;
  return (
    / (?:headline|h1|article title|entry title|post title|page title|news title) /u.test(classWords(element)) &&
    element.parent?.name !== 'a' &&
    !(element.parent !== null && element.parent.name in levels)
  );
}

const namedBoxes = new Set(['div', 'p', 'span', 'h4', 'h5']);

interface HeadingPart {
  readonly text: string;
  /** It is set apart as what the article is about, or where it belongs. */
  readonly isLabel: boolean;
  /** It is set apart as the headline proper. */
  readonly isHeadline: boolean;
}

function partsOf(element: HtmlElement): HeadingPart[] {
  const children = element.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');
  const only = children[0];
  if (children.length === 1 && only?.kind === 'element') return partsOf(only);
  return element.children.map((child) =>
    child.kind === 'text'
      ? { text: child.text, isLabel: false, isHeadline: false }
      : {
          text: shownText(child),
          isLabel: kickerWords.test(classWords(child)),
          isHeadline: / (?:headline|head line|hl) /u.test(classWords(child)),
        },
  );
}

/** An element's text without what is hidden and what only screen readers say; boxes are parted by spaces. */
function shownText(element: HtmlElement): string {
  if (unreadElements.has(element.name) || isUnseen(element) || isHidden(element)) return '';
  const text = element.children.map((child) => (child.kind === 'text' ? child.text : shownText(child))).join('');
  return inlineElements.has(element.name) && element.name !== 'br' ? text : ` ${text} `;
}

/** A heading's words without the label that some papers set inside it, above the headline proper. */
function headingText(parts: readonly HeadingPart[]): string {
  const text = (some: readonly HeadingPart[]): string => fold(some.map((part) => part.text).join(''));
  const whole = text(parts);
  const named = parts.filter(({ isHeadline }) => isHeadline);
  if (named.length === 1 && text(named).length > 10) return text(named);
  const label = parts.findIndex(({ isLabel }) => isLabel);
  if (label < 0) return whole;
  const rest = text(parts.slice(label + 1)).replace(/^[\s:–—|-]+/u, '');
  return text(parts.slice(0, label)) === '' && rest.length > 10 ? rest : whole;
}

function fold(text: string): string {
  return withoutInvisible(text).replace(/\s+/gu, ' ').trim();
}

const kickerWords =
  / (?:kicker|overline|over line|dachzeile|topline|top line|eyebrow|spitzmarke|rubrik|roofline|pretitle|pre title|pre headline|preheadline|supertitle|super title|surtitle|intro|vorspann|category|topic|label|section|flytitle|fly title|prefix|oberzeile|subline|subtitle|highline) /u;

function isSiteName(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element, step = 0; at !== null && step < 4; at = at.parent, step += 1) {
    if (
      / (?:logo|brand|branding|site (?:title|name|branding|heading)|sitename|blog (?:title|name)|blogname|sitetitle|(?<!(?:content|article|entry|post|page|story|news|main|hero|section) )header title) /u.test(
        classWords(at),
      )
    )
      return true;
  }
  const link = element.children.find((child) => child.kind === 'element' && child.name === 'a');
  if (link === undefined || link.kind === 'text') return false;
  return /^(?:https?:\/\/[^/]+)?\/?$/u.test((link.attributes.href ?? '-').trim());
}

/** The element that shows a title: the heading it was taken from, else the smallest box with its very words, else the first heading. */
export function headlineOf(page: HtmlPage, headings: readonly Heading[], title: string | null): HtmlElement | null {
  const own = headings.filter((heading) => !heading.isSiteName);
  if (title !== null) {
    const wanted = squeeze(title);
    const byOrder = [...headings].sort((one, other) => one.level - other.level);
    const shown =
      byOrder.find(({ text }) => squeeze(text) === wanted) ??
      byOrder.find(({ text, isSiteName }) => !isSiteName && squeeze(text).includes(wanted));
    if (shown !== undefined) return shown.element;
    const elsewhere = boxWith(page, title, wanted);
    if (elsewhere !== null) return elsewhere;
  }
  return (own.find(({ level }) => level === 1) ?? own.find(({ level }) => level === 2))?.element ?? null;
}

const titleBoxes = new Set(['h3', 'h4', 'h5', 'p', 'div', 'span', 'strong', 'b', 'td', 'font', 'a']);
const fewestLetters = 12;

/** Pages that know no headings show their title in a box of its own. */
function boxWith(page: HtmlPage, title: string, wanted: string): HtmlElement | null {
  if (wanted.length < fewestLetters) return null;
  const begin = title.trim().slice(0, 8);
  for (const element of page.elements) {
    if (!titleBoxes.has(element.name) || element.children.length > 4) continue;
    const first = element.children.find((child) => child.kind === 'text' && child.text.trim() !== '');
    if (first?.kind !== 'text' || !first.text.trimStart().startsWith(begin)) continue;
    if (squeeze(plainText(element, title.length * 2)) === wanted && !isInMenu(element)) return element;
  }
  return null;
}

function isInMenu(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent)
    if (at.name === 'nav' || / (?:breadcrumbs?|nav|navigation|menu) /u.test(classWords(at)) || isHidden(at))
      return true;
  return false;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

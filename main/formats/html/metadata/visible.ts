import { classWords, isHidden } from '../prune.ts';
import { plainText } from '../removal-log.ts';
import type { HtmlElement, HtmlPage } from '../tree.ts';
import type { Candidates } from './candidates.ts';

/** What the page shows about the article: its headline, the lines under it, names and dates beside it. */
export interface Visible {
  /** First-order headings in the page's order. */
  readonly headings: readonly Heading[];
}

export interface Heading {
  readonly text: string;
  readonly level: 1 | 2;
  /** It names the site: it stands in a logo or leads to the first page. */
  readonly isSiteName: boolean;
}

const outside =
  / (?:comments?|commentlist|respond|related|sidebar|widget area|textwidget|widget text|site footer|page footer|footer area|footer widgets?|recommended|teaser|teasers|popular|recent|trending|most read|newsletter|breaking|ticker) /u;
const bylineWords =
  /(?<! no)(?<! about) (?:byline|bylines|by line|author|authors|author name|authorname|full name|autor|autoren|auteur|autore|writer|creator|contributor|contributors|vcard|fn|username|user name|auteurs|autores|authorbox|author ?box|authorbold|authors|article author|post author|entry author|meta author|posted by|reporter|journalist|verfasser|redakteur|signature|article byline|authored) /u;
const dateWords =
  / (?:date|dates|datum|datetime|date time|timestamp|time stamp|time|published|pubdate|publish|publication date|post date|entry date|article date|dateline|posted on|postdate|created|article time|fecha|data|news date|veroeffentlicht|erstellt|submitted|byline|meta|info|infos|post meta|entry meta|article meta|article info|meta data|publishdate|publish date|date published|date line) /u;
const subheadWords =
  / (?:subhead|subheading|subheadline|sub headline|subtitle|sub title|standfirst|deck|dek|lead|lede|lead text|teaser text|intro|introduction|summary|excerpt|abstract|description|strapline|kicker text|vorspann|untertitel|unterzeile|chapeau|bajada|copete|entradilla|sottotitolo|sommario|article subtitle|article summary|article lead|post subtitle|entry subtitle) /u;

const longestByline = 220;
const longestDateLine = 140;

/** True for what belongs to comments, other articles or the frame around the page. */
function isOutside(element: HtmlElement, frame: ReadonlySet<HtmlElement>): boolean {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) {
    // What holds the headline holds the article too, whatever its name says.
    if (frame.has(at) || at.name === 'body') return false;
    if (at.name === 'aside' || at.name === 'nav' || at.name === 'svg' || at.name === 'figcaption') return true;
    if (at.name === 'footer' && at.parent?.name === 'body') return true;
    if (outside.test(classWords(at)) || isHidden(at)) return true;
  }
  return false;
}

export function readVisible(page: HtmlPage, candidates: Candidates): Visible {
  const headings: (Heading & { element: HtmlElement })[] = [];
  for (const element of page.elements) {
    if (element.name !== 'h1' && element.name !== 'h2') continue;
    if (headings.length > 60 || isHidden(element)) continue;
    const text = headingText(element);
    if (text !== '')
      headings.push({ element, text, level: element.name === 'h1' ? 1 : 2, isSiteName: isSiteName(element) });
  }
  const own = headings.filter((heading) => !heading.isSiteName);
  const first = (own.find((heading) => heading.level === 1) ?? own[0])?.element ?? null;
  const frame = new Set<HtmlElement>();
  for (let at = first; at !== null; at = at.parent) frame.add(at);
  for (const element of page.elements) readLine(element, candidates, first?.order ?? 0, frame);
  return { headings };
}

/** A heading's words without the label that some papers set inside it, above the headline proper. */
function headingText(element: HtmlElement): string {
  const whole = plainText(element, 1000).replace(/\s+/gu, ' ').trim();
  const parts = element.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');
  const inner = parts.length === 1 && parts[0]?.kind === 'element' ? parts[0] : element;
  const label = inner.children.find((child) => child.kind === 'element' && kickerWords.test(classWords(child)));
  if (label === undefined || label.kind === 'text') return whole;
  const words = plainText(label, 400).replace(/\s+/gu, ' ').trim();
  const rest = words !== '' && whole.startsWith(words) ? whole.slice(words.length).replace(/^[\s:–—|-]+/u, '') : '';
  return rest.length > 10 ? rest : whole;
}

const kickerWords =
  / (?:kicker|overline|over line|dachzeile|topline|top line|eyebrow|spitzmarke|rubrik|roofline|pretitle|pre title|pre headline|preheadline|supertitle|super title|surtitle|intro|vorspann|category|topic|label|section|flytitle|fly title|prefix|oberzeile|subline) /u;

function isSiteName(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element, step = 0; at !== null && step < 4; at = at.parent, step += 1) {
    if (
      / (?:logo|brand|branding|site (?:title|name|branding|heading)|sitename|blog (?:title|name)|blogname|sitetitle|header title) /u.test(
        classWords(at),
      )
    )
      return true;
  }
  const link = element.children.find((child) => child.kind === 'element' && child.name === 'a');
  if (link === undefined || link.kind === 'text') return false;
  return /^(?:https?:\/\/[^/]+)?\/?$/u.test((link.attributes.href ?? '-').trim());
}

function readLine(
  element: HtmlElement,
  candidates: Candidates,
  headline: number,
  frame: ReadonlySet<HtmlElement>,
): void {
  if (unlikely.has(element.name)) return;
  const words = classWords(element);
  const { attributes } = element;
  // Where class names say nothing (hashed ones), pages are still tested by their parts' names.
  const part = ` ${(attributes['data-testid'] ?? '').toLowerCase().replace(/[^a-z]+/gu, ' ')} `;
  const relation = (attributes.rel ?? '').toLowerCase();
  const near = element.order > headline - 150 && element.order < headline + 300;
  if (relation.split(/\s+/u).includes('author') && element.name === 'a')
    addLine(element, near ? 'page link' : 'page link elsewhere', candidates, frame);
  else if ((bylineWords.test(words) || bylineWords.test(part)) && !isOutside(element, frame)) {
    const text = lineOf(element, longestByline);
    if (text !== null) candidates.add('author', near ? 'page' : 'page elsewhere', text);
  } else if (
    near &&
    element.order > headline - 40 &&
    element.order < headline + 80 &&
    signing.has(element.name) &&
    element.parent !== null &&
    !isOutside(element.parent, frame)
  ) {
    const text = lineOf(element, 120);
    const signed = text === null ? null : (signerOf(text) ?? signerAlone(text));
    if (signed !== null) candidates.add('author', 'page signature', signed);
  } else if (signing.has(element.name) && element.children.length < 5 && !isOutside(element, frame)) {
    const signed = signerAlone(lineOf(element, 60) ?? '');
    if (signed !== null) candidates.add('author', 'page signature elsewhere', signed);
  }
  if (element.name === 'time' && !isOutside(element, frame)) {
    const value = attributes.datetime ?? lineOf(element, longestDateLine) ?? '';
    const field = / (?:updated|modified|update|changed) /u.test(words) ? 'modified' : 'published';
    candidates.add(
      field,
      'pubdate' in attributes || / (?:published|entry date|pubdate) /u.test(words)
        ? 'page published'
        : near
          ? 'page'
          : 'page elsewhere',
      value,
    );
  } else if (dateWords.test(words) && !isOutside(element, frame)) {
    const text = lineOf(element, longestDateLine);
    if (text !== null && /\d{2}/u.test(text))
      candidates.add('published', near ? 'page line' : 'page line elsewhere', attributes.datetime ?? text);
  } else if (!dateless.has(element.name) && holdsYear(element) && !isOutside(element, frame)) {
    const text = lineOf(element, near ? 90 : 60);
    if (text !== null) candidates.add('published', near ? 'page text' : 'page text elsewhere', text);
  }
  const beside = element.order > headline - 60 && element.order < headline + 150;
  if (beside) {
    const date = dateBeside(element, words);
    if (date !== null) candidates.add('published', 'page beside', date);
  }
  if (near && element.order > headline && subheadWords.test(words) && !isOutside(element, frame)) {
    const text = lineOf(element, 600);
    if (text !== null && text.length > 20) candidates.add('subheading', 'page', text);
  }
}

/**
 * A date close to the headline that nothing else vouches for: a heading that is only a date, the date that a
 * paragraph begins with, or what is dated though its box is named like another article's.
 */
function dateBeside(element: HtmlElement, words: string): string | null {
  if (element.name === 'time' || (dateWords.test(words) && element.children.length < 4)) {
    const text = element.attributes.datetime ?? lineOf(element, 60);
    return text !== null && /\d{2}/u.test(text) ? text : null;
  }
  if (/^h[2-5]$/u.test(element.name)) {
    const text = lineOf(element, 30);
    return text !== null && onlyDate.test(text) ? text : null;
  }
  if (element.name !== 'p' && element.name !== 'strong' && element.name !== 'span') return null;
  return datedBegin.exec(plainText(element, 80).trim())?.[1] ?? null;
}

const onlyDate = /^\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?(?:19|20)\d{2}$/u;
const datedBegin = /^(\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d{2})\s*(?:[–—-]|[„"“]|$)/u;

const dateless = new Set([
  'a',
  'h1',
  'h2',
  'h3',
  'h4',
  'label',
  'figcaption',
  'th',
  'cite',
  'blockquote',
  'code',
  'pre',
]);

/** True when an element's own text holds a day and a year, as dates beside headlines do. */
function holdsYear(element: HtmlElement): boolean {
  return element.children.some(
    (child) =>
      child.kind === 'text' &&
      child.text.length < 300 &&
      /(?:19|20)\d{2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2}/u.test(child.text) &&
      !/(?:©|\(c\)|copyright)/iu.test(child.text),
  );
}

/** Whom a short line names as its writer, or null. */
function signerOf(text: string): string | null {
  const line = text.replace(leadingDate, '');
  const signed = signature.exec(line)?.[1];
  // "by" alone begins sentences; a name follows it with a capital, or with a date after it.
  if (signed !== undefined) return /^\p{Lu}|^\S+\s(?:on|am|le|el|,|\d)/u.test(signed) ? signed : null;
  const dated =
    line === text
      ? /^(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3})\s*[,|•·–—-]?\s*(?:\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{1,2}\.? \p{L}{3,10} \d{4})\b/u.exec(
          text,
        )?.[1]
      : line;
  return dated !== undefined && /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}$/u.test(dated) ? dated : null;
}

const leadingDate = /^\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}(?:,?\s+\d{1,2}:\d{2}(?: Uhr)?)?\s*[,|•·–—-]\s*/u;

const signing = new Set(['p', 'div', 'span', 'li', 'small', 'td', 'em', 'strong', 'address', 'a']);
/** A short line that signs: "Posted by Ana Bell on May 3", "Text & Fotos: Ana Bell". */
const signature =
  /^(?:[^.!?]{0,60}\b(?:posted|published|written|submitted|veröffentlicht|geschrieben|eingestellt|gespeichert|verfasst|erstellt|publié|écrit|publicado|escrito)\b[^.!?]{0,60}?\b(?:by|von|par|por)\b:?|(?:ein (?:beitrag|artikel|kommentar|interview) )?(?:by|von|par|por)\b:?|(?:text|story|words|redaktion|autor(?:in)?|author|bericht|reportage)(?:\s*(?:&|und|and|\+|\/)\s*\p{L}+)?\s*(?::|von\b|by\b))\s*([^|•·–—]{3,60})/iu;

/** Whom a line names that only signs, wherever the article puts it ("Von Ana Bell", "Eine Kolumne von Ana Bell"); else null. */
function signerAlone(text: string): string | null {
  const opener = signsAlone.exec(text);
  if (opener === null) return null;
  const name = text.slice(opener[0].length).replace(/[\s:)]+$/u, '');
  return /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)?(?: (?:von|van|de|der|zu))?(?: \p{Lu}[\p{L}'’-]+){1,2}$/u.test(name)
    ? name
    : null;
}
const signsAlone =
  /^[(\s]*(?:(?:eine? )?(?:beitrag|artikel|kommentar|kolumne|reportage|bericht|interview|analyse) )?(?:von:?|by:?|par:?|text:|autor(?:in)?:?|author:?|words:|bericht:)\s+/iu;

const unlikely = new Set(
  'html head body script style link meta title input button svg path option select img br form iframe noscript template'.split(
    ' ',
  ),
);

function addLine(element: HtmlElement, from: string, candidates: Candidates, frame: ReadonlySet<HtmlElement>): void {
  if (isOutside(element, frame)) return;
  const text = lineOf(element, longestByline);
  if (text !== null) candidates.add('author', from, text);
}

/** The text of an element that is one line or two; null for a box with more. */
function lineOf(element: HtmlElement, longest: number): string | null {
  const text = plainText(element, longest + 200)
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' || text.length > longest ? null : text;
}

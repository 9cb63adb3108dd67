import { classWords, isHidden } from '../prune.ts';
import { plainText } from '../removal-log.ts';
import type { HtmlElement, HtmlPage } from '../tree.ts';
import type { Candidates } from './candidates.ts';

/** What the page shows about the article: its headline, the lines under it, names and dates beside it. */
export interface Visible {
  /** First-order headings in the page's order. */
  readonly headings: readonly { readonly element: HtmlElement; readonly text: string; readonly level: 1 | 2 }[];
}

const outside =
  / (?:comments?|commentlist|respond|related|sidebar|widget|footer|recommended|teaser|teasers|popular|recent|trending|most read|newsletter|breaking|ticker) /u;
const bylineWords =
  /(?<! no)(?<! about) (?:byline|bylines|by line|author|authors|author name|authorname|autor|autoren|auteur|autore|writer|creator|contributor|contributors|vcard|fn|article author|post author|entry author|meta author|posted by|reporter|journalist|verfasser|redakteur|signature|article byline|authored) /u;
const dateWords =
  / (?:date|dates|datum|datetime|date time|timestamp|time stamp|time|published|pubdate|publish|publication date|post date|entry date|article date|dateline|posted on|postdate|created|article time|fecha|data|news date|veroeffentlicht|erstellt|submitted|byline|meta|info|infos|post meta|entry meta|article meta|article info|meta data|publishdate|publish date|date published|date line) /u;
const subheadWords =
  / (?:subhead|subheading|subheadline|sub headline|subtitle|sub title|standfirst|deck|dek|lead|lede|lead text|teaser text|intro|introduction|summary|excerpt|abstract|description|strapline|kicker text|vorspann|untertitel|unterzeile|chapeau|bajada|copete|entradilla|sottotitolo|sommario|article subtitle|article summary|article lead|post subtitle|entry subtitle) /u;

const longestByline = 220;
const longestDateLine = 140;

/** True for what belongs to comments, other articles or the frame around the page. */
function isOutside(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) {
    if (at.name === 'footer' || at.name === 'aside' || at.name === 'nav' || at.name === 'svg') return true;
    if (at.name === 'body' || at.name === 'html') return false;
    if (outside.test(classWords(at)) || isHidden(at)) return true;
  }
  return false;
}

export function readVisible(page: HtmlPage, candidates: Candidates): Visible {
  const headings: { element: HtmlElement; text: string; level: 1 | 2 }[] = [];
  for (const element of page.elements) {
    if (element.name !== 'h1' && element.name !== 'h2') continue;
    if (headings.length > 60 || isHidden(element)) continue;
    const text = plainText(element, 1000).replace(/\s+/gu, ' ').trim();
    if (text !== '') headings.push({ element, text, level: element.name === 'h1' ? 1 : 2 });
  }
  const start = (headings.find((heading) => heading.level === 1) ?? headings[0])?.element.order ?? 0;
  for (const element of page.elements) readLine(element, candidates, start);
  return { headings };
}

function readLine(element: HtmlElement, candidates: Candidates, headline: number): void {
  if (unlikely.has(element.name)) return;
  const words = classWords(element);
  const { attributes } = element;
  const relation = (attributes.rel ?? '').toLowerCase();
  const near = element.order > headline - 120 && element.order < headline + 200;
  if (relation.split(/\s+/u).includes('author') && element.name === 'a')
    addLine(element, 'author', 'page link', candidates);
  else if (bylineWords.test(words) && !isOutside(element)) {
    const text = lineOf(element, longestByline);
    if (text !== null) candidates.add('author', near ? 'page' : 'page elsewhere', text);
  }
  if (element.name === 'time' && !isOutside(element)) {
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
  } else if (dateWords.test(words) && !isOutside(element)) {
    const text = lineOf(element, longestDateLine);
    if (text !== null && /\d{2}/u.test(text))
      candidates.add('published', near ? 'page line' : 'page line elsewhere', attributes.datetime ?? text);
  }
  if (near && element.order > headline && subheadWords.test(words) && !isOutside(element)) {
    const text = lineOf(element, 600);
    if (text !== null && text.length > 20) candidates.add('subheading', 'page', text);
  }
}

const unlikely = new Set(
  'html head body script style link meta title input button svg path option select img br form iframe noscript template'.split(
    ' ',
  ),
);

function addLine(element: HtmlElement, field: 'author', from: string, candidates: Candidates): void {
  if (isOutside(element)) return;
  const text = lineOf(element, longestByline);
  if (text !== null) candidates.add(field, from, text);
}

/** The text of an element that is one line or two; null for a box with more. */
function lineOf(element: HtmlElement, longest: number): string | null {
  const text = plainText(element, longest + 200)
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' || text.length > longest ? null : text;
}

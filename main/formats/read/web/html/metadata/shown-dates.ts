import { readDateLine } from '../../../../../reading/document/head.ts';
import type { HtmlElement, HtmlPage } from '../../../../shared/html/tree.ts';
import { inlineElements, unreadElements } from '../measure.ts';
import { classWords } from '../prune.ts';
import { plainText } from '../removal-log.ts';
import type { Candidates } from './candidates.ts';
import type { ShownPage } from './shown-page.ts';

/** When the page says, beside its headline, that the article was published and changed. */

const dateWords =
  / (?:date|dates|datum|datetime|date time|timestamp|time stamp|time|published|pubdate|publish|publication date|post date|entry date|article date|dateline|posted on|postdate|created|article time|fecha|data|news date|veroeffentlicht|erstellt|submitted|byline|meta|info|infos|post meta|entry meta|article meta|article info|meta data|publishdate|publish date|date published|date line) /u;
const modifiedWords = / (?:updated|modified|update|changed|last updated|aktualisiert|geaendert) /u;
const publishedWords = / (?:published|entry date|pubdate|publish date|date published|post date) /u;

/** What says that the date after it is that of a change. */
const modifiedLabel =
  /(?:last |zuletzt |letzte |dernière |última |ultimo )?(?:updated?|modified|modification|edited|revised|aktualisiert|aktualisierung|geändert|änderung|bearbeitet|überarbeitet|(?<!\p{L})stand|mis(?:e)? à jour|modifiée?|actualizad[oa]|actualización|modificad[oa]|aggiornat[oa]|aggiornamento|atualizad[oa])(?: (?:on|at|am|le|el|il|em))?(?!\p{L})/iu;
const publishedLabel =
  /(?:first |originally |erstmals |ursprünglich )?(?:published|posted|created|veröffentlicht|erstellt|erschienen|publiée?|publicad[oa]|pubblicat[oa]|geschrieben)(?: (?:on|at|am|le|el|il|em))?(?!\p{L})/iu;
const label = new RegExp(`(?<modified>${modifiedLabel.source})|(?<published>${publishedLabel.source})`, 'giu');

const longestLine = 140;
const longestText = 90;
const longestTextElsewhere = 60;

const passed = new Set(
  'html head body script style link meta title input button svg path option select img br form iframe noscript template'.split(
    ' ',
  ),
);
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

export function readShownDates(page: HtmlPage, shown: ShownPage, candidates: Candidates): void {
  for (const element of page.elements) {
    if (passed.has(element.name)) continue;
    const length = shown.lengthOf(element);
    const isTime = element.name === 'time';
    if (length > longestLine) {
      if (element.name === 'p') addBegin(element, shown, candidates);
      continue;
    }
    if (length === 0 && !isTime) continue;
    if (shown.placeOf(element) !== 'inside') {
      if (shown.isNear(element, 120, 400)) addBeside(element, length, candidates);
      continue;
    }
    const isNear = shown.isNear(element, 250, 700);
    if (isTime) addTime(element, shown.isNear(element, 250, 1200), candidates);
    else if (dateWords.test(classWords(element))) {
      const text = element.attributes.datetime ?? lineOf(element);
      if (/\d{2}/u.test(text))
        addLine(text, isModified(element), isNear ? 'page line' : 'page line elsewhere', candidates);
    } else if (
      !dateless.has(element.name) &&
      holdsYear(element) &&
      length <= (isNear ? longestText : longestTextElsewhere)
    )
      addLine(lineOf(element), isModified(element), isNear ? 'page text' : 'page text elsewhere', candidates);
    else if (shown.isNear(element, 120, 400)) addBeside(element, length, candidates);
    else if (element.name === 'p') addBegin(element, shown, candidates);
  }
}

/** "29.11.2022 – The harbour board has …": some papers date the first words of the text. */
function addBegin(element: HtmlElement, shown: ShownPage, candidates: Candidates): void {
  if (!shown.isNear(element, 0, 1200)) return;
  const begin = datedBegin.exec(plainText(element, 80).trim())?.[1];
  if (begin !== undefined) candidates.add('published', 'page beside', begin);
}

function addTime(element: HtmlElement, isNear: boolean, candidates: Candidates): void {
  const value = element.attributes.datetime ?? lineOf(element);
  const words = classWords(element);
  const isPublished = 'pubdate' in element.attributes || publishedWords.test(words);
  if (!isPublished && isModified(element)) candidates.add('modified', 'page', value);
  else
    candidates.add('published', isPublished && isNear ? 'page published' : isNear ? 'page' : 'page elsewhere', value);
}

/** Whether an element's class, or the label just before it, says that it dates a change. */
function isModified(element: HtmlElement): boolean {
  if (modifiedWords.test(classWords(element))) return true;
  const { parent } = element;
  if (parent === null) return false;
  let before = '';
  for (const child of parent.children) {
    if (child === element) break;
    before = child.kind === 'text' ? before + child.text : before + plainText(child, 80);
    before = before.slice(-60);
  }
  const last = [...before.matchAll(label)].at(-1);
  return last?.groups?.modified !== undefined && !/\d/u.test(before.slice(last.index + last[0].length));
}

/** A line may hold both dates: "Published 3 May 2020, updated 5 May 2020". */
function addLine(text: string, isOfChange: boolean, from: string, candidates: Candidates): void {
  const labels = [...text.matchAll(label)];
  if (labels.length === 0) {
    candidates.add(isOfChange ? 'modified' : 'published', isOfChange ? 'page' : from, text);
    return;
  }
  const first = text.slice(0, labels[0]?.index ?? 0);
  if (/\d{2}/u.test(first)) candidates.add('published', from, first);
  for (const [index, match] of labels.entries()) {
    const part = text.slice(match.index + match[0].length, labels[index + 1]?.index ?? text.length);
    if (!/\d{2}/u.test(part)) continue;
    if (match.groups?.modified === undefined) candidates.add('published', from, part);
    else candidates.add('modified', 'page', part);
  }
}

/**
 * A date close to the headline that nothing else vouches for: a line that is only a date, the date that a
 * paragraph begins with, or what is dated though its box is named like another article's.
 */
function addBeside(element: HtmlElement, length: number, candidates: Candidates): void {
  const text =
    element.name === 'time' ? (element.attributes.datetime ?? lineOf(element)) : length <= 60 ? lineOf(element) : '';
  const isDated =
    element.name === 'time' ||
    (dateWords.test(classWords(element)) && element.children.length < 4) ||
    ((!dateless.has(element.name) || /^h[2-5]$/u.test(element.name)) && readDateLine(text, null) !== null);
  if (isDated && /\d{2}/u.test(text)) candidates.add('published', 'page beside', text);
  else if (element.name === 'p' || element.name === 'strong' || element.name === 'span') {
    const begin = datedBegin.exec(plainText(element, 80).trim())?.[1];
    if (begin !== undefined) candidates.add('published', 'page beside', begin);
  }
}

const datedBegin = /^(\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d{2})\s*(?:[–—-]|[„"“]|$)/u;

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

/** An element's text. A number in one element and a number in the next are two. */
function lineOf(element: HtmlElement): string {
  let line = '';
  const visit = (at: HtmlElement): void => {
    for (const child of at.children) {
      if (line.length > longestLine * 2) return;
      if (child.kind === 'text') {
        line += /\d$/u.test(line) && /^\d/u.test(child.text) ? ` ${child.text}` : child.text;
        continue;
      }
      if (unreadElements.has(child.name)) continue;
      if (!inlineElements.has(child.name)) line += ' ';
      visit(child);
      if (!inlineElements.has(child.name)) line += ' ';
    }
  };
  visit(element);
  return line.replace(/\s+/gu, ' ').trim();
}

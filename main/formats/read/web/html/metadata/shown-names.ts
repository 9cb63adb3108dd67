import type { HtmlElement, HtmlPage } from '../../../../shared/html/tree.ts';
import { foldedLength, inlineElements } from '../measure.ts';
import { classWords } from '../prune.ts';
import { plainText } from '../removal-log.ts';
import type { Candidates } from './candidates.ts';
import { isFullName, namesIn, saysWriter } from './names.ts';
import type { ShownPage } from './shown-page.ts';
import { signerAlone, signerOf } from './signatures.ts';

/** Whom the page shows as the article's writers. */

const bylineWords =
  /(?<! no)(?<! about) (?:byline|bylines|by line|author|authors|author name|authorname|full name|autor|autoren|auteur|autore|writer|creator|contributor|contributors|vcard|fn|username|user name|auteurs|autores|authorbox|author ?box|authorbold|article author|post author|entry author|meta author|posted by|reporter|journalist|verfasser|redakteur|signature|article byline|authored) /u;
/** Class words of those who have another part in the article. */
const otherCredits =
  / (?:photo|photographer|foto|fotograf|image|bild|picture|credit|credits|copyright|caption|source|quelle) /u;

const pictureCredits = / (?:photo|photographer|foto|fotograf|image|bild|picture|copyright|caption) /u;

/** Folders that sites keep their writers' pages in. */
const writersFolder =
  /\/(?:authors?|autor(?:en|es|in|i)?|auteurs?|autore|redakteure?|redaktion|journalist(?:s|en|es|as)?|by|people|persons?|personen|profiles?|profil|staff|team|newsteam|contributors?|reporters?|columnists?|columnistas?|writers?|users?|mitarbeiter|bio|bios|firmas?|colaborador(?:es)?|about\/[^/]+)\//iu;

/** A longer box is a writer's portrait, not a byline. */
const longestByline = 220;
const longestSignature = 120;
const longestSignatureElsewhere = 90;

const passed = new Set(
  'html head body script style link meta title input button svg path option select img br form iframe noscript template'.split(
    ' ',
  ),
);
const signing = new Set(['p', 'div', 'span', 'li', 'small', 'td', 'em', 'strong', 'b', 'i', 'address', 'a']);

export function readShownNames(page: HtmlPage, shown: ShownPage, candidates: Candidates): void {
  let until = 0;
  let open: Signed | null = null;
  const close = (): void => {
    if (open !== null) candidates.add('author', open.from, open.names.join(', '));
    open = null;
  };
  for (const element of page.elements) {
    if (element.order <= until || passed.has(element.name) || shown.holdsHeadline(element)) continue;
    const place = shown.placeOf(element);
    if (place === 'outside' || (place === 'beside' && !shown.isNear(element, 150, 300))) continue;
    const length = shown.lengthOf(element);
    if (length > longestSignatureElsewhere && signing.has(element.name)) addSignedLine(element, candidates);
    if (length === 0 || length > longestByline) continue;
    const words = classWords(element);
    const isNear = shown.isNear(element, 400, 1200);
    const claim = claimOf(element, words, isNear);
    if (claim !== null) {
      const { names, says } = namesOf(element);
      if (names.length > 0) {
        until = shown.lastOrder(element);
        const from = claim === 'marked' || says ? 'page byline' : 'page author';
        const signed: Signed = { element, words, from: isNear ? from : `${from} elsewhere`, names };
        if (open !== null && areBeside(open, signed)) open = { ...signed, names: [...open.names, ...names] };
        else {
          close();
          open = signed;
        }
      }
      continue;
    }
    if (!signing.has(element.name) || otherCredits.test(words)) continue;
    if (length <= longestSignature && shown.isNear(element, 250, 700)) {
      const signed = partsOf(element)
        .map((part) => signerOf(part) ?? signerAlone(part))
        .find((signer) => signer !== null);
      if (signed !== undefined) candidates.add('author', 'page signature', signed);
    } else if (length <= longestSignatureElsewhere && element.children.length < 5) {
      const signed = signerAlone(lineOf(element));
      if (signed !== null) candidates.add('author', 'page signature elsewhere', signed);
    }
  }
  close();
}

/** The last line of a text whose lines are parted by breaks may sign it: "Autor: Ana Bell". */
function addSignedLine(element: HtmlElement, candidates: Candidates): void {
  const lastBreak = element.children.findLastIndex((child) => child.kind === 'element' && child.name === 'br');
  if (lastBreak < 0) return;
  let line = '';
  for (const child of element.children.slice(lastBreak + 1)) {
    line += child.kind === 'text' ? child.text : plainText(child, longestSignatureElsewhere);
    if (line.length > longestSignatureElsewhere * 2) return;
  }
  const text = line.replace(/\s+/gu, ' ').trim();
  const signed = text.length <= longestSignatureElsewhere ? signerAlone(text) : null;
  if (signed !== null) candidates.add('author', 'page signature elsewhere', signed);
}

interface Signed {
  readonly element: HtmlElement;
  readonly words: string;
  readonly from: string;
  readonly names: readonly string[];
}

/** Two boxes of one kind in one box name two writers of one article. */
function areBeside(one: Signed, other: Signed): boolean {
  return (
    one.from === other.from &&
    one.words === other.words &&
    one.element.name === other.element.name &&
    one.element.parent === other.element.parent
  );
}

/** How an element says that it names the writer: by its markup's own words for it, by its class, or not at all. */
function claimOf(element: HtmlElement, words: string, isNear: boolean): 'marked' | 'named' | null {
  const { attributes } = element;
  if (element.name === 'a') {
    if (/(?:^|\s)author(?:\s|$)/iu.test(attributes.rel ?? '')) return 'marked';
    if (isNear && leadsToWriter(element)) return 'marked';
  }
  if (/(?:^|\s)(?:author|creator)(?:\s|$)/iu.test(attributes.itemprop ?? '')) return 'marked';
  if (otherCredits.test(words)) return null;
  // Where class names say nothing (hashed ones), pages are still tested by their parts' names.
  const part = attributes['data-testid'] ?? attributes['data-component'] ?? attributes['data-qa'];
  if (bylineWords.test(words)) return 'named';
  return part !== undefined &&
    bylineWords.test(
      ` ${part
        .replace(/([a-z])([A-Z])/gu, '$1 $2')
        .toLowerCase()
        .replace(/[^a-z]+/gu, ' ')} `,
    )
    ? 'named'
    : null;
}

/** A link whose words are a name, to a page in the writers' folder. */
function leadsToWriter(link: HtmlElement): boolean {
  const address = link.attributes.href ?? '';
  if (address.length > 400 || !authorsFolder.test(address) || networks.test(address)) return false;
  return !isInRunningWords(link) && partsOf(link).some((part) => part.length <= 60 && isFullName(part));
}

/** A link in running words leads to whom the article speaks of. */
function isInRunningWords(link: HtmlElement): boolean {
  let around = 0;
  for (let at = link; at.parent !== null; at = at.parent) {
    for (const child of at.parent.children) if (child.kind === 'text') around += foldedLength(child.text);
    if (!inlineElements.has(at.parent.name)) break;
  }
  return around > fewestRunningLetters;
}

const fewestRunningLetters = 60;

/** The folders among them in which nobody else has a page. */
const authorsFolder =
  /\/(?:authors?|autor(?:en|es|in|i)?|auteurs?|autore|redakteure?|journalistes?|newsteam|contributors?|reporters?|columnists?|columnistas?)\//iu;

const networks =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook|twitter|x|instagram|linkedin|youtube|xing|tiktok|pinterest|google)\.com\//iu;

/** The names in a box that claims to hold them, and whether its words say "By" or the like. */
function namesOf(element: HtmlElement): { readonly names: readonly string[]; readonly says: boolean } {
  const parts = partsOf(element).filter((part) => !otherPart.test(part));
  const said = parts
    .map((part, index) => {
      const isIntroduced = isOpener(parts[index - 1] ?? '');
      return isIntroduced || saysWriter(part) ? namesIn(isIntroduced ? `By ${part}` : part, { publication: null }) : [];
    })
    .find((names) => names.length > 0);
  if (said !== undefined && (said.every(isFullName) || parts.length === 1)) return { names: said, says: true };
  const linked = linkedNames(element);
  if (linked.length > 0) return { names: linked, says: true };
  if (said !== undefined) return { names: said, says: true };
  const found = parts.map((part) => namesIn(part, { publication: null })).filter((names) => names.length > 0);
  return { names: found.find((names) => names.every(isFullName)) ?? found[0] ?? [], says: false };
}

/** Who has another part in the article. */
const otherPart =
  /^(?:übersetz(?:ung|t)|translat(?:ed|ion|or)|traduc|traduit|fotos?\b|photos?\b|bild(?:er)?\b|illustration|video\b|grafik)/iu;

function isOpener(part: string): boolean {
  return /^(?:by|von|par|por|di|text|autor(?:in)?|authors?|written by|posted by|verfasst von|geschrieben von)\s*:?$/iu.test(
    part.trim(),
  );
}

/** The full names under links to writers and in elements that are marked as a name. */
function linkedNames(element: HtmlElement): string[] {
  const names: string[] = [];
  const visit = (at: HtmlElement): void => {
    const isMarked =
      (at.name === 'a' &&
        (/(?:^|\s)author(?:\s|$)/iu.test(at.attributes.rel ?? '') || writersFolder.test(at.attributes.href ?? ''))) ||
      /(?:^|\s)name(?:\s|$)/iu.test(at.attributes.itemprop ?? '');
    if (isMarked) {
      const found = namesIn(partsOf(at).at(-1) ?? '', { publication: null });
      if (found.length > 0 && found.every(isFullName)) {
        for (const name of found) if (!names.includes(name)) names.push(name);
        return;
      }
    }
    for (const child of at.children) if (child.kind === 'element') visit(child);
  };
  visit(element);
  return names;
}

/** An element's text, a part for each box in it. Where one element ends in a letter and the next begins with a capital, a space stands between them. */
function partsOf(element: HtmlElement): string[] {
  const parts: string[] = [''];
  const append = (text: string): void => {
    const last = parts.length - 1;
    const before = parts[last] ?? '';
    const glue = /[\p{L}\p{N}]$/u.test(before) && /^[\p{Lu}\p{N}]/u.test(text) ? ' ' : '';
    parts[last] = before + glue + text;
  };
  let followsLink = false;
  const visit = (at: HtmlElement): void => {
    for (const child of at.children) {
      if (child.kind === 'text') {
        append(child.text);
        if (child.text.trim() !== '') followsLink = false;
      } else if (!passed.has(child.name) && !pictureCredits.test(classWords(child))) {
        // Two links in a row are two things, as boxes are.
        const isBox = !inlineElements.has(child.name) || (child.name === 'a' && followsLink);
        if (isBox) parts.push('');
        visit(child);
        if (isBox) parts.push('');
        followsLink = child.name === 'a';
      } else if (child.name === 'br') parts.push('');
    }
  };
  visit(element);
  return parts
    .map((part) =>
      part
        .replace(/\s+/gu, ' ')
        .replace(/^[\s,|·–-]+/u, '')
        .trim(),
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function lineOf(element: HtmlElement): string {
  return partsOf(element).join(' ');
}

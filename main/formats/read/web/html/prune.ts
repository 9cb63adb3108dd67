import type { HtmlElement, HtmlPage } from '../../../shared/html/tree.ts';
import { articleWords, furnitureWords, openers, unseenWords } from './class-words.ts';
import { type Measures, measurePage, unreadElements } from './measure.ts';
import { plainText, type RemovalLog } from './removal-log.ts';
import { isShadowRoot, namesShownWords, unreadReason } from './unread.ts';

/**
 * First step: what is no part of any article goes before the article is looked for. Each rule speaks
 * about an element's own name, attributes and class words, and about how much of the page's prose it
 * holds: what holds much of the prose stays, whatever it is called.
 */

export interface Pruned {
  readonly measures: Measures;
  /** The same before anything went, but for what the page hides. */
  readonly before: Measures;
  isRemoved(element: HtmlElement): boolean;
  /** Whether words were removed there that the page shows: what stands before and after is no one sentence. */
  partsLines(element: HtmlElement): boolean;
}

export interface PruneOptions {
  /** Also read what the page hides: for pages that hide the article until a script shows it. */
  readonly hiddenToo: boolean;
}

/** Words of class and id, with compounds parted: "postMeta", "post-meta" and "post_meta" are " post meta ". */
export function classWords(element: HtmlElement): string {
  element.words ??= wordsOf(element);
  return element.words;
}

function wordsOf({ attributes }: HtmlElement): string {
  if (attributes.class === undefined && attributes.id === undefined) return '';
  const raw = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
  if (raw === ' ') return '';
  const known = wordCache.get(raw);
  if (known !== undefined) return known;
  const words = ` ${raw
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, ' ')
    .trim()} `;
  if (wordCache.size > 20_000) wordCache.clear();
  wordCache.set(raw, words);
  return words;
}
const wordCache = new Map<string, string>();

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

export function isHidden(element: HtmlElement): boolean {
  const { attributes } = element;
  if ('hidden' in attributes && attributes.hidden !== 'until-found') return true;
  const { style, class: classes } = attributes;
  // SingleFile gives what was not displayed this class and empties it.
  if (classes !== undefined && /(?:^|\s)sf-hidden(?:\s|$)/u.test(classes)) return true;
  if (style !== undefined && hiddenStyle.test(style)) return true;
  return attributes['aria-hidden'] === 'true' && element.name !== 'img';
}

/** True for words that only screen readers say and only printers show. */
export function isUnseen(element: HtmlElement): boolean {
  return unseenWords.test(classWords(element));
}

const unseen = 'The page says that it is not shown with the article.';

/** Class names that say the same, where their words alone would say too little. */
const articleNames = /^(?:article|hentry|h-entry|e-content|story|entry|post)$/u;

const neverNames = new Set(['html', 'body', 'main', 'article', '#document']);
const roleFurniture = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'dialog',
  'alertdialog',
  'alert',
  'tablist',
  'tooltip',
]);

export function isArticleNamed(element: HtmlElement): boolean {
  if (/articlebody/iu.test(element.attributes.itemprop ?? '')) return true;
  if (articleWords.test(classWords(element))) return true;
  const { class: classes, id } = element.attributes;
  return (
    (id !== undefined && articleNames.test(id)) || (classes ?? '').split(/\s+/u).some((name) => articleNames.test(name))
  );
}

/** The class words by which an element is furniture, or null. */
export function furnitureReason(element: HtmlElement): string | null {
  const words = classWords(element);
  if (words === '') return null;
  const known = reasonCache.get(words);
  if (known !== undefined) return known;
  const found = furnitureWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  if (reasonCache.size > 20_000) reasonCache.clear();
  reasonCache.set(words, found);
  return found;
}
const reasonCache = new Map<string, string | null>();

/** Words that name boxes with other articles on some pages and parts of the article on others. */
const doubtfulWords = / (?:teasers?|read ?more|readmore|[a-z]*teaser) /u;

function structuralReason(element: HtmlElement): string | null {
  switch (element.name) {
    case 'nav':
    case 'menu':
      return 'navigation';
    case 'footer':
      return 'a footer';
    case 'aside':
      return 'an aside';
    case 'form':
    case 'fieldset':
      return 'a form';
    case 'dialog':
      return 'a dialog';
    case 'address':
      return 'about the article';
    default: {
      const role = element.attributes.role;
      return role !== undefined && roleFurniture.has(role) ? `of the role “${role}”` : null;
    }
  }
}

/** Removes what no article holds. `log` gets one entry for each removed part that had words. */
export function prune(page: HtmlPage, options: PruneOptions, log: RemovalLog): Pruned {
  const removed = new Uint8Array(page.elements.length + 1);
  const isUnread = (element: HtmlElement): boolean =>
    (unreadElements.has(element.name) && !isShadowRoot(element)) || (!options.hiddenToo && isHidden(element));
  const before = measurePage(page, isUnread);
  const whole = Math.max(1, before.prose[0] ?? 0);
  const trusted = trustedReasons(page.root, before, whole, isUnread);
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') continue;
      const { order } = child;
      const removal = isUnread(child) ? unreadReason(child) : removalReason(child, before, whole, trusted);
      if (removal !== null) {
        const hidden = removal === unseen || !namesShownWords(removal);
        const hadWords = removal !== '' && log.add(hidden ? 'hidden' : 'furniture', removal, child);
        removed[order] = hadWords && !hidden ? shownWords : gone;
        continue;
      }
      visit(child);
    }
  };
  visit(page.root);
  const isRemoved = (element: HtmlElement): boolean => removed[element.order] !== 0;
  const partsLines = (element: HtmlElement): boolean => removed[element.order] === shownWords;
  return { measures: measurePage(page, isRemoved), before, isRemoved, partsLines };
}

/** How an element was removed: with words that the page shows, or without. */
const gone = 1;
const shownWords = 2;

/** A name that stands on this much of a page's prose is no sign of furniture there. */
const ordinaryShare = 0.4;

/**
 * Page builders call every box a widget, some papers call every paragraph a comment: a reason whose
 * elements together hold much of the page's prose is not believed on that page.
 */
function trustedReasons(
  root: HtmlElement,
  measures: Measures,
  whole: number,
  isUnread: (element: HtmlElement) => boolean,
): ReadonlySet<string> {
  const held = new Map<string, number>();
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text' || isUnread(child)) continue;
      const prose = measures.prose[child.order] ?? 0;
      if (prose === 0) continue;
      const reason = neverNames.has(child.name) ? null : furnitureReason(child);
      if (reason === null) visit(child);
      else held.set(reason, (held.get(reason) ?? 0) + prose);
    }
  };
  visit(root);
  const trusted = new Set<string>();
  for (const [reason] of furnitureWords)
    if (alwaysTrusted.has(reason) || (held.get(reason) ?? 0) < whole * ordinaryShare) trusted.add(reason);
  return trusted;
}

const alwaysTrusted = new Set(['comments', 'related articles', 'navigation', 'a footer', 'sharing', 'advertising']);

function removalReason(
  element: HtmlElement,
  measures: Measures,
  whole: number,
  trusted: ReadonlySet<string>,
): string | null {
  if (neverNames.has(element.name)) return null;
  // A quotation's own footer names its speaker, a figure's caption its picture.
  if (element.parent?.name === 'blockquote' || element.parent?.name === 'figure') return null;
  const share = (measures.prose[element.order] ?? 0) / whole;
  if (unseenWords.test(classWords(element)) && share < 0.3 && !isMarkedWords(element)) return unseen;
  if (share > 0.35 && !isLargeFurniture(element, measures, whole)) return null;
  const structural = structuralReason(element);
  if (structural !== null) return `It is ${structural}.`;
  if (element.name === 'header' && share < 0.1 && !insideArticle(element)) return 'It is the head of the site.';
  if (isArticleNamed(element)) return null;
  const named = furnitureReason(element);
  if ((named !== null || doubtfulWords.test(classWords(element))) && isPartOfSentence(element)) return null;
  if (named !== null) return trusted.has(named) ? `The page calls it: ${named}.` : null;
  const text = measures.text[element.order] ?? 0;
  if (doubtfulWords.test(classWords(element)) && (measures.linked[element.order] ?? 0) > text * 0.35)
    return 'Its name and its links tell of other articles.';
  return isGroupOfCards(element, measures) ? 'It is a row of links to other articles.' : null;
}

/** What may hold more words than the article itself: discussions, sidebars, lists of other articles. */
const largeReasons = new Set(['comments', 'a sidebar', 'related articles', 'a footer']);

function isLargeFurniture(element: HtmlElement, measures: Measures, whole: number): boolean {
  const reason = furnitureReason(element);
  if (element.name !== 'aside' && element.name !== 'footer' && (reason === null || !largeReasons.has(reason)))
    return false;
  const rest = whole - (measures.prose[element.order] ?? 0);
  return rest >= 300 && rest >= whole * 0.12 && !holdsHeadline(element);
}

function holdsHeadline(element: HtmlElement): boolean {
  return element.children.some(
    (child) =>
      child.kind === 'element' &&
      (child.name === 'h1' || /articlebody/iu.test(child.attributes.itemprop ?? '') || holdsHeadline(child)),
  );
}

const fewestCards = 3;
const longestCard = 700;

/** Three or more boxes alike, each a title that is a link: a row of other articles. */
function isGroupOfCards(element: HtmlElement, measures: Measures): boolean {
  let cards = 0;
  let others = 0;
  let shape = '';
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    const text = measures.text[child.order] ?? 0;
    if (text === 0) continue;
    const own = `${child.name} ${(child.attributes.class ?? '').split(/\s+/u)[0] ?? ''}`;
    if (text <= longestCard && (shape === '' || own === shape) && isCard(child, measures)) {
      shape = own;
      cards += 1;
    } else others += text > 60 ? 1 : 0;
  }
  return cards >= fewestCards && others <= cards / 3;
}

function isCard(element: HtmlElement, measures: Measures): boolean {
  if (element.name === 'p') return false;
  const linked = measures.linked[element.order] ?? 0;
  if (linked < 12) return false;
  const title = titleOf(element, measures, 0);
  return title !== null && (measures.linked[title.order] ?? 0) + 2 >= (measures.text[title.order] ?? 0);
}

/** The heading of a card, or the link that wraps it whole. */
function titleOf(element: HtmlElement, measures: Measures, depth: number): HtmlElement | null {
  if (depth > 8) return null;
  for (const child of element.children) {
    if (child.kind === 'text' || (measures.text[child.order] ?? 0) === 0) continue;
    if (/^h[2-6]$/u.test(child.name)) {
      // A heading inside a link counts as linked.
      return isInLink(child, element) || (measures.linked[child.order] ?? 0) > 0 ? linkAround(child, element) : null;
    }
    const inner = titleOf(child, measures, depth + 1);
    if (inner !== null) return inner;
  }
  return null;
}

function isInLink(element: HtmlElement, limit: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) {
    if (at.name === 'a') return true;
    if (at === limit) return false;
  }
  return false;
}

function linkAround(element: HtmlElement, limit: HtmlElement): HtmlElement {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) {
    if (at.name === 'a') return at;
    if (at === limit) return element;
  }
  return element;
}

/** Parts of a paragraph that are looked at for the sentence around one of them. */
const mostParts = 60;

/**
 * Whether an inline element stands among running words: a link on a "tag" in the middle of a sentence
 * is the sentence's, whatever its class says. Fewer words around it are a byline or a label.
 */
function isPartOfSentence(element: HtmlElement): boolean {
  if (!/^(?:a|abbr|b|cite|em|i|mark|q|s|span|strong|time|u)$/u.test(element.name)) return false;
  const { parent } = element;
  if (parent === null) return false;
  // In a paragraph its other spans are the sentence too; elsewhere they may be a row of labels.
  // A sentence has few parts; a box with thousands of them must not be read once for each.
  const siblings = parent.children.slice(0, mostParts).filter((child) => child !== element);
  const around = siblings.map((child) =>
    child.kind === 'text' ? child.text : parent.name === 'p' ? plainText(child, 400) : ' ',
  );
  return (around.join('').match(/\p{L}+/gu)?.length ?? 0) >= 6;
}

/** Whether the page may say of an element that it is not shown with the article, however much stands in it. */
export function mayBeUnseen(element: HtmlElement): boolean {
  return isUnseen(element) && !isMarkedWords(element);
}

/** Words of a sentence that open something when they are touched: shown, and the sentence's own. */
function isMarkedWords(element: HtmlElement): boolean {
  return openers.test(classWords(element)) && isPartOfSentence(element);
}

function insideArticle(element: HtmlElement): boolean {
  for (let at = element.parent; at !== null; at = at.parent)
    if (at.name === 'article' || at.name === 'main' || isArticleNamed(at)) return true;
  return false;
}

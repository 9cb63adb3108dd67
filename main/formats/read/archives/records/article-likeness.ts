import { type HtmlElement, type HtmlPage, parsePage } from '../../../shared/html/tree.ts';
import { type Pruned, prune } from '../../web/html/prune.ts';
import { RemovalLog } from '../../web/html/removal-log.ts';
import { isMachineAddress, isRootAddress } from './addresses.ts';

/** What a captured page is, by a cheap look: an article, a front page or list of links, or no whole page at all. */
export type Likeness = 'article' | 'list' | 'frame';

/** Letters of prose in one place that make an article of a page that says it is one, and of one that doesn't. */
const leastDeclared = 150;
const least = 300;
/** Teasers are shorter than this; an article goes on longer without a link that stands for itself. */
const longestTeaser = 450;
/** So many links that stand for themselves make a list. */
const fewestItems = 4;
/** A link with fewer letters is a label, not a title. */
const shortestTitle = 20;
/** The same link text so often is a "read more". */
const repeated = 4;

/**
 * Whether a page is an article. The measure is the prose that stands together: paragraphs beside one another,
 * not in boxes with headlines of their own. A list of teasers has as much prose as an article, but after
 * every few lines a link that is a title, or the same "read more".
 */
export function likenessOf(markup: string, uri: string): Likeness {
  const page = parsePage(markup);
  if (!page.elements.some(({ name }) => name === 'html' || name === 'body' || name === 'head' || name === 'title'))
    return 'frame';
  const declared = declaresArticle(page);
  if (!declared && isMachineAddress(uri)) return 'frame';
  const pruned = prune(page, { hiddenToo: false }, new RemovalLog());
  const together = new ProseTogether(page, pruned);
  const { most, place } = together.best;
  if (most < (declared ? leastDeclared : least)) return 'list';
  const items = itemLinks(place, pruned);
  const isBroken = longestStretch(place, items, pruned) < longestTeaser;
  if (items.size >= fewestItems && isBroken) return 'list';
  // What says that it is one article may be one with many headlines.
  if (!(declared && !isBroken) && isListOfPosts(page, together, pruned)) return 'list';
  // A site's first page is an article only where it says so and is long enough for one.
  return isRootAddress(uri) && !(declared && most >= longestTeaser) ? 'list' : 'article';
}

/** Whether the page calls itself an article: Open Graph, JSON-LD of schema.org, or microdata. */
function declaresArticle(page: HtmlPage): boolean {
  return page.elements.some(({ name, attributes, children }) => {
    if (name === 'meta')
      return /^og:type$/iu.test(attributes.property ?? '') && /^article$/iu.test(attributes.content ?? '');
    if (/\barticlebody\b/iu.test(attributes.itemprop ?? '')) return true;
    if (name !== 'script' || !/^\s*application\/ld\+json/iu.test(attributes.type ?? '')) return false;
    return children.some((child) => child.kind === 'text' && articleType.test(child.text));
  });
}

const articleType =
  /"@type"\s*:\s*(?:\[\s*)?"(?:https?:\/\/schema\.org\/|schema:)?(?:\w*Article|\w*BlogPosting|Report|OpinionPiece)"/u;

/** How much prose stands together in each element: its own, and its children's that have no headline in them. */
class ProseTogether {
  readonly best: { readonly most: number; readonly place: HtmlElement };
  readonly #prose: Int32Array;
  readonly #headed: Uint8Array;

  constructor(page: HtmlPage, { measures, isRemoved }: Pruned) {
    const size = page.elements.length + 1;
    this.#prose = new Int32Array(size);
    this.#headed = new Uint8Array(size);
    for (const element of page.elements.toReversed()) {
      if (!isHeading(element) && this.#headed[element.order] !== 1) continue;
      this.#headed[element.order] = 1;
      if (element.parent !== null) this.#headed[element.parent.order] = 1;
    }
    let most = 0;
    let place = page.root;
    for (const element of [page.root, ...page.elements]) {
      if (isRemoved(element)) continue;
      let own = measures.prose[element.order] ?? 0;
      let together = 0;
      for (const child of element.children) {
        if (child.kind === 'text' || isRemoved(child)) continue;
        const prose = measures.prose[child.order] ?? 0;
        own -= prose;
        if (prose > 0 && !this.hasHeading(child) && !isMostlyLinks(child, measures)) together += prose;
      }
      together += Math.max(0, own);
      this.#prose[element.order] = together;
      if (together > most) {
        most = together;
        place = element;
      }
    }
    this.best = { most, place };
  }

  of(element: HtmlElement): number {
    return this.#prose[element.order] ?? 0;
  }

  hasHeading(element: HtmlElement): boolean {
    return this.#headed[element.order] === 1;
  }
}

function isHeading({ name }: HtmlElement): boolean {
  return /^h[1-6]$/u.test(name);
}

function isMostlyLinks({ order }: HtmlElement, { linked, text }: Pruned['measures']): boolean {
  return (linked[order] ?? 0) > (text[order] ?? 0) * 0.4;
}

/** The links in a place that stand for something else and in no sentence: headlines, first words of a line, "read more". */
function itemLinks(place: HtmlElement, pruned: Pruned): ReadonlySet<HtmlElement> {
  const links: HtmlElement[] = [];
  collectLinks(place, pruned, links);
  const texts = links.map((link) => plain(link));
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return new Set(
    links.filter((link, index) => {
      const text = texts[index] ?? '';
      if (text === '') return false;
      return (times.get(text) ?? 0) >= repeated || (text.length >= shortestTitle && beginsLine(link, place));
    }),
  );
}

function collectLinks(element: HtmlElement, pruned: Pruned, links: HtmlElement[]): void {
  for (const child of element.children) {
    if (child.kind === 'text' || pruned.isRemoved(child)) continue;
    if (child.name === 'a') links.push(child);
    else collectLinks(child, pruned, links);
  }
}

const inLine = /^(?:b|strong|em|i|span|font|u)$/u;

/** Whether a link is a heading, or the first thing in its line. */
function beginsLine(link: HtmlElement, place: HtmlElement): boolean {
  let inner: HtmlElement = link;
  let line = link.parent;
  while (line !== null && line !== place && inLine.test(line.name)) {
    inner = line;
    line = line.parent;
  }
  if (line === null) return false;
  if (isHeading(line) || line.name === 'dt') return true;
  const first = line.children.find((child) => child.kind === 'element' || child.text.trim() !== '');
  return first === inner || (first?.kind === 'element' && first.name === 'br');
}

/** The most letters between two items. */
function longestStretch(place: HtmlElement, items: ReadonlySet<HtmlElement>, pruned: Pruned): number {
  let stretch = 0;
  let longest = 0;
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') {
        stretch += child.text.replace(/\s+/gu, ' ').length;
        longest = Math.max(longest, stretch);
      } else if (items.has(child)) stretch = 0;
      else if (!pruned.isRemoved(child)) visit(child);
    }
  };
  visit(place);
  return longest;
}

/** Whole articles one below the other, each under a headline that leads to it: a blog's list of posts. */
function isListOfPosts(page: HtmlPage, together: ProseTogether, { measures, isRemoved }: Pruned): boolean {
  const whole = measures.prose[0] ?? 0;
  if (together.best.most >= whole * 0.5) return false;
  let posts = 0;
  const visit = (element: HtmlElement): boolean => {
    let inside = false;
    for (const child of element.children) {
      if (child.kind === 'text' || isRemoved(child) || !together.hasHeading(child)) continue;
      if ((measures.prose[child.order] ?? 0) >= 200 && visit(child)) inside = true;
    }
    if (inside) return true;
    const isPost = element.parent !== null && together.of(element) >= 200 && hasLinkedHeading(element);
    if (isPost) posts += 1;
    return isPost;
  };
  const hasLinkedHeading = (element: HtmlElement): boolean =>
    element.children.some((child) => {
      if (child.kind === 'text' || isRemoved(child) || !together.hasHeading(child)) return false;
      if (!isHeading(child)) return hasLinkedHeading(child);
      const text = measures.text[child.order] ?? 0;
      return text > 8 && (measures.linked[child.order] ?? 0) >= text * 0.8;
    });
  visit(page.root);
  return posts >= 3;
}

function plain(element: HtmlElement): string {
  const text = (node: HtmlElement): string =>
    node.children.map((child) => (child.kind === 'text' ? child.text : text(child))).join('');
  return text(element).replace(/\s+/gu, ' ').trim();
}

import type { HtmlElement, HtmlPage } from '../../../../shared/html/tree.ts';
import { foldedLength, unreadElements } from '../measure.ts';
import { classWords, isHidden } from '../prune.ts';

/**
 * Where the words of a page stand. How far a line is from the headline is counted in the letters between
 * them: one page nests thirty boxes where another has three.
 */
export class ShownPage {
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  readonly #last: Int32Array;
  readonly #outside: Uint8Array;
  readonly #frame = new Set<HtmlElement>();
  /** The headline stands in an article: every other one is another article, or a comment. */
  readonly #isInArticle: boolean;
  readonly #headline: { readonly start: number; readonly end: number } | null;

  /** `headline` is null where no element of the page shows the title. */
  constructor(page: HtmlPage, headline: HtmlElement | null) {
    const size = page.elements.length + 1;
    this.#start = new Int32Array(size);
    this.#end = new Int32Array(size);
    this.#last = new Int32Array(size);
    this.#outside = new Uint8Array(size);
    for (let at = headline; at !== null; at = at.parent) this.#frame.add(at);
    this.#isInArticle = [...this.#frame].some(({ name }) => name === 'article');
    this.#walk(page.root, 0, 0);
    this.#headline =
      headline === null ? null : { start: this.#start[headline.order] ?? 0, end: this.#end[headline.order] ?? 0 };
  }

  /** True for the headline and all that holds it. */
  holdsHeadline(element: HtmlElement): boolean {
    return this.#frame.has(element);
  }

  /** The order of an element's last descendant. */
  lastOrder(element: HtmlElement): number {
    return this.#last[element.order] ?? element.order;
  }

  /** How many letters an element shows. */
  lengthOf(element: HtmlElement): number {
    return (this.#end[element.order] ?? 0) - (this.#start[element.order] ?? 0);
  }

  /**
   * `outside` for what belongs to comments, other articles, menus or the frame around the page; `beside` for
   * what is named like a column or a row of links, where papers put other articles and their own bylines too.
   */
  placeOf(element: HtmlElement): Place {
    return places[this.#outside[element.order] ?? 0] ?? 'inside';
  }

  /** True where an element begins no more than so many letters before the headline or ends so many after it. */
  isNear(element: HtmlElement, before: number, after: number): boolean {
    const headline = this.#headline;
    if (headline === null) return true;
    const start = this.#start[element.order] ?? 0;
    return start >= headline.start - before && start <= headline.end + after;
  }

  /** `outside` is an index into the places. */
  #walk(element: HtmlElement, before: number, outside: number): number {
    const { order } = element;
    this.#start[order] = before;
    this.#outside[order] = outside;
    let at = before;
    let last = order;
    for (const child of element.children) {
      if (child.kind === 'text') {
        at += foldedLength(child.text);
        continue;
      }
      const isUnread = unreadElements.has(child.name) || isHidden(child);
      const own = isUnread || (child.name === 'article' && this.#isInArticle) ? 2 : ownPlace(child);
      const end = this.#walk(child, at, this.#frame.has(child) ? outside : Math.max(outside, own));
      if (!isUnread) at = end;
      last = Math.max(last, this.#last[child.order] ?? 0);
    }
    this.#end[order] = at;
    this.#last[order] = last;
    return at;
  }
}

export type Place = 'inside' | 'beside' | 'outside';
const places: readonly Place[] = ['inside', 'beside', 'outside'];

const outsideWords =
  / (?:comments?|commentlist|respond|related|widget area|textwidget|widget text|site footer|page footer|footer area|footer widgets?|recommended|popular|recent|trending|most read|newsletter|breaking|ticker) /u;
const besideWords = / (?:sidebar|teaser|teasers|nav|navbar|navigation|main menu|mainmenu|submenu|breadcrumbs?) /u;

/** Where an element's name and class put it, as an index. What holds the headline holds the article too and is not asked. */
function ownPlace(element: HtmlElement): number {
  switch (element.name) {
    case 'body':
    case 'html':
    case 'main':
    case 'article':
      return 0;
    case 'nav':
    case 'svg':
    case 'figcaption':
    case 'form':
    // What others said elsewhere is dated and signed by them.
    case 'blockquote':
      return 2;
    case 'footer':
      return element.parent?.name === 'body' ? 2 : 0;
    default: {
      const words = classWords(element);
      if (outsideWords.test(words)) return 2;
      return element.name === 'aside' || besideWords.test(words) ? 1 : 0;
    }
  }
}

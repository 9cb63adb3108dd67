import { QuoteType, Tokenizer } from 'htmlparser2';

/**
 * A page as a light tree. htmlparser2 tells the tags, this file nests them: nesting is capped, every
 * step is bounded, and nothing of the page can run. A DOM with its live lists and sibling chains costs
 * three times as much and its depth is the page's own choice.
 */

export interface HtmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly parent: HtmlElement;
}

export interface HtmlElement {
  readonly kind: 'element';
  /** Lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
  readonly parent: HtmlElement | null;
  /** Where it stands among all nodes of the page. */
  readonly order: number;
  /** Words of its class and id, kept here by `classWords` once somebody asked; null until then. */
  words: string | null;
}

export type HtmlNode = HtmlText | HtmlElement;

export interface HtmlPage {
  readonly root: HtmlElement;
  /** All elements, in document order. */
  readonly elements: readonly HtmlElement[];
  /** Comments before the first element of the body: saved pages say there where they come from. */
  readonly comments: readonly string[];
  /** True when the page had more elements than are read. */
  readonly truncated: boolean;
}

/** Deeper nesting is read as if it stood at this depth. Real pages stay below 80. */
export const maximumDepth = 200;
/** More elements than this are not read: a page of a million tags is an attack, not an article. */
export const maximumElements = 1_500_000;
const maximumComments = 8;

const voidElements = new Set(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
const headElements = new Set('base basefont bgsound link meta noscript script style template title'.split(' '));
/** Opening one of these ends an open paragraph (HTML, 13.2.6.4.7). */
const paragraphEnders = new Set(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul'.split(
    ' ',
  ),
);
/** What a missing end tag never reaches beyond. */
const scopes = new Set('table td th caption button object marquee html template body article section'.split(' '));
const nothing = new Set<string>();
/** For an opening tag: the open elements it ends, and the elements that stop the search for them. */
const ends: ReadonlyMap<string, { readonly closes: ReadonlySet<string>; readonly within: ReadonlySet<string> }> =
  new Map([
    ['li', { closes: new Set(['li']), within: new Set('ul ol menu dir table td th div section article'.split(' ')) }],
    ['dt', { closes: new Set(['dt', 'dd']), within: new Set('dl table td th section article'.split(' ')) }],
    ['dd', { closes: new Set(['dt', 'dd']), within: new Set('dl table td th section article'.split(' ')) }],
    ['tr', { closes: new Set(['tr']), within: new Set(['table']) }],
    ['td', { closes: new Set(['td', 'th']), within: new Set(['table', 'tr']) }],
    ['th', { closes: new Set(['td', 'th']), within: new Set(['table', 'tr']) }],
    ['tbody', { closes: new Set(['tbody', 'thead', 'tfoot']), within: new Set(['table']) }],
    ['thead', { closes: new Set(['tbody', 'thead', 'tfoot']), within: new Set(['table']) }],
    ['tfoot', { closes: new Set(['tbody', 'thead', 'tfoot']), within: new Set(['table']) }],
    ['option', { closes: new Set(['option']), within: new Set(['select', 'datalist']) }],
    ['optgroup', { closes: new Set(['option', 'optgroup']), within: new Set(['select']) }],
    ['a', { closes: new Set(['a']), within: scopes }],
  ]);
/** An end tag of these closes only up to here, so that a stray one cannot end the article around it. */
const tableParts = new Set('table tbody thead tfoot tr td th caption'.split(' '));
const cellScope = new Set(['td', 'th', 'caption']);
const inlineElements = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

interface OpenElement extends HtmlElement {
  attributes: Record<string, string>;
}

class TreeBuilder {
  readonly root: OpenElement = newElement('#document', null, 0);
  readonly elements: HtmlElement[] = [];
  readonly comments: string[] = [];
  truncated = false;
  readonly #source: string;
  readonly #stack: OpenElement[] = [this.root];
  /** How many opened elements were not nested because they stand too deep. */
  #tooDeep = 0;
  #order = 1;
  #current: OpenElement | null = null;
  #attributeName = '';
  #attributeValue = '';
  #text = '';
  #headIsOver = false;

  constructor(source: string) {
    this.#source = source;
  }

  ontext(start: number, end: number): void {
    this.#text += this.#source.slice(start, end);
  }
  ontextentity(codePoint: number): void {
    this.#text += String.fromCodePoint(codePoint);
  }
  onattribname(start: number, end: number): void {
    this.#attributeName = this.#source.slice(start, end).toLowerCase();
    this.#attributeValue = '';
  }
  onattribdata(start: number, end: number): void {
    this.#attributeValue += this.#source.slice(start, end);
  }
  onattribentity(codePoint: number): void {
    this.#attributeValue += String.fromCodePoint(codePoint);
  }
  onattribend(quote: QuoteType): void {
    const attributes = this.#current?.attributes;
    // The first of two attributes of one name counts (HTML, 13.2.5.33).
    if (attributes !== undefined && !(this.#attributeName in attributes))
      attributes[this.#attributeName] = quote === QuoteType.NoValue ? '' : this.#attributeValue;
    this.#attributeName = '';
  }
  onopentagname(start: number, end: number): void {
    this.#flushText();
    this.#open(this.#source.slice(start, end).toLowerCase());
  }
  onopentagend(): void {
    this.#endOfOpenTag(false);
  }
  onselfclosingtag(): void {
    // Only foreign elements close themselves; "<div/>" is an opening tag.
    const name = this.#current?.name ?? '';
    this.#endOfOpenTag(foreignLeaves.has(name));
  }
  onclosetag(start: number, end: number): void {
    this.#flushText();
    this.#close(this.#source.slice(start, end).toLowerCase());
  }
  oncomment(start: number, end: number): void {
    if (this.comments.length < maximumComments) this.comments.push(this.#source.slice(start, end).slice(0, 4000));
  }
  oncdata(start: number, end: number): void {
    this.#text += this.#source.slice(start, end);
  }
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    this.#flushText();
  }

  get #top(): OpenElement {
    return this.#stack[this.#stack.length - 1] ?? this.root;
  }

  #flushText(): void {
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    const parent = this.#top;
    if (parent.name === 'head' && text.trim() !== '') this.#closeHead();
    this.#top.children.push({ kind: 'text', text, parent: this.#top });
  }

  #open(name: string): void {
    this.#current = null;
    if (this.elements.length >= maximumElements) {
      this.truncated = true;
      return;
    }
    if (name === 'html' || name === 'body' || name === 'head') {
      this.#openFrame(name);
      return;
    }
    if (!this.#headIsOver && this.#top.name === 'head' && !headElements.has(name)) this.#closeHead();
    if (paragraphEnders.has(name)) this.#closeWithin(paragraph, scopes);
    const rule = ends.get(name);
    if (rule !== undefined) this.#closeWithin(rule.closes, rule.within);
    const isVoid = voidElements.has(name);
    if (this.#stack.length >= maximumDepth && !isVoid) {
      this.#tooDeep += 1;
      if (!rawText.has(name)) {
        // The words join the deepest element; a block that begins there still begins a line.
        if (!inlineElements.has(name)) this.#append(newElement('br', this.#top, this.#order));
        return;
      }
    }
    const element = newElement(name, this.#top, this.#order);
    this.#append(element);
    this.#current = element;
    if (!isVoid) this.#stack.push(element);
  }

  /** html, head and body stand once; what a second one says is added to the first. */
  #openFrame(name: string): void {
    if (name === 'body') this.#closeHead();
    const existing = this.#stack.find((element) => element.name === name);
    if (existing !== undefined) {
      this.#current = existing;
      return;
    }
    if (name === 'head' && this.#headIsOver) return;
    const element = newElement(name, this.#top, this.#order);
    this.#append(element);
    this.#current = element;
    if (this.#stack.length < maximumDepth) this.#stack.push(element);
  }

  #append(element: OpenElement): void {
    this.#order += 1;
    this.elements.push(element);
    this.#top.children.push(element);
  }

  #endOfOpenTag(closes: boolean): void {
    if (closes && this.#current !== null && this.#top === this.#current) this.#stack.pop();
    this.#current = null;
  }

  #closeHead(): void {
    this.#headIsOver = true;
    const index = this.#stack.findLastIndex((element) => element.name === 'head');
    if (index > 0) this.#stack.length = index;
  }

  #closeWithin(closes: ReadonlySet<string>, within: ReadonlySet<string>): void {
    for (let index = this.#stack.length - 1; index > 0; index -= 1) {
      const name = this.#stack[index]?.name ?? '';
      if (closes.has(name)) {
        this.#stack.length = index;
        return;
      }
      if (within.has(name)) return;
    }
  }

  #close(name: string): void {
    if (this.#tooDeep > 0 && !voidElements.has(name) && !(rawText.has(name) && this.#top.name === name)) {
      this.#tooDeep -= 1;
      return;
    }
    if (name === 'body' || name === 'html') return;
    if (name === 'head') {
      this.#closeHead();
      return;
    }
    if (name === 'br') {
      this.#append(newElement('br', this.#top, this.#order));
      return;
    }
    const stop = tableParts.has(name) ? nothing : cellScope;
    for (let index = this.#stack.length - 1; index > 0; index -= 1) {
      const open = this.#stack[index]?.name ?? '';
      if (open === name) {
        this.#stack.length = index;
        if (this.#tooDeep > 0) this.#tooDeep -= 1;
        return;
      }
      if (stop.has(open)) return;
      // A stray inline end tag doesn't end the block it stands in, unless it was opened outside on purpose.
      if (open === 'body' || open === 'html') return;
    }
  }
}

const paragraph = new Set(['p']);
const rawText = new Set(['script', 'style', 'title', 'textarea', 'xmp']);
const foreignLeaves = new Set(
  'path circle ellipse line polygon polyline rect use stop image lineargradient radialgradient g svg defs symbol mask pattern text tspan filter clippath'.split(
    ' ',
  ),
);

function newElement(name: string, parent: HtmlElement | null, order: number): OpenElement {
  return {
    kind: 'element',
    name,
    attributes: Object.create(null) as Record<string, string>,
    children: [],
    parent,
    order,
    words: null,
  };
}

/** Nests a page's tags. Never throws on any text; the time taken grows with its length only. */
export function parsePage(source: string): HtmlPage {
  const builder = new TreeBuilder(source);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return { root: builder.root, elements: builder.elements, comments: builder.comments, truncated: builder.truncated };
}

/** The order of an element's last descendant: elements are numbered in document order. */
export function lastOrder(element: HtmlElement): number {
  let at = element;
  for (;;) {
    const last = at.children.findLast((child) => child.kind === 'element');
    if (last === undefined) return at.order;
    at = last;
  }
}

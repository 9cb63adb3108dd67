import { Tokenizer } from 'htmlparser2';
import { startOfRoot } from './prolog.ts';
import { decodeReferences } from './references.ts';

/**
 * An XML document as a light tree, read tolerantly: agencies' and papers' files are ill-formed in every
 * way, and a strict parser would take none of them. Nothing is fetched, no entity of the document's own is
 * expanded, nesting and size are bounded.
 */

export interface XmlText {
  readonly kind: 'text';
  /** References decoded; what stands in CDATA sections is as written. */
  readonly text: string;
}

export interface XmlElement {
  readonly kind: 'element';
  /** Without its prefix, in lower case: the case of names is wrong as often as everything else. */
  readonly name: string;
  /** The namespace's name; empty for none; `undeclared:` and the prefix where the document forgot to declare it. */
  readonly namespace: string;
  /** By their names as written, prefix included, in lower case. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | null;
}

export type XmlNode = XmlText | XmlElement;

export interface XmlDocument {
  /** Null where there is no element at all. */
  readonly root: XmlElement | null;
  /** The elements that were still open when the document ended, the root first; empty for a whole document. */
  readonly open: ReadonlySet<XmlElement>;
  /** True when it had more elements than are read. */
  readonly truncated: boolean;
  /** True when elements stood deeper than are nested: those follow one another, with all their words. */
  readonly isTooDeep: boolean;
  /** True when some were not even put there, since nothing of their kind stood around them. */
  readonly isMissingDepths: boolean;
}

/**
 * A deeper element is put behind the nearest one of its name around it, where its kind may stand, and what follows
 * it comes behind it: so words keep their order and their elements. Real documents stay below 40.
 */
export const maximumDepth = 200;
/** Where none of its name is around it, it is nested to this depth; what is deeper yet leaves its words to this one. */
const deepestOfAll = 400;
export const maximumElements = 1_500_000;

/** Word processors read the first of these in what is around them: a second one would not be seen. */
const single = new Set(
  'body index-body note-body ruby-base ruby-text rubybase rt sdtcontent text-box textbox txbxcontent'.split(' '),
);

/** Unescaped HTML leaves these open; nothing stands in them. */
const voidElements = new Set(['br', 'hr', 'img', 'wbr', 'input']);

/** Most elements have none, and a million of them should not each hold an empty list. */
const noAttributes: Record<string, string> = Object.freeze(Object.create(null) as Record<string, string>);
const noPrefixes: readonly string[] = [];

interface OpenElement extends XmlElement {
  readonly parent: OpenElement | null;
  readonly written: string;
  attributes: Record<string, string>;
  namespace: string;
  readonly children: XmlNode[];
}

/** An element whose end has not come. */
interface Unclosed {
  /** Where what comes next in it is put: itself, or another of its kind behind what was put behind it. */
  element: OpenElement;
  /** How many elements are around that one. */
  readonly level: number;
  /** Prefixes that it declares. */
  declared: readonly string[];
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

class TreeBuilder {
  root: OpenElement | null = null;
  truncated = false;
  isTooDeep = false;
  readonly #source: string;
  isMissingDepths = false;
  readonly #stack: Unclosed[] = [];
  /** How many elements of each name are open: an end tag that ends none costs nothing. */
  readonly #unclosed = new Map<string, number>();
  /** What each prefix stands for, the innermost last. */
  readonly #namespaces = new Map<string, string[]>();
  /** Where something was put last: behind it nothing else has come. */
  #latest: OpenElement | null = null;
  #elements = 0;
  #tooDeep = 0;
  #current: OpenElement | null = null;
  #attribute = '';
  #value = '';
  #raw = '';
  #text = '';

  constructor(source: string) {
    this.#source = source;
  }

  get open(): Set<XmlElement> {
    return new Set(this.#stack.map(({ element }) => element));
  }

  ontext(start: number, end: number): void {
    this.#raw += this.#source.slice(start, end);
  }
  ontextentity(codePoint: number): void {
    this.#raw += String.fromCodePoint(codePoint);
  }
  oncdata(start: number, end: number, endLength: number): void {
    this.#settleRaw();
    this.#text += this.#source.slice(start, end - endLength);
  }
  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    this.#value = '';
  }
  onattribdata(start: number, end: number): void {
    this.#value += this.#source.slice(start, end);
  }
  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }
  onattribend(): void {
    const element = this.#current;
    if (element === null) return;
    if (element.attributes === noAttributes) element.attributes = Object.create(null) as Record<string, string>;
    if (!(this.#attribute in element.attributes)) element.attributes[this.#attribute] = decodeReferences(this.#value);
  }
  onopentagname(start: number, end: number): void {
    this.#flushText();
    this.#openElement(this.#source.slice(start, end).toLowerCase());
  }
  onopentagend(): void {
    const element = this.#current;
    this.#resolve();
    if (element !== null && voidElements.has(element.name)) this.#cut(this.#stack.length - 1);
  }
  onselfclosingtag(): void {
    const element = this.#current;
    this.#resolve();
    if (element !== null) this.#cut(this.#stack.length - 1);
    else if (this.#tooDeep > 0) this.#tooDeep -= 1;
  }
  onclosetag(start: number, end: number): void {
    this.#flushText();
    this.#close(this.#source.slice(start, end).toLowerCase());
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    this.#flushText();
  }

  #settleRaw(): void {
    this.#text += decodeReferences(this.#raw);
    this.#raw = '';
  }

  #flushText(): void {
    this.#settleRaw();
    const text = this.#text;
    this.#text = '';
    const parent = this.#stack.at(-1);
    // Nothing but white space belongs outside the root; whatever stands there is no part of the document.
    if (text === '' || parent === undefined) return;
    // White space that sets tags on lines of their own is not worth another element.
    const isIndent = this.isTooDeep && text.includes('\n') && text.trim() === '';
    const place = isIndent ? (this.#latest ?? parent.element) : this.#inOrder(parent);
    place.children.push({ kind: 'text', text });
  }

  #openElement(written: string): void {
    this.#current = null;
    const parent = this.#stack.at(-1);
    if (parent === undefined && this.root !== null) return;
    if (this.#elements >= maximumElements) {
      this.truncated = true;
      return;
    }
    const place = parent === undefined ? null : this.#placeIn(parent, written);
    if (place === 'none') {
      this.#tooDeep += 1;
      this.isMissingDepths = true;
      return;
    }
    const element = this.#newElement(written, place?.element ?? null);
    this.root ??= element;
    this.#stack.push({ element, level: (place?.level ?? -1) + 1, declared: noPrefixes });
    this.#unclosed.set(written, (this.#unclosed.get(written) ?? 0) + 1);
    this.#current = element;
  }

  #newElement(written: string, parent: OpenElement | null): OpenElement {
    this.#elements += 1;
    const element: OpenElement = {
      kind: 'element',
      written,
      name: written.slice(written.indexOf(':') + 1),
      namespace: '',
      attributes: noAttributes,
      children: [],
      parent,
    };
    parent?.children.push(element);
    this.#latest = element;
    return element;
  }

  /** Where an element in another one is put; `none` for one that is too deep for any place. */
  #placeIn(around: Unclosed, written: string): { readonly element: OpenElement; readonly level: number } | 'none' {
    const place = { element: this.#inOrder(around), level: around.level };
    if (around.level + 1 < maximumDepth) return place;
    this.isTooDeep = true;
    let { level } = around;
    const isSingle = single.has(written.slice(written.indexOf(':') + 1));
    for (let at: OpenElement | null = isSingle ? null : place.element; at !== null; at = at.parent) {
      const outer = at.parent;
      if (at.written === written && outer !== null) return { element: outer, level: level - 1 };
      level -= 1;
    }
    return around.level + 1 < deepestOfAll ? place : 'none';
  }

  /**
   * The element to which what comes next in an open one belongs. Where something was put behind it meanwhile it goes
   * on in another of its kind, behind that.
   */
  #inOrder(open: Unclosed): OpenElement {
    const { element } = open;
    if (!this.isTooDeep || this.#latest === element) return element;
    const path: OpenElement[] = [];
    let outOfOrder = 0;
    for (let at: OpenElement | null = element; at !== null; at = at.parent) {
      path.push(at);
      if (at.parent !== null && at.parent.children.at(-1) !== at) outOfOrder = path.length;
    }
    this.#latest = element;
    if (this.#elements + outOfOrder > maximumElements) this.truncated = true;
    else if (outOfOrder > 0) {
      let outer = path[outOfOrder] ?? null;
      for (const like of path.slice(0, outOfOrder).reverse()) {
        outer = this.#newElement(like.written, outer);
        outer.namespace = like.namespace;
        outer.attributes = like.attributes;
      }
      open.element = outer ?? element;
    }
    return open.element;
  }

  /** Now that its attributes are known, the element's namespace is. */
  #resolve(): void {
    const top = this.#stack.at(-1);
    const element = this.#current;
    this.#current = null;
    if (element === null || top === undefined) return;
    if (element.attributes !== noAttributes) top.declared = this.#declare(element.attributes);
    element.namespace = this.#namespaceOf(element.written.slice(0, Math.max(0, element.written.indexOf(':'))));
  }

  #declare(attributes: Readonly<Record<string, string>>): readonly string[] {
    const declared: string[] = [];
    const declare = (prefix: string, namespace: string): void => {
      declared.push(prefix);
      const all = this.#namespaces.get(prefix);
      if (all === undefined) this.#namespaces.set(prefix, [namespace]);
      else all.push(namespace);
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'xmlns') declare('', value.trim());
      else if (name.startsWith('xmlns:')) declare(name.slice('xmlns:'.length), value.trim());
    }
    return declared;
  }

  #namespaceOf(prefix: string): string {
    if (prefix === 'xml') return xmlNamespace;
    return this.#namespaces.get(prefix)?.at(-1) ?? (prefix === '' ? '' : `undeclared:${prefix}`);
  }

  #close(written: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    // An end tag without a beginning closes nothing.
    if ((this.#unclosed.get(written) ?? 0) === 0) return;
    this.#cut(this.#stack.findLastIndex(({ element }) => element.written === written));
  }

  /** Ends all open elements but the outermost `length`. */
  #cut(length: number): void {
    while (this.#stack.length > length) {
      const ended = this.#stack.pop();
      if (ended === undefined) return;
      const { written } = ended.element;
      this.#unclosed.set(written, (this.#unclosed.get(written) ?? 1) - 1);
      for (const prefix of ended.declared) this.#namespaces.get(prefix)?.pop();
    }
  }
}

/** Nests a document's tags. Never throws on any text; the time taken grows with its length only. */
export function parseXml(source: string): XmlDocument {
  // The document type is left out unread: whatever entities it declares stay unknown.
  const document = source.slice(startOfRoot(source));
  const builder = new TreeBuilder(document);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder);
  tokenizer.write(document);
  tokenizer.end();
  const { root, open, truncated, isTooDeep, isMissingDepths } = builder;
  return { root, open, truncated, isTooDeep, isMissingDepths };
}

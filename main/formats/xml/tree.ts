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
  /** True when elements stood deeper than are nested: their words are those of the deepest one. */
  readonly isTooDeep: boolean;
}

/** Deeper elements are not nested; their words join the deepest one. Real documents stay below 40. */
export const maximumDepth = 200;
export const maximumElements = 1_500_000;

/** Unescaped HTML leaves these open; nothing stands in them. */
const voidElements = new Set(['br', 'hr', 'img', 'wbr', 'input']);

interface OpenElement extends XmlElement {
  readonly written: string;
  attributes: Record<string, string>;
  namespace: string;
  readonly children: XmlNode[];
}

/** The prefixes that an element declares, and those around it. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

class TreeBuilder {
  root: OpenElement | null = null;
  truncated = false;
  isTooDeep = false;
  readonly #source: string;
  readonly #stack: { readonly element: OpenElement; scope: Scope | null }[] = [];
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
    const attributes = this.#current?.attributes;
    if (attributes !== undefined && !(this.#attribute in attributes))
      attributes[this.#attribute] = decodeReferences(this.#value);
  }
  onopentagname(start: number, end: number): void {
    this.#flushText();
    this.#openElement(this.#source.slice(start, end).toLowerCase());
  }
  onopentagend(): void {
    const element = this.#current;
    this.#resolve();
    if (element !== null && voidElements.has(element.name)) this.#stack.pop();
  }
  onselfclosingtag(): void {
    const element = this.#current;
    this.#resolve();
    if (element !== null) this.#stack.pop();
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
    const parent = this.#stack.at(-1)?.element;
    // Nothing but white space belongs outside the root; whatever stands there is no part of the document.
    if (text !== '' && parent !== undefined) parent.children.push({ kind: 'text', text });
  }

  #openElement(written: string): void {
    this.#current = null;
    const parent = this.#stack.at(-1);
    if (parent === undefined && this.root !== null) return;
    if (this.#elements >= maximumElements) {
      this.truncated = true;
      return;
    }
    if (this.#stack.length >= maximumDepth) {
      this.#tooDeep += 1;
      this.isTooDeep = true;
      return;
    }
    this.#elements += 1;
    const element: OpenElement = {
      kind: 'element',
      written,
      name: written.slice(written.indexOf(':') + 1),
      namespace: '',
      attributes: Object.create(null) as Record<string, string>,
      children: [],
      parent: parent?.element ?? null,
    };
    parent?.element.children.push(element);
    this.root ??= element;
    this.#stack.push({ element, scope: parent?.scope ?? null });
    this.#current = element;
  }

  /** Now that its attributes are known, the element's namespace is. */
  #resolve(): void {
    const top = this.#stack.at(-1);
    const element = this.#current;
    this.#current = null;
    if (element === null || top === undefined) return;
    const declared = new Map<string, string>();
    for (const [name, value] of Object.entries(element.attributes)) {
      if (name === 'xmlns') declared.set('', value.trim());
      else if (name.startsWith('xmlns:')) declared.set(name.slice('xmlns:'.length), value.trim());
    }
    if (declared.size > 0) top.scope = { prefixes: declared, outer: top.scope };
    const prefix = element.written.slice(0, Math.max(0, element.written.indexOf(':')));
    element.namespace = namespaceOf(prefix, top.scope);
  }

  #close(written: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const index = this.#stack.findLastIndex(({ element }) => element.written === written);
    // An end tag without a beginning closes nothing.
    if (index >= 0) this.#stack.length = index;
  }
}

function namespaceOf(prefix: string, scope: Scope | null): string {
  if (prefix === 'xml') return xmlNamespace;
  for (let at = scope; at !== null; at = at.outer) {
    const found = at.prefixes.get(prefix);
    if (found !== undefined) return found;
  }
  return prefix === '' ? '' : `undeclared:${prefix}`;
}

/** Nests a document's tags. Never throws on any text; the time taken grows with its length only. */
export function parseXml(source: string): XmlDocument {
  // The document type is left out unread: whatever entities it declares stay unknown.
  const document = source.slice(startOfRoot(source));
  const builder = new TreeBuilder(document);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder);
  tokenizer.write(document);
  tokenizer.end();
  const { root, open, truncated, isTooDeep } = builder;
  return { root, open, truncated, isTooDeep };
}

import {
  attribute,
  childNamed,
  descendants,
  elementsOf,
  firstDescendant,
  folded,
  textOf,
  wordsIn,
} from '../../../shared/xml/find.ts';
import { escapeAttribute, escapeText } from '../../../shared/xml/markup.ts';
import type { XmlElement, XmlNode } from '../../../shared/xml/tree.ts';
import { pathFrom } from './files.ts';

/** A part of a document's body, from one element to another. */
export interface Range {
  /** Where it begins; null for the beginning. */
  readonly from: XmlElement | null;
  /** Where the next one begins; null for the end. */
  readonly to: XmlElement | null;
}

export interface ChapterMarkup {
  /** As HTML, pictures with their names in the zip. */
  readonly html: string;
  /** How characters are pronounced, which stands above them and not in the text. */
  readonly pronunciations: string;
  /** Ways to other articles and to where it was found, which programs that gather news put around each. */
  readonly ways: string;
  /** Marks of notes: they are no words of the sentence that they stand in. */
  readonly noteMarks: string;
  /** Drawings that aren't shown, by what they call themselves. */
  readonly drawings: readonly string[];
}

const voidElements = new Set(['br', 'hr', 'img', 'wbr', 'col']);
const unread = new Set(['script', 'style', 'head', 'title', 'audio', 'video', 'iframe', 'link', 'meta', 'template']);
/** Of XHTML's attributes those that say what is shown. */
const kept = new Set(['href', 'alt', 'width', 'height', 'style', 'hidden', 'aria-hidden', 'role', 'start', 'colspan']);

/** Writes a part of a chapter's body (XHTML, EPUB 3.3, 6.1) as HTML, without what isn't read in a book. */
export function markupOf(body: XmlElement, path: string, range: Range): ChapterMarkup {
  const writer = new MarkupWriter(path, range);
  writer.all(body);
  return {
    html: writer.pieces.join(''),
    pronunciations: writer.pronunciations.join(' '),
    ways: writer.ways.join('\n'),
    noteMarks: writer.noteMarks.join(' '),
    drawings: writer.drawings,
  };
}

class MarkupWriter {
  readonly pieces: string[] = [];
  readonly pronunciations: string[] = [];
  readonly ways: string[] = [];
  readonly noteMarks: string[] = [];
  readonly drawings: string[] = [];
  readonly #path: string;
  readonly #range: Range;
  /** What the part's beginning stands in. */
  readonly #around: ReadonlySet<XmlElement>;
  #isInside: boolean;

  constructor(path: string, range: Range) {
    this.#path = path;
    this.#range = range;
    this.#around = new Set(ancestorsOf(range.from));
    this.#isInside = range.from === null;
  }

  all(element: XmlElement): void {
    for (const child of element.children) this.#write(child);
  }

  #write(node: XmlNode): void {
    if (node.kind === 'text') {
      if (this.#isInside) this.pieces.push(escapeText(node.text));
      return;
    }
    if (node === this.#range.from) this.#isInside = true;
    if (node === this.#range.to) this.#isInside = false;
    if (!this.#isInside && !this.#around.has(node)) return;
    if (unread.has(node.name) || isPageBreak(node)) return;
    switch (node.name) {
      case 'img':
        this.#picture(attribute(node, 'src'), node);
        return;
      case 'svg':
        this.#drawing(node);
        return;
      case 'object':
        if (/^image\/(?!svg)/u.test(attribute(node, 'type') ?? '')) this.#picture(attribute(node, 'data'), node);
        else this.all(node);
        return;
      case 'rt':
      case 'rp':
        if (this.#isInside && node.name === 'rt') this.pronunciations.push(folded(textOf(node)) ?? '');
        return;
      case 'case':
        // Of a switch the last is for those who know none of the others (EPUB 3.0.1, 2.1.3.4).
        return;
    }
    const apart = isWay(node) ? this.ways : isNoteMark(node) ? this.noteMarks : null;
    if (apart === null) this.#element(node);
    else if (this.#isInside) apart.push(folded(textOf(node)) ?? '');
  }

  /** Elements around a part's beginning are written with it, so that what stands in them keeps its kind. */
  #element(element: XmlElement): void {
    const isNote = /\b(?:foot|end|rear)note\b/u.test(typeOf(element));
    this.pieces.push('<', element.name);
    for (const [name, value] of Object.entries(element.attributes)) {
      // Notes are hidden for readers that show them on demand.
      if (!kept.has(name) || (isNote && (name === 'hidden' || name === 'aria-hidden' || name === 'style'))) continue;
      this.pieces.push(' ', name, '="', escapeAttribute(value), '"');
    }
    this.pieces.push('>');
    if (voidElements.has(element.name)) return;
    this.all(element);
    this.pieces.push('</', element.name, '>');
  }

  #picture(source: string | null, element: XmlElement): void {
    if (source === null || !this.#isInside) return;
    const isElsewhere = /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(source);
    const name = isElsewhere ? source : pathFrom(this.#path, source);
    const sides = ['width', 'height'].flatMap((side) => {
      const value = attribute(element, side);
      return value === null ? [] : [` ${side}="${escapeAttribute(value)}"`];
    });
    const alternative = attribute(element, 'alt') ?? attribute(element, 'aria-label') ?? '';
    this.pieces.push(`<img src="${escapeAttribute(name)}" alt="${escapeAttribute(alternative)}"${sides.join('')}>`);
  }

  /** Pictures in a drawing are shown; its words are not the text's, and are logged as what isn't shown. */
  #drawing(svg: XmlElement): void {
    if (!this.#isInside) return;
    const pictures = [...descendants(svg)].filter(({ name }) => name === 'image');
    for (const one of pictures) this.#picture(attribute(one, 'xlink:href') ?? attribute(one, 'href'), one);
    if (pictures.length === 0) this.drawings.push(wordsIn(firstDescendant(svg, 'title', 'desc')) ?? 'a drawing');
    const words = wordsOfDrawing(svg);
    if (words.length > 0) this.pieces.push('<svg>', escapeText(words.join(' ')), '</svg>');
  }
}

function* ancestorsOf(element: XmlElement | null): Generator<XmlElement> {
  for (let at = element?.parent ?? null; at !== null; at = at.parent) yield at;
}

/** Where a page of the printed book begins (EPUB 3.3, 7.3): its number is no word of the text. */
function isPageBreak(element: XmlElement): boolean {
  return /\bpagebreak\b/u.test(typeOf(element)) || attribute(element, 'role') === 'doc-pagebreak';
}

/** calibre's rows of links, and its line that says where an article was found. */
function isWay(element: XmlElement): boolean {
  if (/\bcalibre_navbar\d*\b/u.test(element.attributes.class ?? '')) return true;
  return element.name === 'p' && linkToSource(element) !== null;
}

/** The link by which calibre says where on the web it found an article. */
export function linkToSource(element: XmlElement): XmlElement | null {
  const links = [...elementsOf(element)].filter(({ name }) => name === 'a');
  return links.find((link) => attribute(link, 'rel') === 'calibre-downloaded-from') ?? null;
}

/** A number or a sign that leads to a note; a word that does is one of the sentence. */
function isNoteMark(element: XmlElement): boolean {
  return /\bnoteref\b/u.test(typeOf(element)) && !/\p{L}{3}/u.test(textOf(element));
}

/** What EPUB calls an element, and what assistive technology does. */
export function typeOf(element: XmlElement): string {
  return `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''}`.trim();
}

/** The lines of words in a drawing (SVG 2, 11). */
export function wordsOfDrawing(svg: XmlElement): string[] {
  return [...descendants(svg)].flatMap((element) => {
    const words = element.name === 'text' ? folded(textOf(element)) : null;
    return words === null ? [] : [words];
  });
}

/** The body of a document; a drawing that is a document of its own has none. */
export function bodyOf(root: XmlElement): XmlElement {
  return childNamed(root, 'body') ?? childNamed(root, 'book') ?? root;
}

import { attribute, childNamed, childrenNamed, descendants, elementsOf, textOf } from '../xml/find.ts';
import { escapeAttribute, escapeText } from '../xml/markup.ts';
import type { XmlElement } from '../xml/tree.ts';

/** What of a package the words refer to. */
export interface DocxParts {
  /** Targets by relationship id: addresses of links, paths of pictures. */
  readonly targets: ReadonlyMap<string, string>;
  /** For each paragraph style the level of heading that it is, 1 to 9. */
  readonly headings: ReadonlyMap<string, number>;
  /** Numberings ("numId:level") that count; the others are bullets. */
  readonly ordered: ReadonlySet<string>;
  readonly notes: ReadonlyMap<string, XmlElement>;
}

export interface DocxMarkup {
  readonly markup: string;
  /** Passages that somebody deleted while changes were recorded. */
  readonly deleted: readonly string[];
}

/** WordprocessingML (ECMA-376, part 1, 17) as HTML: what is shown once all recorded changes are accepted. */
export function toMarkup(body: XmlElement, parts: DocxParts): DocxMarkup {
  const writer = new MarkupWriter(parts);
  writer.blocks(body);
  writer.notes();
  return { markup: writer.pieces.join(''), deleted: writer.deleted };
}

class MarkupWriter {
  readonly pieces: string[] = [];
  readonly deleted: string[] = [];
  readonly #parts: DocxParts;
  readonly #noted: string[] = [];
  /** Open lists, outermost first: `ol` or `ul`. */
  #lists: ('ol' | 'ul')[] = [];

  constructor(parts: DocxParts) {
    this.#parts = parts;
  }

  blocks(container: XmlElement): void {
    for (const element of elementsOf(container)) this.#block(element);
    this.#closeLists(0);
  }

  /** Footnotes and endnotes stand after the text, in the order they are referred to. */
  notes(): void {
    for (const id of this.#noted.splice(0)) {
      const note = this.#parts.notes.get(id);
      if (note !== undefined) this.blocks(note);
    }
  }

  #block(element: XmlElement): void {
    switch (element.name) {
      case 'p':
        this.#paragraph(element);
        return;
      case 'tbl':
        this.#closeLists(0);
        this.#table(element);
        return;
      case 'sdt':
      case 'sdtcontent':
      case 'customxml':
      case 'ins':
      case 'moveto':
        for (const child of elementsOf(element)) this.#block(child);
        return;
      default:
        return;
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const properties = childNamed(paragraph, 'ppr');
    const inline = this.#inline(paragraph);
    if (inline.trim() === '') return;
    const style = valueAt(properties, 'pstyle');
    const outline = Number(valueAt(properties, 'outlinelvl') ?? Number.NaN) + 1;
    const heading =
      (style === null ? undefined : this.#parts.headings.get(style)) ??
      (outline >= 1 && outline <= 9 ? outline : undefined);
    const numbering = properties === null ? null : childNamed(properties, 'numpr');
    const numberId = valueAt(numbering, 'numid');
    if (heading !== undefined) {
      this.#closeLists(0);
      this.pieces.push(`<h${Math.min(6, heading)}>${inline}</h${Math.min(6, heading)}>`);
    } else if (numberId !== null && numberId !== '0') {
      const level = Math.min(8, Number(valueAt(numbering, 'ilvl') ?? 0) || 0);
      this.#item(inline, level, this.#parts.ordered.has(`${numberId}:${level}`) ? 'ol' : 'ul');
    } else {
      this.#closeLists(0);
      const isQuote = style !== null && /quote|zitat|citation/iu.test(style);
      this.pieces.push(isQuote ? `<blockquote><p>${inline}</p></blockquote>` : `<p>${inline}</p>`);
    }
  }

  #item(inline: string, level: number, kind: 'ol' | 'ul'): void {
    this.#closeLists(level + 1);
    while (this.#lists.length <= level) {
      this.#lists.push(kind);
      this.pieces.push(`<${kind}>`);
    }
    this.pieces.push(`<li>${inline}</li>`);
  }

  #closeLists(left: number): void {
    while (this.#lists.length > left) this.pieces.push(`</${this.#lists.pop()}>`);
  }

  #table(table: XmlElement): void {
    this.pieces.push('<table>');
    for (const row of childrenNamed(table, 'tr')) {
      const cellName = childNamed(childNamed(row, 'trpr') ?? row, 'tblheader') === null ? 'td' : 'th';
      this.pieces.push('<tr>');
      for (const cell of childrenNamed(row, 'tc')) {
        this.pieces.push(`<${cellName}>`);
        const lists = this.#lists;
        this.#lists = [];
        this.blocks(cell);
        this.#lists = lists;
        this.pieces.push(`</${cellName}>`);
      }
      this.pieces.push('</tr>');
    }
    this.pieces.push('</table>');
  }

  #inline(container: XmlElement): string {
    return [...elementsOf(container)].map((element) => this.#inlineElement(element)).join('');
  }

  #inlineElement(element: XmlElement): string {
    switch (element.name) {
      case 'r':
        return this.#run(element);
      case 'hyperlink': {
        const target = this.#parts.targets.get(attribute(element, 'r:id') ?? '');
        const inside = this.#inline(element);
        return target === undefined ? inside : `<a href="${escapeAttribute(target)}">${inside}</a>`;
      }
      case 'del':
      case 'movefrom': {
        const words = [...descendants(element)]
          .filter(({ name }) => name === 'deltext' || name === 't')
          .map(textOf)
          .join('');
        if (words.trim() !== '') this.deleted.push(words);
        return '';
      }
      case 'ins':
      case 'moveto':
      case 'smarttag':
      case 'fldsimple':
      case 'sdt':
      case 'sdtcontent':
      case 'customxml':
        return this.#inline(element);
      default:
        return '';
    }
  }

  #run(run: XmlElement): string {
    const properties = childNamed(run, 'rpr');
    if (isOn(properties, 'vanish')) return '';
    const words = [...elementsOf(run)].map((element) => this.#piece(element)).join('');
    if (words === '') return '';
    const strong = isOn(properties, 'b') ? `<strong>${words}</strong>` : words;
    return isOn(properties, 'i') ? `<em>${strong}</em>` : strong;
  }

  #piece(element: XmlElement): string {
    switch (element.name) {
      case 't':
        return escapeText(textOf(element));
      case 'tab':
        return ' ';
      case 'br':
      case 'cr':
        return '<br>';
      case 'nobreakhyphen':
        return '\u2011';
      case 'footnotereference':
      case 'endnotereference': {
        const id = `${element.name.slice(0, -'reference'.length)}:${attribute(element, 'w:id') ?? ''}`;
        this.#noted.push(id);
        return '';
      }
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#picture(element);
      case 'alternatecontent': {
        const choice = childNamed(element, 'choice') ?? childNamed(element, 'fallback');
        return choice === null ? '' : [...elementsOf(choice)].map((child) => this.#piece(child)).join('');
      }
      default:
        return '';
    }
  }

  /** A picture, and the words of a text box in their place. */
  #picture(drawing: XmlElement): string {
    let alternative = '';
    const pieces: string[] = [];
    for (const element of descendants(drawing)) {
      if (element.name === 'docpr') alternative = attribute(element, 'descr') ?? '';
      const id =
        element.name === 'blip'
          ? attribute(element, 'r:embed')
          : element.name === 'imagedata'
            ? attribute(element, 'r:id')
            : null;
      const target = id === null ? undefined : this.#parts.targets.get(id);
      if (target !== undefined)
        pieces.push(`<img src="${escapeAttribute(target)}" alt="${escapeAttribute(alternative)}" width="600">`);
      if (element.name === 'txbxcontent')
        pieces.push(...childrenNamed(element, 'p').map((paragraph) => `<br>${this.#inline(paragraph)}<br>`));
    }
    return pieces.join('');
  }
}

function valueAt(properties: XmlElement | null, name: string): string | null {
  return properties === null ? null : attribute(childNamed(properties, name), 'w:val');
}

/** A property is on when it is there and its value doesn't say otherwise (17.17.4). */
function isOn(properties: XmlElement | null, name: string): boolean {
  const property = properties === null ? null : childNamed(properties, name);
  return property !== null && !/^(?:0|false|off|none)$/iu.test(attribute(property, 'w:val') ?? '');
}

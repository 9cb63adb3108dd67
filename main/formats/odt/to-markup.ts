import type { RemovalLogEntry } from '../../contract/index.ts';
import { attribute, childrenNamed, descendants, elementsOf, wordsIn } from '../xml/find.ts';
import { escapeAttribute, escapeText } from '../xml/markup.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';

/** OpenDocument's text (1.3, part 3, 5) as HTML: what is shown, without passages whose deletion is recorded. */
export function toMarkup(
  root: XmlElement,
  body: XmlElement,
): { readonly markup: string; readonly removals: readonly RemovalLogEntry[] } {
  const writer = new MarkupWriter(stylesOf(root), orderedLists(root));
  writer.blocks(body, 0);
  return { markup: [...writer.pieces, ...writer.notes].join(''), removals: writer.removals };
}

interface TextStyle {
  readonly strong: boolean;
  readonly emphasis: boolean;
}

function stylesOf(root: XmlElement): ReadonlyMap<string, TextStyle> {
  const styles = new Map<string, TextStyle>();
  for (const style of descendants(root)) {
    if (style.name !== 'style' || attribute(style, 'style:family') !== 'text') continue;
    const [properties] = childrenNamed(style, 'text-properties');
    styles.set(attribute(style, 'style:name') ?? '', {
      strong: /^(?:bold|[6-9]00)$/u.test(attribute(properties ?? null, 'fo:font-weight') ?? ''),
      emphasis: /^(?:italic|oblique)$/u.test(attribute(properties ?? null, 'fo:font-style') ?? ''),
    });
  }
  return styles;
}

/** List styles whose first level counts. */
function orderedLists(root: XmlElement): ReadonlySet<string> {
  const ordered = new Set<string>();
  for (const style of descendants(root))
    if (style.name === 'list-style' && childrenNamed(style, 'list-level-style-number').length > 0)
      ordered.add(attribute(style, 'style:name') ?? '');
  return ordered;
}

/** Deeper lists are made to be slow. */
const deepestList = 8;

class MarkupWriter {
  readonly pieces: string[] = [];
  readonly notes: string[] = [];
  readonly removals: RemovalLogEntry[] = [];
  readonly #styles: ReadonlyMap<string, TextStyle>;
  readonly #ordered: ReadonlySet<string>;

  constructor(styles: ReadonlyMap<string, TextStyle>, ordered: ReadonlySet<string>) {
    this.#styles = styles;
    this.#ordered = ordered;
  }

  blocks(container: XmlElement, depth: number): void {
    for (const element of elementsOf(container)) this.#block(element, depth);
  }

  #block(element: XmlElement, depth: number): void {
    switch (element.name) {
      case 'h': {
        const level = Math.min(6, Math.max(1, Number(attribute(element, 'text:outline-level') ?? 1) || 1));
        this.pieces.push(`<h${level}>${this.#inline(element.children)}</h${level}>`);
        return;
      }
      case 'p': {
        const style = attribute(element, 'text:style-name') ?? '';
        const words = this.#inline(element.children);
        const isTitle = /^(?:title|titel|titre)$/iu.test(style);
        const isQuote = /quot|zitat/iu.test(style);
        this.pieces.push(
          isTitle ? `<h1>${words}</h1>` : isQuote ? `<blockquote><p>${words}</p></blockquote>` : `<p>${words}</p>`,
        );
        return;
      }
      case 'list': {
        const name = this.#ordered.has(attribute(element, 'text:style-name') ?? '') ? 'ol' : 'ul';
        if (depth >= deepestList) {
          this.blocks(element, depth);
          return;
        }
        this.pieces.push(`<${name}>`);
        for (const item of elementsOf(element)) {
          this.pieces.push('<li>');
          this.blocks(item, depth + 1);
          this.pieces.push('</li>');
        }
        this.pieces.push(`</${name}>`);
        return;
      }
      case 'table':
        this.#table(element);
        return;
      case 'section':
      case 'index-body':
      case 'numbered-paragraph':
        this.blocks(element, depth);
        return;
      case 'tracked-changes':
        for (const change of descendants(element))
          if (change.name === 'deletion') this.#log(change, 'changes', 'It was deleted while changes were recorded.');
        return;
      case 'frame':
        this.pieces.push(`<p>${this.#frame(element)}</p>`);
        return;
      default:
        return;
    }
  }

  #table(table: XmlElement): void {
    this.pieces.push('<table>');
    for (const row of descendants(table)) {
      if (row.name !== 'table-row') continue;
      const cell = row.parent?.name === 'table-header-rows' ? 'th' : 'td';
      this.pieces.push('<tr>');
      for (const one of childrenNamed(row, 'table-cell')) {
        this.pieces.push(`<${cell}>`);
        this.blocks(one, 0);
        this.pieces.push(`</${cell}>`);
      }
      this.pieces.push('</tr>');
    }
    this.pieces.push('</table>');
  }

  #inline(nodes: readonly XmlNode[]): string {
    return nodes.map((node) => (node.kind === 'text' ? escapeText(node.text) : this.#inlineElement(node))).join('');
  }

  #inlineElement(element: XmlElement): string {
    const inside = () => this.#inline(element.children);
    switch (element.name) {
      case 'span': {
        const style = this.#styles.get(attribute(element, 'text:style-name') ?? '');
        const words = style?.strong === true ? `<strong>${inside()}</strong>` : inside();
        return style?.emphasis === true ? `<em>${words}</em>` : words;
      }
      case 'a':
        return `<a href="${escapeAttribute(attribute(element, 'xlink:href') ?? '')}">${inside()}</a>`;
      case 's':
      case 'tab':
        return ' ';
      case 'line-break':
        return '<br>';
      case 'note': {
        const [body] = childrenNamed(element, 'note-body');
        if (body !== undefined)
          this.notes.push(...childrenNamed(body, 'p').map((note) => `<p>${this.#inline(note.children)}</p>`));
        return '';
      }
      case 'annotation':
        this.#log(element, 'comments', 'It is a comment beside the text.');
        return '';
      case 'frame':
        return this.#frame(element);
      case 'annotation-end':
      case 'ruby-text':
        return '';
      default:
        return inside();
    }
  }

  /** A picture, or the words of a text box in their place. */
  #frame(frame: XmlElement): string {
    const alternative = wordsIn(childrenNamed(frame, 'desc')[0] ?? childrenNamed(frame, 'title')[0] ?? null) ?? '';
    const [image] = childrenNamed(frame, 'image');
    const [box] = childrenNamed(frame, 'text-box');
    if (image !== undefined)
      return `<img src="${escapeAttribute(attribute(image, 'xlink:href') ?? '')}" alt="${escapeAttribute(alternative)}" width="600">`;
    return box === undefined
      ? ''
      : childrenNamed(box, 'p')
          .map((one) => `<br>${this.#inline(one.children)}<br>`)
          .join('');
  }

  #log(element: XmlElement, step: string, reason: string): void {
    const text = wordsIn(element);
    if (text !== null) this.removals.push({ step, reason, text: text.slice(0, 2000) });
  }
}

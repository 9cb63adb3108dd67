import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cleanText } from './characters.ts';

/**
 * What a tagged PDF says its text is (ISO 32000-2, 14.8). Browsers and word processors write such
 * tags, so that a printed page still knows its headings, lists and links.
 */

/** Parts of a document that say something about what stands in them. */
export type TaggedSection = 'article' | 'aside' | 'form' | 'navigation' | 'figure' | 'note';

export interface TaggedElement {
  /** Text with the same number belongs to one block. Null for text in nothing but containers. */
  readonly block: number | null;
  readonly kind: 'loose' | 'paragraph' | 'heading' | 'item' | 'label' | 'cell' | 'caption';
  /** Of a heading, 1 to 6. */
  readonly level: number;
  /** How many lists an item stands in, from 0. */
  readonly depth: number;
  readonly list: number | null;
  readonly quotation: number | null;
  readonly table: { readonly table: number; readonly row: number; readonly header: boolean } | null;
  readonly sections: ReadonlySet<TaggedSection>;
}

export type TaggedContent =
  /** Not part of the document's text: a running head, a page number, a line. */
  { readonly kind: 'artifact' } | { readonly kind: 'element'; readonly element: TaggedElement; readonly order: number };

export interface TaggedFigure {
  readonly alternative: string;
  /** Where it stands among the page's content. */
  readonly order: number;
}

export interface PageStructure {
  contentOf(id: string): TaggedContent | null;
  readonly figures: readonly TaggedFigure[];
}

type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;
type Child = Tree['children'][number];
type Node = Extract<Child, { role: string }>;

/** Deeper elements are read as if they stood here. */
const deepest = 120;

const nothing: TaggedElement = {
  block: null,
  kind: 'loose',
  level: 0,
  depth: -1,
  list: null,
  quotation: null,
  table: null,
  sections: new Set(),
};

const sections: Readonly<Record<string, TaggedSection>> = {
  Art: 'article',
  Aside: 'aside',
  Form: 'form',
  TOC: 'navigation',
  Index: 'navigation',
  Figure: 'figure',
  Note: 'note',
  FENote: 'note',
};

/** Numbers the blocks of a whole document, so that a number means one block on whatever page. */
export class StructureReader {
  #next = 1;

  read(tree: Tree | null): PageStructure {
    const contents = new Map<string, TaggedContent>();
    const figures: TaggedFigure[] = [];
    let order = 0;
    const visit = (node: Node, outer: TaggedElement, depth: number): void => {
      const element = this.#inside(node, outer);
      // pdf.js gives the alternative text, though its types don't say so.
      if (node.role === 'Figure' && 'alt' in node && typeof node.alt === 'string' && node.alt.trim() !== '')
        figures.push({ alternative: cleanText(node.alt).trim(), order });
      for (const child of node.children) {
        if ('role' in child) {
          if (depth < deepest) visit(child, element, depth + 1);
        } else if (child.type === 'content') {
          contents.set(child.id, { kind: 'element', element, order });
          order += 1;
        }
      }
    };
    if (tree !== null) visit(tree, nothing, 0);
    return { contentOf: (id) => contents.get(id) ?? null, figures };
  }

  #inside(node: Node, outer: TaggedElement): TaggedElement {
    const { role } = node;
    const section = sections[role];
    if (section !== undefined) {
      const inner = { ...outer, sections: new Set([...outer.sections, section]) };
      return section === 'note' && outer.block === null ? { ...inner, kind: 'paragraph', block: this.#next++ } : inner;
    }
    const heading = /^H([1-6])?$/u.exec(role);
    if (heading !== null) return this.#block(outer, 'heading', { level: Number(heading[1] ?? 2) });
    switch (role) {
      case 'Title':
        return this.#block(outer, 'heading', { level: 1 });
      case 'P':
        return this.#block(outer, 'paragraph', {});
      case 'Caption':
        return { ...outer, kind: 'caption', block: this.#next++ };
      case 'L':
        return { ...outer, list: this.#next++, depth: outer.depth + 1, block: null, kind: 'loose' };
      case 'LI':
      case 'TOCI':
        return { ...outer, kind: 'item', block: this.#next++ };
      case 'Lbl':
        return outer.kind === 'item' ? { ...outer, kind: 'label' } : outer;
      case 'BlockQuote':
        return outer.quotation === null ? { ...outer, quotation: this.#next++ } : outer;
      case 'Table':
        return { ...outer, table: { table: this.#next++, row: 0, header: false }, block: null, kind: 'loose' };
      case 'TR':
        return outer.table === null ? outer : { ...outer, table: { ...outer.table, row: this.#next++ } };
      case 'TH':
      case 'TD':
        return outer.table === null
          ? outer
          : { ...outer, kind: 'cell', block: this.#next++, table: { ...outer.table, header: role === 'TH' } };
      default:
        return outer;
    }
  }

  /** What stands in an item or a cell belongs to it, whatever it is on its own. */
  #block(outer: TaggedElement, kind: 'heading' | 'paragraph', rest: { readonly level?: number }): TaggedElement {
    if (outer.kind === 'cell' || outer.kind === 'caption' || outer.kind === 'label') return outer;
    if (outer.kind === 'item' && kind === 'paragraph') return outer;
    return { ...outer, kind, block: this.#next++, ...rest };
  }
}

import type { InlineText } from '../../../../contract/index.ts';
import { InlineBuilder } from '../../../shared/html/inline.ts';
import type { HtmlElement, HtmlNode } from '../../../shared/html/tree.ts';
import type { BlockContext, ReadRun } from './block-context.ts';
import { type Draft, makeDraft } from './draft.ts';
import { readFigure, readImage } from './figures.ts';
import { holdsBlocks, inlineElements } from './measure.ts';
import { readTable } from './tables.ts';

/** Turns the part of the page that holds the article into drafts of blocks, in reading order. */
export function readBlocks(root: HtmlElement, context: BlockContext): Draft[] {
  const reader = new BlockReader(context);
  reader.readInto(root);
  return reader.finish();
}

/** An element's text as plain runs, whatever blocks it holds. */
export function readRuns(root: HtmlElement, context: BlockContext): ReadRun[] {
  return runsOfDrafts(readBlocks(root, context));
}

function runsOfDrafts(drafts: readonly Draft[]): ReadRun[] {
  const runs: ReadRun[] = [];
  for (const draft of drafts) {
    const { content } = draft;
    const linked = draft.linkDensity * draft.length;
    if (content.kind === 'paragraph' || content.kind === 'heading') runs.push({ content: content.content, linked });
    else if (content.kind === 'list')
      for (const item of content.items) runs.push({ content: item.content, linked: linked / content.items.length });
    else if (content.kind === 'quotation')
      for (const paragraph of content.paragraphs) runs.push({ content: paragraph, linked: 0 });
    else if (content.kind === 'preformatted')
      runs.push({ content: { text: content.text.trim(), marks: [] }, linked: 0 });
    else if (content.kind === 'table')
      for (const row of content.rows)
        for (const cell of row.cells) if (cell.text !== '') runs.push({ content: cell, linked: 0 });
  }
  return runs;
}

const marksOf: ReadonlyMap<string, 'emphasis' | 'strong' | 'code'> = new Map([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
]);

class BlockReader {
  readonly #context: BlockContext;
  readonly #drafts: Draft[] = [];
  readonly #line = new InlineBuilder();
  /** Consecutive line breaks since the last word: two of them end a paragraph. */
  #breaks = 0;
  #lineElement: HtmlElement | null = null;
  #linePlace = 0;

  constructor(context: BlockContext) {
    this.#context = context;
  }

  finish(): Draft[] {
    return this.#drafts;
  }

  readInto(element: HtmlElement): void {
    this.#children(element);
    this.#endLine();
  }

  #children(element: HtmlElement): void {
    for (const child of element.children) this.#node(child, element);
  }

  #node(node: HtmlNode, parent: HtmlElement): void {
    this.#context.budget.left -= 1;
    if (node.kind === 'text') {
      if (node.text.trim() !== '') {
        this.#breaks = 0;
        if (this.#lineElement === null) this.#linePlace = Math.max(parent.order, this.#context.met.order);
        this.#lineElement ??= parent;
      }
      this.#line.append(node.text);
      return;
    }
    this.#context.met.order = node.order;
    if (this.#context.isRemoved(node)) {
      if (this.#context.partsLines(node)) this.#endLine();
      return;
    }
    if (node.name === 'br') {
      this.#break();
      return;
    }
    if (node.name === 'img' || node.name === 'amp-img' || node.name === 'picture') {
      const image = node.name === 'picture' ? readFigure(node, this.#context) : readImage(node, this.#context);
      if (image !== null) this.#drafts.push(image);
      return;
    }
    if (inlineElements.has(node.name)) this.#inline(node);
    else this.#block(node);
  }

  #break(): void {
    this.#breaks += 1;
    if (this.#breaks >= 2) this.#endLine();
    else this.#line.lineBreak();
  }

  #inline(element: HtmlElement): void {
    const kind = marksOf.get(element.name);
    if (kind !== undefined) this.#line.openMark(kind);
    else if (element.name === 'a') this.#line.openMark('link', this.#context.link(element.attributes.href ?? '') ?? '');
    this.#children(element);
    if (kind !== undefined || element.name === 'a') this.#line.closeMark();
  }

  #endLine(): void {
    const { content, linked } = this.#line.take();
    this.#breaks = 0;
    const element = this.#lineElement;
    this.#lineElement = null;
    if (content.text === '' || element === null) return;
    this.#drafts.push(makeDraft({ kind: 'paragraph', content }, element, linked, this.#linePlace));
  }

  #block(element: HtmlElement): void {
    this.#endLine();
    if (this.#context.budget.left > 0 && this.#special(element)) return;
    this.#children(element);
    this.#endLine();
  }

  /** True when the element became a block of its own kind. */
  #special(element: HtmlElement): boolean {
    switch (element.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#heading(element);
      case 'hr':
        this.#drafts.push(makeDraft({ kind: 'rule' }, element, 0));
        return true;
      case 'pre':
        return this.#preformatted(element);
      case 'blockquote':
        return this.#quotation(element);
      case 'ul':
      case 'ol':
      case 'dl':
        return this.#list(element);
      case 'table': {
        const table = readTable(element, this.#context);
        if (table === null) return false;
        this.#drafts.push(table);
        return true;
      }
      case 'figure': {
        const figure = readFigure(element, this.#context);
        if (figure === null) return false;
        this.#drafts.push(figure);
        return true;
      }
      default:
        return false;
    }
  }

  #heading(element: HtmlElement): boolean {
    if (holdsBlocks(element)) return false;
    const runs = this.#oneRun(element);
    if (runs.content.text === '') return true;
    const number = Number(element.name.slice(1));
    const level = number <= 2 ? 2 : number === 3 ? 3 : number === 4 ? 4 : number === 5 ? 5 : 6;
    this.#drafts.push(makeDraft({ kind: 'heading', level, content: runs.content }, element, runs.linked));
    return true;
  }

  /** All of an element's text as one run; images inside it become blocks before it. */
  #oneRun(element: HtmlElement): { content: InlineText; linked: number } {
    this.#children(element);
    return this.#line.take();
  }

  #preformatted(element: HtmlElement): boolean {
    const text = preformattedText(element, this.#context).replace(/^\n+|\s+$/gu, '');
    if (text !== '') this.#drafts.push(makeDraft({ kind: 'preformatted', text }, element, 0));
    return true;
  }

  #quotation(element: HtmlElement): boolean {
    const { measures, prose } = this.#context;
    if ((measures.prose[element.order] ?? 0) > prose * 0.5) return false;
    const inner = readBlocks(element, this.#context);
    if (inner.some((draft) => draft.content.kind === 'table' || draft.content.kind === 'figure')) {
      // A box that is called a quotation. What was read is kept: reading twice would double at each level.
      this.#drafts.push(...inner);
      return true;
    }
    const runs = runsOfDrafts(inner);
    if (runs.length === 0) return true;
    const paragraphs = runs.map((run) => run.content);
    const last = paragraphs[paragraphs.length - 1];
    const names = last !== undefined && paragraphs.length > 1 && isAttribution(last, element);
    const linked = runs.reduce((sum, run) => sum + run.linked, 0);
    this.#drafts.push(
      makeDraft(
        {
          kind: 'quotation',
          paragraphs: names ? paragraphs.slice(0, -1) : paragraphs,
          attribution: names ? last : null,
        },
        element,
        linked,
      ),
    );
    return true;
  }

  #list(element: HtmlElement): boolean {
    const items: { depth: number; content: InlineText }[] = [];
    const read: Draft[] = [];
    let linked = 0;
    let isLayout = false;
    const visit = (list: HtmlElement, depth: number): void => {
      for (const child of list.children) {
        if (child.kind === 'text' || this.#context.isRemoved(child)) continue;
        if (listElements.has(child.name)) {
          visit(child, depth + 1);
          continue;
        }
        // A group of a description list is a bare box.
        if (child.name === 'div' && list.name === 'dl') {
          visit(child, depth);
          continue;
        }
        const inner = new BlockReader(this.#context);
        const nested: HtmlElement[] = [];
        for (const part of child.children) {
          if (part.kind === 'element' && listElements.has(part.name)) nested.push(part);
          else inner.#node(part, child);
        }
        inner.#endLine();
        const drafts = inner.finish();
        read.push(...drafts);
        if (isLayoutItem(drafts)) isLayout = true;
        for (const draft of drafts) {
          if (draft.content.kind !== 'paragraph' && draft.content.kind !== 'heading') continue;
          linked += draft.linkDensity * draft.length;
          items.push({ depth: depth + (child.name === 'dd' ? 1 : 0), content: draft.content.content });
        }
        for (const part of nested) if (!this.#context.isRemoved(part)) visit(part, depth + 1);
      }
    };
    visit(element, 0);
    if (isLayout) {
      this.#drafts.push(...read);
      return true;
    }
    if (items.length > 0)
      this.#drafts.push(makeDraft({ kind: 'list', ordered: element.name === 'ol', items }, element, linked));
    return true;
  }
}

const listElements = new Set(['ul', 'ol', 'dl']);

/** A list item that holds several paragraphs, an image with text or a table is a box in a page's layout. */
function isLayoutItem(drafts: readonly Draft[]): boolean {
  let paragraphs = 0;
  let headings = 0;
  for (const draft of drafts) {
    if (draft.content.kind === 'paragraph') paragraphs += 1;
    else if (draft.content.kind === 'heading') headings += 1;
    else if (draft.content.kind !== 'rule') return true;
  }
  return paragraphs > 2 || (headings > 0 && paragraphs > 0);
}

function isAttribution(last: InlineText, quotation: HtmlElement): boolean {
  if (last.text.length > 160) return false;
  if (/^\s*[—–―-]\s*\p{L}/u.test(last.text)) return true;
  const end = quotation.children.findLast((child) => child.kind === 'element');
  if (end === undefined) return false;
  return end.name === 'footer' || end.name === 'cite' || end.name === 'figcaption';
}

function preformattedText(element: HtmlElement, context: BlockContext): string {
  let text = '';
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text;
    else if (child.name === 'br') text += '\n';
    else if (!context.isRemoved(child)) {
      text += preformattedText(child, context);
      if (!inlineElements.has(child.name) && !text.endsWith('\n')) text += '\n';
    }
  }
  return text;
}

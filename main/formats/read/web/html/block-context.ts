import type { InlineText } from '../../../../contract/index.ts';
import type { HtmlElement } from '../../../shared/html/tree.ts';
import type { Measures } from './measure.ts';

export interface ReadRun {
  readonly content: InlineText;
  /** How many of its letters stand under links. */
  readonly linked: number;
}

/** What the block builder asks about the page. */
export interface BlockContext {
  readonly measures: Measures;
  isRemoved(element: HtmlElement): boolean;
  /** Whether a removed element ends the line it stands in: it held words that the page shows. */
  partsLines(element: HtmlElement): boolean;
  /** An address made absolute, or null where it may not be followed. */
  link(href: string): string | null;
  /** Letters of prose in the part that is read: a quotation that holds most of them is no quotation. */
  readonly prose: number;
  /**
   * Nodes that may still be read. A list or table that turns out to be layout is read a second time
   * as a box; nested deeply on purpose that would double at each level, so it ends with the budget.
   */
  readonly budget: { left: number };
  /** The order of the element that was met last: where loose text stands. */
  readonly met: { order: number };
  /** An element's text as plain runs: the paragraphs of a quotation, the lines of a cell. */
  readRuns(element: HtmlElement): ReadRun[];
}

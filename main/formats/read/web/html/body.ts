import type { HtmlElement, HtmlPage } from '../../../shared/html/tree.ts';
import type { BlockContext } from './block-context.ts';
import { readBlocks, readRuns } from './blocks.ts';
import { cleanDrafts } from './clean.ts';
import { type Draft, draftText, withRisingPlaces } from './draft.ts';
import type { BodyHints } from './hints.ts';
import { findLead } from './lead.ts';
import { type Measures, wordlessElements } from './measure.ts';
import { logOutside } from './outside.ts';
import { isArticleNamed, type Pruned, prune } from './prune.ts';
import { RemovalLog } from './removal-log.ts';

export interface Body {
  readonly drafts: readonly Draft[];
  readonly root: HtmlElement;
  readonly log: RemovalLog;
  /** Reads a part that was left out. */
  readonly readPart: (part: HtmlElement) => readonly Draft[];
  /** Letters of prose that an element holds, whether or not it was left out. */
  readonly proseIn: (element: HtmlElement) => number;
}

/** With less prose than this the page's own hiding is mistrusted. */
const littleProse = 250;

/** Finds the article in a page and reads it as drafts of blocks. */
export function readBody(page: HtmlPage, hints: BodyHints): Body {
  const first = attempt(page, hints, false);
  if (textLength(first.drafts) >= littleProse) return first;
  const second = attempt(page, hints, true);
  return textLength(second.drafts) > textLength(first.drafts) * 2 ? second : first;
}

function attempt(page: HtmlPage, hints: BodyHints, hiddenToo: boolean): Body {
  const log = new RemovalLog();
  const pruned = prune(page, { hiddenToo }, log);
  const root = findRoot(page, pruned);
  const context: BlockContext = {
    measures: pruned.measures,
    isRemoved: pruned.isRemoved,
    partsLines: pruned.partsLines,
    link: hints.link,
    prose: pruned.measures.prose[root.order] ?? 0,
    budget: { left: page.elements.length * 6 + 10_000 },
    met: { order: 0 },
    readRuns: (element) => readRuns(element, context),
  };
  const lead = findLead(page, root, hints.title, pruned);
  const parts = [...lead, root];
  const drafts = cleanDrafts(withRisingPlaces(parts.flatMap((part) => readBlocks(part, context))), hints, log);
  logOutside(page.root, parts, pruned.isRemoved, log);
  return { drafts, root, log, readPart: partReader(context), proseIn: (part) => pruned.before.prose[part.order] ?? 0 };
}

/**
 * Reads a part that was left out with all its words, those of menus and buttons too: they must stand in
 * the original without a gap when a person puts them back.
 */
export function partReader(context: BlockContext): Body['readPart'] {
  const own: BlockContext = {
    ...context,
    isRemoved: (element) => wordlessElements.has(element.name),
    prose: Number.POSITIVE_INFINITY,
    readRuns: (element) => readRuns(element, own),
  };
  return (part) => readBlocks(part, own);
}

function textLength(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + draft.length, 0);
}

/** The smallest element that holds nearly all of the page's prose that belongs together. */
function findRoot(page: HtmlPage, pruned: Pruned): HtmlElement {
  const { measures } = pruned;
  const whole = measures.prose[0] ?? 0;
  let start = page.root;
  if (whole > 0) {
    // What names itself the article is believed when it holds the larger part of the prose.
    let best = 0;
    for (const element of page.elements) {
      const share = (measures.prose[element.order] ?? 0) / whole;
      if (share < 0.3 || pruned.isRemoved(element)) continue;
      const weight = nameWeight(element) * share;
      if (weight > 0 && weight >= best) {
        best = weight;
        start = element;
      }
    }
  }
  return descend(start, measures, pruned);
}

function nameWeight(element: HtmlElement): number {
  if (/articlebody/iu.test(element.attributes.itemprop ?? '')) return 3;
  if (element.name === 'article') return 1.6;
  if (isArticleNamed(element)) return 1.8;
  if (element.name === 'main' || element.attributes.role === 'main') return 1;
  return 0;
}

/** Share of an element's prose that one child must hold for the search to go on inside it. */
const holdsNearlyAll = 0.85;

function descend(start: HtmlElement, measures: Measures, pruned: Pruned): HtmlElement {
  let at = start;
  for (;;) {
    const prose = measures.prose[at.order] ?? 0;
    let best: HtmlElement | null = null;
    for (const child of at.children) {
      if (child.kind === 'text' || pruned.isRemoved(child)) continue;
      if ((measures.prose[child.order] ?? 0) > (best === null ? 0 : (measures.prose[best.order] ?? 0))) best = child;
    }
    if (best === null || (measures.prose[best.order] ?? 0) < prose * holdsNearlyAll) return at;
    if (leafNames.test(best.name)) return at;
    if (hasOwnParagraphs(at, best, measures, pruned)) return at;
    at = best;
  }
}

const leafNames = /^(?:p|li|td|tr|blockquote|ul|ol|tbody|h\d|pre)$/u;

/** True when paragraphs of an element stand beside the child that holds most of its prose. */
function hasOwnParagraphs(element: HtmlElement, best: HtmlElement, measures: Measures, pruned: Pruned): boolean {
  return element.children.some((child) => {
    if (child.kind === 'text' || child === best || pruned.isRemoved(child)) return false;
    const prose = measures.prose[child.order] ?? 0;
    if (prose === 0) return false;
    const text = measures.text[child.order] ?? 0;
    const linked = measures.linked[child.order] ?? 0;
    return linked < text * 0.2 && (child.name === 'p' || child.name === 'blockquote' || prose > text * 0.8);
  });
}

/** The words of a body's drafts, for what looks into them. */
export function bodyText(drafts: readonly Draft[]): string {
  return drafts.map(draftText).join('\n');
}

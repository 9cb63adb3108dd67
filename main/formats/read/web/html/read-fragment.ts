import type { Block, LeftOutPlace, RemovalLogEntry } from '../../../../contract/index.ts';
import { markFurniture } from '../../../../reading/document/furniture.ts';
import type { CapturedImage } from '../../../format.ts';
import { Addresses } from '../../../shared/html/addresses.ts';
import { ImageCollector, type ResourceFinder } from '../../../shared/html/images.ts';
import { type HtmlElement, parsePage } from '../../../shared/html/tree.ts';
import type { BlockContext } from './block-context.ts';
import { readBlocks, readRuns } from './blocks.ts';
import { partReader } from './body.ts';
import { withRisingPlaces } from './draft.ts';
import { leftOutBlocks } from './left-out-blocks.ts';
import { measurePage, unreadElements } from './measure.ts';
import { isHidden } from './prune.ts';
import { placeImages } from './read-page.ts';

/** Markup that is an article already: a feed's item, a chapter, a letter, what a reading service kept. */
export interface FragmentInput {
  readonly markup: string;
  /** What its relative addresses are relative to, or null. */
  readonly address: string | null;
  readonly resource: ResourceFinder;
  readonly signal: AbortSignal;
}

export interface Fragment {
  readonly blocks: readonly Block[];
  readonly images: readonly CapturedImage[];
  /** What stands inside its sentences unseen, to the letter: the verbatim check passes over nothing else. */
  readonly removals: readonly RemovalLogEntry[];
  /** True when it has more elements than are read, so that its end is missing. */
  readonly truncated: boolean;
}

/** Reads all of some markup as blocks: nothing in it is taken for a page's surroundings, though furniture is told. */
export async function readFragment(input: FragmentInput): Promise<Fragment> {
  const page = parsePage(input.markup);
  input.signal.throwIfAborted();
  const baseHref = page.elements.find((element) => element.name === 'base')?.attributes.href ?? null;
  const addresses = Addresses.of(input.address, baseHref);
  const isRemoved: BlockContext['isRemoved'] = (element) => unreadElements.has(element.name) || isHidden(element);
  const measures = measurePage(page, isRemoved);
  const context: BlockContext = {
    measures,
    isRemoved,
    partsLines: () => false,
    link: (href) => addresses.link(href),
    // A fragment may be one quotation from its first word to its last.
    prose: Number.POSITIVE_INFINITY,
    budget: { left: page.elements.length * 6 + 10_000 },
    met: { order: 0 },
    readRuns: (element) => readRuns(element, context),
  };
  const drafts = withRisingPlaces(readBlocks(page.root, context));
  const collector = new ImageCollector(input.resource, addresses);
  const placed = await placeImages(drafts, collector);
  const readPart = partReader(context);
  return {
    blocks: markFurniture(placed.map(({ block }) => block)),
    images: collector.images,
    removals: hiddenParts(page.root, isRemoved, (part) => ({
      before: placed.filter(({ place }) => place < part.order).length,
      blocks: leftOutBlocks(readPart(part), addresses),
    })),
    truncated: page.truncated,
  };
}

/** More hidden parts than this are a trick, not a fragment; a longer one doesn't stand inside a sentence. */
const mostHidden = 400;
const longestHidden = 2000;

function hiddenParts(
  root: HtmlElement,
  isRemoved: BlockContext['isRemoved'],
  placeOf: (part: HtmlElement) => LeftOutPlace,
): RemovalLogEntry[] {
  const hidden: RemovalLogEntry[] = [];
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text' || hidden.length >= mostHidden) continue;
      if (!isRemoved(child)) visit(child);
      else if (child.name !== 'script' && child.name !== 'style') {
        const text = allText(child).trim();
        if (text === '') continue;
        const entry = { step: 'hidden', reason: 'It is not shown with the text.', text: text.slice(0, longestHidden) };
        const place = text.length > longestHidden ? null : placeOf(child);
        // What makes no block (the words of a list to choose from) still has its line.
        hidden.push(place === null || place.blocks?.length === 0 ? entry : { ...entry, place });
      }
    }
  };
  visit(root);
  return hidden;
}

function allText(element: HtmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text;
    else if (child.name !== 'script' && child.name !== 'style') text += allText(child);
  }
  return text;
}

import type { Block, BlockPurpose } from '../../../../contract/index.ts';
import { runsOf } from '../../../../contract/index.ts';
import type { HtmlElement } from '../../../shared/html/tree.ts';

type Unplaced<B> = B extends Block ? Omit<B, 'role' | 'purpose'> : never;

/** A block before it is decided whether it is body, furniture or nothing, with what decides. */
export interface Draft {
  readonly content: Unplaced<Block>;
  /** The element that the block was made from, or that holds its loose text. */
  readonly element: HtmlElement;
  /** Length of its text in UTF-16 units. */
  readonly length: number;
  /** How much of that stands under links, 0 to 1. */
  readonly linkDensity: number;
  /** What kind of furniture it is, or null for the article's own words. */
  readonly furniture: BlockPurpose | null;
  /** Where it stands among the page's elements: the order of the last one before its words. */
  readonly place: number;
}

/** `place` is the element's own unless loose text follows other elements in it. */
export function makeDraft(
  content: Unplaced<Block>,
  element: HtmlElement,
  linked: number,
  place: number = element.order,
): Draft {
  const length = draftText({ content }).length;
  return {
    content,
    element,
    length,
    linkDensity: length === 0 ? 0 : Math.min(1, linked / length),
    furniture: null,
    place,
  };
}

/** A part of the distance between two elements; pages have far fewer blocks than that. */
const step = 2 ** -24;

/** Drafts in reading order with places that rise strictly, so that what is left out can be told from its neighbours. */
export function withRisingPlaces(drafts: readonly Draft[]): Draft[] {
  let last = 0;
  return drafts.map((draft) => {
    last = Math.max(last + step, draft.place);
    return { ...draft, place: last };
  });
}

/** The words of a draft, runs parted by line breaks. */
export function draftText(draft: Pick<Draft, 'content'>): string {
  const runs = runsOf({ ...draft.content, role: 'body', purpose: null } as Block);
  return runs.length === 1 ? (runs[0]?.content.text ?? '') : runs.map((run) => run.content.text).join('\n');
}

import type { Block, BlockPurpose } from '../../contract/index.ts';
import { runsOf } from '../../contract/index.ts';
import type { HtmlElement } from './tree.ts';

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
}

export function makeDraft(content: Unplaced<Block>, element: HtmlElement, linked: number): Draft {
  const length = draftText({ content }).length;
  return { content, element, length, linkDensity: length === 0 ? 0 : Math.min(1, linked / length), furniture: null };
}

/** The words of a draft, runs parted by line breaks. */
export function draftText(draft: Pick<Draft, 'content'>): string {
  const runs = runsOf({ ...draft.content, role: 'body', purpose: null } as Block);
  return runs.length === 1 ? (runs[0]?.content.text ?? '') : runs.map((run) => run.content.text).join('\n');
}

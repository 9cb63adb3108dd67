import type { ArticleMetadata, Block, FigureBlock } from '../../contract/index.ts';
import { blockKey, isKnowable } from './block-key.ts';
import type { Extraction } from './correct.ts';

/**
 * Pictures that stood beside a page (browsers' `_files` folder) are not in its original. When it is read
 * again they come from the former revision: by the address that both name, by their caption, or by their
 * place between the same blocks. A picture whose neighbours are gone from the article goes with them.
 */
export function carryImages(former: readonly Block[], next: Extraction): Extraction {
  let carried = next;
  for (const [index, block] of former.entries()) {
    if (block.kind !== 'figure' || block.image === null || shows(carried.blocks, block.image)) continue;
    const same = carried.blocks.findIndex((other) => isSameWithoutBytes(block, other));
    if (same >= 0) {
      const { image } = block;
      carried = {
        ...carried,
        blocks: carried.blocks.map((other, at) =>
          at === same && other.kind === 'figure' ? { ...other, image } : other,
        ),
      };
    } else if (block.source === null) carried = insertAt(carried, placeBetween(former, index, carried.blocks), block);
    // Where both name an address and the new reading hasn't got it, it was left out on purpose.
  }
  return carried;
}

/** The picture that stands for the article, where the new reading lost it only for want of its bytes. */
export function carryLeadImage(
  former: ArticleMetadata,
  next: ArticleMetadata,
  blocks: readonly Block[],
): ArticleMetadata {
  const { leadImage } = former;
  if (next.leadImage !== null || leadImage === null || !shows(blocks, leadImage)) return next;
  const source = former.sources.leadImage;
  return { ...next, leadImage, sources: source === undefined ? next.sources : { ...next.sources, leadImage: source } };
}

function shows(blocks: readonly Block[], image: string): boolean {
  return blocks.some((block) => block.kind === 'figure' && block.image === image);
}

function isSameWithoutBytes(figure: FigureBlock, other: Block): boolean {
  if (other.kind !== 'figure' || other.image !== null || other.source !== figure.source) return false;
  if (figure.source !== null) return true;
  const told = (one: FigureBlock): string => `${one.caption?.text ?? ''}\n${one.alternative}`;
  return told(figure) !== '\n' && told(figure) === told(other);
}

/** Where a block of one reading would stand in another; null when neither of its neighbours is there. */
function placeBetween(former: readonly Block[], index: number, blocks: readonly Block[]): number | null {
  const find = (block: Block | undefined): number =>
    block === undefined ? -1 : blocks.findIndex((other) => blockKey(other) === blockKey(block));
  const before = find(former.slice(0, index).findLast(isKnowable));
  if (before >= 0) return before + 1;
  const after = find(former.slice(index + 1).find(isKnowable));
  return after >= 0 ? after : null;
}

function insertAt(extraction: Extraction, at: number | null, block: Block): Extraction {
  if (at === null) return extraction;
  return {
    blocks: extraction.blocks.toSpliced(at, 0, block),
    removals: extraction.removals.map((entry) =>
      entry.place === undefined || entry.place.before <= at
        ? entry
        : { ...entry, place: { ...entry.place, before: entry.place.before + 1 } },
    ),
  };
}

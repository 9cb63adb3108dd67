import { type Block, leftOutBlocks } from '../../contract/index.ts';
import { blockKey } from './block-key.ts';
import { correct, type Extraction, withRole } from './correct.ts';

export interface CorrectedAgain extends Extraction {
  /** Blocks that a person had put into the article and that the new reading has nowhere. */
  readonly missing: readonly Block[];
}

/**
 * Makes a person's corrections of a former reading again in a new one, where blocks are known by their
 * words: what was put back comes back, what was set aside is set aside, and both are known as a
 * person's still. What the new reading does by itself needs no correction.
 */
export function correctAgain(former: readonly Block[], next: Extraction): CorrectedAgain {
  const decided = former.filter((block) => block.decided === 'by-person');
  const blocks = [...next.blocks];
  const used = new Set<number>();
  const putBack: { entry: number; block: number }[] = [];
  const missing: Block[] = [];
  for (const block of decided) {
    const key = blockKey(block);
    const at = blocks.findIndex((other, index) => !used.has(index) && blockKey(other) === key);
    const there = blocks[at];
    if (there !== undefined) {
      used.add(at);
      blocks[at] = { ...withRole(there, block.role), purpose: block.purpose, decided: 'by-person' };
      continue;
    }
    if (block.role === 'furniture' || isPartOfBody(blocks, key)) continue;
    const place = findLeftOut(next, key, putBack);
    if (place === null) missing.push(block);
    else putBack.push(place);
  }
  const corrected = { ...next, blocks };
  return { ...(putBack.length === 0 ? corrected : correct(corrected, { putBack, roles: [] })), missing };
}

/** The new reading may have joined the block to its neighbour. */
function isPartOfBody(blocks: readonly Block[], key: string): boolean {
  return blocks.some((block) => block.role === 'body' && block.kind !== 'figure' && blockKey(block).includes(key));
}

function findLeftOut(
  { removals }: Extraction,
  key: string,
  taken: readonly { readonly entry: number; readonly block: number }[],
): { entry: number; block: number } | null {
  for (const [entry, removal] of removals.entries()) {
    const block = leftOutBlocks(removal).findIndex(
      (one, index) => blockKey(one) === key && !taken.some((other) => other.entry === entry && other.block === index),
    );
    if (block >= 0) return { entry, block };
  }
  return null;
}

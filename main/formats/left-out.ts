import { type Block, blockText, type RemovalLogEntry } from '../contract/index.ts';

/** Words of one entry, as the contract has it. */
const maximumText = 2000;
/** More than this is not kept a second time. */
const maximumKept = 100_000;

/**
 * A line of the log for blocks that a reader leaves out, with what puts them back: they stood before the
 * document's block number `before`. Null where they have no words.
 */
export function leftOut(
  step: string,
  reason: string,
  blocks: readonly Block[],
  before: number,
): RemovalLogEntry | null {
  const text = blocks
    .map(blockText)
    .filter((words) => words !== '')
    .join('\n');
  if (text === '') return null;
  const entry = { step, reason, text: cut(text) };
  // Pictures keep their address; their bytes are not kept for what is not shown.
  const kept = blocks.map((block) => (block.kind === 'figure' ? { ...block, image: null } : block));
  return text.length > maximumKept ? entry : { ...entry, place: { before, blocks: kept } };
}

/** Never cuts a surrogate pair in two. */
function cut(text: string): string {
  if (text.length <= maximumText) return text;
  return text.slice(0, /[\uD800-\uDBFF]/u.test(text.charAt(maximumText - 1)) ? maximumText - 1 : maximumText);
}

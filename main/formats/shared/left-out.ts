import { type Block, blockText, type RemovalLogEntry } from '../../contract/index.ts';

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

/** An entry whose blocks come after others. */
export function movedBy(entry: RemovalLogEntry, blocks: number): RemovalLogEntry {
  return entry.place === undefined
    ? entry
    : { ...entry, place: { ...entry.place, before: entry.place.before + blocks } };
}

/**
 * Entries with places among the blocks that were read, as entries with places among those that remain: the lines
 * of an article's head became metadata, others got a role.
 */
export function placesAmong(
  removals: readonly RemovalLogEntry[],
  before: readonly Block[],
  after: readonly Block[],
): RemovalLogEntry[] {
  const remaining = new Set(after.map(identity));
  const places: number[] = [];
  let place = 0;
  for (const block of before) {
    places.push(place);
    if (remaining.has(identity(block))) place += 1;
  }
  return removals.map((entry) =>
    entry.place === undefined
      ? entry
      : { ...entry, place: { ...entry.place, before: places[entry.place.before] ?? after.length } },
  );
}

/** What stays the same object when a block gets a role or becomes a heading. */
function identity(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.content;
    case 'list':
      return block.items;
    case 'quotation':
      return block.paragraphs;
    case 'table':
      return block.rows;
    default:
      return block;
  }
}

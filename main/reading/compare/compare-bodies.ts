import {
  type Block,
  type ComparedBlock,
  type ComparedRow,
  canonicalText,
  type ReadingDocument,
} from '../../contract/index.ts';
import { type AlignedRow, alignBlocks } from './align-blocks.ts';
import { differenceOf } from './difference.ts';

export interface ComparedBodies {
  readonly rows: readonly ComparedRow[];
  /** Words that stand in one side only; those of a block that only moved are in both. */
  readonly words: { readonly gone: number; readonly added: number };
}

type PlainBlock = Omit<ComparedBlock, 'marks'>;

/** Between the blocks of one side of a row, as in the canonical text. */
const separator = '\n\n';
/** A shorter block that stands elsewhere too ("Read more") is no move. */
const shortestMove = 24;

/** The bodies of two documents side by side, words that differ marked. Furniture and pictures are left out. */
export function compareBodies(left: ReadingDocument, right: ReadingDocument): ComparedBodies {
  const lefts = bodyBlocks(left);
  const rights = bodyBlocks(right);
  const words = { gone: 0, added: 0 };
  const aligned = alignBlocks(
    lefts.map(({ text }) => text),
    rights.map(({ text }) => text),
  );
  const moves = findMoves(aligned, lefts, rights);
  const rows = aligned.map((row, index): ComparedRow => {
    const ofLeft = row.left.flatMap((at) => lefts[at] ?? []);
    const ofRight = row.right.flatMap((at) => rights[at] ?? []);
    const counterpart = moves.get(index);
    if (counterpart !== undefined)
      return { change: 'moved', left: ofLeft.map(unmarked), right: ofRight.map(unmarked), counterpart };
    const { rows: compared, gone, added } = compareRow(ofLeft, ofRight);
    words.gone += gone;
    words.added += added;
    return compared;
  });
  return { rows, words };
}

function bodyBlocks(document: ReadingDocument): PlainBlock[] {
  const { text, blocks } = canonicalText(document);
  return document.blocks.flatMap((block, index) => {
    const span = blocks[index];
    if (span == null) return [];
    return { kind: block.kind, level: levelOf(block), start: span.start, text: text.slice(span.start, span.end) };
  });
}

function levelOf(block: Block): number | null {
  return block.kind === 'heading' ? block.level : null;
}

function unmarked(block: PlainBlock): ComparedBlock {
  return { ...block, marks: [] };
}

function wholly(block: PlainBlock): ComparedBlock {
  return { ...block, marks: [{ start: 0, end: block.text.length }] };
}

function compareRow(
  left: readonly PlainBlock[],
  right: readonly PlainBlock[],
): { rows: ComparedRow; gone: number; added: number } {
  const leftText = left.map(({ text }) => text).join(separator);
  const rightText = right.map(({ text }) => text).join(separator);
  const difference = differenceOf(leftText, rightText);
  const { gone, added } = difference;
  if (right.length === 0) return { rows: { change: 'gone', left: left.map(wholly), right: [] }, gone, added };
  if (left.length === 0) return { rows: { change: 'added', left: [], right: right.map(wholly) }, gone, added };
  const isSame =
    difference.left.length === 0 && difference.right.length === 0 && left.length === 1 && right.length === 1;
  return {
    rows: {
      change: isSame ? 'same' : 'changed',
      left: markBlocks(left, difference.left),
      right: markBlocks(right, difference.right),
    },
    gone,
    added,
  };
}

/** Marks of a row's joined text, cut to each of its blocks. */
function markBlocks(blocks: readonly PlainBlock[], marks: readonly { start: number; end: number }[]): ComparedBlock[] {
  let from = 0;
  return blocks.map((block) => {
    const to = from + block.text.length;
    const own = marks
      .map(({ start, end }) => ({ start: Math.max(start, from) - from, end: Math.min(end, to) - from }))
      .filter(({ start, end }) => end > start);
    from = to + separator.length;
    return { ...block, marks: own };
  });
}

/** Rows that stand alone and have the very words of a row that stands alone on the other side. */
function findMoves(
  rows: readonly AlignedRow[],
  lefts: readonly PlainBlock[],
  rights: readonly PlainBlock[],
): ReadonlyMap<number, number> {
  const gone = new Map<string, number[]>();
  const textAt = (blocks: readonly PlainBlock[], [at]: readonly number[]): string =>
    (blocks[at ?? -1]?.text ?? '').replace(/\s+/gu, ' ').trim();
  for (const [index, row] of rows.entries()) {
    if (row.right.length > 0) continue;
    const text = textAt(lefts, row.left);
    if (text.length >= shortestMove) gone.set(text, [...(gone.get(text) ?? []), index]);
  }
  const moves = new Map<number, number>();
  for (const [index, row] of rows.entries()) {
    if (row.left.length > 0) continue;
    const from = gone.get(textAt(rights, row.right))?.shift();
    if (from === undefined) continue;
    moves.set(from, index);
    moves.set(index, from);
  }
  return moves;
}

import type { Span } from '../../../main/contract/canonical-text.ts';
import { runsOf } from '../../../main/contract/canonical-text.ts';
import type { Block, InlineText, ReadingDocument } from '../../../main/contract/document.ts';
import { type RunStarts, runStarts } from './run-starts.ts';

/**
 * A long text is drawn in parts of about a window's height, so that it costs what is looked at and not what is
 * there. Blocks stand whole in a part where they can; those that are too long for one are cut into pieces.
 */
export interface Part {
  readonly pieces: readonly BlockPiece[];
  /** What it covers of the canonical text; null when that is nothing. */
  readonly span: Span | null;
}

/** A block, or what a part holds of one. */
export interface BlockPiece {
  /** Of the same kind as the whole. */
  readonly block: Block;
  /** The place of the whole in the document. */
  readonly index: number;
  /** Runs of the whole that stand before it: paragraphs, items, rows. */
  readonly before: number;
  /** Units of its first run that stand before it. It is all of that run's rest, or the run is its only one. */
  readonly offset: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Up to here a text is drawn whole, as fast as in parts: UTF-16 units, and blocks, items and cells. */
const longest = { units: 120_000, runs: 500 } as const;
/** A part is closed when it has so many. */
const full = { units: 6_000, runs: 40 } as const;

const known = new WeakMap<ReadingDocument, readonly Part[] | null>();

/** The parts of a long text; null for one of ordinary length, which is drawn whole. The same for the same document. */
export function partsOf(document: ReadingDocument): readonly Part[] | null {
  const before = known.get(document);
  if (before !== undefined) return before;
  const parts = cutDocument(document, runStarts(document));
  known.set(document, parts);
  return parts;
}

function cutDocument({ blocks }: ReadingDocument, starts: RunStarts): readonly Part[] | null {
  const units = starts.runs.at(-1)?.end ?? 0;
  if (units <= longest.units && Math.max(starts.runs.length, blocks.length) <= longest.runs) return null;
  const parts: Part[] = [];
  let pieces: BlockPiece[] = [];
  let size = { units: 0, runs: 0 };
  const close = () => {
    if (pieces.length > 0) parts.push({ pieces, span: spanOf(pieces, starts) });
    pieces = [];
    size = { units: 0, runs: 0 };
  };
  for (const [index, block] of blocks.entries())
    for (const piece of piecesOf(block, index)) {
      const own = sizeOf(piece.block);
      if (size.units + own.units > full.units || size.runs + own.runs > full.runs) close();
      pieces.push(piece);
      size = { units: size.units + own.units, runs: size.runs + own.runs };
    }
  close();
  return parts;
}

/** The places of a piece's runs in the canonical text, as `RunStarts` gives those of a whole block. */
export function startsOfPiece(piece: BlockPiece, starts: RunStarts): RunStarts {
  if (piece.before === 0 && piece.offset === 0) return starts;
  return {
    ...starts,
    startOf: (block, [first, ...rest]) => {
      const start = starts.startOf(block, first === undefined ? [] : [first + piece.before, ...rest]);
      return start === null ? null : start + piece.offset;
    },
  };
}

/** The number of the first item of a list's piece, counted as the list's own items are: those inside others aren't. */
export function firstNumber(piece: BlockPiece, whole: Block | undefined): number {
  if (whole?.kind !== 'list') return 1;
  return 1 + whole.items.slice(0, piece.before).filter(({ depth }) => depth === 0).length;
}

/** About how many lines a part takes where so many units stand in a line, and how many spaces between blocks. */
export function heightOf(part: Part, unitsInLine: number): { readonly lines: number; readonly gaps: number } {
  let lines = 0;
  let gaps = 0;
  for (const { block, last } of part.pieces) {
    if (last) gaps += 1;
    if (block.kind === 'table') {
      // Cells stand beside each other.
      for (const { cells } of block.rows)
        lines += 1 + Math.ceil((longestOf(cells) * Math.max(1, cells.length)) / unitsInLine);
      continue;
    }
    const words = wordsOf(block);
    for (const { text } of words) lines += Math.max(1, Math.ceil(text.length / unitsInLine));
    gaps += Math.max(0, words.length - 1) / 3;
  }
  return { lines, gaps };
}

function longestOf(cells: readonly InlineText[]): number {
  return cells.reduce((longest, { text }) => Math.max(longest, text.length), 0);
}

interface Size {
  readonly units: number;
  readonly runs: number;
}

function sizeOf(block: Block): Size {
  const words = wordsOf(block);
  return { units: words.reduce((sum, { text }) => sum + text.length, 0), runs: Math.max(1, words.length) };
}

/** The words of a block's runs. Most blocks of a long text are of the first three kinds, and each is asked. */
function wordsOf(block: Block): readonly InlineText[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.content];
    case 'list':
      return block.items.map(({ content }) => content);
    default:
      return runsOf(block).map(({ content }) => content);
  }
}

function spanOf(pieces: readonly BlockPiece[], starts: RunStarts): Span | null {
  const holdsWords = ({ index }: BlockPiece) => starts.blocks[index] != null;
  const first = pieces.find(holdsWords);
  const last = pieces.findLast(holdsWords);
  const start = first === undefined ? undefined : spanOfPiece(first, starts)?.start;
  const end = last === undefined ? undefined : spanOfPiece(last, starts)?.end;
  return start === undefined || end === undefined ? null : { start, end };
}

function spanOfPiece(piece: BlockPiece, starts: RunStarts): Span | null {
  if (piece.first && piece.last) return starts.blocks[piece.index] ?? null;
  const runs = runsOf(piece.block);
  const own = startsOfPiece(piece, starts);
  const start = own.startOf(piece.index, runs[0]?.path ?? []);
  const last = runs.at(-1);
  const end = last === undefined ? null : own.startOf(piece.index, last.path);
  return start === null || last === undefined || end === null ? null : { start, end: end + last.content.text.length };
}

/** A block in pieces that fit into parts: most blocks are one. */
function piecesOf(block: Block, index: number): readonly BlockPiece[] {
  const { units, runs } = sizeOf(block);
  if (units <= full.units && runs <= full.runs)
    return [{ block, index, before: 0, offset: 0, first: true, last: true }];
  const cut = cutBlock(block);
  return cut.map((piece, at) => ({ ...piece, index, first: at === 0, last: at === cut.length - 1 }));
}

type Cut = Pick<BlockPiece, 'block' | 'before' | 'offset'>;

function cutBlock(block: Block): readonly Cut[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return cutInline(block.content).map(({ content, offset }) => ({
        block: { ...block, content },
        before: 0,
        offset,
      }));
    case 'preformatted':
      return cutInline({ text: block.text, marks: [] }).map(({ content, offset }) => ({
        block: { ...block, text: content.text },
        before: 0,
        offset,
      }));
    case 'quotation': {
      const words = block.paragraphs.flatMap((paragraph, before) =>
        cutInline(paragraph).map(({ content, offset }) => ({
          block: { ...block, paragraphs: [content], attribution: null },
          before,
          offset,
        })),
      );
      if (block.attribution === null) return words;
      return [...words, { block: { ...block, paragraphs: [] }, before: block.paragraphs.length, offset: 0 }];
    }
    case 'list':
      return cutList(block);
    case 'table':
      return stretches(block.rows, (row) => row.cells.reduce((sum, { text }) => sum + text.length, 0)).map(
        ({ items, before }) => ({
          block: { ...block, caption: before === 0 ? block.caption : null, rows: items },
          before,
          offset: 0,
        }),
      );
    case 'figure':
    case 'rule':
      return [{ block, before: 0, offset: 0 }];
  }
}

function cutList(block: Extract<Block, { readonly kind: 'list' }>): readonly Cut[] {
  return stretches(
    block.items,
    ({ content }) => content.text.length,
    // An item stays with those inside it, while that isn't too long.
    ({ depth }) => depth === 0,
  ).flatMap(({ items, before }): readonly Cut[] => {
    const [only] = items;
    if (items.length !== 1 || only === undefined) return [{ block: { ...block, items }, before, offset: 0 }];
    return cutInline(only.content).map(({ content, offset }) => ({
      block: { ...block, items: [{ ...only, content }] },
      before,
      offset,
    }));
  });
}

/** Items in stretches that fit into a part, begun where they may be; one that is longer stands alone. */
function stretches<Item>(
  items: readonly Item[],
  unitsOf: (item: Item) => number,
  mayBegin: (item: Item) => boolean = () => true,
): readonly { readonly items: readonly Item[]; readonly before: number }[] {
  const result: { items: Item[]; before: number }[] = [];
  let units = 0;
  for (const [before, item] of items.entries()) {
    const own = unitsOf(item);
    const last = result.at(-1);
    const over = last !== undefined && (units + own > full.units || last.items.length >= full.runs);
    const far = last !== undefined && last.items.length >= 10 * full.runs;
    if (last === undefined || (over && mayBegin(item)) || far) {
      result.push({ items: [item], before });
      units = own;
    } else {
      last.items.push(item);
      units += own;
    }
  }
  return result;
}

/** Inline text in pieces, cut between two words where there are any, else between two characters. */
function cutInline(content: InlineText): readonly { readonly content: InlineText; readonly offset: number }[] {
  const { text, marks } = content;
  const pieces: { content: InlineText; offset: number }[] = [];
  const inOrder = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  /** Marks that reach over the last cut. */
  let open: typeof inOrder = [];
  for (let start = 0; start < text.length; ) {
    const end = cutBefore(text, start, start + full.units);
    const own = open;
    for (; (inOrder[next]?.start ?? end) < end; next++) own.push(...inOrder.slice(next, next + 1));
    pieces.push({
      content: {
        text: text.slice(start, end),
        marks: own.map((mark) => ({
          ...mark,
          start: Math.max(mark.start, start) - start,
          end: Math.min(mark.end, end) - start,
        })),
      },
      offset: start,
    });
    open = own.filter((mark) => mark.end > end);
    start = end;
  }
  return pieces.length === 0 ? [{ content, offset: 0 }] : pieces;
}

/** The last place at or before `most` where a text may be cut: behind a white space, else between two characters. */
function cutBefore(text: string, start: number, most: number): number {
  if (most >= text.length) return text.length;
  for (let at = most; at > start + full.units / 2; at--) if (/\s/u.test(text.charAt(at - 1))) return at;
  const unit = text.charCodeAt(most);
  return unit >= 0xdc00 && unit <= 0xdfff ? most - 1 : most;
}

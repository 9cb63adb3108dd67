import type { Block, InlineText, ReadingDocument } from './document.ts';
import { assertNever } from './errors.ts';

/** A span of a revision's canonical text, `[start, end)` in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The one function that makes a revision's canonical text, with the offset table that everything
 * else counts in. Body blocks are parted by an empty line; furniture, figures, rules and captions
 * give no text. Changing what this returns for a stored document would move every mark in every
 * library: it is versioned with the extractor and pinned by a golden test.
 */

/** One run of inline text inside a block, with where it stands in the canonical text. */
export interface Segment {
  /** Index of the block in the document. */
  readonly block: number;
  /** Path inside the block: a paragraph's, an item's, or `row, cell`. Empty for a block of one run. */
  readonly path: readonly number[];
  readonly content: InlineText;
  readonly start: number;
  readonly end: number;
}

export interface CanonicalText {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** For each block, its span; null where it gives no text. */
  readonly blocks: readonly ({ readonly start: number; readonly end: number } | null)[];
}

/** One run of a block's inline text. */
export interface Run {
  readonly path: readonly number[];
  readonly content: InlineText;
  /** What stands between the previous run of the block and this one. */
  readonly before: string;
}

/** A block's runs in reading order, whether or not they count in the canonical text. */
export function runsOf(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ path: [], content: block.content, before: '' }];
    case 'quotation': {
      const paragraphs = block.paragraphs.map((content, index) => ({ path: [index], content, before: '\n\n' }));
      return block.attribution === null
        ? paragraphs
        : [...paragraphs, { path: [block.paragraphs.length], content: block.attribution, before: '\n\n' }];
    }
    case 'list':
      return block.items.map((item, index) => ({ path: [index], content: item.content, before: '\n' }));
    case 'table':
      return block.rows.flatMap((row, rowIndex) =>
        row.cells.map((content, cellIndex) => ({
          path: [rowIndex, cellIndex],
          content,
          before: cellIndex === 0 ? '\n' : '\t',
        })),
      );
    case 'preformatted':
      return [{ path: [], content: { text: block.text, marks: [] }, before: '' }];
    case 'figure':
    case 'rule':
      return [];
    default:
      return assertNever(block);
  }
}

export function canonicalText(document: ReadingDocument): CanonicalText {
  let text = '';
  const segments: Segment[] = [];
  const blocks: ({ start: number; end: number } | null)[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const runs = block.role === 'body' ? runsOf(block) : [];
    if (runs.every((run) => run.content.text === '')) {
      blocks.push(null);
      continue;
    }
    if (text !== '') text += '\n\n';
    const blockStart = text.length;
    for (const [runIndex, run] of runs.entries()) {
      if (runIndex > 0) text += run.before;
      const start = text.length;
      text += run.content.text;
      segments.push({ block: index, path: run.path, content: run.content, start, end: text.length });
    }
    blocks.push({ start: blockStart, end: text.length });
  }
  return { text, segments, blocks };
}

/** A block's words without regard to its role: what a reader sees of it, furniture included. */
export function blockText(block: Block): string {
  return runsOf(block)
    .map((run, index) => (index === 0 ? '' : run.before) + run.content.text)
    .join('');
}

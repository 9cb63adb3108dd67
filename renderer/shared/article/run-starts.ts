import type { Span } from '../../../main/contract/canonical-text.ts';
import type { ReadingDocument, TableBlock } from '../../../main/contract/document.ts';
import { canonicalOf } from './canonical.ts';

/** Where the runs of a document stand in its canonical text. Furniture and captions stand nowhere. */
export interface RunStarts {
  /** The canonical start of one run of inline text, or null where it is outside the canonical text. */
  startOf(block: number, path: readonly number[]): number | null;
  /** The canonical span of each block; null where it gives no text. */
  readonly blocks: readonly (Span | null)[];
  /** The spans of all runs, in order: no sentence reaches across two of them. */
  readonly runs: readonly Span[];
}

const known = new WeakMap<ReadingDocument, RunStarts>();

/** The starts of a document's runs. The same document gives the same answer. */
export function runStarts(document: ReadingDocument): RunStarts {
  const starts = known.get(document) ?? countStarts(document);
  known.set(document, starts);
  return starts;
}

function countStarts(document: ReadingDocument): RunStarts {
  const { segments, blocks } = canonicalOf(document);
  /** For each block, where its first run stands among all; they follow each other there as in the block. */
  const firsts: number[] = [];
  for (const [index, { block }] of segments.entries()) firsts[block] ??= index;
  /** For a table, the runs before each of its rows. */
  const rows = new Map<number, readonly number[]>();
  return {
    startOf(block, [run = 0, cell = 0]) {
      const first = firsts[block];
      if (first === undefined) return null;
      const whole = document.blocks[block];
      let before = run;
      if (whole?.kind === 'table') {
        const sums = rows.get(block) ?? runsBefore(whole);
        rows.set(block, sums);
        before = (sums[run] ?? Number.NaN) + cell;
      }
      const segment = segments[first + before];
      return segment?.block === block ? segment.start : null;
    },
    blocks,
    runs: segments,
  };
}

function runsBefore({ rows }: TableBlock): readonly number[] {
  let sum = 0;
  return rows.map(({ cells }) => {
    const before = sum;
    sum += cells.length;
    return before;
  });
}

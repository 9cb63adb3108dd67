import type { Span } from '../../main/contract/canonical-text.ts';
import { canonicalText } from '../../main/contract/canonical-text.ts';
import type { ReadingDocument } from '../../main/contract/document.ts';

/** Where the runs of a document stand in its canonical text. Furniture and captions stand nowhere. */
export interface RunStarts {
  /** The canonical start of one run of inline text, or null where it is outside the canonical text. */
  startOf(block: number, path: readonly number[]): number | null;
  /** The canonical span of each block; null where it gives no text. */
  readonly blocks: readonly (Span | null)[];
  /** The spans of all runs, in order: no sentence reaches across two of them. */
  readonly runs: readonly Span[];
}

export function runStarts(document: ReadingDocument): RunStarts {
  const { segments, blocks } = canonicalText(document);
  const starts = new Map(segments.map((segment) => [key(segment.block, segment.path), segment.start]));
  return {
    startOf: (block, path) => starts.get(key(block, path)) ?? null,
    blocks,
    runs: segments.map(({ start, end }) => ({ start, end })),
  };
}

function key(block: number, path: readonly number[]): string {
  return [block, ...path].join('.');
}

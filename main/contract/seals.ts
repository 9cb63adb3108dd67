import type { Span } from './canonical-text.ts';
import type { RevisionId, Sha256 } from './ids.ts';
import type { Placement } from './placements.ts';
import type { VerbatimState } from './revisions.ts';

/** How far a statement's words are vouched for, the best first. */
export const seals = ['original', 'copy', 'changed'] as const;
/**
 * `original`: they stand in the original, as they were taken. `copy`: they stand in the reading copy as they were
 * taken, and nobody can tell of the original. `changed`: they are not those that the statement was made on, or not
 * their original's.
 */
export type Seal = (typeof seals)[number];

/** The seal in words, wherever it is told. */
export const sealInWords: Readonly<Record<Seal, string>> = {
  original: 'Exact in the original',
  copy: 'Exact in the reading copy',
  changed: 'Changed',
};

/**
 * The seal by what is known already: what became of the words since the statement was made, and what the last
 * comparison of their revision found. A revision that was made here from its original and never compared counts as it.
 */
export function sealOf(placement: Placement, verbatim: VerbatimState['state'] | undefined): Seal {
  if (placement === 'changed' || placement === 'lost' || verbatim === 'differs') return 'changed';
  return verbatim === 'not-compared' ? 'copy' : 'original';
}

/** A passage as our reader takes it from an original's bytes now, whatever the library holds of it. */
export interface OriginalPassage {
  /** The paragraphs that the words stand in. */
  readonly text: string;
  /** The words, in UTF-16 units of `text`. */
  readonly words: Span;
  /** Whether they are the very words that the statement was made on. */
  readonly isExact: boolean;
}

/** A statement's words held against their original just now. */
export interface CheckedStatement {
  readonly seal: Seal;
  /** What stands against a better seal, in a sentence; null where nothing does. */
  readonly reason: string | null;
  /** As the library shows them. */
  readonly words: string;
  /** Those that the statement was made on, where they are others. */
  readonly madeOn: string | null;
  /** Null where the original can't be read, or has no such passage. */
  readonly passage: OriginalPassage | null;
  readonly original: { readonly name: string; readonly sha256: Sha256 };
  readonly revision: RevisionId;
  /** SHA-256 of the revision's text. */
  readonly sha256: Sha256;
}

import type { ArticleId } from './ids.ts';

/** `renewed`: suggestions came, went, or are told otherwise than before. */
export const findAgainOutcomes = ['unchanged', 'renewed', 'failed'] as const;

export type FindAgainOutcome = (typeof findAgainOutcomes)[number];

/** An article in which statements could not be looked for, and why. */
export interface NotFoundAgain {
  readonly article: ArticleId;
  readonly title: string;
  readonly reason: string;
}

/** What became of the suggestions of articles in which statements were looked for again. */
export interface FindAgainResult {
  /** Articles. */
  readonly counts: Readonly<Record<FindAgainOutcome, number>>;
  /** Suggestions that were not there before; that tell the same words otherwise (whose, when, by which cue); that are gone. */
  readonly suggestions: { readonly added: number; readonly changed: number; readonly gone: number };
  /** At most five hundred. */
  readonly failed: readonly NotFoundAgain[];
  readonly cancelled: boolean;
}

import type { ArticleId, RevisionId } from './ids.ts';
import type { Placement } from './placements.ts';

/** `mended`: its stored words were damaged and were made again, with the hash that they were kept under. */
export const extractionOutcomes = ['unchanged', 'mended', 'revision', 'failed'] as const;

export type ExtractionOutcome = (typeof extractionOutcomes)[number];

/** What became of one article whose original was read again. */
export interface ExtractionLine {
  readonly article: ArticleId;
  readonly title: string;
  readonly outcome: ExtractionOutcome;
  /** The new one, for `revision`. */
  readonly revision: RevisionId | null;
  /** How its marks stand in the new revision; null without one. */
  readonly placed: Readonly<Record<Placement, number>> | null;
  /** Why, and what to do, for `failed`; else a remark, or null. */
  readonly reason: string | null;
}

export interface ExtractAgainResult {
  readonly counts: Readonly<Record<ExtractionOutcome, number>>;
  readonly placed: Readonly<Record<Placement, number>>;
  /** Articles with marks that have changed or were lost, at most five hundred. */
  readonly marksChanged: readonly ExtractionLine[];
  /** The same of those that failed. */
  readonly failed: readonly ExtractionLine[];
  readonly cancelled: boolean;
}

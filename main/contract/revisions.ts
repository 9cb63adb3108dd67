import type { ArticleMetadata, ReadingDocument, RemovalLogEntry } from './document.ts';
import type { CaptureId, RevisionId, Sha256 } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Placement } from './placements.ts';

export interface RevisionSummary {
  readonly id: RevisionId;
  readonly capture: CaptureId;
  readonly number: number;
  readonly extractor: string;
  readonly sha256: Sha256;
  readonly words: number;
  readonly created: Instant;
  /** When the page of its capture was saved, where that is known. */
  readonly captured: Instant | null;
}

export interface Revision extends RevisionSummary {
  readonly metadata: ArticleMetadata;
  readonly document: ReadingDocument;
  /** The canonical text; its SHA-256 is `sha256`. */
  readonly text: string;
  readonly removals: readonly RemovalLogEntry[];
}

/** A revision that a person made by correcting the one before. */
export interface CorrectedRevision {
  readonly revision: RevisionId;
  readonly number: number;
  /** How the marks of the one before stand in it. */
  readonly placed: Readonly<Record<Placement, number>>;
}

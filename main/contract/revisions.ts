import type { ArticleMetadata, ReadingDocument, RemovalLogEntry } from './document.ts';
import type { ArticleId, CaptureId, RevisionId, Sha256 } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Placement } from './placements.ts';

/**
 * What is known of a revision's words and its original. A revision of which nothing is told was made here, from its
 * original, and was not compared since.
 */
export type VerbatimState =
  | { readonly state: 'sound'; readonly at: Instant; readonly agent: string }
  /** Its words are not its original's: it is shown with a warning, and neither cited nor exported. */
  | { readonly state: 'differs'; readonly reason: string; readonly at: Instant; readonly agent: string }
  /**
   * Nobody can tell. Without a reason, it came from a package before copies were compared; with one, it can't be
   * compared (its original is missing, or was changed in its folder), which says nothing against its words.
   */
  | { readonly state: 'not-compared'; readonly reason: string | null };

/** What is said wherever words are shown that are not their original's. */
export function differsInWords(reason: string): string {
  return `These words differ from their original: ${reason}.`;
}

/** What is said of words that nobody has compared, or could compare. */
export function notComparedInWords(reason: string | null): string {
  return reason === null
    ? 'These words were not yet compared with their original; the check of the library does that.'
    : `These words can’t be compared with their original: ${reason}.`;
}

/** What stands against words, in a sentence; null where they are their original's. */
export function doubtInWords(verbatim: VerbatimState | undefined): string | null {
  if (verbatim === undefined || verbatim.state === 'sound') return null;
  return verbatim.state === 'differs' ? differsInWords(verbatim.reason) : notComparedInWords(verbatim.reason);
}

export interface RevisionSummary {
  readonly id: RevisionId;
  readonly capture: CaptureId;
  readonly number: number;
  readonly extractor: string;
  readonly sha256: Sha256;
  readonly words: number;
  readonly created: Instant;
  /** When the page of its capture was saved, where somebody says so. */
  readonly captured: Instant | null;
  /** When the capture's file was last changed. */
  readonly fileDated: Instant | null;
}

/** What is known of a revision besides its words. */
export interface RevisionFacts extends RevisionSummary {
  readonly metadata: ArticleMetadata;
  readonly removals: readonly RemovalLogEntry[];
  readonly verbatim?: VerbatimState;
}

export interface Revision extends RevisionFacts {
  readonly document: ReadingDocument;
  /** The canonical text; its SHA-256 is `sha256`. */
  readonly text: string;
}

/**
 * Where a host serves the words of a revision, as the library stores them: zlib's format (RFC 1950), and in it the
 * document's JSON (a `ReadingDocument`), a NUL and the canonical text, in UTF-8; 404 when it isn't in the library.
 */
export function documentPath(revision: RevisionId): string {
  return `/document/${revision}`;
}

/**
 * Where a host serves the words of an article's current revision in the same way, so that a page can ask for the words before it
 * knows which revision that is; the answer names it in `revisionHeader`.
 */
export function currentDocumentPath(article: ArticleId): string {
  return `/document/of/${article}`;
}

/** The header in which a document that was asked for by its article says which revision it is of. */
export const revisionHeader = 'x-revision';

/** A revision that a person made by correcting the one before. */
export interface CorrectedRevision {
  readonly revision: RevisionId;
  readonly number: number;
  /** How the marks of the one before stand in it. */
  readonly placed: Readonly<Record<Placement, number>>;
}

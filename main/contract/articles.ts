import type { Annotation } from './annotations.ts';
import type { Capture } from './captures.ts';
import type { PreciseDate } from './document.ts';
import type { AlikeArticle } from './duplicates.ts';
import type { ArticleId, CollectionId, RevisionId, Sha256 } from './ids.ts';
import type { Person } from './people.ts';
import type { Revision, RevisionFacts, RevisionSummary } from './revisions.ts';
import type { Statement } from './statements.ts';

export interface ArticleSummary {
  readonly id: ArticleId;
  readonly title: string;
  readonly byline: readonly string[];
  readonly publication: string | null;
  readonly published: PreciseDate | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly words: number;
  /** SHA-256 of the current revision's canonical text. */
  readonly sha256: Sha256;
  readonly revisions: number;
  readonly statements: number;
  readonly annotations: number;
  /** Set where the current revision is known to differ from its original: why. */
  readonly differs?: string;
}

/** Everything the reader shows. */
export interface ArticleView {
  readonly article: ArticleSummary;
  readonly revision: Revision;
  /** False when an older revision is shown. */
  readonly current: boolean;
  /** Whether reading the original again would be done by the extractor that made the shown revision. */
  readonly upToDate: boolean;
  /** Whether the shown revision's original has pages, whose pictures `/page/…` serves. */
  readonly hasPages: boolean;
  /** The one that the article is known by; an older capture that is taken in later has a higher number and isn't it. */
  readonly currentRevision: RevisionId;
  readonly revisions: readonly RevisionSummary[];
  readonly captures: readonly Capture[];
  readonly statements: readonly Statement[];
  readonly annotations: readonly Annotation[];
  readonly people: readonly Person[];
  readonly collections: readonly CollectionId[];
  /** Other articles that may be the same work, the most alike first. */
  readonly alike: readonly AlikeArticle[];
  /** Offset in the canonical text of the first line that was in view, or 0. */
  readonly position: number;
}

/**
 * The same without its words. A revision's never change, so they go to the page once, and not over the wire, which
 * others wait for: `documentPath` says where they are.
 */
export type ArticleDescription = Omit<ArticleView, 'revision'> & { readonly revision: RevisionFacts };

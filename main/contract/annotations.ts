import * as v from 'valibot';
import type { Span } from './canonical-text.ts';
import type { AnnotationId, ArticleId, CodeId, RevisionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Placement } from './placements.ts';

export const highlightColors = ['amber', 'green', 'blue', 'rose'] as const;

export const HighlightColor = v.picklist(highlightColors);

export type HighlightColor = v.InferOutput<typeof HighlightColor>;

export interface Annotation {
  readonly id: AnnotationId;
  readonly article: ArticleId;
  /** The revision in which it was made; `span` is its place in the current one. */
  readonly madeIn: RevisionId;
  readonly revision: RevisionId;
  readonly placement: Placement;
  readonly span: Span | null;
  /** The words it was made on. */
  readonly quote: string;
  /** The words that stand in its place now, when they differ. */
  readonly current: string | null;
  readonly color: HighlightColor | null;
  /** Markdown; empty when there is none. */
  readonly note: string;
  readonly codes: readonly CodeId[];
  readonly created: Instant;
  readonly modified: Instant;
}

import type { ArticleSummary } from './articles.ts';
import type { Span } from './canonical-text.ts';
import type { BlockKind, PreciseDate } from './document.ts';
import type { ArticleId, RevisionId, StatementId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { SpeakerReference } from './people.ts';
import type { RevisionSummary, VerbatimState } from './revisions.ts';
import type { StatementState } from './statements.ts';

/** What `articles.compare` answers: two revisions, or two articles, side by side. */
export interface Comparison {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  /** Headline, subheading, byline and date, where either side has one. */
  readonly head: readonly ComparedField[];
  /** First those whose words or speaker changed, then those that are gone, then those that were added. */
  readonly statements: readonly ComparedStatement[];
  /** How many statements stand in both with the same words and speaker. */
  readonly sameStatements: number;
  /** The body in reading order. */
  readonly rows: readonly ComparedRow[];
  /** Words of the body that stand in one side only. */
  readonly words: { readonly gone: number; readonly added: number };
}

export interface ComparedSide {
  readonly article: ArticleId;
  readonly title: string;
  readonly publication: string | null;
  readonly revision: RevisionId;
  readonly number: number;
  readonly captured: Instant | null;
  /** When the capture's file was last changed. */
  readonly fileDated: Instant | null;
  readonly published: PreciseDate | null;
  readonly language: string | null;
  /** All of the article's, in their order, to choose another. */
  readonly revisions: readonly RevisionSummary[];
  readonly verbatim?: VerbatimState;
}

export type ComparedFieldName = 'title' | 'subheading' | 'byline' | 'published';

/** A text of one side with the words of it that are not in the other. */
export interface MarkedText {
  readonly text: string;
  /** Spans of `text`, in order; each begins and ends with a whole word or a sign. */
  readonly marks: readonly Span[];
}

export interface ComparedField {
  readonly name: ComparedFieldName;
  readonly change: 'same' | 'changed' | 'added' | 'gone';
  readonly left: MarkedText | null;
  readonly right: MarkedText | null;
}

export interface ComparedBlock extends MarkedText {
  readonly kind: BlockKind;
  /** Of a heading. */
  readonly level: number | null;
  /** Where it begins in its revision's canonical text. */
  readonly start: number;
}

/**
 * Blocks that stand beside one another. `moved`: the same words stand at another place in the other side,
 * in the row `counterpart`. A side has several blocks where a paragraph was split or two were joined.
 */
export type ComparedRow =
  | {
      readonly change: 'same' | 'changed';
      readonly left: readonly ComparedBlock[];
      readonly right: readonly ComparedBlock[];
    }
  | { readonly change: 'gone'; readonly left: readonly ComparedBlock[]; readonly right: readonly [] }
  | { readonly change: 'added'; readonly left: readonly []; readonly right: readonly ComparedBlock[] }
  | {
      readonly change: 'moved';
      readonly left: readonly ComparedBlock[];
      readonly right: readonly ComparedBlock[];
      readonly counterpart: number;
    };

export interface ComparedWords extends MarkedText {
  readonly id: StatementId;
  readonly state: StatementState;
  readonly speakers: readonly SpeakerReference[];
  readonly described: string | null;
  readonly said: PreciseDate | null;
  /** The row in which it begins. */
  readonly row: number;
}

export interface ComparedStatement {
  readonly change: 'changed' | 'gone' | 'added';
  readonly left: ComparedWords | null;
  readonly right: ComparedWords | null;
}

/** An article with more than one revision. */
export interface ChangedArticle {
  readonly article: ArticleSummary;
  /** The last one besides the current. */
  readonly previous: RevisionId;
}

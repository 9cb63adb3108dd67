import type { Span } from './canonical-text.ts';
import type { PreciseDate } from './document.ts';
import type { ArticleId, RevisionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { SpeakerReference } from './people.ts';
import type { Placement } from './placements.ts';

/** How words stand elsewhere: all of them as they are, some of them left out, or with other words. */
export const sameWordsKinds = ['whole', 'cut', 'altered'] as const;
export type SameWordsKind = (typeof sameWordsKinds)[number];

/** Words of a statement as another text has them. */
export interface WordsFound {
  readonly kind: SameWordsKind;
  /** Where, in that text. */
  readonly span: Span;
  readonly text: string;
  /** What of `text` the statement doesn't have, in UTF-16 units of `text`. */
  readonly added: readonly Span[];
  /** What of the statement isn't there, in UTF-16 units of the statement's words. */
  readonly gone: readonly Span[];
}

/** Whose words they are there: those who say them here, somebody else, or nobody's statement. */
export type AttributedElsewhere =
  | { readonly to: 'same' | 'other'; readonly speakers: readonly SpeakerReference[]; readonly described: string | null }
  | { readonly to: 'nobody' };

/** A statement's words in another article. */
export interface SameWords extends WordsFound {
  readonly article: ArticleId;
  readonly title: string;
  readonly publication: string | null;
  readonly published: PreciseDate | null;
  readonly attributed: AttributedElsewhere;
}

/** A statement's words in one revision of its own article. */
export interface WordsInRevision {
  readonly revision: RevisionId;
  readonly number: number;
  readonly captured: Instant | null;
  readonly placement: Placement;
  /** Null where the statement is lost in it. */
  readonly words: WordsFound | null;
}

export interface WordsElsewhere {
  /** The statement's own words. */
  readonly words: string;
  /** Oldest first; what has no day last. */
  readonly found: readonly SameWords[];
  /** True where more articles may have them than were read. */
  readonly more: boolean;
  /** True for a statement of so few words that nobody could tell them from a turn of phrase. */
  readonly tooShort: boolean;
  /** The revisions of its own article in which its words are others, or not there; empty where none are. */
  readonly revisions: readonly WordsInRevision[];
}

/** What became of a statement's words in a revision, seen from the one before. */
export type WordsChange =
  /** The first of the revisions has them. */
  | 'first'
  | 'same'
  | 'changed'
  /** The one before doesn't have them. */
  | 'appeared'
  | 'lost'
  /** Neither has it, nor any before. */
  | 'not-yet';

/** A statement's words in one revision of its article; the revisions follow one another in time. */
export interface WordsInTurn {
  readonly revision: RevisionId;
  readonly number: number;
  readonly captured: Instant | null;
  readonly fileDated: Instant | null;
  readonly change: WordsChange;
  /** Only where they were changed: compared with those of `before`, the last revision that has them. */
  readonly changed: { readonly before: string; readonly words: WordsFound } | null;
}

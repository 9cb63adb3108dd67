import type { ArticleMetadata, ReadingDocument, Span, StatementKind } from '../../../main/contract/index.ts';

/** How the words at the cue name the speaker; `none` where nothing at the quotation does. */
export const sourceKinds = ['named', 'pronoun', 'description', 'none'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Somebody who speaks, as a careful editor would write it into the ledger. */
export interface LabelledSpeaker {
  /** Each of them is a right answer; the first is the best. */
  readonly names: readonly string[];
  /** `unnamed` is somebody known by a description alone ("a spokesperson"): the name is the description. */
  readonly form: 'person' | 'organization' | 'unnamed';
}

/** A value that the label judges; null where the label says nothing about it. */
export type Judged<Value> = { readonly is: Value } | null;

export interface LabelledStatement {
  /** As the label calls it: a number here, an entity's id in stand-off. */
  readonly label: string;
  readonly kind: StatementKind;
  /** In the document's canonical text, in order, without the outer quotation marks. */
  readonly spans: readonly Span[];
  /** None where nobody can be said to have spoken (`unresolved`). */
  readonly speakers: Judged<readonly LabelledSpeaker[]>;
  readonly role: Judged<string | null>;
  /** The day of the saying, as precisely as the text gives it. */
  readonly said: Judged<string | null>;
  readonly source: SourceKind;
  /** Where the cue names the speaker. */
  readonly mentions: readonly Span[];
}

export interface LabelledArticle {
  readonly name: string;
  readonly language: string;
  /** What the article is there to show; empty where nobody said. */
  readonly about: string;
  /** Written as a paper would write it on any day, not to hold a certain pattern; of a folder in stand-off all are. */
  readonly isOrdinary: boolean;
  readonly metadata: ArticleMetadata;
  readonly document: ReadingDocument;
  /** Its canonical text. */
  readonly text: string;
  readonly statements: readonly LabelledStatement[];
  /** Words that look like a statement and are none. */
  readonly traps: readonly Span[];
  /**
   * `whole` where names are labelled as the article gives them in full; `as-printed` where the label is the word at the
   * quotation, and a fuller name of the same person is right too.
   */
  readonly naming: 'whole' | 'as-printed';
}

/** What is known about an article that is nothing but its words. */
export function metadataOf(
  given: Pick<ArticleMetadata, 'title' | 'language' | 'published'> & Partial<ArticleMetadata>,
): ArticleMetadata {
  return {
    subheading: null,
    byline: [],
    publication: null,
    section: null,
    modified: null,
    url: null,
    description: null,
    leadImage: null,
    sources: {},
    ...given,
  };
}

import type { SearchSort } from '../../main/contract/index.ts';

/**
 * A search as the database runs it. The core makes it from what a person typed; a `match` is an FTS5
 * expression in which every term is a quoted string, never a person's own text.
 */
export type SearchCondition =
  /** The article's words match. */
  | { readonly kind: 'match'; readonly match: string }
  /** It has a statement, by one of these people or with these words when said. */
  | { readonly kind: 'statement'; readonly condition: StatementCondition | null }
  | { readonly kind: 'code'; readonly codes: readonly number[] }
  | { readonly kind: 'published'; readonly side: 'before' | 'after'; readonly value: string }
  | { readonly kind: 'notes' }
  | { readonly kind: 'collection'; readonly collection: number }
  /** A region of the language belongs to it. */
  | { readonly kind: 'language'; readonly tag: string }
  /** Another search finds it: a saved one. */
  | { readonly kind: 'found'; readonly step: SearchStep }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SearchCondition[] }
  | { readonly kind: 'not'; readonly part: SearchCondition };

/** What is asked of one statement. */
export type StatementCondition =
  | { readonly kind: 'match'; readonly match: string }
  /** `jointly`: the statements in which one of them speaks besides the first speaker; where there are none it is left out. */
  | { readonly kind: 'speaker'; readonly speakers: readonly number[]; readonly jointly?: readonly number[] }
  /** Nobody is named as its speaker. */
  | { readonly kind: 'unnamed' }
  /** One of its speakers spoke as one of these, word for word, or for one of these. */
  | { readonly kind: 'role'; readonly roles: readonly string[] }
  | { readonly kind: 'organization'; readonly organizations: readonly number[] }
  | { readonly kind: 'value'; readonly column: 'kind' | 'state'; readonly value: string }
  /** It was said in that year or month, or on that day. */
  | { readonly kind: 'said'; readonly value: string }
  /** An annotation that carries one of these codes shares words with it. */
  | { readonly kind: 'coded'; readonly codes: readonly number[] }
  /** Something holds of its article. */
  | { readonly kind: 'article'; readonly condition: SearchCondition }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly StatementCondition[] }
  | { readonly kind: 'not'; readonly part: StatementCondition };

/** One way to answer: where the walk begins, and what else must hold. */
export interface SearchStep {
  /**
   * The index that is walked and that ranks: all its matches answer, as far as the conditions hold.
   * Without one, all articles are walked.
   */
  readonly walk:
    | { readonly kind: 'articles'; readonly match: string }
    | { readonly kind: 'statements'; readonly match: string; readonly condition: StatementCondition | null }
    | null;
  readonly condition: SearchCondition | null;
  /** Ranks the articles of a walk over all articles, where words stand among alternatives. */
  readonly rank: string | null;
}

export interface SearchPlan {
  /** Tried in order until one finds something; all but the first give partial matches. */
  readonly steps: readonly SearchStep[];
  readonly sort: SearchSort;
  readonly offset: number;
  readonly limit: number;
  /**
   * bm25 reads the length of every matching article, about a microsecond each. When more than this many
   * articles answer, those with the words in the title come first, by bm25, and after them all others,
   * newest first, with score 0.
   */
  readonly mostRanked: number;
  /** Words and phrases to show in the snippets, as `findTerms` takes them. */
  readonly terms: readonly string[];
  /** The words were asked of notes: snippets come from there before the text. */
  readonly notesFirst: boolean;
}

/** A field whose name is to be looked up. Words are folded. */
export interface NameLookup {
  readonly kind: 'speaker' | 'role' | 'organization' | 'code' | 'collection';
  readonly words: readonly string[];
  /** The words stand in a row, whole; else each begins a word of the name. */
  readonly phrase: boolean;
}
export interface NamesFound {
  readonly ids: readonly number[];
  readonly names: readonly string[];
  /** Of speakers: the statements in which one of them speaks besides the first speaker. */
  readonly jointly?: readonly number[];
  /** Of collections: what the saved searches among them ask for. */
  readonly searches?: readonly string[];
  /** The same as they are run; made by the core. */
  readonly steps?: readonly SearchStep[];
}

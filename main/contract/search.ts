import * as v from 'valibot';
import type { ArticleSummary } from './articles.ts';

export interface Snippet {
  readonly text: string;
  /** Spans of `text` that match. */
  readonly marks: readonly (readonly [number, number])[];
}

export interface SearchRow {
  readonly article: ArticleSummary;
  readonly score: number;
  readonly snippet: Snippet;
}

export interface SearchSummary {
  /** Exact. */
  readonly total: number;
  /** Articles that could not be searched (no text), listed by `search.unsearchable`. */
  readonly unsearchable: number;
  /** True when no article has all the words and the best partial matches are shown. */
  readonly partial: boolean;
  /** The query as it was understood, one phrase a part, for the line under the field. */
  readonly understood: readonly string[];
  /** The plain words and phrases looked for, for marking them in the reader. */
  readonly terms: readonly string[];
}

export interface SearchResult {
  readonly rows: readonly SearchRow[];
  readonly summary: SearchSummary;
}

export const SearchSort = v.picklist(['relevance', 'newest', 'oldest']);

export type SearchSort = v.InferOutput<typeof SearchSort>;

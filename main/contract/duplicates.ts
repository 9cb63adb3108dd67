import type { ArticleSummary } from './articles.ts';
import type { PreciseDate } from './document.ts';
import type { ArticleId } from './ids.ts';

/** Why two articles may be one work: their texts, or an address that older rules took for two. */
export type PairReason = 'text' | 'address';

/** Another article that may be the same work; offered, never merged. */
export interface AlikeArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly publication: string | null;
  readonly published: PreciseDate | null;
  readonly words: number;
  readonly reason: PairReason;
  /** How much of the shorter text stands in the longer, 0 to 1; null where only the address is the same. */
  readonly contained: number | null;
}

/** Two articles of a group. */
export interface AlikePair {
  readonly one: ArticleId;
  readonly other: ArticleId;
  readonly reason: PairReason;
  readonly contained: number | null;
}

/** Articles that hang together by their likeness, the earliest published first. */
export interface DuplicateGroup {
  readonly articles: readonly ArticleSummary[];
  readonly pairs: readonly AlikePair[];
}

export interface DuplicateGroups {
  readonly groups: readonly DuplicateGroup[];
  readonly total: number;
  /** Articles that were not compared with the others yet; that happens in the background. */
  readonly waiting: number;
}

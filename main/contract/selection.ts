import * as v from 'valibot';
import { ArticleId, CollectionId } from './ids.ts';
import { SearchText } from './search-text.ts';

/** What an export takes along. Exactly one kind of choice. */
export const Selection = v.variant('of', [
  v.object({ of: v.literal('everything') }),
  v.object({ of: v.literal('articles'), articles: v.array(ArticleId) }),
  v.object({ of: v.literal('collection'), collection: CollectionId }),
  v.object({ of: v.literal('search'), query: SearchText }),
]);
export type Selection = v.InferOutput<typeof Selection>;

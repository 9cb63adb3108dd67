import * as v from 'valibot';
import { ArticleId, CollectionId, SpeakerId } from './ids.ts';
import { SearchText } from './search-text.ts';

/**
 * What an export takes along. Exactly one kind of choice. `person` is what somebody says: their statements, with the
 * articles that these stand in.
 */
export const Selection = v.variant('of', [
  v.object({ of: v.literal('everything') }),
  v.object({ of: v.literal('articles'), articles: v.array(ArticleId) }),
  v.object({ of: v.literal('collection'), collection: CollectionId }),
  v.object({ of: v.literal('person'), person: SpeakerId }),
  v.object({ of: v.literal('search'), query: SearchText }),
]);
export type Selection = v.InferOutput<typeof Selection>;

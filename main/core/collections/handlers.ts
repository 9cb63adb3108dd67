import type { Collection } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { CallOptions, MethodHandlers } from '../handlers.ts';
import { searchHandlers } from '../search/handlers.ts';

type Names =
  | 'collections.list'
  | 'collections.create'
  | 'collections.update'
  | 'collections.add'
  | 'collections.remove'
  | 'collections.bin'
  | 'collections.restore';

export function collectionHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  const search = searchHandlers(context)['search.run'];
  /** A saved search counts what it finds now; partial matches are not what was saved. */
  const counted = async (collection: Collection, call: CallOptions): Promise<Collection> => {
    if (collection.query === null) return collection;
    const { summary } = await search({ query: collection.query, sort: 'relevance', offset: 0, limit: 1 }, call);
    return { ...collection, articles: summary.partial ? 0 : summary.total };
  };
  const changed = <T>(result: T, withBin = false): T => {
    context.emit('library.changed', {
      subjects: withBin ? ['collections', 'bin', 'events'] : ['collections', 'events'],
      articles: null,
    });
    return result;
  };
  return {
    'collections.list': async (_nothing, call) => {
      const collections = await context.pool.read('collections.list');
      return Promise.all(collections.map((collection) => counted(collection, call)));
    },
    'collections.create': async (collection, call) =>
      counted(changed(await context.pool.write('collections.create', collection)), call),
    'collections.update': async (change, call) =>
      counted(changed(await context.pool.write('collections.update', change)), call),
    'collections.add': async ({ id, articles }) => {
      await context.pool.write('collections.add', id, articles);
      return changed(null);
    },
    'collections.remove': async ({ id, articles }) => {
      await context.pool.write('collections.remove', id, articles);
      return changed(null);
    },
    'collections.bin': async ({ id }) => {
      await context.pool.write('collections.bin', id);
      return changed(null, true);
    },
    'collections.restore': async ({ id }, call) =>
      counted(changed(await context.pool.write('collections.restore', id), true), call),
  };
}

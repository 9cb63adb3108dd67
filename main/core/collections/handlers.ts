import type { CollectionId, LibraryChange } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';
import { countCollection } from '../search/handlers.ts';

type Names =
  | 'collections.list'
  | 'collections.count'
  | 'collections.create'
  | 'collections.update'
  | 'collections.add'
  | 'collections.remove'
  | 'collections.bin'
  | 'collections.restore';

export function collectionHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  /** `ids` are the collections whose articles, name or query changed; null where others changed their places too. */
  const changed = <T>(result: T, ids: readonly CollectionId[] | null, ...also: readonly LibraryChange[]): T => {
    context.changes.tell({ subject: 'collections', ids }, { subject: 'events' }, ...also);
    return result;
  };
  return {
    'collections.list': (_nothing, call) => context.pool.readWith(call, 'collections.list'),
    'collections.count': async ({ id }, call) => ({ articles: await countCollection(context, id, call) }),
    'collections.create': async (collection) =>
      changed(await context.pool.write('collections.create', collection), null),
    'collections.update': async (change) =>
      changed(
        await context.pool.write('collections.update', change),
        change.parent === undefined && change.position === undefined ? [change.id] : null,
      ),
    'collections.add': async ({ id, articles }) => {
      await context.pool.write('collections.add', id, articles);
      return changed(null, [id]);
    },
    'collections.remove': async ({ id, articles }) => {
      await context.pool.write('collections.remove', id, articles);
      return changed(null, [id]);
    },
    'collections.bin': async ({ id }) => {
      await context.pool.write('collections.bin', id);
      return changed(null, null, { subject: 'bin' });
    },
    'collections.restore': async ({ id }) =>
      changed(await context.pool.write('collections.restore', id), null, { subject: 'bin' }),
  };
}

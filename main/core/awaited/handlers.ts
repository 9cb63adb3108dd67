import type { AwaitedPageId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

type Names = 'awaited.list' | 'awaited.files' | 'awaited.remove' | 'awaited.restore';

export function awaitedHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  const changed = (ids: readonly AwaitedPageId[]) =>
    context.changes.tell({ subject: 'awaited', ids }, { subject: 'events' });
  return {
    'awaited.list': ({ words, file, offset, limit }, call) =>
      context.pool.readWith(call, 'awaited.list', { words: words ?? null, file: file ?? null, offset, limit }),
    'awaited.files': (_nothing, call) => context.pool.readWith(call, 'awaited.files'),
    'awaited.remove': async (which) => {
      const removed = await context.pool.write('awaited.dismiss', which);
      changed(removed);
      return removed;
    },
    'awaited.restore': async ({ ids }) => {
      await context.pool.write('awaited.restore', ids);
      changed(ids);
      return null;
    },
  };
}

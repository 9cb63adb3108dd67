import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

export function columnHandlers(
  context: CoreContext,
): Pick<MethodHandlers, 'columns.list' | 'columns.change' | 'columns.remove'> {
  const changed = (signature: string) =>
    context.changes.tell({ subject: 'columns', ids: [signature] }, { subject: 'events' });
  return {
    'columns.list': (_nothing, call) => context.pool.readWith(call, 'columns.list'),
    'columns.change': async (change) => {
      await context.pool.write('columns.change', change);
      changed(change.signature);
      return null;
    },
    'columns.remove': async ({ signature }) => {
      await context.pool.write('columns.remove', signature);
      changed(signature);
      return null;
    },
  };
}

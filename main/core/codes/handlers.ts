import type { LibraryChange } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

type Names = 'codes.list' | 'codes.create' | 'codes.update' | 'codes.bin' | 'codes.restore';

export function codeHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  /** Which other codes it changes (those below it, their paths) is not worked out here. */
  const changed = <T>(result: T, ...also: readonly LibraryChange[]): T => {
    context.changes.tell({ subject: 'codes', ids: null }, { subject: 'events' }, ...also);
    return result;
  };
  /** A code in the bin is on no annotation any more. */
  const moved = <T>(result: T): T =>
    changed(result, { subject: 'annotations', ids: null, articles: null }, { subject: 'bin' });
  return {
    'codes.list': (_nothing, call) => context.pool.readWith(call, 'codes.list'),
    'codes.create': async ({ name, parent, definition, color }) =>
      changed(await context.pool.write('codes.create', { name, parent, definition, color: color ?? null })),
    'codes.update': async (change) => changed(await context.pool.write('codes.update', change)),
    'codes.bin': async ({ id }) => {
      await context.pool.write('codes.bin', id);
      return moved(null);
    },
    'codes.restore': async ({ id }) => moved(await context.pool.write('codes.restore', id)),
  };
}

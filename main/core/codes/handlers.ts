import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

type Names = 'codes.list' | 'codes.create' | 'codes.update' | 'codes.bin' | 'codes.restore';

export function codeHandlers(context: CoreContext): Pick<MethodHandlers, Names> {
  const changed = <T>(result: T, withBin = false): T => {
    context.emit('library.changed', {
      subjects: withBin ? ['codes', 'annotations', 'bin', 'events'] : ['codes', 'events'],
      articles: null,
    });
    return result;
  };
  return {
    'codes.list': () => context.pool.read('codes.list'),
    'codes.create': async ({ name, parent, definition, color }) =>
      changed(await context.pool.write('codes.create', { name, parent, definition, color: color ?? null })),
    'codes.update': async (change) => changed(await context.pool.write('codes.update', change)),
    'codes.bin': async ({ id }) => {
      await context.pool.write('codes.bin', id);
      return changed(null, true);
    },
    'codes.restore': async ({ id }) => changed(await context.pool.write('codes.restore', id), true),
  };
}

import { stat } from 'node:fs/promises';
import { VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

export function watchHandlers(context: CoreContext): Pick<MethodHandlers, 'watch.list' | 'watch.add' | 'watch.remove'> {
  const changed = async (): Promise<null> => {
    await context.watch.refresh();
    context.changes.tell({ subject: 'folders', ids: null });
    return null;
  };
  return {
    'watch.list': () => context.pool.read('watch.list'),
    'watch.add': async ({ grant, collection }) => {
      if (context.grants.isTemporary(grant))
        throw new VerbatimError(
          'unsupported',
          'An upload cannot be watched: it is a copy. Watch the folder from the desktop window or the terminal.',
        );
      const path = context.grants.resolve(grant, 'read');
      if (!(await stat(path)).isDirectory())
        throw new VerbatimError(
          'bad-input',
          'Only a folder can be watched. Choose the folder that the files come into.',
        );
      await context.pool.write('watch.add', path, collection);
      return changed();
    },
    'watch.remove': async ({ id }) => {
      await context.pool.write('watch.remove', id);
      return changed();
    },
  };
}

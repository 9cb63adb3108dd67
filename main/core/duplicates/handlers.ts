import type { ArticleId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

/** Articles that may be one work: listed, and told apart by a person. */
export function duplicateHandlers(
  context: CoreContext,
): Pick<MethodHandlers, 'duplicates.list' | 'duplicates.dismiss' | 'duplicates.restore'> {
  const set = async (pair: { readonly one: ArticleId; readonly other: ArticleId }, dismissed: boolean) => {
    await context.pool.write('duplicates.setDismissed', pair, dismissed);
    context.changes.tell({ subject: 'duplicates', ids: [pair.one, pair.other] }, { subject: 'events' });
    return null;
  };
  return {
    'duplicates.list': (page) => context.pool.read('duplicates.list', page),
    'duplicates.dismiss': (pair) => set(pair, true),
    'duplicates.restore': (pair) => set(pair, false),
  };
}

import type { ArticleId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

/** Articles that may be one work: listed, and told apart by a person. */
export function duplicateHandlers(
  context: CoreContext,
): Pick<MethodHandlers, 'duplicates.list' | 'duplicates.dismiss' | 'duplicates.restore'> {
  const set = async (told: { readonly one: ArticleId; readonly others: readonly ArticleId[] }, dismissed: boolean) => {
    await context.pool.write('duplicates.setDismissed', told, dismissed);
    context.changes.tell({ subject: 'duplicates', ids: [told.one, ...told.others] }, { subject: 'events' });
    return null;
  };
  return {
    'duplicates.list': (page, call) => context.pool.readWith(call, 'duplicates.list', page),
    'duplicates.dismiss': (told) => set(told, true),
    'duplicates.restore': (told) => set(told, false),
  };
}

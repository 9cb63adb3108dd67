import type { AwaitedPageId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';
import { perform } from '../../shared/state/undo.ts';
import { awaitedTexts as texts } from './texts.ts';

/** Waits no longer for one page, or for all that one file alone told of; undo waits again. */
export async function removeAwaited(
  which: { readonly ids: readonly [AwaitedPageId] } | { readonly file: string },
  count: number,
): Promise<void> {
  let removed: readonly AwaitedPageId[] = [];
  await perform({
    label: texts.removed(count),
    do: async () => {
      removed = await api.call('awaited.remove', 'ids' in which ? { ids: [...which.ids] } : which);
    },
    undo: () => api.call('awaited.restore', { ids: [...removed] }),
  });
}

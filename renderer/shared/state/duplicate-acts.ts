import type { ArticleId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';
import { duplicateTexts } from '../texts/duplicates.ts';
import { perform } from './undo.ts';

/** Remembers that an article is not the same work as others. */
export function dismissDuplicates(article: ArticleId, others: readonly ArticleId[]): Promise<boolean> {
  return perform({
    label: duplicateTexts.dismissed,
    do: () => api.call('duplicates.dismiss', { one: article, others: [...others] }),
    undo: () => api.call('duplicates.restore', { one: article, others: [...others] }),
  });
}

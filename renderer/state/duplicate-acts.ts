import type { ArticleId } from '../../main/contract/ids.ts';
import { api } from '../api/api.ts';
import { duplicateTexts } from '../texts/duplicates.ts';
import { perform } from './undo.ts';

/** Remembers that an article is not the same work as others. */
export function dismissDuplicates(article: ArticleId, others: readonly ArticleId[]): Promise<boolean> {
  const each = async (method: 'duplicates.dismiss' | 'duplicates.restore') => {
    for (const other of others) await api.call(method, { one: article, other });
  };
  return perform({
    label: duplicateTexts.dismissed,
    do: () => each('duplicates.dismiss'),
    undo: () => each('duplicates.restore'),
  });
}

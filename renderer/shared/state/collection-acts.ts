import type { Collection } from '../../../main/contract/collections.ts';
import type { ArticleId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';
import { collectionTexts } from '../texts/collections.ts';
import { notifyError } from './notices.ts';
import { collection as shown } from './search.ts';
import { perform } from './undo.ts';

/** Makes a collection, or with a query a saved search. Null when it failed, which has been told then. */
export async function createCollection(name: string, query: string | null): Promise<Collection | null> {
  let made: Collection | null = null;
  await perform({
    label: collectionTexts.made(name),
    do: async () => {
      // A redo brings the same collection back out of the bin, with what had been put into it.
      made =
        made === null
          ? await api.call('collections.create', { name, parent: null, query })
          : await api.call('collections.restore', { id: made.id });
    },
    undo: async () => {
      if (made !== null) await api.call('collections.bin', { id: made.id });
    },
  });
  return made;
}

export function renameCollection({ id, name }: Collection, next: string): Promise<boolean> {
  return perform({
    label: collectionTexts.renamed(next),
    notice: false,
    do: () => api.call('collections.update', { id, name: next }),
    undo: () => api.call('collections.update', { id, name }),
  });
}

export function binCollection({ id, name }: Collection): Promise<boolean> {
  if (shown.value === id) shown.value = null;
  return perform({
    label: collectionTexts.collectionBinned(name),
    do: () => api.call('collections.bin', { id }),
    undo: () => api.call('collections.restore', { id }),
  });
}

export function addToCollection({ id, name }: Collection, articles: readonly ArticleId[]): Promise<boolean> {
  return perform({
    label: collectionTexts.added(articles.length, name),
    do: () => api.call('collections.add', { id, articles: [...articles] }),
    undo: () => api.call('collections.remove', { id, articles: [...articles] }),
  });
}

export function takeOutOfCollection({ id, name }: Collection, articles: readonly ArticleId[]): Promise<boolean> {
  return perform({
    label: collectionTexts.removed(articles.length, name),
    do: () => api.call('collections.remove', { id, articles: [...articles] }),
    undo: () => api.call('collections.add', { id, articles: [...articles] }),
  });
}

export function binArticles(articles: readonly ArticleId[]): Promise<boolean> {
  return perform({
    label: collectionTexts.binned(articles.length),
    do: () => api.call('articles.bin', { articles: [...articles] }),
    undo: () => api.call('articles.restore', { articles: [...articles] }),
  });
}

/** Adds articles to a collection that is made first; nothing is added when making it failed. */
export async function addToNewCollection(name: string, articles: readonly ArticleId[]): Promise<void> {
  const made = await createCollection(name, null);
  if (made !== null) await api.call('collections.add', { id: made.id, articles: [...articles] }).catch(notifyError);
}

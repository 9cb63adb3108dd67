import type { ArticleId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';

let keeping: Promise<unknown> = Promise.resolve();

/**
 * Keeps where an article was left; an offset of its canonical text. A place that isn't kept is no loss worth
 * a message: a read-only library keeps none.
 */
export function keepPlace(article: ArticleId, position: number): void {
  const kept = api.call('articles.setPosition', { article, position }).catch(() => undefined);
  keeping = Promise.all([keeping, kept]);
}

/** Resolves when every place that was left is kept, so that an article that is opened again at once knows its own. */
export async function placesKept(): Promise<void> {
  await keeping;
}

import type { DueAmong, DuePage } from '../../../db/queries/awaited.ts';
import type { ArticleId, AwaitedPageId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { type PutMarks, putMarks } from './put-marks.ts';

/** What an awaited page's article was given. */
export interface Resolved {
  readonly page: AwaitedPageId;
  readonly article: ArticleId;
  readonly put: PutMarks;
}

/**
 * Gives articles what was waiting for them. Doing it twice does no harm, so what a killed process left is
 * done when the library is opened.
 */
export async function resolveAwaited(context: CoreContext, among: DueAmong): Promise<readonly Resolved[]> {
  const resolved: Resolved[] = [];
  for (const due of await context.pool.read('awaited.due', among)) {
    const put = await resolvePage(context, due);
    if (put !== null) resolved.push({ page: due.page, article: due.article, put });
  }
  return resolved;
}

async function resolvePage(context: CoreContext, { page, article, by }: DuePage): Promise<PutMarks | null> {
  const waiting = await context.pool.read('awaited.waiting', page);
  if (waiting === null) return null;
  const { tags, marks, files } = waiting;
  return putMarks(context, article, { tags, marks, from: files.join(', ') }, { page, mustFind: by === 'title' });
}

import type { DueAmong, DuePage } from '../../../db/queries/awaited.ts';
import type { ArticleId, AwaitedPageId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { oneByOne } from '../library/one-by-one.ts';
import { type PutMarks, putMarks } from './put-marks.ts';

/** What an awaited page's article was given. */
export interface Resolved {
  readonly page: AwaitedPageId;
  readonly article: ArticleId;
  readonly put: PutMarks;
}

/**
 * Gives articles what was waiting for them. Doing it twice does no harm, so what a killed process left is
 * done when the library is opened. A page that fails goes on waiting; that is told in the event log, and to `notice`. The signal ends it before the next page.
 */
export async function resolveAwaited(
  context: CoreContext,
  among: DueAmong,
  options: { readonly notice?: (sentence: string) => void; readonly signal?: AbortSignal } = {},
): Promise<readonly Resolved[]> {
  const resolved: Resolved[] = [];
  const failed = await oneByOne(context, {
    items: await context.pool.read('awaited.due', among),
    kind: 'awaited',
    failed: 'What was waiting was not given to',
    signal: options.signal,
    nameOf: ({ article }) => `article ${article}`,
    work: async (due) => {
      const put = await resolvePage(context, due);
      if (put !== null) resolved.push({ page: due.page, article: due.article, put });
    },
  });
  if (failed !== null) options.notice?.(failed);
  return resolved;
}

async function resolvePage(context: CoreContext, { page, article, by }: DuePage): Promise<PutMarks | null> {
  const waiting = await context.pool.read('awaited.waiting', page);
  if (waiting === null) return null;
  const { tags, marks, files } = waiting;
  return putMarks(context, article, { tags, marks, from: files.join(', ') }, { page, mustFind: by === 'title' });
}

import { type ArticleDescription, type ArticleId, type RevisionId, VerbatimError } from '../../contract/index.ts';
import { readerByName } from '../../formats/registry.ts';
import { resolveAwaited } from '../awaited/resolve.ts';
import type { CoreContext } from '../context.ts';
import { isPresent } from '../extract/extractor.ts';
import type { CallOptions, MethodHandlers } from '../handlers.ts';
import { collectOriginals } from '../originals/collect.ts';
import { suggestIn } from '../revisions/settle.ts';

export function articleHandlers(
  context: CoreContext,
): Pick<
  MethodHandlers,
  | 'articles.describe'
  | 'articles.read'
  | 'articles.setPosition'
  | 'articles.bin'
  | 'articles.restore'
  | 'bin.list'
  | 'bin.empty'
> {
  const move = async (articles: readonly ArticleId[], to: 'bin' | 'library'): Promise<null> => {
    const binned = to === 'bin' ? new Date().toISOString() : null;
    const moved = await context.pool.write('articles.setBinned', articles, binned, context.agent);
    // What was told of a page while its article lay in the bin has waited for it.
    if (to === 'library' && moved.length > 0) {
      await suggestWhereNone(context, moved);
      await resolveAwaited(context, { articles: moved });
    }
    context.changes.tell(
      { subject: 'articles', ids: articles },
      { subject: 'statements', ids: null, articles },
      { subject: 'annotations', ids: null, articles },
      // Each of them counts only what is on live articles.
      { subject: 'codes', ids: null },
      { subject: 'collections', ids: null },
      { subject: 'speakers', ids: null },
      { subject: 'duplicates', ids: articles },
      { subject: 'bin' },
      { subject: 'events' },
    );
    return null;
  };
  return {
    'articles.describe': async ({ article, revision }, call) => {
      const description = await describe(context, article, revision, call);
      context.texts.prepare();
      return description;
    },
    'articles.read': async ({ article, revision }, call) => {
      const description = await describe(context, article, revision, call);
      const parts = await context.pool.readWith(call, 'articles.read', article, description.revision.id);
      if (parts === null) throw notFound(article);
      return { ...description, revision: parts.revision };
    },
    'articles.setPosition': async ({ article, position }) => {
      if (context.pool.writable) await context.pool.write('articles.setPosition', article, position);
      return null;
    },
    'articles.bin': ({ articles }) => move(articles, 'bin'),
    'articles.restore': ({ articles }) => move(articles, 'library'),
    'bin.list': (_nothing, call) => context.pool.readWith(call, 'bin.list'),
    'bin.empty': async () => {
      const { removed, orphans } = await context.pool.write('bin.empty', context.agent);
      await collectOriginals(context, orphans);
      context.changes.tell(
        { subject: 'articles', ids: null },
        { subject: 'statements', ids: null, articles: null },
        { subject: 'annotations', ids: null, articles: null },
        { subject: 'codes', ids: null },
        { subject: 'collections', ids: null },
        { subject: 'speakers', ids: null },
        { subject: 'duplicates', ids: null },
        { subject: 'bin' },
        { subject: 'events' },
      );
      return { removed };
    },
  };
}

/**
 * Looks for statements in articles that come back without any: older versions brought a revision that came while its
 * article lay in the bin into use without looking.
 */
async function suggestWhereNone(context: CoreContext, articles: readonly ArticleId[]): Promise<void> {
  for (const { article, revision } of await context.pool.read('statements.currentWithout', articles))
    await suggestIn(context, { article, revision, urgent: true });
}

async function describe(
  context: CoreContext,
  article: ArticleId,
  revision: RevisionId | undefined,
  call: CallOptions,
): Promise<ArticleDescription> {
  const facts = await context.pool.readWith(call, 'articles.describe', article, revision ?? null);
  if (facts === null) throw notFound(article);
  const { onPages, ...parts } = facts;
  const [statements, annotations, alike] = await Promise.all([
    context.pool.readWith(call, 'statements.ofRevision', parts.revision.id),
    context.pool.readWith(call, 'annotations.ofRevision', parts.revision.id),
    context.pool.readWith(call, 'duplicates.alike', article),
  ]);
  const { capture, extractor } = parts.revision;
  const format = parts.captures.find(({ id }) => id === capture)?.format ?? '';
  // What comes out of a web archive has pages only where its blocks stand on some; a scan has no blocks.
  const hasPages = onPages && readerByName(format)?.pages !== undefined;
  return { ...parts, statements, annotations, alike, upToDate: isPresent(extractor, format), hasPages };
}

function notFound(article: ArticleId): VerbatimError {
  return new VerbatimError('not-found', 'This article is not in the library, or it is in the bin.', { article });
}

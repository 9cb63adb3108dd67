import { safeParse } from 'valibot';
import { ArticleId, RevisionId, revisionHeader } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

const documentAddress = /^\/document\/(of\/)?([0-9a-f-]{36})$/;

/** Whose words an address names: a revision's, or those of an article's current one. */
export type NamedDocument =
  | { readonly of: 'revision'; readonly revision: RevisionId }
  | { readonly of: 'article'; readonly article: ArticleId };

/** What an address names the document of; null where it names none. */
export function documentOfAddress(pathname: string): NamedDocument | null {
  const [, isArticles, id] = documentAddress.exec(pathname) ?? [];
  if (isArticles === undefined) {
    const revision = safeParse(RevisionId, id);
    return revision.success ? { of: 'revision', revision: revision.output } : null;
  }
  const article = safeParse(ArticleId, id);
  return article.success ? { of: 'article', article: article.output } : null;
}

/**
 * A revision's words as they are stored, packed. They may be megabytes: taken apart in a thread, copied to the next one
 * and put together again for the page it took four seconds; as the bytes that they are, they go through in a few
 * milliseconds, and the page unpacks them while they come.
 */
export async function serveDocument(context: CoreContext, named: NamedDocument): Promise<Response> {
  const found =
    named.of === 'revision'
      ? await context.pool.read('revisions.storedWords', named.revision)
      : await context.pool.read('revisions.currentWords', named.article);
  if (found === null) return new Response('Not found.', { status: 404 });
  return new Response(found.words, {
    headers: {
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      // Words of articles stay in the library, not in the files of a browser.
      'cache-control': 'no-store',
      [revisionHeader]: found.revision,
    },
  });
}

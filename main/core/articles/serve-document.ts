import { safeParse } from 'valibot';
import { RevisionId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

const documentAddress = /^\/document\/([0-9a-f-]{36})$/;

/** The revision that an address names the document of; null where it names none. */
export function revisionOfAddress(pathname: string): RevisionId | null {
  const revision = safeParse(RevisionId, documentAddress.exec(pathname)?.[1]);
  return revision.success ? revision.output : null;
}

/**
 * A revision's document as it is stored. It may be megabytes: taken apart in a thread, copied to the next one and put
 * together again for the page it took four seconds; as the text that it is, it goes through in a few milliseconds.
 */
export async function serveDocument(context: CoreContext, revision: RevisionId): Promise<Response> {
  const document = await context.pool.read('revisions.document', revision);
  if (document === null) return new Response('Not found.', { status: 404 });
  return new Response(document, {
    headers: {
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      // Words of articles stay in the library, not in the files of a browser.
      'cache-control': 'no-store',
    },
  });
}

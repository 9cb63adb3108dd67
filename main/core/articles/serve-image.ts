import { safeParse } from 'valibot';
import { Sha256 } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/** The picture that an address names by its hash; null where it names none. */
export function imageOfAddress(pathname: string): Sha256 | null {
  const hash = safeParse(Sha256, /^\/image\/([0-9a-f]{64})$/.exec(pathname)?.[1]);
  return hash.success ? hash.output : null;
}

/** A picture of an article, as it came in; kinds that could hold more than a picture are not shown. */
export async function serveImage(context: CoreContext, sha256: Sha256): Promise<Response> {
  const original = await context.pool.read('originals.find', sha256);
  if (original === null || !/^image\/(png|jpeg|gif|webp|avif)$/.test(original.mediaType))
    return new Response('Not found.', { status: 404 });
  return new Response((await context.originals.read(sha256)) as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': original.mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      // What is in the library stays in it: a browser would keep a copy on its own disk.
      'cache-control': 'no-store',
    },
  });
}

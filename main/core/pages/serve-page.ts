import { safeParse } from 'valibot';
import { CaptureId, type ErrorCode, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { originalOf } from './original.ts';

/** `/page/<capture>/<number>`: a picture of one page of an original, drawn when it is asked for. */
const pagePath = /^\/page\/([0-9a-f-]{36})\/([1-9]\d{0,5})$/;

export function isPagePath(pathname: string): boolean {
  return pagePath.test(pathname);
}

/** The picture as PNG, or a sentence that says why there is none. */
export async function servePage(context: CoreContext, pathname: string, signal: AbortSignal): Promise<Response> {
  const [, written = '', page = ''] = pagePath.exec(pathname) ?? [];
  const capture = safeParse(CaptureId, written);
  if (!capture.success) return new Response('Not found.', { status: 404 });
  try {
    const { format, bytes } = await originalOf(context, capture.output);
    const picture = await context.parsers.page(format, bytes, Number(page), signal);
    return new Response(picture.bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'",
        // What is in the library stays in it: a browser would keep a copy on its own disk.
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    const status = error instanceof VerbatimError ? statuses[error.code] : undefined;
    if (status === undefined) throw error;
    return new Response((error as VerbatimError).message, {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
    });
  }
}

const statuses: Partial<Record<ErrorCode, number>> = {
  'not-found': 404,
  unsupported: 422,
  'limit-exceeded': 422,
};

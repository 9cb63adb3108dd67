import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ErrorCode } from '../contract/index.ts';
import { toErrorData, VerbatimError } from '../contract/index.ts';
import { secured } from '../pages/policy.ts';

/** A node request in the form that the core's `handleFetch` takes. Only reading requests have no body and go there. */
export function toRequest(message: IncomingMessage, url: URL, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const name of ['range', 'if-none-match', 'if-modified-since', 'accept'] as const) {
    const value = message.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return new Request(url, { method: message.method ?? 'GET', headers, signal });
}

/** Writes an answer, streaming its body. When the browser goes away, the body is cancelled. */
export async function writeResponse(response: Response, target: ServerResponse): Promise<void> {
  const answer = secured(response);
  target.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null || target.req.method === 'HEAD') {
    await answer.body?.cancel();
    target.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream), target);
  } catch {
    // The browser left, or the source broke after the head was sent: a cut connection is all that can be said.
    target.destroy();
  }
}

export function plain(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

const statuses: Partial<Record<ErrorCode, number>> = {
  'bad-input': 400,
  'not-found': 404,
  'grant-unknown': 404,
  conflict: 409,
  'limit-exceeded': 413,
};

/** An error as an answer: `{error: {code, message, details}}`. */
export function failure(thrown: unknown): Response {
  const error = toErrorData(thrown);
  const status = thrown instanceof VerbatimError ? (statuses[error.code] ?? 500) : 500;
  return Response.json({ error }, { status, headers: { 'cache-control': 'no-store' } });
}

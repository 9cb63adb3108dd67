import { randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { object, safeParse, string } from 'valibot';
import { makeTemporaryFolder } from '../temporary/folders.ts';

/**
 * Packages that a browser fetches instead of a granted folder. Each is a file in a temporary folder
 * of this run, behind a token that cannot be guessed; all are removed when the program ends.
 */
export class Downloads {
  readonly #files = new Map<string, { readonly path: string; readonly name: string }>();
  #folder: Promise<string> | null = null;
  #last = 0;

  /** The folder in which a package for download may be written. Made when first needed. */
  folder(): Promise<string> {
    this.#folder ??= Promise.resolve(makeTemporaryFolder('download'));
    return this.#folder;
  }

  /** A path for a package that is to be fetched; no two are the same. */
  async place(name: string): Promise<string> {
    this.#last += 1;
    return join(await this.folder(), `${this.#last}-${name}`);
  }

  /** Offers a finished file. `name` is what the browser shall call it. */
  register(path: string, name: string): { readonly url: string; readonly name: string } {
    const token = randomBytes(18).toString('base64url');
    this.#files.set(token, { path, name });
    return { url: `/download/${token}/${encodeURIComponent(name)}`, name };
  }

  /** Answers `/download/<token>/<name>`; null for any other path. */
  async handle(request: Request): Promise<Response | null> {
    const token = tokenOf(new URL(request.url).pathname);
    if (token === null) return null;
    const file = this.#files.get(token);
    if (file === undefined)
      return new Response('This download is not offered any more. Export again.', { status: 404 });
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    const { size } = await stat(file.path);
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': contentDisposition(file.name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    };
    if (request.method === 'HEAD') return new Response(null, { headers });
    return new Response(streamOf(createReadStream(file.path)), { headers });
  }

  /** Removes the file that a job's result offers, if it offers one: the result is not kept any more. */
  async forget(result: unknown): Promise<void> {
    const offering = safeParse(Offering, result);
    const token = offering.success ? tokenOf(offering.output.download.url) : null;
    const file = token === null ? undefined : this.#files.get(token);
    if (token === null || file === undefined) return;
    this.#files.delete(token);
    await rm(file.path, { force: true });
  }

  /** Removes every offered file. */
  async close(): Promise<void> {
    this.#files.clear();
    if (this.#folder !== null) await rm(await this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }
}

/** A result that offers a file. */
const Offering = object({ download: object({ url: string() }) });

function tokenOf(pathname: string): string | null {
  return /^\/download\/([A-Za-z0-9_-]+)\/[^/]+$/.exec(pathname)?.[1] ?? null;
}

/** A file as the body of a response; read no faster than it is fetched. */
function streamOf(file: ReadStream): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = file[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel() {
      file.destroy();
    },
  });
}

/** A file name in a header, for old and new browsers (RFC 6266, RFC 8187). */
function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The kinds of file that the built interface consists of. Any other kind is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * A file of the built interface (`dist/renderer`) as an answer, or null when the address names none.
 * `pathname` is a URL's, still percent-encoded. Names outside the folder, hidden files and kinds not
 * listed above are null.
 */
export async function interfaceFile(folder: string, pathname: string): Promise<Response | null> {
  const name = relativeName(pathname);
  const mediaType = name === null ? undefined : mediaTypes[extname(name)];
  if (name === null || mediaType === undefined) return null;
  try {
    const bytes = await readFile(join(folder, ...name.split('/')));
    // The build puts a hash of the content into the name of everything under assets/.
    const cache = name.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-store';
    return new Response(bytes, {
      headers: { 'content-type': mediaType, 'content-length': String(bytes.byteLength), 'cache-control': cache },
    });
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The file's name inside the folder, with slashes; null for anything that might lead out of it. */
export function relativeName(pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded === '/') return 'index.html';
  const parts = decoded.replace(/^\//, '').split('/');
  const sound = parts.every((part) => part !== '' && !part.startsWith('.') && !/[\\:\0]/.test(part));
  return sound ? parts.join('/') : null;
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))
  );
}

import { VerbatimError } from '../../../contract/index.ts';

/**
 * A package is a tree of files, in a folder or in a zip. Writers and readers of formats (BagIt,
 * Markdown, CSV) speak to these two interfaces and do not know which of the two it is.
 */

/** What a file of a package is made from: bytes at once, or a stream of them. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Where a package is written, file after file. */
export interface PackageSink {
  /**
   * Writes one file. `path` is relative, parts divided by `/`. `size` is the number of bytes where it
   * is known beforehand (a zip chooses its headers by it), else null.
   */
  add(path: string, content: Content, size: number | null): Promise<void>;
  /** Ends writing. Answers where the whole package lies now, under a temporary name, to be validated. */
  seal(): Promise<string>;
  /** Gives the sealed package its own name. */
  publish(): Promise<void>;
  /** Removes whatever was written. May be called at any time before `publish` has returned. */
  abort(): Promise<void>;
}

export interface PackageFile {
  readonly path: string;
  /** Bytes of the content. */
  readonly size: number;
}

/** A file that stands in a package and can't be read out of it, with the reason in a few words ("a link"). */
export interface RefusedFile {
  readonly path: string;
  readonly reason: string;
}

export function refusedWords({ path, reason }: RefusedFile): string {
  return `${JSON.stringify(path)}: ${reason}`;
}

/** A package that is read. Its author is not trusted: paths stay inside, sizes are what was announced. */
export interface PackageSource {
  /** All files, in no particular order. */
  readonly files: readonly PackageFile[];
  /** Why a file that stands in it could not be listed: links, unsafe names, … */
  readonly refused: readonly RefusedFile[];
  has(path: string): boolean;
  /** Throws `not-found` for a path that is not among `files`. */
  stream(path: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** A file's whole content. Throws `limit-exceeded` when it is larger than `limit` bytes. */
export async function readWhole(source: PackageSource, path: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.stream(path)) {
    size += chunk.byteLength;
    if (size > limit) throw new VerbatimError('limit-exceeded', `${path} is larger than ${limit} bytes.`, { path });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function* chunksOf(content: Content): AsyncIterable<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/**
 * Why a relative path could lead outside its package or mean something else on another system; null
 * when it is safe. The same rule for reading and writing.
 */
export function unsafePath(path: string): string | null {
  if (path === '') return 'an empty name';
  if (path.includes('\0')) return 'a NUL character in the name';
  if (path.startsWith('/') || path.startsWith('\\')) return 'an absolute path';
  if (/^[A-Za-z]:/.test(path)) return 'a drive letter';
  if (path.startsWith('~')) return 'a home folder';
  if (path.split(/[/\\]/).some((part) => part === '..')) return 'a path that leaves the package';
  return null;
}

/** The same content, with every chunk shown to `see` as it passes. What is whole stays whole. */
export function watched(content: Content, see: (chunk: Uint8Array) => void): Content {
  if (content instanceof Uint8Array) {
    see(content);
    return content;
  }
  return watchedChunks(content, see);
}

async function* watchedChunks(
  chunks: AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    see(chunk);
    yield chunk;
  }
}

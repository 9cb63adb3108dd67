import { posix } from 'node:path';
import { VerbatimError } from '../../../contract/index.ts';
import { damaged, readZipDirectory, type ZipBytes, type ZipDirectory, type ZipLimits } from './zip-directory.ts';
import { unpack } from './zip-entry.ts';
import type { ZipEntry } from './zip-format.ts';

/** A document that is a zip, its bytes in memory: a book, a letter. Members are unpacked when they are asked for. */
export interface ZipInMemory {
  /** As the zip has them; without those that lead out of it. */
  readonly names: ReadonlySet<string>;
  /** The name of a member by a path as documents write it, or null: case and composed letters are often wrong. */
  find(path: string): string | null;
  /**
   * A member's bytes; null where it isn't there or would lead out of the zip. Throws `unsupported` where it is
   * damaged, `limit-exceeded` where it, or all that was asked for, is more than a document holds.
   */
  read(path: string): Promise<Uint8Array | null>;
  /** The same for a picture: one that is damaged or too large is no reason to refuse the words around it. */
  readPicture(path: string): Promise<Uint8Array | null>;
}

/** Unpacked, all words or all pictures that are asked for together; documents are far smaller. */
const largestTotal = 512 * 1024 * 1024;
const largestMember = 128 * 1024 * 1024;
const limits: ZipLimits = {
  entries: 50_000,
  directoryBytes: 16 * 1024 * 1024,
  unpackedBytes: 4 * 1024 ** 3,
  ratio: 200,
};

/**
 * Opens a document that is a zip. Throws `unsupported` for one that is damaged or encrypted, `limit-exceeded` for
 * one that is made to harm.
 */
export async function openZipInMemory(bytes: Uint8Array): Promise<ZipInMemory> {
  const zip = bytesInMemory(bytes);
  const { entries, refused } = await directoryOf(zip);
  if (refused.some(({ reason }) => reason === 'encryption'))
    throw new VerbatimError(
      'unsupported',
      'It is encrypted with a password. Open it with the password, save it without one, and add that.',
    );
  const byKey = new Map([...entries.keys()].reverse().map((name) => [keyOf(name), name]));
  const find = (path: string): string | null => {
    const name = posix.normalize(path).replace(/^\/+/u, '');
    return entries.has(name) ? name : (byKey.get(keyOf(name)) ?? null);
  };
  const read = async (path: string, taken: { bytes: number }): Promise<Uint8Array | null> => {
    const name = find(path);
    const entry = name === null ? undefined : entries.get(name);
    if (entry === undefined) return null;
    if (entry.size > largestMember || taken.bytes + entry.size > largestTotal)
      throw new VerbatimError(
        'limit-exceeded',
        'It unpacks to more than a document does and was not read. It may be made to harm.',
      );
    taken.bytes += entry.size;
    return whole(zip, entry);
  };
  const words = { bytes: 0 };
  const pictures = { bytes: 0 };
  return {
    names: new Set(entries.keys()),
    find,
    read: (path) => read(path, words),
    async readPicture(path) {
      try {
        return await read(path, pictures);
      } catch (error) {
        if (error instanceof VerbatimError) return null;
        throw error;
      }
    },
  };
}

async function whole(zip: ZipBytes, entry: ZipEntry): Promise<Uint8Array> {
  // Memory of its own: a picture's is handed over to another thread.
  const bytes = new Uint8Array(entry.size);
  let at = 0;
  try {
    for await (const chunk of unpack(zip, entry)) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
  } catch (error) {
    throw asDocument(error);
  }
  return bytes;
}

async function directoryOf(zip: ZipBytes): Promise<ZipDirectory> {
  try {
    return await readZipDirectory(zip, limits);
  } catch (error) {
    throw asDocument(error);
  }
}

/** Who adds a letter or a book needn't know that it is a zip. */
function asDocument(error: unknown): unknown {
  if (!(error instanceof VerbatimError)) return error;
  const { damage } = error.details;
  return typeof damage === 'string'
    ? new VerbatimError(
        'unsupported',
        `The document cannot be read: ${damage}. It may be damaged or half-copied: open it in its own program and save it again, or get it again.`,
        { damage },
      )
    : new VerbatimError('limit-exceeded', 'The document is a zip that is made to harm, and was not opened.', {
        cause: error.message,
      });
}

function bytesInMemory(bytes: Uint8Array): ZipBytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read(position, length) {
      if (position < 0 || position + length > buffer.length) return Promise.reject(damaged('it ends too early'));
      return Promise.resolve(buffer.subarray(position, position + length));
    },
  };
}

/** Names that differ only in case or in how their letters are composed are one to Windows and to macOS. */
function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

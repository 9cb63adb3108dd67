import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { VerbatimError } from '../../contract/index.ts';

/** A zip whose bytes are in memory: a book, a letter. Members are unpacked when they are asked for. */
export interface ZipInMemory {
  readonly names: ReadonlySet<string>;
  /** A member's bytes; null where it isn't there or would lead out of the zip. */
  read(path: string): Uint8Array | null;
}

/** Unpacked, all that is asked for together; a document of words and pictures is far smaller. */
const largestTotal = 512 * 1024 * 1024;
const largestMember = 128 * 1024 * 1024;
const mostMembers = 50_000;

/** Throws `unsupported` for what is no readable zip, and `limit-exceeded` for one that unpacks to more than a document does. */
export function openZipInMemory(bytes: Uint8Array): ZipInMemory {
  const sizes = new Map<string, number>();
  unpack(bytes, ({ name, originalSize }) => {
    if (sizes.size >= mostMembers) throw tooLarge('has more files than a document');
    sizes.set(name, originalSize);
    return false;
  });
  let total = 0;
  return {
    names: new Set(sizes.keys()),
    read(path) {
      const name = posix.normalize(path);
      const size = sizes.get(name);
      if (size === undefined || name.startsWith('..')) return null;
      total += size;
      if (size > largestMember || total > largestTotal) throw tooLarge('unpacks to more than a document does');
      return unpack(bytes, (file) => file.name === name)[name] ?? null;
    },
  };
}

function unpack(
  bytes: Uint8Array,
  filter: (file: { readonly name: string; readonly originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof VerbatimError) throw error;
    throw new VerbatimError(
      'unsupported',
      'It is a document in a zip that cannot be read: it may be damaged, half-copied or encrypted. Open it in its own program and save it again.',
      {},
      { cause: error },
    );
  }
}

function tooLarge(what: string): VerbatimError {
  return new VerbatimError('limit-exceeded', `It ${what} and was not read. It may be made to harm.`);
}

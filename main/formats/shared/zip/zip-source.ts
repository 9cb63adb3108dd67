import type { FileHandle } from 'node:fs/promises';
import { VerbatimError } from '../../../contract/index.ts';
import type { PackageSource } from '../package/package.ts';
import { openRegularFile } from '../regular-file.ts';
import { damaged, readZipDirectory, type ZipBytes, type ZipLimits } from './zip-directory.ts';
import { contentStart, unpack } from './zip-entry.ts';
import { methods } from './zip-format.ts';

export const zipLimits: ZipLimits = {
  entries: 2_000_000,
  directoryBytes: 256 * 1024 * 1024,
  unpackedBytes: 2 * 1024 ** 4,
  ratio: 200,
};

export interface ZipSource extends PackageSource {
  /** Where in the zip a file's bytes lie as they are; null for one that is compressed, or isn't there. */
  storedAt(path: string): Promise<{ readonly start: number; readonly size: number } | null>;
}

/** Opens a zip for reading, as `readZipDirectory` has it. */
export async function openZipSource(path: string, limits: ZipLimits = zipLimits): Promise<ZipSource> {
  const handle = await openRegularFile(path);
  try {
    const zip = bytesOfFile(handle, (await handle.stat()).size);
    const { entries, refused } = await readZipDirectory(zip, limits);
    return {
      files: [...entries.values()].map((entry) => ({ path: entry.name, size: entry.size })),
      refused,
      has: (name) => entries.has(name),
      stream(name) {
        const entry = entries.get(name);
        if (entry === undefined) throw new VerbatimError('not-found', `The zip has no file ${name}.`, { path: name });
        return unpack(zip, entry);
      },
      async storedAt(name) {
        const entry = entries.get(name);
        if (entry === undefined || entry.method !== methods.stored) return null;
        return { start: await contentStart(zip, entry), size: entry.size };
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function bytesOfFile(handle: FileHandle, size: number): ZipBytes {
  return {
    size,
    async read(position, length) {
      const buffer = Buffer.alloc(length);
      let read = 0;
      while (read < length) {
        const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
        if (bytesRead === 0) throw damaged('it ends too early');
        read += bytesRead;
      }
      return buffer;
    },
  };
}

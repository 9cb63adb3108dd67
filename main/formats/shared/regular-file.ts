import { closeSync, constants, fstatSync, openSync, type ReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** A device, a pipe or a socket: opening or reading it may wait for ever, and it may have no end. */
export class NotRegularError extends Error {
  override readonly name = 'NotRegularError';
}

/**
 * Opens a file for reading. What stood in its place a moment ago may be a pipe by now, so the opening waits
 * for nobody, and what is no regular file is closed again. Throws `NotRegularError`, and what the system throws.
 */
export async function openRegularFile(path: string): Promise<FileHandle> {
  const handle = await open(path, forReading);
  try {
    if ((await handle.stat()).isFile()) return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  throw new NotRegularError(`${path} is no regular file.`);
}

/** The same for threads in which waiting holds nobody up. */
export function openRegularFileSync(path: string): number {
  const file = openSync(path, forReading);
  try {
    if (fstatSync(file).isFile()) return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
  closeSync(file);
  throw new NotRegularError(`${path} is no regular file.`);
}

/** A file's bytes as a stream, which closes it at its end. Throws as `openRegularFile` does. */
export async function streamRegularFile(
  path: string,
  options: {
    readonly signal?: AbortSignal;
    readonly start?: number;
    readonly end?: number;
    readonly highWaterMark?: number;
  },
): Promise<ReadStream> {
  return (await openRegularFile(path)).createReadStream(options);
}

/**
 * The bytes of a file, but never more than `most`: null where it has more, or grows while it is read.
 * Throws as `openRegularFile` does.
 */
export async function readRegularFile(path: string, most: number, signal?: AbortSignal): Promise<Uint8Array | null> {
  const handle = await openRegularFile(path);
  try {
    const { size } = await handle.stat();
    if (size > most) return null;
    // A byte more than it is said to have: so one that grows is noticed.
    const buffer = new Uint8Array(size + 1);
    let length = 0;
    while (length < buffer.byteLength) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, length, Math.min(readLength, buffer.byteLength - length), null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return length > size ? null : buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

const forReading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const readLength = 4 * 1024 * 1024;

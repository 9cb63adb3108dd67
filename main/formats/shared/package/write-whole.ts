import type { FileHandle } from 'node:fs/promises';

/** What is written to: a file that is open, or what stands in for one. */
export type WritableFile = Pick<FileHandle, 'write'>;

/**
 * Writes bytes in full. A system may take only some of them at a time (a full disk, a quota, a share on a
 * network), and says so only by a number: the rest is written again, so that what was hashed is what lies there.
 * `position` is where in the file they go; null goes on where it is. Throws where the system takes nothing more.
 */
export async function writeWhole(file: WritableFile, bytes: Uint8Array, position: number | null): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    const at = position === null ? null : position + written;
    const { bytesWritten } = await file.write(bytes, written, bytes.byteLength - written, at);
    if (bytesWritten === 0)
      throw new Error(`the system took ${written} of ${bytes.byteLength} bytes and no more; the disk may be full`);
    written += bytesWritten;
  }
}

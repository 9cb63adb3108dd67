import { open } from 'node:fs/promises';

/** What lies where an original belongs: its bytes, something else (or nothing that can be read), or no file. */
export type FoundBytes = 'whole' | 'wrong' | 'missing';

const pieceBytes = 1024 * 1024;

/**
 * Compares what lies at a path with the bytes that belong there, as far as they differ. Reading them from the
 * system's cache costs less than the hash that the bytes were given when they came in.
 */
export async function lookAt(path: string, expected: Uint8Array): Promise<FoundBytes> {
  try {
    const file = await open(path, 'r');
    try {
      if ((await file.stat()).size !== expected.byteLength) return 'wrong';
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, expected.byteLength));
      for (let at = 0; at < expected.byteLength; ) {
        const { bytesRead } = await file.read(piece, 0, piece.byteLength, at);
        if (bytesRead === 0) return 'wrong';
        if (!piece.subarray(0, bytesRead).equals(expected.subarray(at, at + bytesRead))) return 'wrong';
        at += bytesRead;
      }
      return 'whole';
    } finally {
      await file.close();
    }
  } catch (error) {
    // What can't be read, for want of a permission or of a sound disk, is replaced like what is wrong.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'wrong';
  }
}

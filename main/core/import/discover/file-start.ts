import { openRegularFile } from '../../../formats/shared/regular-file.ts';

/** The beginning of a file, read once for everybody who asks what the file is. */
export interface FileStart {
  readonly bytes: Uint8Array;
  /** Whether that is all of it, as most saved pages are. */
  readonly isWhole: boolean;
}

/** More than any reader looks at to tell a format. */
const startLength = 256 * 1024;

/** Reads it, and a byte more than the file is said to have, so that one that grows is noticed; null where that fails, which the next step then explains. */
export async function readStart(path: string, expectedBytes: number): Promise<FileStart | null> {
  try {
    const file = await openRegularFile(path);
    try {
      const asked = Math.min(expectedBytes + 1, startLength);
      const { buffer, bytesRead } = await file.read(new Uint8Array(asked), 0, asked, 0);
      return { bytes: buffer.subarray(0, bytesRead), isWhole: bytesRead === expectedBytes && bytesRead < asked };
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { parse } from 'valibot';
import { Sha256 } from '../../contract/index.ts';

/** The SHA-256 of bytes, or of a text's UTF-8 form. */
export function sha256Of(content: Uint8Array | string): Sha256 {
  return parse(Sha256, createHash('sha256').update(content).digest('hex'));
}

const pieceBytes = 1024 * 1024;

/** SHA-256 of a file of any size, through one piece of memory. Throws what the system says of one that can't be read. */
export async function hashFile(path: string, signal: AbortSignal): Promise<Sha256> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafeSlow(pieceBytes);
  const file = await open(path, 'r');
  try {
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(piece, 0, pieceBytes, null);
      if (bytesRead === 0) return parse(Sha256, hash.digest('hex'));
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

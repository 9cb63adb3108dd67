import { type CaptureId, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/** The bytes that a capture was taken from, with the format they were read as. Throws `not-found`. */
export async function originalOf(
  context: CoreContext,
  capture: CaptureId,
): Promise<{ readonly format: string; readonly bytes: Uint8Array }> {
  const original = await context.pool.read('originals.ofCapture', capture);
  if (original === null)
    throw new VerbatimError('not-found', 'This capture is not in the library any more.', { capture });
  return { format: original.format, bytes: await context.originals.read(original.sha256) };
}

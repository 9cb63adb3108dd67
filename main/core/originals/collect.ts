import type { Sha256 } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/**
 * Removes the files of originals that nothing refers to any more. Each is asked for right before: whoever has
 * it in hand, or has referred to it in the meantime, keeps it. What stays behind when the process ends here is
 * unused, never missing.
 */
export async function collectOriginals(context: CoreContext, candidates: readonly Sha256[]): Promise<void> {
  for (const sha256 of candidates)
    await context.originals.removeUnless(
      sha256,
      async () => (await context.pool.read('originals.find', sha256)) !== null,
    );
}

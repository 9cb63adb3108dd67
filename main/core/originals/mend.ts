import type { Sha256 } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { compareMended } from '../verbatim-check/keep-outcomes.ts';
import type { Lease } from './leases.ts';

/** Bytes that came in, and their hash. */
export interface IncomingOriginal {
  readonly sha256: Sha256;
  readonly bytes: Uint8Array;
}

export interface KeptOriginals {
  /** What the library has referred to before, and had lost or found changed. */
  readonly mended: ReadonlySet<Sha256>;
  /** What is new in the folder of originals. */
  readonly added: ReadonlySet<Sha256>;
}

/**
 * Stores what the library is to refer to; the lease must last until it does. What the library has referred to
 * before and was missing or changed is mended by it, and the log says so. `from` names
 * what it came in with.
 */
export async function keepOriginals(
  context: CoreContext,
  lease: Lease,
  incoming: readonly IncomingOriginal[],
  from: string,
): Promise<KeptOriginals> {
  await Promise.all(incoming.map(({ sha256 }) => lease.hold(sha256)));
  // Asked before anything is stored: a file that is missing now was lost by the library itself.
  const known = new Set(
    await context.pool.read(
      'originals.known',
      incoming.map(({ sha256 }) => sha256),
    ),
  );
  const mended = new Set<Sha256>();
  const added = new Set<Sha256>();
  await Promise.all(
    incoming.map(async ({ sha256, bytes }) => {
      const { placed } = await context.originals.put(bytes, sha256);
      if (placed !== 'kept') (known.has(sha256) ? mended : added).add(sha256);
    }),
  );
  if (mended.size > 0) await recordMended(context, [...mended], from);
  return { mended, added };
}

/** The same for a file of any size, which is copied; true when it mended what the library had. */
export async function keepFile(
  context: CoreContext,
  lease: Lease,
  { path, sha256, from }: { readonly path: string; readonly sha256: Sha256; readonly from: string },
  signal: AbortSignal,
): Promise<boolean> {
  await lease.hold(sha256);
  const [known] = await context.pool.read('originals.known', [sha256]);
  const placed = await context.originals.putFile(path, sha256, signal);
  if (placed === 'kept' || known === undefined) return false;
  await recordMended(context, [sha256], from);
  return true;
}

/** Tells the log, and compares with them what could not be compared without them. */
async function recordMended(context: CoreContext, mended: readonly Sha256[], from: string): Promise<void> {
  await context.pool.writeBatch('originals.recordMended', mended, from, context.agent);
  await compareMended(context, mended);
}

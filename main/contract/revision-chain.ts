import type { RevisionSummary } from './revisions.ts';

/** Copying and unpacking give files new times, moments apart; a difference as small as this says nothing. */
const meaningfulMilliseconds = 3_600_000;

/**
 * An article's revisions as a chain in time: in the order in which they were made, but a capture that is
 * plainly older than one before it stands before that one, whenever it was taken in.
 */
export function revisionChain<R extends Pick<RevisionSummary, 'number' | 'captured' | 'fileDated'>>(
  revisions: readonly R[],
): R[] {
  const chain: R[] = [];
  for (const revision of revisions.toSorted((one, other) => one.number - other.number)) {
    const later = chain.findIndex((one) => isBefore(timeOf(revision), timeOf(one)));
    chain.splice(later < 0 ? chain.length : later, 0, revision);
  }
  return chain;
}

/** A file's own time is no capture, and the best that is known of when its words stood there. */
function timeOf({ captured, fileDated }: Pick<RevisionSummary, 'captured' | 'fileDated'>): string | null {
  return captured ?? fileDated;
}

function isBefore(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Date.parse(one) < Date.parse(other) - meaningfulMilliseconds;
}

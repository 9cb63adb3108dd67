import type { CheckableRevision } from '../../../db/queries/export.ts';
import { assertNever, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { ComparedCopy } from '../extract/parse-messages.ts';

export interface ComparedRevision {
  readonly revision: CheckableRevision;
  readonly outcome: RevisionOutcome;
}

export type RevisionOutcome =
  | { readonly kind: 'sound' }
  | { readonly kind: 'differs'; readonly reason: string }
  /**
   * Nobody can tell: the original is missing, its file was changed, or it can't be read by this version within
   * its limits. That says nothing against the words, but they can't be vouched for either.
   */
  | {
      readonly kind: 'not-compared';
      readonly because: 'original-missing' | 'original-changed' | 'not-read';
      readonly reason: string;
    };

/** Compares revisions with one original, which is read once for each that its container told of differently. */
export async function compareRevisions(
  context: Pick<CoreContext, 'originals' | 'parsers'>,
  revisions: readonly CheckableRevision[],
  signal: AbortSignal,
): Promise<ComparedRevision[]> {
  const compared: ComparedRevision[] = [];
  const groups = Map.groupBy(revisions, ({ original, format, name, told }) =>
    JSON.stringify([original, format, name, told]),
  );
  for (const group of groups.values()) compared.push(...(await compareGroup(context, group, signal)));
  return compared;
}

async function compareGroup(
  context: Pick<CoreContext, 'originals' | 'parsers'>,
  revisions: readonly CheckableRevision[],
  signal: AbortSignal,
): Promise<ComparedRevision[]> {
  const [first] = revisions;
  if (first === undefined) return [];
  const { format, name, told, original } = first;
  try {
    const bytes = await context.originals.read(original);
    const copies = revisions.map(({ part, document, metadata, text, sha256 }) => ({
      part,
      document,
      metadata,
      text,
      sha256,
    }));
    const compared = await context.parsers.compare(bytes, { original, format, name, told, copies }, signal);
    return revisions.flatMap((revision, index) => {
      const copy = compared[index];
      return copy === undefined ? [] : [{ revision, outcome: outcomeOf(copy, name) }];
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof VerbatimError) || !failures.has(error.code)) throw error;
    const because = error.code === 'not-found' ? 'original-missing' : 'not-read';
    const reason = error.message.replace(/\.$/u, '');
    return revisions.map((revision) => ({ revision, outcome: { kind: 'not-compared', because, reason } }));
  }
}

function outcomeOf(copy: ComparedCopy, name: string): RevisionOutcome {
  switch (copy.outcome) {
    case 'same':
    case 'sound':
      return { kind: 'sound' };
    case 'differs':
      return { kind: 'differs', reason: `the original “${name}” ${copy.reason}` };
    case 'broken':
      return { kind: 'differs', reason: copy.reason };
    case 'original-changed':
      return {
        kind: 'not-compared',
        because: 'original-changed',
        reason: `the original “${name}” was changed in the originals folder`,
      };
    default:
      return assertNever(copy);
  }
}

/** Errors that speak of one item and let the run go on. */
const failures: ReadonlySet<string> = new Set(['not-found', 'unsupported', 'limit-exceeded']);

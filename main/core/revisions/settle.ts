import type { UnsettledRevision } from '../../../db/queries/revisions.ts';
import { type Placement, VerbatimError } from '../../contract/index.ts';
import { placeMarks } from '../annotations/place-marks.ts';
import type { CoreContext } from '../context.ts';
import { whyNotWorkedOn } from '../texts/text-threads.ts';

/** What became of a revision that was brought into use. */
export interface Settled {
  /** How the marks of the one before stand in it. */
  readonly placed: Readonly<Record<Placement, number>>;
  /** What could not be done with its text, as sentences for the line about it; or null. */
  readonly remark: string | null;
}

const nothing: Settled = { placed: { exact: 0, moved: 0, changed: 0, lost: 0 }, remark: null };

/**
 * Brings a new revision into use: the marks of the one before are placed in it, the statements found
 * in it are suggested unless they are there already. A revision stays unsettled until all of it is
 * written, and opening a library settles what a killed process left. A text that can't be worked on in
 * the time and memory of a thread is settled without, which its line and the log say: trying it again at
 * each opening would give the same. `urgent` for a person who waits.
 */
export async function settle(
  context: CoreContext,
  { article, revision, previous }: UnsettledRevision,
  { urgent = false }: { readonly urgent?: boolean } = {},
): Promise<Settled> {
  try {
    const marks =
      previous === null
        ? { counts: nothing.placed, remark: null }
        : await placeMarks(context, { article, fromRevision: previous, toRevision: revision, urgent });
    const unsuggested = await suggestIn(context, { article, revision, urgent });
    await context.pool.writeBatch('takeIn.settle', revision);
    const remarks = [marks.remark, unsuggested].filter((remark) => remark !== null);
    return { placed: marks.counts, remark: remarks.length === 0 ? null : remarks.join(' ') };
  } catch (error) {
    // The library is being closed: the next opening settles it.
    if (error instanceof VerbatimError && error.code === 'no-library') return nothing;
    throw error;
  }
}

/** Keeps what the current revision's text suggests; a sentence where that could not be found out. */
export async function suggestIn(
  { pool, texts, agent }: CoreContext,
  { article, revision, urgent }: Omit<UnsettledRevision, 'previous'> & { readonly urgent: boolean },
): Promise<string | null> {
  const current = await pool.read('takeIn.current', revision);
  if (current === null) return null;
  const { document, metadata } = current;
  const found = await texts.work('suggestStatements', { document, metadata }, { urgent }).catch(whyNotWorkedOn);
  if (typeof found !== 'string') {
    await pool.writeBatch('statements.insertSuggestions', { article, revision, suggestions: found.statements });
    return null;
  }
  const remark = `Statements could not be looked for in it, so none are suggested: ${found}`;
  await pool.writeBatch('events.record', {
    kind: 'revision',
    agent,
    subject: `revision ${revision}`,
    outcome: 'warning',
    detail: remark,
  });
  return remark;
}

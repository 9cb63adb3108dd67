import type { UnsettledRevision } from '../../../db/queries/revisions.ts';
import type { Placement } from '../../contract/index.ts';
import { placeMarks } from '../anchoring/place-marks.ts';
import type { CoreContext } from '../context.ts';
import { suggestStatements } from '../statements/suggest.ts';

/**
 * Brings a new revision into use: the marks of the one before are placed in it, the statements found
 * in it are suggested unless they are there already. A revision stays unsettled until all of it is
 * written, and opening a library settles what a killed process left.
 */
export async function settle(context: CoreContext, unsettled: UnsettledRevision): Promise<Record<Placement, number>> {
  const { article, revision, previous } = unsettled;
  const placed =
    previous === null
      ? { exact: 0, moved: 0, changed: 0, lost: 0 }
      : await placeMarks(context, { article, fromRevision: previous, toRevision: revision });
  const current = await context.pool.read('takeIn.current', revision);
  if (current !== null) {
    const { statements } = suggestStatements(current.document, current.metadata);
    await context.pool.writeBatch('statements.insertSuggestions', {
      article,
      revision,
      suggestions: statements,
    });
  }
  await context.pool.writeBatch('takeIn.settle', revision);
  return placed;
}

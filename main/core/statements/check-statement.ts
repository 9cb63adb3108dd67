import type { CheckableRevision } from '../../../db/queries/export.ts';
import {
  assertNever,
  type CheckedStatement,
  differsInWords,
  notComparedInWords,
  type OriginalPassage,
  type Seal,
  type Selectors,
  type Statement,
  type StatementId,
  VerbatimError,
} from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { compareRevisions, type RevisionOutcome } from '../verbatim-check/compare-revisions.ts';
import { keepNews } from '../verbatim-check/keep-outcomes.ts';

/**
 * Holds a statement's words against their revision and that against its original, which is read for it now. What is found
 * out is kept with the revision. Throws `not-found` when the statement is gone.
 */
export async function checkStatement(
  context: CoreContext,
  id: StatementId,
  signal: AbortSignal,
): Promise<CheckedStatement> {
  const statement = await context.pool.read('statements.read', id);
  const selectors = await context.pool.read('statements.selectors', id);
  const revision = statement === null ? null : await context.pool.read('export.checkableRevision', statement.revision);
  if (statement === null || selectors === null || revision === null)
    throw new VerbatimError('not-found', 'This statement is not there any more.');
  const compared = await compareRevisions(context, [revision], signal);
  await keepNews(context, compared);
  // Nothing is sound that wasn't compared.
  const [one] = compared;
  if (one === undefined) throw new Error('a revision was compared and nothing was told of it');
  const words =
    statement.span === null ? statement.text : revision.text.slice(statement.span.start, statement.span.end);
  return {
    ...judge(statement, one.outcome),
    words,
    madeOn: selectors.quote.exact === words ? null : selectors.quote.exact,
    passage: await passageOf(context, revision, selectors, signal),
    original: { name: revision.name, sha256: revision.original },
    revision: revision.id,
    sha256: revision.sha256,
  };
}

function judge({ placement }: Statement, outcome: RevisionOutcome): { seal: Seal; reason: string | null } {
  if (placement === 'lost') return { seal: 'changed', reason: 'These words are no longer in the text.' };
  switch (outcome.kind) {
    case 'differs':
      return { seal: 'changed', reason: differsInWords(outcome.reason) };
    case 'not-compared':
      return placement === 'changed'
        ? { seal: 'changed', reason: `${changed} ${notComparedInWords(outcome.reason)}` }
        : { seal: 'copy', reason: notComparedInWords(outcome.reason) };
    case 'sound':
      return placement === 'changed' ? { seal: 'changed', reason: changed } : { seal: 'original', reason: null };
    default:
      return assertNever(outcome);
  }
}

const changed = 'The words have changed since the statement was made.';

/** Null where the original is missing, can't be read within its limits, or holds no such words. */
async function passageOf(
  context: CoreContext,
  { original, format, name, told, part }: CheckableRevision,
  selectors: Selectors,
  signal: AbortSignal,
): Promise<OriginalPassage | null> {
  try {
    const bytes = await context.originals.read(original);
    return await context.parsers.passage(bytes, { original, format, name, told, part, selectors }, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof VerbatimError && unreadable.has(error.code)) return null;
    throw error;
  }
}

const unreadable: ReadonlySet<string> = new Set(['not-found', 'unsupported', 'limit-exceeded']);

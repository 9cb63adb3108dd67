import { randomUUID } from 'node:crypto';
import type { DecidedStatement } from '../../../db/queries/decide-statements.ts';
import { type ActId, type CheckedJobInput, type ManyDecidedResult, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { QueuedJobControl } from '../handlers.ts';
import { throwUnlessWritable } from '../library/writable.ts';
import { type AskedFilter, askedLedger } from './ledger-filter.ts';

/** So many statements are written at a time: a few hundredths of a second, after whatever a person writes meanwhile. */
const piece = 200;
/** Statements of acts that can still be taken back; the oldest acts are forgotten first. */
const mostRemembered = 2_000_000;

/**
 * Acts on many statements that can be taken back, of each open library (decision 0234): what undoes them in the interface is
 * gone with the program too.
 */
const remembered = new WeakMap<CoreContext['pool'], Map<ActId, DecidedStatement[]>>();

/**
 * Does one thing with many statements, in pieces that let a person's edits pass between them. Cancelling keeps what is done,
 * and tells it; taking the act back takes back what was done of it. Fails with `conflict` where the list has another length
 * than whoever decided saw, and then does nothing.
 */
export async function decideMany(
  context: CoreContext,
  { which, decision }: CheckedJobInput<'statements.decideMany'>,
  job: QueuedJobControl,
): Promise<ManyDecidedResult> {
  throwUnlessWritable(context);
  const { pool } = context;
  const rows =
    'ids' in which ? await pool.read('statements.rows', which.ids) : await listed(context, which, job.signal);
  const leastSure = ('ids' in which ? which.leastSure : which.filter.leastSure) ?? 0;
  const act = randomUUID() as ActId;
  const done: DecidedStatement[] = [];
  remember(context, act, done);
  const counts = { unchanged: 0, together: 0, left: ('ids' in which ? which.ids.length : rows.length) - rows.length };
  let failure: string | null = null;
  try {
    await inPieces(context, rows, job, async (part) => {
      const decided = await pool.writeBatch('statements.decideMany', part, decision, leastSure);
      for (const one of decided.changed) done.push(one);
      counts.unchanged += decided.unchanged;
      counts.together += decided.together;
      counts.left += decided.left;
      return decided.changed.length;
    });
  } catch (error) {
    // What was written before can be taken back only by whoever hears of it.
    if (done.length === 0) throw error;
    failure = error instanceof Error ? error.message : String(error);
  }
  forgetOldest(context);
  return { act, changed: done.length, ...counts, cancelled: job.signal.aborted, failure };
}

/** Takes an act back: what it changed, and nobody changed since, is as it was. */
export async function takeManyBack(
  context: CoreContext,
  { act }: CheckedJobInput<'statements.takeManyBack'>,
  job: QueuedJobControl,
): Promise<{ readonly changed: number }> {
  throwUnlessWritable(context);
  const done = remembered.get(context.pool)?.get(act);
  if (done === undefined)
    throw new VerbatimError(
      'not-found',
      'What was done to these statements is too long ago to be taken back as a whole.',
    );
  let [changed, taken] = [0, 0];
  try {
    await inPieces(context, [...done], job, async (part) => {
      const back = await context.pool.writeBatch('statements.takeManyBack', part);
      taken += part.length;
      changed += back;
      return back;
    });
  } finally {
    // What is left can be taken back by another try.
    done.splice(0, taken);
    if (done.length === 0) remembered.get(context.pool)?.delete(act);
  }
  return { changed };
}

async function listed(
  context: CoreContext,
  { filter: asked, total }: { readonly filter: AskedFilter; readonly total: number },
  signal: AbortSignal,
): Promise<readonly number[]> {
  const { filter } = await askedLedger(context, asked, { signal });
  const rows = await context.pool.readWith({ signal }, 'statements.listedRows', filter);
  if (rows.length !== total)
    throw new VerbatimError(
      'conflict',
      `The list has changed since: there are ${rows.length} statements now, and there were ${total}. Nothing was done to them.`,
    );
  return rows;
}

async function inPieces<Item>(
  context: CoreContext,
  items: readonly Item[],
  job: QueuedJobControl,
  write: (part: readonly Item[]) => Promise<number>,
): Promise<void> {
  let any = false;
  try {
    for (let start = 0; start < items.length && !job.signal.aborted; start += piece) {
      any = (await write(items.slice(start, start + piece))) > 0 || any;
      const done = Math.min(items.length, start + piece);
      job.progress({
        phase: 'working',
        items: { done, total: items.length },
        bytes: { done: 0, total: 0 },
        secondsLeft: null,
        current: null,
      });
    }
  } finally {
    // Once, at the end: a list that was read anew with every piece would never stand still.
    if (any)
      context.changes.tell(
        { subject: 'statements', ids: null, articles: null },
        { subject: 'speakers', ids: null },
        { subject: 'events' },
      );
  }
}

function remember({ pool }: CoreContext, act: ActId, done: DecidedStatement[]): void {
  const acts = remembered.get(pool) ?? new Map<ActId, DecidedStatement[]>();
  remembered.set(pool, acts.set(act, done));
}

function forgetOldest({ pool }: CoreContext): void {
  const acts = remembered.get(pool);
  if (acts === undefined) return;
  let count = [...acts.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [act, { length }] of acts) {
    if (count <= mostRemembered || acts.size === 1) return;
    acts.delete(act);
    count -= length;
  }
}

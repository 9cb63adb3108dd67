import { basename } from 'node:path';
import type { ImportOrder, ImportRunEnd } from '../../../db/queries/imports.ts';
import {
  assertNever,
  type ImportId,
  type ImportSummary,
  Interruption,
  type Placement,
  placements,
  toErrorData,
  VerbatimError,
} from '../../contract/index.ts';
import { resolveAwaited } from '../awaited/resolve.ts';
import type { CoreContext } from '../context.ts';
import type { QueuedJobControl } from '../handlers.ts';
import { Committer } from './committer.ts';
import { type MeetOptions, meetAll, walkRoot } from './meet.ts';
import type { Met } from './open-containers.ts';
import { Pace } from './pace.ts';
import { takePackage } from './packages.ts';
import { Report, refusal } from './report.ts';
import { takeFile, takeMember } from './take-file.ts';
import { takeMentions } from './take-mentions.ts';
import { Turn } from './turn.ts';

/** How many files may be under way for each parser, so that one slow file doesn't leave the others idle. */
const filesAhead = 8;
/** How many bytes of files may be under way; a larger file is taken alone. */
const largestAhead = 32 * 1024 * 1024;

/** Keeps what a person chose, to be taken in by `runImport`; answers the import's id. */
export async function beginImport(context: CoreContext, order: ImportOrder): Promise<ImportId> {
  if (!context.pool.writable)
    throw new VerbatimError('library-read-only', 'This library is open for reading only, so nothing can be taken in.');
  const id = await context.pool.write('imports.begin', order);
  tellImport(context, id);
  return id;
}

/**
 * Runs an import that waits, was paused or was interrupted: files are walked, read, parsed in parallel and
 * written in batches. Every file ends in a line of the report, which is kept in the library as it grows,
 * and with it what is done, so that the next run of the same import goes on there. Pausing ends what is
 * under way and begins nothing more; cancelling keeps what is done.
 */
export async function runImport(context: CoreContext, id: ImportId, job: QueuedJobControl): Promise<ImportSummary> {
  const { roots } = await readOrder(context, id);
  job.about({ label: namesOf(roots), import: id });
  await job.turn();
  await takeIn(context, id, await readOrder(context, id), job);
  const summary = await context.pool.read('imports.one', id);
  if (summary === null) throw new VerbatimError('internal', 'The report of this import is missing from the library.');
  return summary;
}

async function readOrder(context: CoreContext, id: ImportId): Promise<ImportOrder> {
  const order = await context.pool.read('imports.order', id);
  if (order === null)
    throw new VerbatimError('conflict', 'This import is over. Add the files again to take them in once more.');
  return order;
}

/** Names that a label holds; the rest is counted. */
const mostNames = 3;

function namesOf(roots: readonly string[]): string {
  const more = roots.length - mostNames;
  const names = roots.slice(0, mostNames).map((root) => basename(root));
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

function tellImport(context: CoreContext, id: ImportId): void {
  context.changes.tell({ subject: 'imports', ids: [id] });
}

async function takeIn(context: CoreContext, id: ImportId, order: ImportOrder, job: QueuedJobControl): Promise<void> {
  await context.pool.write('imports.setState', id, 'running');
  tellImport(context, id);
  const earlier = await context.pool.read('imports.progress', id);
  const report = new Report(context, id);
  const committer = new Committer(context, { collection: order.collection });
  const pace = new Pace(job.progress);
  const run: Run = {
    committer,
    report,
    pace,
    pausing: job.pausing,
    signal: job.signal,
    copyArchives: order.copyArchives,
    columns: order.columns,
    behind: new Map(earlier.map(({ source, position }) => [source, position])),
    closing: [],
  };
  let state: ImportRunEnd['state'] = 'interrupted';
  const began = performance.now();
  context.log.note({ kind: 'import-began', import: id });
  let failure: unknown = null;
  const fail = (error: unknown): void => {
    failure ??= error;
    state = 'interrupted';
  };
  try {
    const counting = countAhead(context, order.roots, run);
    const [whole] = await Promise.all([takeAll(context, order.roots, run), counting]);
    state = whole ? 'ended' : 'paused';
  } catch (error) {
    if (!job.signal.aborted) fail(error);
    else state = job.signal.reason instanceof Interruption ? 'interrupted' : 'cancelled';
  }
  pace.finish();
  // On a full disk one of these fails and the next may not: what can be kept is kept.
  await committer.flush().catch(fail);
  await report.flush().catch(fail);
  // Packages bring articles by a way of their own.
  await resolveAwaited(context, 'all').catch(fail);
  const placed: Record<Placement, number> = { exact: 0, moved: 0, changed: 0, lost: 0 };
  for (const placement of placements) placed[placement] = committer.placed[placement];
  await context.pool.write('imports.end', id, { state, placed }, context.agent).catch(fail);
  context.log.note({ kind: 'import-ended', import: id, state, milliseconds: Math.round(performance.now() - began) });
  context.changes.tell(
    { subject: 'articles', ids: null },
    { subject: 'statements', ids: null, articles: null },
    { subject: 'annotations', ids: null, articles: null },
    { subject: 'codes', ids: null },
    { subject: 'collections', ids: null },
    { subject: 'speakers', ids: null },
    { subject: 'awaited', ids: null },
    { subject: 'imports', ids: [id] },
    { subject: 'events' },
  );
  if (failure !== null) throw stopped(id, failure);
}

/** The library failed, not a file: what was done is kept, and `details.import` says which import can go on. */
function stopped(id: ImportId, failure: unknown): unknown {
  const { code, message, details } = toErrorData(failure);
  // A defect keeps its stack, and a closed library says so to whoever closed it.
  if (code === 'internal' || code === 'cancelled' || code === 'no-library') return failure;
  return new VerbatimError(
    code,
    `The import stopped. ${message} What was taken in is in the library; the import goes on from there when it is resumed or run again.`,
    { ...details, import: id },
    { cause: failure },
  );
}

interface Run extends MeetOptions {
  readonly committer: Committer;
  /** Aborts when the import is to end what is under way and begin nothing more. */
  readonly pausing: AbortSignal;
}

async function countAhead(
  context: CoreContext,
  roots: readonly string[],
  { pace, signal, pausing }: Run,
): Promise<void> {
  const stop = AbortSignal.any([signal, pausing]);
  try {
    for (const root of roots)
      for await (const found of walkRoot(context, root, stop)) pace.count(found.kind === 'file' ? found.bytes : 0);
  } catch (error) {
    if (!pausing.aborted) throw error;
  }
  pace.countingEnded();
}

/**
 * Files are begun in the order they are met, and written in it; each is a chain of its own, and so many
 * chains run at once. False when it was paused before the end.
 */
async function takeAll(context: CoreContext, roots: readonly string[], run: Run): Promise<boolean> {
  const running = new Set<Promise<void>>();
  let bytesAhead = 0;
  let failure: unknown = null;
  let turn = Turn.first();
  let whole = true;
  const hasRoom = (bytes: number): boolean =>
    running.size === 0 || (running.size < context.parsers.size * filesAhead && bytesAhead + bytes <= largestAhead);
  const takeRoot = async (root: string): Promise<void> => {
    for await (const met of meetAll(context, root, run)) {
      const bytes = bytesInMemory(met);
      while (!hasRoom(bytes)) await Promise.race(running);
      if (failure !== null) throw failure;
      if (run.pausing.aborted) {
        if (met.kind === 'member' || met.kind === 'line' || met.kind === 'mentions') met.abandon();
        whole = false;
        return;
      }
      bytesAhead += bytes;
      const own = turn;
      turn = own.next();
      const chain = takeMet(context, met, run, own)
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => {
          running.delete(chain);
          bytesAhead -= bytes;
          return own.pass();
        });
      running.add(chain);
    }
  };
  try {
    for (const root of roots) if (whole) await takeRoot(root);
  } finally {
    // What was begun is ended (or given up by the signal) before the report is closed.
    await Promise.all(running);
    await Promise.all(run.closing);
  }
  if (failure !== null) throw failure;
  return whole;
}

function bytesInMemory(met: Met): number {
  switch (met.kind) {
    case 'file':
      return met.bytes;
    case 'member':
      return met.bytes.byteLength;
    case 'folder':
    case 'package':
    case 'problem':
    case 'line':
    case 'mentions':
      return 0;
    default:
      return assertNever(met);
  }
}

async function takeMet(context: CoreContext, met: Met, run: Run, turn: Turn): Promise<void> {
  const { report, pace } = run;
  const done = (path: string, bytes: number, shown: string) => {
    report.behind(path, null);
    pace.done(bytes, shown);
  };
  switch (met.kind) {
    case 'problem':
      report.add(met.path, refusal(met.shown, 0, met.reason));
      done(met.path, 0, met.shown);
      return;
    case 'folder':
    case 'package':
      await takePackage(context, met.path, met.shown, { ...run, turn });
      done(met.path, met.kind === 'package' ? met.bytes : 0, met.shown);
      return;
    case 'file':
      await takeFile(context, met, { ...run, turn });
      done(met.path, met.bytes, met.shown);
      return;
    case 'member':
      await dealtWith(met, () => takeMember(context, met, { ...run, turn }));
      pace.member(met.shown);
      return;
    case 'mentions':
      await dealtWith(met, () => takeMentions(context, met, met.mentions, { ...run, turn }));
      return;
    case 'line':
      // Told after what was met before it.
      await turn.come();
      await dealtWith(met, async () => report.add(met.file, met.line));
      return;
    default:
      assertNever(met);
  }
}

/** What failed or was given up is met again when the import goes on; either way its container may close. */
async function dealtWith(met: { release(): void; abandon(): void }, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    met.abandon();
    throw error;
  }
  met.release();
}

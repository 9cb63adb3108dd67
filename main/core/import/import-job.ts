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
import { Committer } from './commit/committer.ts';
import { PlaceInLine } from './commit/place-in-line.ts';
import { takeFile, takeMember } from './commit/take-file.ts';
import { takeMentions } from './commit/take-mentions.ts';
import type { Discovered } from './discover/containers/open-containers.ts';
import { type DiscoverOptions, discoverAll, walkRoot } from './discover/discover.ts';
import { takePackage } from './packages.ts';
import { ProgressMeter } from './report/progress-meter.ts';
import { Report, refusal } from './report/report.ts';

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
  const progress = new ProgressMeter(job.progress);
  const run: Run = {
    committer,
    report,
    progress,
    pausing: job.pausing,
    signal: job.signal,
    copyArchives: order.copyArchives,
    columns: order.columns,
    completed: new Map(earlier.map(({ source, position }) => [source, position])),
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
  progress.finish();
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

interface Run extends DiscoverOptions {
  readonly committer: Committer;
  /** Aborts when the import is to end what is under way and begin nothing more. */
  readonly pausing: AbortSignal;
}

async function countAhead(
  context: CoreContext,
  roots: readonly string[],
  { progress, signal, pausing }: Run,
): Promise<void> {
  const stop = AbortSignal.any([signal, pausing]);
  try {
    for (const root of roots)
      for await (const found of walkRoot(context, root, stop)) progress.count(found.kind === 'file' ? found.bytes : 0);
  } catch (error) {
    if (!pausing.aborted) throw error;
  }
  progress.countingEnded();
}

/**
 * Files are begun in the order they are found, and written in it; each is a chain of its own, and so many
 * chains run at once. False when it was paused before the end.
 */
async function takeAll(context: CoreContext, roots: readonly string[], run: Run): Promise<boolean> {
  const running = new Set<Promise<void>>();
  let bytesAhead = 0;
  let failure: unknown = null;
  let place = PlaceInLine.first();
  let whole = true;
  const hasRoom = (bytes: number): boolean =>
    running.size === 0 || (running.size < context.parsers.size * filesAhead && bytesAhead + bytes <= largestAhead);
  const takeRoot = async (root: string): Promise<void> => {
    for await (const found of discoverAll(context, root, run)) {
      const bytes = bytesInMemory(found);
      while (!hasRoom(bytes)) await Promise.race(running);
      if (failure !== null || run.pausing.aborted) {
        abandon(found);
        if (failure !== null) throw failure;
        whole = false;
        return;
      }
      bytesAhead += bytes;
      const own = place;
      place = own.next();
      const chain = takeDiscovered(context, found, run, own)
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

/** What was found and is not begun: its container stays open, and its thread alive, for as long as anybody has it. */
function abandon(found: Discovered): void {
  if (found.kind === 'member' || found.kind === 'line' || found.kind === 'mentions') found.abandon();
}

function bytesInMemory(found: Discovered): number {
  switch (found.kind) {
    case 'file':
      return found.bytes;
    case 'member':
      return found.bytes.byteLength;
    case 'folder':
    case 'package':
    case 'problem':
    case 'line':
    case 'mentions':
      return 0;
    default:
      return assertNever(found);
  }
}

async function takeDiscovered(context: CoreContext, found: Discovered, run: Run, place: PlaceInLine): Promise<void> {
  const { report, progress } = run;
  const done = (path: string, bytes: number, shown: string) => {
    report.completed(path, null);
    progress.done(bytes, shown);
  };
  switch (found.kind) {
    case 'problem':
      report.add(found.path, refusal(found.shown, 0, found.reason));
      done(found.path, 0, found.shown);
      return;
    case 'folder':
    case 'package':
      await takePackage(context, found.path, found.shown, { ...run, place });
      done(found.path, found.kind === 'package' ? found.bytes : 0, found.shown);
      return;
    case 'file':
      await takeFile(context, found, { ...run, place });
      done(found.path, found.bytes, found.shown);
      return;
    case 'member':
      await dealtWith(found, () => takeMember(context, found, { ...run, place }));
      progress.member(found.shown);
      return;
    case 'mentions':
      await dealtWith(found, () => takeMentions(context, found, found.mentions, { ...run, place }));
      return;
    case 'line':
      // Told after what was found before it.
      await place.reached();
      await dealtWith(found, async () => report.add(found.file, found.line));
      return;
    default:
      assertNever(found);
  }
}

/** What failed or was given up is found again when the import goes on; either way its container may close. */
async function dealtWith(found: { release(): void; abandon(): void }, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    found.abandon();
    throw error;
  }
  found.release();
}

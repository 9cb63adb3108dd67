import { assertNever, type ImportSummary, type Placement, placements, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { JobControl } from '../handlers.ts';
import { Committer } from './committer.ts';
import { type ContainerOptions, type Met, openContainers } from './open-containers.ts';
import { Pace } from './pace.ts';
import { claimsFolder, isPackageFile, takePackage } from './packages.ts';
import { Report, refusal } from './report.ts';
import { takeFile, takeMember } from './take-file.ts';
import { Turn } from './turn.ts';
import { walk } from './walk.ts';

/** How many files may be under way for each parser, so that one slow file doesn't leave the others idle. */
const filesAhead = 8;
/** How many bytes of files may be under way; a larger file is taken alone. */
const largestAhead = 64 * 1024 * 1024;

export interface ImportOptions {
  /** The collection that what is taken in is put into, by its name. */
  readonly collection: string | null;
  /** Whether web archives are copied among the originals, or only referred to where they lie. */
  readonly copyArchives: boolean;
}

/**
 * Takes in what a person chose: files are walked, read, parsed in parallel and written in batches.
 * Every file ends in a line of the report, which is kept in the library as it grows. Cancelling keeps
 * what is done.
 */
export async function runImport(
  context: CoreContext,
  roots: readonly string[],
  options: ImportOptions,
  job: JobControl,
): Promise<ImportSummary> {
  if (!context.pool.writable)
    throw new VerbatimError('library-read-only', 'This library is open for reading only, so nothing can be taken in.');
  const id = await context.pool.write('imports.begin');
  const report = new Report(context, id);
  const committer = new Committer(context, { collection: options.collection });
  const pace = new Pace(job.progress);
  const placed: Record<Placement, number> = { exact: 0, moved: 0, changed: 0, lost: 0 };
  let cancelled = false;
  try {
    const counting = countAhead(roots, pace, job.signal);
    await Promise.all([
      counting,
      takeAll(context, roots, {
        committer,
        report,
        pace,
        signal: job.signal,
        copyArchives: options.copyArchives,
        closing: [],
      }),
    ]);
  } catch (error) {
    if (!job.signal.aborted) throw error;
    cancelled = true;
  } finally {
    pace.finish();
    await committer.flush();
    for (const placement of placements) placed[placement] += committer.placed[placement];
    await report.flush();
    await context.pool.write('imports.end', id, { cancelled, placed }, context.agent);
    context.emit('library.changed', {
      subjects: ['articles', 'statements', 'annotations', 'collections', 'imports', 'events'],
      articles: null,
    });
  }
  const summary = await context.pool.read('imports.one', id);
  if (summary === null) throw new VerbatimError('internal', 'The report of this import is missing from the library.');
  return summary;
}

async function countAhead(roots: readonly string[], pace: Pace, signal: AbortSignal): Promise<void> {
  for (const root of roots)
    for await (const found of walk(root, claimsFolder, signal)) pace.count(found.kind === 'file' ? found.bytes : 0);
  pace.countingEnded();
}

interface Run {
  readonly committer: Committer;
  readonly report: Report;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly copyArchives: boolean;
  /** Containers that are being closed. */
  readonly closing: Promise<void>[];
}

/**
 * Files are begun in the order they are met, and written in it; each is a chain of its own, and so many
 * chains run at once.
 */
async function takeAll(context: CoreContext, roots: readonly string[], run: Run): Promise<void> {
  const running = new Set<Promise<void>>();
  let bytesAhead = 0;
  let failure: unknown = null;
  let turn = Turn.first();
  try {
    for (const root of roots) {
      for await (const met of meetAll(context, root, run)) {
        const bytes = bytesInMemory(met);
        while (
          running.size > 0 &&
          (running.size >= context.parsers.size * filesAhead || bytesAhead + bytes > largestAhead)
        )
          await Promise.race(running);
        if (failure !== null) throw failure;
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
    }
  } finally {
    // What was begun is ended (or given up by the signal) before the report is closed.
    await Promise.all(running);
    await Promise.all(run.closing);
  }
  if (failure !== null) throw failure;
}

/** Everything that stands under a root, in order: members of containers in their container's place. */
async function* meetAll(context: CoreContext, root: string, run: Run): AsyncGenerator<Met> {
  const { signal, copyArchives, pace } = run;
  const options: ContainerOptions = {
    signal,
    copyArchives,
    progress: (bytes) => pace.inside(bytes),
    closing: (closed) => run.closing.push(closed),
  };
  for await (const found of walk(root, claimsFolder, signal)) {
    if (found.kind !== 'file') {
      yield found;
      continue;
    }
    if (await isPackageFile(found.path)) {
      yield { kind: 'package', path: found.path, shown: found.shown, bytes: found.bytes };
      continue;
    }
    let opened = false;
    for await (const met of openContainers(context, found, options)) {
      opened = met !== found;
      yield met;
    }
    if (!opened) continue;
    pace.inside(0);
    pace.done(found.bytes, found.shown);
  }
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
      return 0;
    default:
      return assertNever(met);
  }
}

async function takeMet(context: CoreContext, met: Met, run: Run, turn: Turn): Promise<void> {
  switch (met.kind) {
    case 'problem':
      run.report.add(refusal(met.shown, 0, met.reason));
      run.pace.done(0, met.shown);
      return;
    case 'folder':
      await takePackage(context, met.path, met.shown, { ...run, turn });
      run.pace.done(0, met.shown);
      return;
    case 'package':
      await takePackage(context, met.path, met.shown, { ...run, turn });
      run.pace.done(met.bytes, met.shown);
      return;
    case 'file':
      await takeFile(context, met, { ...run, turn });
      run.pace.done(met.bytes, met.shown);
      return;
    case 'member':
      try {
        await takeMember(context, met, { ...run, turn });
      } finally {
        met.release();
      }
      run.pace.member(met.shown);
      return;
    case 'line':
      // Told after what was met before it.
      await turn.come();
      run.report.add(met.line);
      return;
    default:
      assertNever(met);
  }
}

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ErrorData, toErrorData } from '../../../main/contract/errors.ts';
import type { ImportId, JobId } from '../../../main/contract/ids.ts';
import {
  isUnderWay,
  type JobInput,
  type JobName,
  type JobOutput,
  type JobSummary,
  type Progress,
} from '../../../main/contract/jobs.ts';
import { api, connection } from '../../api/api.ts';
import { shownJob } from '../lib/shown-job.ts';
import { openedLibrary } from './library.ts';
import { notifyError } from './notices.ts';

/**
 * The core's jobs as this page knows them. They outlive rooms, pages and connections: at the start and after a break
 * the page finds what is under way, whoever started it, and attaches.
 */

/** A job as a room shows it. */
export type JobState<Name extends JobName> =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      /** Others of its kind come first. */
      readonly waiting: boolean;
      /** What it is about; null until the core knows. */
      readonly label: string | null;
      /** The import that it runs, or null. */
      readonly import: ImportId | null;
      readonly progress: Progress | null;
      readonly cancel: () => void;
    }
  | Outcome<Name>;

type Outcome<Name extends JobName> =
  | { readonly status: 'done'; readonly result: JobOutput<Name> }
  | { readonly status: 'failed'; readonly error: ErrorData }
  | { readonly status: 'cancelled' };

interface Known {
  readonly record: JobSummary;
  readonly progress: Progress | null;
  /** Null while it is under way, and until its result is here. */
  readonly outcome: Outcome<JobName> | null;
}

const known = signal<ReadonlyMap<JobId, Known>>(new Map());
/** Jobs that this page is attached to. */
const attached = new Set<JobId>();
/** Who waits here for the end of a job. */
const waiting = new Map<JobId, ((outcome: Outcome<JobName>) => void)[]>();
/** What couldn't even be started, by kind, until the next try. */
const refused = signal<ReadonlyMap<JobName, ErrorData>>(new Map());

/** The jobs that are not over, in the order they began. */
export const jobsUnderWay = computed(() => [...known.value.values()].map(({ record }) => record).filter(isUnderWay));

function place<Name extends JobName>(name: Name): ReadonlySignal<JobState<Name>> {
  return computed<JobState<Name>>(() => {
    const error = refused.value.get(name);
    if (error !== undefined) return { status: 'failed', error };
    const shown = shownJob(
      [...known.value.values()].map(({ record }) => record),
      name,
    );
    const job = shown === null ? undefined : known.value.get(shown.id);
    if (job === undefined) return { status: 'idle' };
    // A job of this name gives this name's result.
    if (job.outcome !== null) return job.outcome as Outcome<Name>;
    const { id, state, label } = job.record;
    return {
      status: 'running',
      waiting: state === 'waiting',
      label,
      import: job.record.import,
      progress: job.progress,
      cancel: () => void api.call('jobs.cancel', { id }).catch(notifyError),
    };
  });
}

/** One place for each kind of job, whichever page started it. */
export const jobStates: { readonly [Name in JobName]: ReadonlySignal<JobState<Name>> } = {
  'import.run': place('import.run'),
  'import.resume': place('import.resume'),
  'import.report': place('import.report'),
  'import.sample': place('import.sample'),
  'export.run': place('export.run'),
  'articles.extractAgain': place('articles.extractAgain'),
  'statements.findAgain': place('statements.findAgain'),
  'statements.decideMany': place('statements.decideMany'),
  'statements.takeManyBack': place('statements.takeManyBack'),
  'health.check': place('health.check'),
  'health.backup': place('health.backup'),
};

function update(id: JobId, change: (job: Known) => Known): void {
  const job = known.value.get(id);
  if (job !== undefined) known.value = new Map(known.value).set(id, change(job));
}

/** Takes note of what the core says of a job, and attaches where there is something to hear. */
function learn(record: JobSummary): void {
  const before = known.value.get(record.id);
  const outcome = before?.outcome ?? outcomeOf(record);
  const progress = before?.progress ?? record.progress;
  known.value = new Map(known.value).set(record.id, { record, progress, outcome });
  if (outcome === null) void attach(record.id);
  else tellEnd(record.id, outcome);
}

/** How a job ended, as far as that can be said without its result. */
function outcomeOf(record: JobSummary): Outcome<JobName> | null {
  if (isUnderWay(record) || record.hasResult) return null;
  return record.state === 'failed' && record.error !== null
    ? { status: 'failed', error: record.error }
    : { status: 'cancelled' };
}

async function attach(id: JobId): Promise<void> {
  if (attached.has(id)) return;
  attached.add(id);
  const end = (outcome: Outcome<JobName>) => {
    update(id, (job) => ({ ...job, outcome }));
    tellEnd(id, outcome);
  };
  try {
    const onProgress = (progress: Progress) => update(id, (job) => ({ ...job, progress }));
    end({ status: 'done', result: await api.call('jobs.attach', { id }, { onProgress }) });
  } catch (thrown) {
    const error = toErrorData(thrown);
    // The page attaches again when the connection is back.
    if (error.code === 'connection-lost') return;
    end(error.code === 'cancelled' ? { status: 'cancelled' } : { status: 'failed', error });
  } finally {
    attached.delete(id);
  }
}

/** Finds what is under way and what ended lately. What the core knows no more is not shown any more. */
async function findJobs(): Promise<void> {
  const records = await api.call('jobs.list', {});
  forgetAllBut(new Set(records.map(({ id }) => id)));
  for (const record of records) learn(record);
}

function forgetAllBut(ids: ReadonlySet<JobId>): void {
  for (const id of waiting.keys()) if (!ids.has(id)) tellEnd(id, { status: 'cancelled' });
  known.value = new Map([...known.peek()].filter(([id]) => ids.has(id)));
}

function tellEnd(id: JobId, outcome: Outcome<JobName>): void {
  const listeners = waiting.get(id) ?? [];
  waiting.delete(id);
  for (const listener of listeners) listener(outcome);
}

/** Keeps the jobs true to the core from now on. Called once. */
export function followJobs(): void {
  api.on('jobs.changed', learn);
  effect(() => {
    if (connection.value !== 'open') return;
    if (openedLibrary.value === null) forgetAllBut(new Set());
    else findJobs().catch(tellUnlessLost);
  });
}

function tellUnlessLost(thrown: unknown): void {
  if (!['connection-lost', 'no-library'].includes(toErrorData(thrown).code)) notifyError(thrown);
}

/** Starts a job; resolves with its result, or null when it failed or was cancelled, which its place says. */
export async function startJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
): Promise<JobOutput<Name> | null> {
  forgetRefusal(name);
  let id: JobId;
  try {
    id = await api.call('jobs.start', { name, input });
  } catch (thrown) {
    refused.value = new Map(refused.value).set(name, toErrorData(thrown));
    return null;
  }
  const outcome = known.value.get(id)?.outcome ?? (await untilOver(id));
  // A job of this name gives this name's result.
  return outcome.status === 'done' ? (outcome.result as JobOutput<Name>) : null;
}

function untilOver(id: JobId): Promise<Outcome<JobName>> {
  return new Promise((resolve) => waiting.set(id, [...(waiting.get(id) ?? []), resolve]));
}

function forgetRefusal(name: JobName): void {
  refused.value = new Map([...refused.value].filter(([refusedName]) => refusedName !== name));
}

/** Puts the end of a kind of job away, on every page. */
export function clearJob(name: JobName): void {
  forgetRefusal(name);
  for (const { record } of known.value.values()) {
    if (record.name !== name || isUnderWay(record) || record.dismissed) continue;
    learn({ ...record, dismissed: true });
    api.call('jobs.dismiss', { id: record.id }).catch(tellUnlessLost);
  }
}

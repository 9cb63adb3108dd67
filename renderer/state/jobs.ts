import { type Signal, signal } from '@preact/signals';
import { type ErrorData, toErrorData } from '../../main/contract/errors.ts';
import type { JobInput, JobName, JobOutput, Progress } from '../../main/contract/jobs.ts';
import { api } from '../api/api.ts';

/** A job as the rooms show it: it outlives the room that started it. */
export type JobState<Name extends JobName> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress | null; readonly cancel: () => void }
  | { readonly status: 'done'; readonly result: JobOutput<Name> }
  | { readonly status: 'failed'; readonly error: ErrorData }
  | { readonly status: 'cancelled' };

function idle<Name extends JobName>(): Signal<JobState<Name>> {
  return signal<JobState<Name>>({ status: 'idle' });
}

/** One place for each kind of job: there is never more than one of a kind under way from this page. */
export const jobStates: { readonly [Name in JobName]: Signal<JobState<Name>> } = {
  'import.run': idle(),
  'import.resume': idle(),
  'import.report': idle(),
  'import.sample': idle(),
  'export.run': idle(),
  'articles.extractAgain': idle(),
  'health.check': idle(),
  'health.backup': idle(),
};

/** Starts a job and keeps its state up to date; resolves with its result, or null when it failed or was cancelled. */
export async function startJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
): Promise<JobOutput<Name> | null> {
  const state: Signal<JobState<Name>> = jobStates[name];
  const stop = new AbortController();
  const cancel = () => stop.abort();
  state.value = { status: 'running', progress: null, cancel };
  try {
    const result = await api.call(name, input, {
      signal: stop.signal,
      onProgress: (progress: Progress) => {
        state.value = { status: 'running', progress, cancel };
      },
    });
    state.value = { status: 'done', result };
    return result;
  } catch (thrown) {
    const error = toErrorData(thrown);
    state.value = error.code === 'cancelled' ? { status: 'cancelled' } : { status: 'failed', error };
    return null;
  }
}

/** Puts a finished job's place back to the start. */
export function clearJob(name: JobName): void {
  if (jobStates[name].value.status !== 'running') jobStates[name].value = { status: 'idle' };
}

import { parse } from 'valibot';
import { uuidv7 } from '../../../db/uuid.ts';
import {
  type CheckedJobInput,
  type ImportId,
  Interruption,
  JobId,
  type JobName,
  type JobSummary,
  type Progress,
  VerbatimError,
} from '../../contract/index.ts';
import type { JobHandlers, QueuedJobControl } from '../handlers.ts';
import { Job } from './job.ts';
import { Lanes } from './lanes.ts';
import { type JobRule, jobRules, kept, type Lane, mostWaiting } from './rules.ts';

export interface JobRegistryParts {
  /** Asked for when a job begins, because handlers may start jobs themselves. */
  readonly handlers: () => JobHandlers;
  /** Hears of every change but progress. */
  readonly changed: (record: JobSummary) => void;
  /** Hears of the result of a job that is not kept any more. */
  readonly forgotten: (result: unknown) => void;
}

/**
 * The jobs of one open library: what is under way, what waits for its turn, and what ended lately. They belong to
 * nobody who started them: whoever knows a job's id attaches to it, and a connection that breaks ends nothing. See
 * `rules.ts` for what runs beside what.
 */
export class JobRegistry {
  readonly #parts: JobRegistryParts;
  readonly #jobs = new Map<JobId, Job>();
  readonly #lanes = new Lanes();
  /** Those that are over, the first to end first. */
  readonly #ended: Job[] = [];
  #closed = false;

  constructor(parts: JobRegistryParts) {
    this.#parts = parts;
  }

  /** Starts a job, or answers the one under way that does the same. Throws `limit-exceeded` where too many wait. */
  start<Name extends JobName>(name: Name, input: CheckedJobInput<Name>): Job {
    if (this.#closed) throw new VerbatimError('no-library', 'The library was closed.');
    const rule: JobRule<Name> = jobRules[name];
    const key = rule.key(input);
    const of = importOf(name, input);
    const same = this.#find(
      (job) =>
        !job.isOver && ((key !== null && job.name === name && job.key === key) || (of !== null && job.import === of)),
    );
    if (same !== undefined) return same;
    if (this.#lanes.count(rule.lane) > mostWaiting)
      throw new VerbatimError(
        'limit-exceeded',
        'Very much is waiting for its turn already. Wait until some of it is done.',
      );
    const job = new Job({ id: parse(JobId, uuidv7()), name, key, import: of }, ({ record }) =>
      this.#parts.changed(record),
    );
    this.#jobs.set(job.id, job);
    this.#parts.changed(job.record);
    void this.#run(job, name, input, rule);
    return job;
  }

  async #run<Name extends JobName>(
    job: Job,
    name: Name,
    input: CheckedJobInput<Name>,
    { lane, asksForTurn }: JobRule<Name>,
  ): Promise<void> {
    const place = this.#lanes.enter(lane);
    /** Who is stopped or paused while it waits comes to its turn at once, to say so. */
    const turn = async (): Promise<void> => {
      await Promise.race([place.come, aborted(job.signal), aborted(job.pausing)]);
      job.began();
    };
    const control: QueuedJobControl = {
      signal: job.signal,
      pausing: job.pausing,
      progress: (progress) => job.tell(progress),
      about: (what) => job.about(what),
      turn,
    };
    try {
      if (!asksForTurn) await turn();
      const value = await this.#parts.handlers()[name](input, control);
      place.leave();
      job.end({ hasResult: true, value });
    } catch (thrown) {
      place.leave();
      job.end({ hasResult: false, thrown });
    }
    this.#ended.push(job);
    this.#forgetOld();
  }

  /** In the order they began. */
  list(): readonly JobSummary[] {
    this.#forgetOld();
    return [...this.#jobs.values()].map(({ record }) => record);
  }

  /** See `Job.attach`. Throws `not-found` for a job that is not known, or not any more. */
  async attach(id: JobId, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<unknown> {
    return this.#job(id).attach(onProgress, signal);
  }

  /** Stops a job; one that is over stays as it ended. */
  cancel(id: JobId): void {
    this.#job(id).stop(new DOMException('Cancelled.', 'AbortError'));
  }

  dismiss(id: JobId): void {
    this.#job(id).dismiss();
  }

  /** The job that has an import in its hands, or null. */
  ofImport(id: ImportId): Job | null {
    return this.#find((job) => job.import === id && !job.isOver) ?? null;
  }

  /** Whether anything is at work or waits in a lane. */
  isBusy(lane: Lane): boolean {
    return this.#lanes.count(lane) > 0;
  }

  /** Interrupts what is under way, and resolves when it has kept what it had done. Nothing is started any more. */
  async close(): Promise<void> {
    this.#closed = true;
    const underWay = [...this.#jobs.values()].filter((job) => !job.isOver);
    for (const job of underWay) job.stop(new Interruption('The library was closed.'));
    await Promise.all(underWay.map(({ over }) => over));
    for (const job of this.#jobs.values()) this.#parts.forgotten(job.result);
    this.#jobs.clear();
  }

  #job(id: JobId): Job {
    const job = this.#jobs.get(id);
    if (job === undefined)
      throw new VerbatimError('not-found', 'This job is over, and its result is not kept any more.');
    return job;
  }

  #find(is: (job: Job) => boolean): Job | undefined {
    return [...this.#jobs.values()].find(is);
  }

  #forgetOld(): void {
    const oldest = Date.now() - kept.milliseconds;
    for (let job = this.#ended[0]; job !== undefined; job = this.#ended[0]) {
      if (this.#ended.length <= kept.count && job.endedAt >= oldest) return;
      this.#ended.shift();
      this.#jobs.delete(job.id);
      this.#parts.forgotten(job.result);
    }
  }
}

/** The import that a job is asked to go on with. */
function importOf<Name extends JobName>(name: Name, input: CheckedJobInput<Name>): ImportId | null {
  return name === 'import.resume' && 'id' in input ? input.id : null;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

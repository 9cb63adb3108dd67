import {
  type ErrorData,
  type ImportId,
  Interruption,
  type JobId,
  type JobName,
  type JobState,
  type JobSummary,
  type Progress,
  toErrorData,
  VerbatimError,
} from '../../contract/index.ts';

type Ending =
  | { readonly hasResult: true; readonly value: unknown }
  | { readonly hasResult: false; readonly thrown: unknown };

/** One job from its beginning to the end of its being kept: its state, and those who are attached to it. */
export class Job {
  readonly id: JobId;
  readonly name: JobName;
  /** See `JobRule.key`. */
  readonly key: string | null;
  readonly #began = new Date();
  readonly #stop = new AbortController();
  readonly #pause = new AbortController();
  readonly #attached = new Set<(progress: Progress) => void>();
  readonly #over = Promise.withResolvers<void>();
  readonly #changed: (job: Job) => void;
  #state: JobState = 'waiting';
  #label: string | null = null;
  #import: ImportId | null = null;
  #progress: Progress | null = null;
  #ending: Ending | null = null;
  #ended: Date | null = null;
  #dismissed = false;

  /** `changed` hears of everything but progress. */
  constructor(
    of: {
      readonly id: JobId;
      readonly name: JobName;
      readonly key: string | null;
      /** Where it is known which import it runs. */
      readonly import: ImportId | null;
    },
    changed: (job: Job) => void,
  ) {
    this.id = of.id;
    this.name = of.name;
    this.key = of.key;
    this.#import = of.import;
    this.#changed = changed;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }
  get pausing(): AbortSignal {
    return this.#pause.signal;
  }
  get import(): ImportId | null {
    return this.#import;
  }
  get isOver(): boolean {
    return this.#ending !== null;
  }
  get isWaiting(): boolean {
    return this.#state === 'waiting';
  }
  /** When it ended, in milliseconds since 1970; 0 while it is under way. */
  get endedAt(): number {
    return this.#ended?.getTime() ?? 0;
  }
  /** What it came to, or null. */
  get result(): unknown {
    return this.#ending?.hasResult === true ? this.#ending.value : null;
  }

  get record(): JobSummary {
    return {
      id: this.id,
      name: this.name,
      state: this.#state,
      label: this.#label,
      import: this.#import,
      progress: this.#progress,
      began: this.#began.toISOString(),
      ended: this.#ended?.toISOString() ?? null,
      hasResult: this.#ending?.hasResult ?? false,
      error: this.#error,
      dismissed: this.#dismissed,
    };
  }

  get #error(): ErrorData | null {
    return this.#ending === null || this.#ending.hasResult ? null : toErrorData(this.#ending.thrown);
  }

  about({ label, import: id }: { readonly label: string; readonly import?: ImportId }): void {
    this.#label = label;
    this.#import = id ?? this.#import;
    this.#changed(this);
  }

  began(): void {
    if (this.#state !== 'waiting') return;
    this.#state = 'running';
    this.#changed(this);
  }

  tell(progress: Progress): void {
    if (this.isOver) return;
    this.#progress = progress;
    for (const listener of this.#attached) listener(progress);
  }

  /** What it came to, or what it threw; resolves whoever is attached. */
  end(ending: Ending): void {
    this.#ending = ending;
    this.#ended = new Date();
    this.#state = this.#stateAt(ending);
    this.#attached.clear();
    this.#over.resolve();
    this.#changed(this);
  }

  #stateAt(ending: Ending): JobState {
    const stopped = this.signal.aborted;
    if (!ending.hasResult && !(stopped && toErrorData(ending.thrown).code === 'cancelled')) return 'failed';
    if (!stopped) return 'done';
    return this.signal.reason instanceof Interruption ? 'interrupted' : 'cancelled';
  }

  stop(reason: unknown): void {
    this.#stop.abort(reason);
  }

  pause(): void {
    this.#pause.abort();
  }

  dismiss(): void {
    if (!this.isOver || this.#dismissed) return;
    this.#dismissed = true;
    this.#changed(this);
  }

  /** Resolves when it is over, whatever became of it. */
  get over(): Promise<void> {
    return this.#over.promise;
  }

  /** Tells progress, the last at once, and answers the result. The signal ends the listening, not the job. */
  async attach(onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    // A function of its own for each, so that the same one can listen twice.
    const listener = (progress: Progress) => onProgress(progress);
    const detached = Promise.withResolvers<never>();
    const detach = () => detached.reject(signal.reason);
    signal.addEventListener('abort', detach, { once: true });
    if (!this.isOver) {
      this.#attached.add(listener);
      if (this.#progress !== null) listener(this.#progress);
    }
    try {
      await Promise.race([this.#over.promise, detached.promise]);
    } finally {
      this.#attached.delete(listener);
      signal.removeEventListener('abort', detach);
    }
    const ending = this.#ending;
    if (ending === null) throw new VerbatimError('internal', 'A job ended without an end.');
    if (ending.hasResult) return ending.value;
    throw ending.thrown;
  }
}

import { type ImportId, VerbatimError } from '../../contract/index.ts';

/** Imports run one after the other, in the order they came; each can be paused by its id. */
export class ImportQueue {
  readonly #pausing = new Map<ImportId, AbortController>();
  #last: Promise<void> = Promise.resolve();

  /**
   * Calls `work` when the imports before have ended, with the signal by which a person pauses it. An import that
   * is paused or given up while it waits comes to its turn at once, to say so. Throws `conflict` when it is
   * in the queue already.
   */
  async run<Value>(id: ImportId, signal: AbortSignal, work: (pausing: AbortSignal) => Promise<Value>): Promise<Value> {
    if (this.#pausing.has(id)) throw new VerbatimError('conflict', 'This import is running already.');
    const pausing = new AbortController();
    this.#pausing.set(id, pausing);
    const before = this.#last;
    const over = Promise.withResolvers<void>();
    this.#last = before.then(() => over.promise);
    try {
      await Promise.race([before, aborted(signal), aborted(pausing.signal)]);
      return await work(pausing.signal);
    } finally {
      this.#pausing.delete(id);
      over.resolve();
    }
  }

  /** Lets an import end what it has begun, and begin nothing more. Throws `conflict` when it doesn't run. */
  pause(id: ImportId): void {
    const pausing = this.#pausing.get(id);
    if (pausing === undefined) throw new VerbatimError('conflict', 'This import does not run, so it cannot be paused.');
    pausing.abort();
  }

  /** Whether any import runs or waits. */
  get isBusy(): boolean {
    return this.#pausing.size > 0;
  }

  has(id: ImportId): boolean {
    return this.#pausing.has(id);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

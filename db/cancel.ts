import type { ReadableDb } from './types.ts';

/**
 * SQLite can't be interrupted from another thread, and ending the worker waits for the statement. So each
 * thread shares one integer with the pool: the id of the call to give up. A thread has one call at a time and
 * gets the next when it has answered the last, so the slot always belongs to one call; an id that is left in it
 * means nothing to the next. Long scans call the SQL function `keep_going()`, which throws when the id is the
 * running call's.
 */
export class CancelSlot {
  readonly #cell: Int32Array;
  running = 0;

  constructor(buffer: SharedArrayBuffer) {
    this.#cell = new Int32Array(buffer);
  }

  static buffer(): SharedArrayBuffer {
    return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  }

  cancel(call: number): void {
    Atomics.store(this.#cell, 0, call);
  }

  get cancelled(): boolean {
    return this.running !== 0 && Atomics.load(this.#cell, 0) === this.running;
  }

  /** Throws an AbortError when the running call was given up. */
  readonly keepGoing = (): void => {
    if (this.cancelled) throw new DOMException('Cancelled.', 'AbortError');
  };

  /** Makes `keep_going()` known to a connection: 1, or an error when the running call was cancelled. */
  install(db: ReadableDb): void {
    db.function('keep_going', { deterministic: false }, () => {
      this.keepGoing();
      return 1;
    });
  }
}

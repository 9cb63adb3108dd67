import type { Call } from './connection.ts';

/** Calls that wait for a thread, first come first served. Those that are given up meanwhile never begin. */
export class CallQueue {
  #calls: Call[] = [];

  add(call: Call): void {
    this.#calls.push(call);
  }

  next(): Call | undefined {
    return this.#calls.shift();
  }

  get empty(): boolean {
    return this.#calls.length === 0;
  }

  /** Whether the call still waited. */
  remove(call: Call): boolean {
    const at = this.#calls.indexOf(call);
    if (at >= 0) this.#calls.splice(at, 1);
    return at >= 0;
  }

  rejectAll(error: unknown): void {
    for (const call of this.#calls.splice(0)) call.reject(error);
  }
}

export type Urgency = 'edit' | 'batch';

/** Waiting writes: a person's edits go before the parts of long work. */
export class WriteQueue {
  readonly #queues: Readonly<Record<Urgency, CallQueue>> = { edit: new CallQueue(), batch: new CallQueue() };

  add(call: Call, urgency: Urgency): void {
    this.#queues[urgency].add(call);
  }

  next(): Call | undefined {
    return this.#queues.edit.next() ?? this.#queues.batch.next();
  }

  remove(call: Call): boolean {
    return this.#queues.edit.remove(call) || this.#queues.batch.remove(call);
  }

  rejectAll(error: unknown): void {
    for (const queue of Object.values(this.#queues)) queue.rejectAll(error);
  }
}

import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../main/contract/errors.ts';
import type { Progress } from '../main/contract/jobs.ts';
import type { OpeningProgress } from '../main/contract/library.ts';
import type { BrokenLog } from './broken-log.ts';
import { CancelSlot } from './cancel.ts';
import type { ConnectionMode, RunRequest, WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.ts';

/** Rows are read and handed on: what lives shortly in such a thread need not grow as large as V8 would let it. */
const youngMegabytes = 12;

/** One call of a query, with whoever waits for its answer. */
export interface Call {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
  /** Memory that goes over to the thread instead of being copied. */
  readonly handedOver: readonly ArrayBuffer[];
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** What the pool hears of its connections. */
export interface ConnectionListener {
  /** The thread has answered, however, and may be given the next call. */
  answered(connection: Connection, call: Call, milliseconds: number): void;
  /** The thread has ended though nobody ended it. `call` is what it was at; it has been rejected. */
  died(connection: Connection, call: Call | null, reason: string): void;
}

/**
 * One thread and its connection: *ready* for a call, *busy* with one until the thread has answered (also when
 * whoever asked has given it up), or *dead*.
 */
export class Connection {
  readonly mode: ConnectionMode;
  /** What the opening found of the log that the last writer left; null where that was whole. */
  readonly brokenLog: BrokenLog | null;
  readonly #worker: Worker;
  readonly #slot: CancelSlot;
  readonly #listener: ConnectionListener;
  readonly #exited: Promise<void>;
  #call: Call | null = null;
  #state: 'ready' | 'busy' | 'dead' = 'ready';
  #closing = false;

  private constructor(
    worker: Worker,
    setup: WorkerSetup,
    { listener, brokenLog }: { readonly listener: ConnectionListener; readonly brokenLog: BrokenLog | null },
  ) {
    this.mode = setup.mode;
    this.brokenLog = brokenLog;
    this.#worker = worker;
    this.#slot = new CancelSlot(setup.cancel);
    this.#listener = listener;
    let reason = 'it ended';
    this.#exited = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#end(reason);
        resolve();
      });
    });
    worker.on('message', (reply: WorkerReply) => this.#receive(reply));
    worker.on('messageerror', (error) => this.#settle((call) => call.reject(error), 0));
    // The thread's exit follows.
    worker.on('error', (error) => {
      reason = reasonOf(error);
    });
  }

  /** Starts a thread and opens its connection. Throws what the opening throws. */
  static open(
    given: Omit<WorkerSetup, 'cancel'>,
    listener: ConnectionListener,
    onProgress?: (progress: OpeningProgress) => void,
  ): Promise<Connection> {
    const setup: WorkerSetup = { ...given, cancel: CancelSlot.buffer() };
    const url = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    const worker = new Worker(url, {
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    return new Promise((resolve, reject) => {
      let failure: VerbatimError = diedError('it ended while it opened the library');
      const failed = (error: Error) => {
        failure = diedError(reasonOf(error));
      };
      const ended = () => reject(failure);
      const hear = (reply: WorkerReply) => {
        if (reply.type === 'opening') return onProgress?.(reply.progress);
        if (reply.type === 'unavailable') {
          // Once the thread has ended, nothing of it holds the file any more.
          failure = VerbatimError.fromData(reply.error);
          return;
        }
        if (reply.type !== 'ready') return;
        worker.off('message', hear).off('error', failed).off('exit', ended);
        resolve(new Connection(worker, setup, { listener, brokenLog: reply.brokenLog }));
      };
      worker.on('message', hear).on('error', failed).on('exit', ended);
    });
  }

  get state(): 'ready' | 'busy' | 'dead' {
    return this.#state;
  }

  /** Gives the thread a call; it must be ready. What can't be sent is rejected, and the thread stays ready. */
  run(call: Call): void {
    const { id, name, args, handedOver } = call;
    try {
      this.#post({ type: 'run', id, name, args } satisfies RunRequest, handedOver);
    } catch (error) {
      call.reject(error);
      return;
    }
    this.#call = call;
    this.#state = 'busy';
  }

  /** Makes the thread stop with a call, if it is at it, as soon as it asks whether to go on. */
  giveUp(call: Call): void {
    if (this.#call === call) this.#slot.cancel(call.id);
  }

  /**
   * Ends the thread after what it is at. Answers null, or after so many milliseconds the name of the call that it is
   * still at: the thread is then left to end by itself (a statement can't be broken off), and its call rejected.
   */
  async close(milliseconds: number): Promise<string | null> {
    if (this.#state === 'dead') return null;
    this.#closing = true;
    if (this.mode !== 'write' && this.#call !== null) this.giveUp(this.#call);
    this.#post({ type: 'close' });
    if (await endsWithin(this.#exited, milliseconds)) return null;
    const call = this.#call;
    void this.#worker.terminate();
    this.#worker.unref();
    this.#settle((waiting) => waiting.reject(closedError()), milliseconds);
    return call?.name ?? '';
  }

  #post(message: WorkerRequest, handedOver: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, [...handedOver]);
  }

  #receive(reply: WorkerReply): void {
    switch (reply.type) {
      case 'done':
        this.#settle((call) => call.resolve(reply.value), reply.milliseconds);
        return;
      case 'failed':
        this.#settle(
          (call) =>
            call.reject(
              reply.error.code === 'cancelled'
                ? new DOMException(reply.error.message, 'AbortError')
                : VerbatimError.fromData(reply.error),
            ),
          reply.milliseconds,
        );
        return;
      case 'progress':
        if (this.#call?.id === reply.id) this.#call.onProgress?.(reply.progress);
        return;
      case 'opening':
      case 'ready':
      case 'unavailable':
        // They belong to the opening, which is over.
        return;
    }
  }

  #settle(answer: (call: Call) => void, milliseconds: number): void {
    const call = this.#call;
    if (call === null) return;
    this.#call = null;
    if (this.#state === 'busy') this.#state = 'ready';
    answer(call);
    this.#listener.answered(this, call, milliseconds);
  }

  #end(reason: string): void {
    const call = this.#call;
    this.#call = null;
    this.#state = 'dead';
    call?.reject(this.#closing ? closedError() : diedError(reason, this.mode));
    if (!this.#closing) this.#listener.died(this, call, reason);
  }
}

export function closedError(): VerbatimError {
  return new VerbatimError('no-library', 'The library was closed.');
}

/** What is told of a thread that ended though nobody ended it, by what it was for. */
export function diedError(reason: string, mode: ConnectionMode = 'read'): VerbatimError {
  return new VerbatimError(
    'database-stopped',
    mode === 'write'
      ? `The part of Verbatim that writes the library stopped unexpectedly (${reason}). What was saved before is kept; the change that was under way is in it as a whole or not at all. Open the library again to go on.`
      : `The part of Verbatim that was reading the library stopped unexpectedly (${reason}). Nothing was changed. Try again.`,
  );
}

function reasonOf(error: Error): string {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it ran out of memory' : error.message;
}

async function endsWithin(ending: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const inTime = await Promise.race([ending.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

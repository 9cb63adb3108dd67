import { Worker } from 'node:worker_threads';
import { type ErrorData, VerbatimError } from '../../contract/index.ts';
import { heapLimits, outOfMemory, type ThreadLimits, watchMemory, watchWork } from './thread.ts';

/** What every thread of a pool says when it failed; its other messages are its own. */
export interface ThreadFailed {
  readonly type: 'failed';
  readonly id: number;
  readonly error: ErrorData;
}

/** Nothing more will be asked. */
export interface ThreadClose {
  readonly type: 'close';
}

/** One question to a thread. */
export interface Question<Message, Answer> {
  /** Without its number, which the pool gives it. */
  readonly request: object;
  /** Memory that is handed over and not copied. */
  readonly transfer: readonly ArrayBuffer[];
  /** The size of what is worked on, beside which the thread's own memory is measured. */
  readonly bytes: number;
  /** After so many seconds of work on it the thread is ended. */
  readonly seconds: number;
  readonly signal: AbortSignal;
  /** What is said when it took too long. */
  readonly tooLong: string;
  /** Reads a message: the answer, or null for one that comes before it. `say` answers the thread. */
  read(message: Message, say: (answer: object) => void): { readonly answer: Answer } | null;
}

interface Slot {
  worker: Worker | null;
  busy: boolean;
}

/**
 * Threads that work on what others wrote: so many, started when first needed, each with one question at a time.
 * A thread that runs over its time or memory is ended and replaced; its question fails, the others go on. Why it is our
 * own: `main/decisions/0210`.
 */
export class ThreadPool<Message extends { readonly id: number }> {
  readonly #slots: readonly Slot[];
  readonly #waiting: ((slot: Slot) => void)[] = [];
  readonly #entry: URL;
  readonly #limits: ThreadLimits;
  readonly #data: unknown;
  #nextId = 1;
  #closed = false;

  /** `data` is what each thread is started with. */
  constructor(entry: URL, size: number, limits: ThreadLimits, data: unknown = null) {
    this.#entry = entry;
    this.#limits = limits;
    this.#data = data;
    this.#slots = Array.from({ length: Math.max(1, size) }, () => ({ worker: null, busy: false }));
  }

  /** How many questions it can work on at once; asking more only fills memory. */
  get size(): number {
    return this.#slots.length;
  }

  /**
   * Asks the next thread that is free. Throws what the thread threw, `limit-exceeded` for what takes too long or too
   * much, `no-library` when the pool was closed, and the signal's reason when it aborts.
   */
  async ask<Answer>(question: Question<Message, Answer>): Promise<Answer> {
    question.signal.throwIfAborted();
    const slot = await this.#acquire();
    try {
      question.signal.throwIfAborted();
      if (this.#closed) throw closed();
      return await this.#run(slot, question);
    } finally {
      this.#release(slot);
    }
  }

  /** Starts a thread that will be asked, if none is there, so that its first question doesn't wait for it. */
  prepare(): void {
    const [slot] = this.#slots;
    if (!this.#closed && slot !== undefined && this.#slots.every(({ worker }) => worker === null)) this.#start(slot);
  }

  /** Ends the threads. What is being worked on is broken off and fails with `no-library`. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#slots.map((slot) => end(slot)));
  }

  #run<Answer>(slot: Slot, question: Question<Message, Answer>): Promise<Answer> {
    const { request, transfer, bytes, seconds, signal, tooLong } = question;
    const id = this.#nextId++;
    const worker = slot.worker ?? this.#start(slot);
    return new Promise<Answer>((resolve, reject) => {
      const giveUp = (error: unknown) => {
        settle();
        slot.worker = null;
        void worker.terminate();
        reject(error);
      };
      const endTime = watchWork(worker, seconds, () => giveUp(new VerbatimError('limit-exceeded', tooLong)));
      const endMemory = watchMemory(worker, this.#limits, bytes, giveUp);
      const onAbort = () => giveUp(signal.reason);
      const onError = (error: Error) => giveUp(outOfMemory(error, this.#limits) ?? error);
      const onExit = () =>
        giveUp(
          this.#closed
            ? closed()
            : new VerbatimError('internal', 'The part that reads files ended unexpectedly on this one.'),
        );
      const onMessage = (message: Message | ThreadFailed) => {
        if (message.id !== id) return;
        if (isFailure(message)) {
          settle();
          reject(VerbatimError.fromData(message.error));
          return;
        }
        const read = question.read(message, (answer) => worker.postMessage(answer));
        if (read === null) return;
        settle();
        resolve(read.answer);
      };
      const settle = () => {
        endTime();
        endMemory();
        signal.removeEventListener('abort', onAbort);
        worker.off('error', onError).off('exit', onExit).off('message', onMessage);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      worker.on('error', onError).on('exit', onExit).on('message', onMessage);
      try {
        worker.postMessage({ ...request, id }, transfer);
      } catch (error) {
        settle();
        reject(error);
      }
    });
  }

  #start(slot: Slot): Worker {
    const worker = new Worker(this.#entry, { resourceLimits: heapLimits(this.#limits), workerData: this.#data });
    slot.worker = worker;
    // A thread that ends between two questions harms nobody: the next one is asked of another.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (slot.worker === worker) slot.worker = null;
    });
    worker.unref();
    return worker;
  }

  #acquire(): Promise<Slot> {
    if (this.#closed) return Promise.reject(closed());
    const free = this.#slots.find((slot) => !slot.busy);
    if (free !== undefined) {
      free.busy = true;
      return Promise.resolve(free);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(slot: Slot): void {
    const next = this.#waiting.shift();
    if (next === undefined) slot.busy = false;
    else next(slot);
  }
}

function isFailure(message: { readonly id: number }): message is ThreadFailed {
  return 'type' in message && message.type === 'failed';
}

function closed(): VerbatimError {
  return new VerbatimError('no-library', 'The library was closed.');
}

/** A thread that rests ends by itself; cutting it off in the middle of its own clearing up has crashed Node. */
async function end({ worker, busy }: Slot): Promise<void> {
  if (worker === null) return;
  if (busy) {
    await worker.terminate();
    return;
  }
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.postMessage({ type: 'close' } satisfies ThreadClose);
  const patience = setTimeout(() => void worker.terminate(), 5000);
  await ended;
  clearTimeout(patience);
}

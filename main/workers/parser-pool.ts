import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../contract/index.ts';
import type { ParseResult, ParserReply, ParserRequest } from './parse-messages.ts';

/** Limits that keep a hostile file from more than its own report line. */
export interface ParserLimits {
  readonly heapMegabytes: number;
  /** For a small file; each megabyte adds a second. */
  readonly seconds: number;
}
export const parserLimits: ParserLimits = { heapMegabytes: 1024, seconds: 60 };

interface Slot {
  worker: Worker | null;
  busy: boolean;
}

type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/**
 * The threads that parse untrusted bytes: as many as there are cores, started when first needed.
 * A thread that runs over its time or memory is ended and replaced; its item fails, the others go on.
 */
export class ParserPool {
  readonly #slots: readonly Slot[];
  readonly #waiting: ((slot: Slot) => void)[] = [];
  readonly #limits: ParserLimits;
  #nextId = 1;
  #closed = false;

  constructor(size: number = availableParallelism(), limits: ParserLimits = parserLimits) {
    this.#slots = Array.from({ length: Math.max(1, size) }, () => ({ worker: null, busy: false }));
    this.#limits = limits;
  }

  /** How many items it can work on at once; feeding more only fills memory. */
  get size(): number {
    return this.#slots.length;
  }

  /** Reads a file's documents. Takes ownership of `bytes`. A file that breaks its limits is refused with the reason. */
  async parse(
    item: {
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly modified: string | null;
      readonly companions: string | null;
    },
    signal: AbortSignal,
  ): Promise<ParseResult> {
    const reply = await this.#ask({ type: 'parse', ...item }, item.bytes, signal);
    if (reply.type === 'parsed') return reply.result;
    throw new VerbatimError('internal', 'A parser answered another question than it was asked.');
  }

  /** All words of an original, as its format's reader tells them. */
  async words(format: string, bytes: Uint8Array, signal: AbortSignal): Promise<string> {
    const reply = await this.#ask({ type: 'words', format, bytes }, bytes, signal);
    if (reply.type === 'words') return reply.words;
    throw new VerbatimError('internal', 'A parser answered another question than it was asked.');
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#slots.map((slot) => slot.worker?.terminate()));
  }

  async #ask(request: WithoutId<ParserRequest>, bytes: Uint8Array, signal: AbortSignal): Promise<ParserReply> {
    signal.throwIfAborted();
    if (this.#closed) throw new VerbatimError('no-library', 'The library was closed.');
    const slot = await this.#acquire();
    try {
      signal.throwIfAborted();
      const id = this.#nextId++;
      return await this.#run(slot, { ...request, id } as ParserRequest, bytes, signal);
    } finally {
      this.#release(slot);
    }
  }

  #run(slot: Slot, request: ParserRequest, bytes: Uint8Array, signal: AbortSignal): Promise<ParserReply> {
    const worker = slot.worker ?? this.#start();
    slot.worker = worker;
    const seconds = this.#limits.seconds + bytes.byteLength / 1_000_000;
    return new Promise<ParserReply>((resolve, reject) => {
      const giveUp = (error: unknown) => {
        settle();
        slot.worker = null;
        void worker.terminate();
        reject(error);
      };
      const timer = setTimeout(
        () =>
          giveUp(
            new VerbatimError(
              'limit-exceeded',
              `Reading it took more than ${Math.round(seconds)} seconds and was stopped. The file itself may be damaged or made to be slow.`,
            ),
          ),
        seconds * 1000,
      );
      const onAbort = () => giveUp(signal.reason);
      const onError = (error: Error & { code?: string }) =>
        giveUp(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new VerbatimError(
                'limit-exceeded',
                `Reading it took more than ${this.#limits.heapMegabytes} MB of memory and was stopped.`,
              )
            : error,
        );
      const onExit = () =>
        giveUp(new VerbatimError('internal', 'The part that reads files ended unexpectedly on this one.'));
      const onMessage = (reply: ParserReply) => {
        if (reply.id !== request.id) return;
        settle();
        if (reply.type === 'failed') reject(VerbatimError.fromData(reply.error));
        else resolve(reply);
      };
      const settle = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        worker.off('error', onError).off('exit', onExit).off('message', onMessage);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      worker.on('error', onError).on('exit', onExit).on('message', onMessage);
      const { buffer } = bytes;
      const whole = buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength;
      worker.postMessage(request, whole ? [buffer] : []);
    });
  }

  #start(): Worker {
    const url = new URL(import.meta.url.endsWith('.ts') ? './parser.ts' : './parser.js', import.meta.url);
    const worker = new Worker(url, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMegabytes, stackSizeMb: 8 },
    });
    worker.unref();
    return worker;
  }

  #acquire(): Promise<Slot> {
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

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ToldOfMember, VerbatimError } from '../contract/index.ts';
import type { PagePicture } from '../formats/format.ts';
import type {
  ComparedCopy,
  CopiesOfOriginal,
  DocumentInRows,
  ParseResult,
  ParserClose,
  ParserCompanion,
  ParserMessage,
  ParserReply,
  ParserRequest,
} from './parse-messages.ts';
import { heapLimits, outOfMemory, type ParserLimits, parserLimits, threadUrl, watchMemory } from './thread.ts';

type FindCompanion = (address: string) => Promise<Uint8Array | null>;
/** Where a document's companions are: in a folder beside it, or with whoever answers for the container it is in. */
export type Companions = { readonly folder: string } | FindCompanion | null;

/** Nobody looks longer at an empty frame. */
const drawingSeconds = 25;

export interface ParseItem {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly modified: string | null;
  readonly companions: Companions;
  /** The reader's name where it is known: an original is read again by the reader that its capture names. */
  readonly format?: string;
  /** What its container says of it. */
  readonly told?: ToldOfMember | null;
}

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
  async parse(item: ParseItem, signal: AbortSignal): Promise<ParseResult> {
    const reply = await this.#askToRead('parse', item, signal);
    if (reply.type === 'parsed') return reply.result;
    throw otherAnswer();
  }

  /** The same, ready for the writer. */
  async prepare(item: ParseItem, signal: AbortSignal): Promise<ParseResult<DocumentInRows>> {
    const reply = await this.#askToRead('prepare', item, signal);
    if (reply.type === 'prepared') return reply.result;
    throw otherAnswer();
  }

  #askToRead(type: 'parse' | 'prepare', item: ParseItem, signal: AbortSignal): Promise<ParserReply> {
    const { bytes, name, modified, companions, format = null, told = null } = item;
    const isAsked = typeof companions === 'function';
    const request = {
      type,
      bytes,
      name,
      modified,
      companions: isAsked ? ('asked' as const) : companions,
      format,
      told,
    };
    return this.#ask(request, bytes, signal, isAsked ? companions : null);
  }

  /** Compares reading copies with their original. Takes ownership of `bytes`. Answers in the copies' order. */
  async compare(bytes: Uint8Array, copies: CopiesOfOriginal, signal: AbortSignal): Promise<readonly ComparedCopy[]> {
    const reply = await this.#ask({ type: 'compare', bytes, ...copies }, bytes, signal, null);
    if (reply.type === 'compared') return reply.compared;
    throw otherAnswer();
  }

  /** How many pages an original has. Throws `unsupported` where its format has none. */
  async pages(format: string, bytes: Uint8Array, signal: AbortSignal): Promise<number> {
    const reply = await this.#ask({ type: 'pages', format, bytes }, bytes, signal, null);
    if (reply.type === 'pages') return reply.count;
    throw otherAnswer();
  }

  /** A picture of one page of an original. A page that takes longer than a person waits is given up. */
  async page(format: string, bytes: Uint8Array, page: number, signal: AbortSignal): Promise<PagePicture> {
    const reply = await this.#ask({ type: 'page', format, bytes, page }, bytes, signal, null);
    if (reply.type === 'page') return reply.picture;
    throw otherAnswer();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#slots.map((slot) => end(slot)));
  }

  async #ask(
    request: WithoutId<ParserRequest>,
    bytes: Uint8Array,
    signal: AbortSignal,
    find: FindCompanion | null,
  ): Promise<ParserReply> {
    signal.throwIfAborted();
    if (this.#closed) throw new VerbatimError('no-library', 'The library was closed.');
    const slot = await this.#acquire();
    try {
      signal.throwIfAborted();
      const id = this.#nextId++;
      return await this.#run(slot, { ...request, id } as ParserRequest, bytes, signal, find);
    } finally {
      this.#release(slot);
    }
  }

  #run(
    slot: Slot,
    request: ParserRequest,
    bytes: Uint8Array,
    signal: AbortSignal,
    find: FindCompanion | null,
  ): Promise<ParserReply> {
    const worker = slot.worker ?? this.#start();
    slot.worker = worker;
    const seconds = (request.type === 'page' ? drawingSeconds : this.#limits.seconds) + bytes.byteLength / 1_000_000;
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
      const endWatch = watchMemory(worker, this.#limits, bytes.byteLength, giveUp);
      const onAbort = () => giveUp(signal.reason);
      const onError = (error: Error) => giveUp(outOfMemory(error, this.#limits) ?? error);
      const onExit = () =>
        giveUp(new VerbatimError('internal', 'The part that reads files ended unexpectedly on this one.'));
      const bring = async (key: number, address: string) => {
        // What its container can't give is a picture that isn't shown; the document itself is whole.
        const found = (await find?.(address).catch(() => null)) ?? null;
        worker.postMessage({ type: 'companion', key, bytes: found } satisfies ParserCompanion);
      };
      const onMessage = (reply: ParserMessage) => {
        if (reply.id !== request.id) return;
        if (reply.type === 'companion') {
          void bring(reply.key, reply.address);
          return;
        }
        settle();
        if (reply.type === 'failed') reject(VerbatimError.fromData(reply.error));
        else resolve(reply);
      };
      const settle = () => {
        clearTimeout(timer);
        endWatch();
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
    const worker = new Worker(threadUrl('parser', import.meta.url), {
      resourceLimits: heapLimits(this.#limits),
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

function otherAnswer(): VerbatimError {
  return new VerbatimError('internal', 'A parser answered another question than it was asked.');
}

/** A thread that rests ends by itself; cutting it off in the middle of its own clearing up has crashed Node. */
async function end({ worker, busy }: Slot): Promise<void> {
  if (worker === null) return;
  if (busy) {
    await worker.terminate();
    return;
  }
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.postMessage({ type: 'close' } satisfies ParserClose);
  const patience = setTimeout(() => void worker.terminate(), 5000);
  await ended;
  clearTimeout(patience);
}

import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../../../../contract/index.ts';
import type { Member } from '../../../../formats/format.ts';
import { makeTemporaryFolder } from '../../../temporary/folders.ts';
import { heapLimits, outOfMemory, parserLimits, type ThreadLimits, threadUrl } from '../../../threads/thread.ts';
import type { ContainerReply, ContainerRequest, ContainerSetup } from './container-messages.ts';

/**
 * A container that is open in a thread of its own. Members are read when they are asked for; what they
 * refer to can be asked for as long as it is open. A thread that runs over its memory, or says nothing for
 * longer than its time, is ended, and whoever waits is told.
 */
export class ContainerThread {
  readonly #worker: Worker;
  readonly #limits: ThreadLimits;
  readonly #onProgress: (bytes: number) => void;
  readonly #resources = new Map<number, (bytes: Uint8Array | null) => void>();
  #waiting: { resolve(member: Member | null): void; reject(error: unknown): void } | null = null;
  readonly #ended: Promise<void>;
  #timer: NodeJS.Timeout | null = null;
  #failure: unknown = null;
  #nextId = 1;

  constructor(
    setup: Omit<ContainerSetup, 'scratch'>,
    onProgress: (bytes: number) => void,
    limits: ThreadLimits = parserLimits,
  ) {
    this.#limits = limits;
    this.#onProgress = onProgress;
    const scratch = makeTemporaryFolder('container');
    this.#worker = new Worker(threadUrl('container-thread', import.meta.url), {
      workerData: { ...setup, scratch } satisfies ContainerSetup,
      resourceLimits: heapLimits(limits),
    });
    this.#worker.unref();
    this.#worker.on('message', (reply: ContainerReply) => this.#receive(reply));
    this.#worker.on('error', (error) => this.#fail(outOfMemory(error, limits) ?? error));
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        rmSync(scratch, { recursive: true, force: true });
        this.#fail(new VerbatimError('internal', 'The part that reads containers ended unexpectedly on this one.'));
        resolve();
      });
    });
  }

  /** The next member, or null at the end. Throws what opening or reading the container threw. */
  next(): Promise<Member | null> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#watch();
      this.#ask({ type: 'next' });
    });
  }

  /** See `OpenContainer.resource`. Null when the thread has ended. */
  resource(member: string, address: string): Promise<Uint8Array | null> {
    if (this.#failure !== null) return Promise.resolve(null);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#resources.set(id, resolve);
      this.#ask({ type: 'resource', id, member, address });
    });
  }

  /** Lets the thread close its files, and ends it. */
  async close(): Promise<void> {
    const patience = setTimeout(() => void this.#worker.terminate(), 5000);
    this.#ask({ type: 'close' });
    await this.#ended;
    clearTimeout(patience);
  }

  #ask(request: ContainerRequest): void {
    this.#worker.postMessage(request);
  }

  #receive(reply: ContainerReply): void {
    switch (reply.type) {
      case 'member': {
        const waiting = this.#waiting;
        this.#waiting = null;
        this.#rest();
        waiting?.resolve(reply.member);
        return;
      }
      case 'resource':
        this.#resources.get(reply.id)?.(reply.bytes);
        this.#resources.delete(reply.id);
        return;
      case 'progress':
        if (this.#waiting !== null) this.#watch();
        this.#onProgress(reply.bytes);
        return;
      case 'failed':
        this.#fail(VerbatimError.fromData(reply.error));
        void this.#worker.terminate();
        return;
    }
  }

  /** Long work is well as long as it goes on; silence is not. */
  #watch(): void {
    this.#rest();
    const { seconds } = this.#limits;
    this.#timer = setTimeout(() => {
      this.#fail(
        new VerbatimError(
          'limit-exceeded',
          `Reading on in it took more than ${seconds} seconds and was stopped. It may be damaged or made to be slow.`,
        ),
      );
      void this.#worker.terminate();
    }, seconds * 1000);
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#rest();
    this.#waiting?.reject(this.#failure);
    this.#waiting = null;
    for (const resolve of this.#resources.values()) resolve(null);
    this.#resources.clear();
  }
}

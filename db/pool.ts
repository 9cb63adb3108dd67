import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../main/contract/errors.ts';
import { CancelFlag } from './cancel.ts';
import type { reads, writes } from './queries/index.ts';
import type { ReadableDb } from './types.ts';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.ts';

type Reads = typeof reads;
type Writes = typeof writes;
/** A query's arguments without its connection. */
type Arguments<Query> = Query extends (db: infer _Db extends ReadableDb, ...args: infer Rest) => unknown ? Rest : never;
type Result<Query> = Query extends (...args: never[]) => infer Value ? Value : never;

export interface PoolOptions {
  readonly file: string;
  readonly mode: 'read' | 'write';
  /** Program and version, for the event log and the lock's holder. */
  readonly agent: string;
  /** How many readers; two serve a person, more serve a search over a million articles. */
  readonly readers?: number;
}

/** Rows are read and handed on: what lives shortly in such a thread need not grow as large as V8 would let it. */
const youngMegabytes = 12;

interface Task {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
  /** Memory that goes over to the thread instead of being copied. */
  readonly handedOver: readonly ArrayBuffer[];
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * A library's connections: one writer and several readers, each in a thread of its own. Reads go to
 * the least busy reader. Writes run one at a time, a person's edits before import batches.
 */
export class DatabasePool {
  readonly #writer: Connection | null;
  readonly #readers: readonly Connection[];
  readonly #edits: Task[] = [];
  readonly #batches: Task[] = [];
  #nextCall = 1;
  #closed = false;

  private constructor(writer: Connection | null, readers: readonly Connection[]) {
    this.#writer = writer;
    this.#readers = readers;
  }

  /** Opens the writer first (it migrates), then the readers. Throws what `openWritable` throws, and `library-busy`. */
  static async open(options: PoolOptions): Promise<DatabasePool> {
    const opened: Connection[] = [];
    const connect = async (mode: 'read' | 'write'): Promise<Connection> => {
      const connection = await Connection.open({ file: options.file, mode, agent: options.agent });
      opened.push(connection);
      return connection;
    };
    try {
      const writer = options.mode === 'write' ? await connect('write') : null;
      const readers = await Promise.all(Array.from({ length: options.readers ?? 2 }, () => connect('read')));
      return new DatabasePool(writer, readers);
    } catch (error) {
      await Promise.all(opened.map((connection) => connection.close()));
      throw error;
    }
  }

  get writable(): boolean {
    return this.#writer !== null;
  }

  /** Runs a read query on the least busy reader. */
  read<Name extends keyof Reads>(name: Name, ...args: Arguments<Reads[Name]>): Promise<Result<Reads[Name]>> {
    return this.readWith({}, name, ...args);
  }

  /** The same, given up when the signal aborts (rejects with an AbortError). */
  async readWith<Name extends keyof Reads>(
    options: { readonly signal?: AbortSignal | undefined },
    name: Name,
    ...args: Arguments<Reads[Name]>
  ): Promise<Result<Reads[Name]>> {
    options.signal?.throwIfAborted();
    this.#assertOpen();
    const reader = this.#readers.reduce((best, other) => (other.waiting < best.waiting ? other : best));
    const id = this.#nextCall++;
    const cancel = () => reader.cancel(id);
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
      return (await reader.run({ id, name, args, handedOver: [] })) as Result<Reads[Name]>;
    } finally {
      options.signal?.removeEventListener('abort', cancel);
    }
  }

  /** A person's edit: one transaction, before any waiting import batch. */
  write<Name extends keyof Writes>(name: Name, ...args: Arguments<Writes[Name]>): Promise<Result<Writes[Name]>> {
    return this.#enqueue(this.#edits, name, args) as Promise<Result<Writes[Name]>>;
  }

  /** A part of long work: one transaction, after all waiting edits. Keep it under about 50 ms. */
  writeBatch<Name extends keyof Writes>(name: Name, ...args: Arguments<Writes[Name]>): Promise<Result<Writes[Name]>> {
    return this.#enqueue(this.#batches, name, args) as Promise<Result<Writes[Name]>>;
  }

  /** The same, with arguments in buffers that the caller gives away. */
  handOver<Name extends keyof Writes>(
    buffers: readonly ArrayBuffer[],
    name: Name,
    ...args: Arguments<Writes[Name]>
  ): Promise<Result<Writes[Name]>> {
    return this.#enqueue(this.#batches, name, args, buffers) as Promise<Result<Writes[Name]>>;
  }

  /** Waits for what was asked, then closes every connection. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const task of [...this.#edits.splice(0), ...this.#batches.splice(0)]) task.reject(closedError());
    await Promise.all(this.#readers.map((reader) => reader.close()));
    await this.#writer?.close();
  }

  #enqueue(
    queue: Task[],
    name: string,
    args: readonly unknown[],
    handedOver: readonly ArrayBuffer[] = [],
  ): Promise<unknown> {
    this.#assertOpen();
    if (this.#writer === null)
      throw new VerbatimError('library-read-only', 'This library is open for reading only; nothing was changed.');
    return new Promise((resolve, reject) => {
      queue.push({ id: this.#nextCall++, name, args, handedOver, resolve, reject });
      this.#pump();
    });
  }

  #pump(): void {
    const writer = this.#writer;
    if (writer === null || writer.waiting > 0) return;
    const task = this.#edits.shift() ?? this.#batches.shift();
    if (task === undefined) return;
    writer
      .run(task)
      .then(task.resolve, task.reject)
      .finally(() => this.#pump());
  }

  #assertOpen(): void {
    if (this.#closed) throw closedError();
  }
}

function closedError(): VerbatimError {
  return new VerbatimError('no-library', 'The library was closed.');
}

/** One thread and its connection. */
class Connection {
  readonly #worker: Worker;
  readonly #flag: CancelFlag;
  readonly #calls = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();

  private constructor(worker: Worker, flag: CancelFlag) {
    this.#worker = worker;
    this.#flag = flag;
    worker.on('message', (reply: WorkerReply) => this.#receive(reply));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(closedError()));
  }

  static open(setup: Omit<WorkerSetup, 'cancel'>): Promise<Connection> {
    const cancel = CancelFlag.buffer();
    const url = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    const worker = new Worker(url, {
      workerData: { ...setup, cancel } satisfies WorkerSetup,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    return new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (reply: WorkerReply) => {
        worker.off('error', reject);
        if (reply.type === 'unavailable') {
          worker.once('exit', () => reject(VerbatimError.fromData(reply.error)));
        } else resolve(new Connection(worker, new CancelFlag(cancel)));
      });
    });
  }

  /** Calls given to this thread and not yet answered. */
  get waiting(): number {
    return this.#calls.size;
  }

  run({ id, name, args, handedOver }: Omit<Task, 'resolve' | 'reject'>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#worker.postMessage({ type: 'run', id, name, args } satisfies WorkerRequest, [...handedOver]);
    });
  }

  cancel(id: number): void {
    this.#flag.cancel(id);
    this.#take(id)?.reject(new DOMException('Cancelled.', 'AbortError'));
  }

  async close(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    this.#worker.postMessage({ type: 'close' });
    await ended;
  }

  #receive(reply: WorkerReply): void {
    switch (reply.type) {
      case 'done':
        this.#take(reply.id)?.resolve(reply.value);
        return;
      case 'failed':
        this.#take(reply.id)?.reject(
          reply.error.code === 'cancelled'
            ? new DOMException(reply.error.message, 'AbortError')
            : VerbatimError.fromData(reply.error),
        );
        return;
      case 'ready':
      case 'unavailable':
        // Both belong to the opening, which is over.
        return;
    }
  }

  #take(id: number) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    return call;
  }

  #fail(error: unknown): void {
    for (const call of this.#calls.values()) call.reject(error);
    this.#calls.clear();
  }
}

import { VerbatimError } from '../main/contract/errors.ts';
import type { Progress } from '../main/contract/jobs.ts';
import type { OpeningProgress } from '../main/contract/library.ts';
import type { BrokenLog } from './broken-log.ts';
import { type Call, Connection, type ConnectionListener, closedError, diedError } from './connection.ts';
import type { Maintenance } from './maintenance/index.ts';
import type { reads, writes } from './queries/index.ts';
import { CallQueue, type Urgency, WriteQueue } from './schedule.ts';
import type { ReadableDb } from './types.ts';
import type { ConnectionMode } from './worker-messages.ts';

type Reads = typeof reads;
type Writes = typeof writes;
/** A query's arguments without its connection. */
type Arguments<Query> = Query extends (db: infer _Db extends ReadableDb, ...args: infer Rest) => unknown ? Rest : never;
type Result<Query> = Query extends (...args: never[]) => infer Value ? Value : never;
/** What a piece of maintenance is asked, without its connection and control, and what it answers. */
type Asked<Work> = Work extends (db: ReadableDb, control: never, ...args: infer Rest) => unknown ? Rest : never;

export interface PoolOptions {
  readonly file: string;
  readonly mode: 'read' | 'write';
  /** Program and version, for the event log and the lock's holder. */
  readonly agent: string;
  /** How many readers; two serve a person, more serve a search over a million articles. */
  readonly readers?: number;
  /** Hears how far the bringing up to date of an older library is. */
  readonly onProgress?: ((progress: OpeningProgress) => void) | undefined;
  /** Hears of what a person or a log should know. */
  readonly onEvent?: (event: PoolEvent) => void;
  /** How long the writer has nothing to do before the log beside the database is emptied, in milliseconds. */
  readonly idleAfter?: number;
  /** How long closing waits for a thread that is at a long statement, in milliseconds. */
  readonly closeWithin?: number;
}

/** What happens to the threads and isn't any call's answer. Names of calls, never what they were asked. */
export type PoolEvent =
  /** A call took its thread longer than it should. */
  | { readonly kind: 'slow-call'; readonly mode: ConnectionMode; readonly call: string; readonly milliseconds: number }
  /** A thread ended though nobody ended it. After a writer's end nothing more is written by this pool. */
  | {
      readonly kind: 'thread-died';
      readonly mode: ConnectionMode;
      readonly call: string | null;
      readonly error: VerbatimError;
    }
  /** What was saved last before this opening may be lost. */
  | ({ readonly kind: 'log-broken' } & BrokenLog)
  /** A dead reader could not be started again. */
  | { readonly kind: 'thread-not-started'; readonly error: unknown }
  /** Closing no longer waited for a thread. */
  | { readonly kind: 'close-overdue'; readonly mode: ConnectionMode; readonly call: string };

/**
 * From so many milliseconds of work a call is slow: a reader's answer that takes longer is seen by a person who
 * types. A part of long work may hold the writer for about 50. Maintenance is long by its nature.
 */
const slowFrom: Readonly<Record<ConnectionMode, number>> = {
  read: 40,
  write: 100,
  maintain: Number.POSITIVE_INFINITY,
};

/** Longer than any statement of a library of ordinary size; a person who quits waits no longer than that. */
const closeWithin = 10_000;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}
export interface WriteOptions extends CallOptions {
  /** A person's edit, unless it is said that it is a part of long work. */
  readonly urgency?: Urgency;
}
export interface MaintenanceOptions extends CallOptions {
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * A library's connections: one writer and several readers, each in a thread of its own. Calls wait here, not in the
 * threads: a thread gets its next call when it has answered the last. Writes run one at a time, a person's edits
 * before import batches. Work that reads the whole library gets a thread of its own for as long as it lasts.
 */
export class DatabasePool {
  readonly #options: PoolOptions;
  readonly #readers: Connection[] = [];
  /** Every thread that is alive, and those that are being started. */
  readonly #connections = new Set<Connection>();
  readonly #openings = new Set<Promise<unknown>>();
  readonly #reads = new CallQueue();
  readonly #writes = new WriteQueue();
  readonly #listener: ConnectionListener;
  #writer: Connection | null = null;
  #writerLost: VerbatimError | null = null;
  /** Readers that are being started again. */
  #starting = 0;
  #nextCall = 1;
  #closed = false;

  private constructor(options: PoolOptions) {
    this.#options = options;
    this.#listener = {
      answered: (connection, call, milliseconds) => this.#answered(connection, call, milliseconds),
      died: (connection, call, reason) => this.#died(connection, call, reason),
    };
  }

  /** Opens the writer first (it migrates), then the readers. Throws what `openWritable` throws, and `library-busy`. */
  static async open(options: PoolOptions): Promise<DatabasePool> {
    const pool = new DatabasePool(options);
    try {
      if (options.mode === 'write') {
        pool.#writer = await pool.#connect('write', options.onProgress);
        const { brokenLog } = pool.#writer;
        if (brokenLog !== null) pool.#tell({ kind: 'log-broken', ...brokenLog });
      }
      const readers = Array.from({ length: options.readers ?? 2 }, async () =>
        pool.#readers.push(await pool.#connect('read')),
      );
      const failed = (await Promise.allSettled(readers)).find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      return pool;
    } catch (error) {
      await pool.close();
      throw error;
    }
  }

  get writable(): boolean {
    return this.#options.mode === 'write';
  }

  /** Runs a read query on the first reader that is free. */
  read<Name extends keyof Reads>(name: Name, ...args: Arguments<Reads[Name]>): Promise<Result<Reads[Name]>> {
    return this.readWith({}, name, ...args);
  }

  /**
   * The same, given up when the signal aborts: rejects with an AbortError at once. A call that still waited never
   * begins; the reader of one that had begun is busy until its thread has stopped.
   */
  async readWith<Name extends keyof Reads>(
    options: CallOptions,
    name: Name,
    ...args: Arguments<Reads[Name]>
  ): Promise<Result<Reads[Name]>> {
    options.signal?.throwIfAborted();
    this.#assertOpen();
    return this.#ask(name, args, {
      signal: options.signal,
      begin: (call) => {
        this.#reads.add(call);
        this.#pumpReads();
      },
      giveUp: (call) => {
        if (!this.#reads.remove(call)) for (const reader of this.#readers) reader.giveUp(call);
        return true;
      },
    }) as Promise<Result<Reads[Name]>>;
  }

  /** A person's edit: one transaction, before any waiting import batch. */
  write<Name extends keyof Writes>(name: Name, ...args: Arguments<Writes[Name]>): Promise<Result<Writes[Name]>> {
    return this.writeWith({}, name, ...args);
  }

  /** A part of long work: one transaction, after all waiting edits. Keep it under about 50 ms. */
  writeBatch<Name extends keyof Writes>(name: Name, ...args: Arguments<Writes[Name]>): Promise<Result<Writes[Name]>> {
    return this.writeWith({ urgency: 'batch' }, name, ...args);
  }

  /**
   * A write that is given up when the signal aborts. One that still waited never begins. One that has begun is
   * answered by its thread: it was taken back as a whole (an AbortError), or it is done.
   */
  writeWith<Name extends keyof Writes>(
    options: WriteOptions,
    name: Name,
    ...args: Arguments<Writes[Name]>
  ): Promise<Result<Writes[Name]>> {
    return this.#write(options, [], name, args) as Promise<Result<Writes[Name]>>;
  }

  /** A part of long work, with arguments in buffers that the caller gives away. */
  handOver<Name extends keyof Writes>(
    buffers: readonly ArrayBuffer[],
    name: Name,
    ...args: Arguments<Writes[Name]>
  ): Promise<Result<Writes[Name]>> {
    return this.#write({ urgency: 'batch' }, buffers, name, args) as Promise<Result<Writes[Name]>>;
  }

  /**
   * Work that reads the whole library and takes long, on a connection of its own: it is started for it and ended after
   * it, and occupies no reader and not the writer. Rejects with an AbortError as soon as the signal aborts.
   */
  async maintain<Name extends keyof Maintenance>(
    options: MaintenanceOptions,
    name: Name,
    ...args: Asked<Maintenance[Name]>
  ): Promise<Awaited<Result<Maintenance[Name]>>> {
    options.signal?.throwIfAborted();
    this.#assertOpen();
    const connection = await this.#connect('maintain');
    try {
      options.signal?.throwIfAborted();
      this.#assertOpen();
      return (await this.#ask(name, args, {
        ...options,
        begin: (call) => connection.run(call),
        giveUp: (call) => {
          connection.giveUp(call);
          return true;
        },
      })) as Awaited<Result<Maintenance[Name]>>;
    } finally {
      // Whoever gave it up doesn't wait until the thread has noticed; `close` does.
      void this.#end(connection);
    }
  }

  /**
   * Rejects what waits, waits for what has begun, and closes every connection. It always ends: a dead thread isn't
   * waited for, and one that is at a long statement only for `closeWithin`.
   */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#writes.rejectAll(closedError());
    this.#reads.rejectAll(closedError());
    await Promise.allSettled(this.#openings);
    const others = [...this.#connections].filter((connection) => connection !== this.#writer);
    await Promise.all(others.map((connection) => this.#end(connection)));
    // Last: it tidies up and checkpoints, for which nobody may be reading.
    if (this.#writer !== null) await this.#end(this.#writer);
  }

  async #connect(mode: ConnectionMode, onProgress?: (progress: OpeningProgress) => void): Promise<Connection> {
    const { file, agent, idleAfter } = this.#options;
    const opening = Connection.open({ file, mode, agent, idleAfter }, this.#listener, onProgress);
    this.#openings.add(opening);
    try {
      const connection = await opening;
      this.#connections.add(connection);
      return connection;
    } finally {
      this.#openings.delete(opening);
    }
  }

  async #end(connection: Connection): Promise<void> {
    const call = await connection.close(this.#options.closeWithin ?? closeWithin);
    this.#connections.delete(connection);
    if (call !== null) this.#tell({ kind: 'close-overdue', mode: connection.mode, call });
  }

  async #write(
    options: WriteOptions,
    handedOver: readonly ArrayBuffer[],
    name: string,
    args: readonly unknown[],
  ): Promise<unknown> {
    options.signal?.throwIfAborted();
    this.#assertOpen();
    if (this.#writerLost !== null) throw this.#writerLost;
    if (!this.writable)
      throw new VerbatimError('library-read-only', 'This library is open for reading only; nothing was changed.');
    return this.#ask(name, args, {
      handedOver,
      signal: options.signal,
      begin: (call) => {
        this.#writes.add(call, options.urgency ?? 'edit');
        this.#pumpWrites();
      },
      giveUp: (call) => {
        if (this.#writes.remove(call)) return true;
        this.#writer?.giveUp(call);
        return false;
      },
    });
  }

  /** Makes a call and waits for its answer. `giveUp` answers whether whoever asked waits no longer. */
  #ask(
    name: string,
    args: readonly unknown[],
    how: {
      readonly signal?: AbortSignal | undefined;
      readonly handedOver?: readonly ArrayBuffer[];
      readonly onProgress?: ((progress: Progress) => void) | undefined;
      begin(call: Call): void;
      giveUp(call: Call): boolean;
    },
  ): Promise<unknown> {
    const { signal, handedOver = [], onProgress } = how;
    let stop = () => {};
    return new Promise((resolve, reject) => {
      const call: Call = { id: this.#nextCall++, name, args, handedOver, onProgress, resolve, reject };
      stop = () => {
        if (how.giveUp(call)) reject(new DOMException('Cancelled.', 'AbortError'));
      };
      signal?.addEventListener('abort', stop, { once: true });
      how.begin(call);
    }).finally(() => signal?.removeEventListener('abort', stop));
  }

  #pumpReads(): void {
    for (const reader of this.#readers) {
      while (reader.state === 'ready') {
        const call = this.#reads.next();
        if (call === undefined) return;
        reader.run(call);
      }
    }
    if (!this.#reads.empty && this.#readers.length + this.#starting === 0) void this.#startReader();
  }

  #pumpWrites(): void {
    while (this.#writer?.state === 'ready') {
      const call = this.#writes.next();
      if (call === undefined) return;
      this.#writer.run(call);
    }
  }

  #answered(connection: Connection, call: Call, milliseconds: number): void {
    if (milliseconds >= slowFrom[connection.mode])
      this.#tell({ kind: 'slow-call', mode: connection.mode, call: call.name, milliseconds: Math.round(milliseconds) });
    if (this.#closed) return;
    if (connection === this.#writer) this.#pumpWrites();
    else this.#pumpReads();
  }

  #died(connection: Connection, call: Call | null, reason: string): void {
    const error = diedError(reason, connection.mode);
    this.#connections.delete(connection);
    if (connection === this.#writer) {
      this.#writerLost = error;
      this.#writes.rejectAll(error);
    } else if (this.#readers.includes(connection)) {
      this.#readers.splice(this.#readers.indexOf(connection), 1);
      void this.#startReader();
    }
    this.#tell({ kind: 'thread-died', mode: connection.mode, call: call?.name ?? null, error });
  }

  /** Puts a reader in a dead one's place. Where none can be started, those who wait hear why; the next call tries again. */
  async #startReader(): Promise<void> {
    if (this.#closed) return;
    this.#starting += 1;
    try {
      const reader = await this.#connect('read');
      this.#readers.push(reader);
    } catch (error) {
      if (this.#readers.length === 0) this.#reads.rejectAll(error);
      this.#tell({ kind: 'thread-not-started', error });
    } finally {
      this.#starting -= 1;
    }
    if (!this.#closed) this.#pumpReads();
  }

  #tell(event: PoolEvent): void {
    this.#options.onEvent?.(event);
  }

  #assertOpen(): void {
    if (this.#closed) throw closedError();
  }
}

import type { ErrorData } from '../main/contract/errors.ts';
import type { Progress } from '../main/contract/jobs.ts';
import type { OpeningProgress } from '../main/contract/library.ts';
import type { BrokenLog } from './broken-log.ts';

/**
 * What a connection is for: `read` answers queries, `write` is the only one that changes and migrates the
 * library, `maintain` reads all of it for one long piece of work and is ended after it.
 */
export type ConnectionMode = 'read' | 'write' | 'maintain';

/** What a database thread is started with. */
export interface WorkerSetup {
  readonly file: string;
  readonly mode: ConnectionMode;
  readonly agent: string;
  readonly cancel: SharedArrayBuffer;
  /** When a writer has had nothing to do for so many milliseconds, it empties the log. */
  readonly idleAfter?: number | undefined;
}

/** One call. A thread gets the next when it has answered the last. */
export interface RunRequest {
  readonly type: 'run';
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

export type WorkerRequest = RunRequest | { readonly type: 'close' };

/** An answer tells how long the thread worked for it, in milliseconds, apart from any waiting. */
export type WorkerReply =
  /** How far an opening is that takes long. */
  | { readonly type: 'opening'; readonly progress: OpeningProgress }
  /** `brokenLog`: what was saved last may be lost, as the opening for writing found. */
  | { readonly type: 'ready'; readonly brokenLog: BrokenLog | null }
  | { readonly type: 'unavailable'; readonly error: ErrorData }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'done'; readonly id: number; readonly milliseconds: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly milliseconds: number; readonly error: ErrorData };

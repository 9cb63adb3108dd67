import type { ErrorData } from '../main/contract/errors.ts';

/** What a database thread is started with. */
export interface WorkerSetup {
  readonly file: string;
  readonly mode: 'read' | 'write';
  readonly agent: string;
  readonly cancel: SharedArrayBuffer;
}

export interface WorkerRequest {
  readonly type: 'run';
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

export type WorkerReply =
  | { readonly type: 'ready' }
  | { readonly type: 'unavailable'; readonly error: ErrorData }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: ErrorData };

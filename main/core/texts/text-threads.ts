import { availableParallelism } from 'node:os';
import { VerbatimError } from '../../contract/index.ts';
import { type ThreadLimits, threadUrl } from '../threads/thread.ts';
import { ThreadPool } from '../threads/thread-pool.ts';
import type { TextTasks } from './tasks.ts';

export type TextTask = keyof TextTasks;
export type TextTaskInput<Name extends TextTask> = Parameters<TextTasks[Name]>[0];
export type TextTaskOutput<Name extends TextTask> = ReturnType<TextTasks[Name]>;

export interface TextRequest {
  readonly id: number;
  readonly task: TextTask;
  readonly input: unknown;
}
export interface TextReply {
  readonly type: 'done';
  readonly id: number;
  readonly value: unknown;
}
/** What a thread is started with: whether others go before it. */
export interface TextThreadSetup {
  readonly givesWay: boolean;
}

/** A thousand pages against a thousand others take less than that on an old laptop. */
export const textLimits: ThreadLimits = { heapMegabytes: 1024, seconds: 60, bufferMegabytes: 768 };

/**
 * The threads in which texts are read: marks placed, statements found, reading copies made and compared. The
 * main thread is the window's own, and a hostile text would hold it for seconds. A person's act has a thread of
 * its own, so that it doesn't wait behind an import.
 */
export class TextThreads {
  readonly #acts: ThreadPool<TextReply>;
  readonly #batches: ThreadPool<TextReply>;
  readonly #limits: ThreadLimits;

  constructor(limits: ThreadLimits = textLimits) {
    const pool = (size: number, setup: TextThreadSetup): ThreadPool<TextReply> =>
      new ThreadPool(threadUrl('text-thread', import.meta.url), size, limits, setup);
    this.#limits = limits;
    this.#acts = pool(1, { givesWay: false });
    this.#batches = pool(availableParallelism(), { givesWay: true });
  }

  /**
   * Does one task on texts; `urgent` for a person who waits. Throws what the task throws, `limit-exceeded` for
   * what takes too long or too much memory, `no-library` once the library is closed.
   */
  work<Name extends TextTask>(
    task: Name,
    input: TextTaskInput<Name>,
    { urgent = false, signal = never }: { readonly urgent?: boolean; readonly signal?: AbortSignal } = {},
  ): Promise<TextTaskOutput<Name>> {
    const { seconds } = this.#limits;
    return (urgent ? this.#acts : this.#batches).ask({
      request: { task, input },
      transfer: [],
      bytes: 0,
      seconds,
      signal,
      tooLong: `Working on this text took more than ${seconds} seconds and was stopped. It may be made to be slow.`,
      // The thread gives back what the task of this name gives.
      read: ({ value }) => ({ answer: value as TextTaskOutput<Name> }),
    });
  }

  /**
   * Starts the thread of a person's acts: it takes half a second to load, which else the first act waits for. Whoever looks
   * at statements or reads an article does one soon.
   */
  prepare(): void {
    this.#acts.prepare();
  }

  async close(): Promise<void> {
    await Promise.all([this.#acts.close(), this.#batches.close()]);
  }
}

const never = new AbortController().signal;

/**
 * Why a text couldn't be worked on, in words for whoever reads the line about it. What speaks of more than this
 * text (the library was closed, somebody cancelled) is thrown on.
 */
export function whyNotWorkedOn(error: unknown): string {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  if (!(error instanceof VerbatimError)) return error instanceof Error ? error.message : String(error);
  if (error.code === 'no-library' || error.code === 'cancelled') throw error;
  return error.message;
}

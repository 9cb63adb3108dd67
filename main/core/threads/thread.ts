import { setPriority } from 'node:os';
import type { ResourceLimits, Worker } from 'node:worker_threads';
import { VerbatimError } from '../../contract/index.ts';

/** Limits that keep a hostile file from more than its own report line. */
export interface ThreadLimits {
  readonly heapMegabytes: number;
  /**
   * Of the thread's own work on a small file; each megabyte adds a second. For a container: how long it may be silent.
   */
  readonly seconds: number;
  /** Memory outside of the heap, which holds unpacked data and pictures, beside the file's own. */
  readonly bufferMegabytes: number;
}
export const parserLimits: ThreadLimits = { heapMegabytes: 1024, seconds: 60, bufferMegabytes: 768 };

/**
 * Megabytes for what lives shortly. V8 would let that grow to several times as much in each thread before it clears
 * up. With 12 more than a fifth of an import’s processor time was clearing up, most of it in threads of V8’s own; with
 * 32 it is a seventh, for some 20 MB more a thread.
 */
const youngMegabytes = 32;

/** The limits of a thread that reads other people's bytes. */
export function heapLimits({ heapMegabytes }: ThreadLimits): ResourceLimits {
  return { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes, stackSizeMb: 8 };
}

/**
 * To be called in a thread that works for long: those that somebody waits for (a search, the window) go first. Only
 * Linux counts priorities by thread; elsewhere this would be the whole program's.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(10);
  } catch {
    // A system that doesn't allow it shares the processors evenly.
  }
}

/** Where a thread's entry stands beside the file that starts it, among the sources or in the build. */
export function threadUrl(name: string, beside: string): URL {
  return new URL(beside.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, beside);
}

/** What is told when a thread ran over its memory; null for any other error. */
export function outOfMemory(error: unknown, limits: ThreadLimits): VerbatimError | null {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? memoryExceeded(limits.heapMegabytes)
    : null;
}

function memoryExceeded(megabytes: number): VerbatimError {
  return new VerbatimError(
    'limit-exceeded',
    `Reading it took more than ${megabytes} MB of memory and was stopped. It may be made to do that; an honest file that is so large comes in when it is split into smaller ones.`,
  );
}

/** Often enough that what is done and unpacked in between is not much more than the limit. */
const watchEvery = 150;

/** A thread that works on nothing, because it waits for what never comes, has so many times its seconds by the clock. */
const patience = 10;

/**
 * Watches how long a thread works: its own processor time, because on a machine that has much else to do an honest
 * file takes long by the clock. Where Node doesn't tell that (before 24.6) the clock alone counts. The answer ends the
 * watch.
 */
export function watchWork(worker: Worker, seconds: number, exceeded: () => void): () => void {
  const began = performance.now();
  const longest = seconds * 1000 * ('cpuUsage' in worker ? patience : 1);
  let before: NodeJS.CpuUsage | null = null;
  let asking = false;
  const timer = setInterval(
    async () => {
      if (performance.now() - began > longest) exceeded();
      if (asking || !('cpuUsage' in worker)) return;
      asking = true;
      try {
        before ??= await worker.cpuUsage();
        const { user, system } = await worker.cpuUsage(before);
        if (user + system > seconds * 1_000_000) exceeded();
      } catch {
        // A thread that is ending tells nothing any more, and needs no limit.
      }
      asking = false;
    },
    Math.min(watchEvery, seconds * 250),
  );
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Watches the memory that a thread takes outside of its heap, which V8's own limit leaves out: there a
 * small file can unpack to gigabytes. `fileBytes` come on top, for a reader holds them twice. The answer
 * ends the watch.
 */
export function watchMemory(
  worker: Worker,
  limits: ThreadLimits,
  fileBytes: number,
  exceeded: (error: VerbatimError) => void,
): () => void {
  const most = limits.bufferMegabytes * 1_048_576 + fileBytes * 2;
  let asking = false;
  const timer = setInterval(async () => {
    if (asking) return;
    asking = true;
    try {
      const { external_memory: taken } = await worker.getHeapStatistics();
      if (taken > most) exceeded(memoryExceeded(Math.round(most / 1_048_576)));
    } catch {
      // A thread that is ending has no statistics any more, and needs none.
    }
    asking = false;
  }, watchEvery);
  timer.unref();
  return () => clearInterval(timer);
}

import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../contract/index.ts';
import type { CompareSide, compareRevisions } from '../core/compare/compare.ts';

type Compared = ReturnType<typeof compareRevisions>;

/** A thousand pages against a thousand others take less than that on an old laptop. */
const limits = { seconds: 60, heapMegabytes: 1024 };

/**
 * Compares long texts in a thread of its own, so that the window goes on meanwhile. Throws
 * `limit-exceeded` for what takes too long, and an AbortError when the signal aborts.
 */
export function compareApart(left: CompareSide, right: CompareSide, signal: AbortSignal): Promise<Compared> {
  const url = new URL(import.meta.url.endsWith('.ts') ? './comparer.ts' : './comparer.js', import.meta.url);
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, {
      workerData: { left, right },
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      void worker.terminate();
      settle();
    };
    const onAbort = (): void => end(() => reject(signal.reason));
    const tooLong = (): void =>
      end(() =>
        reject(
          new VerbatimError(
            'limit-exceeded',
            'These two texts are too long to be put side by side. Both can be read one by one; nothing was changed.',
          ),
        ),
      );
    const timer = setTimeout(tooLong, limits.seconds * 1000);
    signal.addEventListener('abort', onAbort, { once: true });
    worker.once('message', (compared: Compared) => end(() => resolve(compared)));
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLong() : end(() => reject(error)),
    );
  });
}

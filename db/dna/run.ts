import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type ErrorData, VerbatimError } from '../../main/contract/errors.ts';
import type { DnaTask } from './thread.ts';

/** Makes a database of the Discourse Network Analyzer in a thread of its own. Throws what the making threw. */
export async function makeDnaFile(task: DnaTask, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const url = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);
  const worker = new Worker(url, { workerData: task });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const [error] = (await Promise.race([once(worker, 'message'), ended(worker, signal)])) as [ErrorData | null];
    if (error !== null) throw VerbatimError.fromData(error);
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

async function ended(worker: Worker, signal: AbortSignal): Promise<never> {
  await once(worker, 'exit');
  signal.throwIfAborted();
  throw new VerbatimError('internal', 'The thread that writes the database ended without an answer.');
}

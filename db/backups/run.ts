import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { VerbatimError } from '../../main/contract/errors.ts';
import type { BackupReply, BackupTask, BackupTasks } from './messages.ts';

/** Does one task in a thread of its own. Throws what the task threw; given up when the signal aborts. */
export async function runBackupTask<Kind extends keyof BackupTasks>(
  kind: Kind,
  task: BackupTasks[Kind]['task'],
  signal?: AbortSignal,
): Promise<BackupTasks[Kind]['value']> {
  signal?.throwIfAborted();
  const url = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);
  // A kind and its own task belong together by this function's types.
  const worker = new Worker(url, { workerData: { kind, ...task } as BackupTask });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const [reply] = (await Promise.race([once(worker, 'message'), ended(worker, signal)])) as [BackupReply];
    if (reply.error !== null) throw VerbatimError.fromData(reply.error);
    return reply.value as BackupTasks[Kind]['value'];
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

async function ended(worker: Worker, signal: AbortSignal | undefined): Promise<never> {
  await once(worker, 'exit');
  signal?.throwIfAborted();
  throw new VerbatimError('internal', 'The thread for backups ended without an answer. Nothing was changed by it.');
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CancelSlot } from '../../../db/cancel.ts';
import { openWritable } from '../../../db/open.ts';
import type { WorkerReply, WorkerRequest, WorkerSetup } from '../../../db/worker-messages.ts';

/**
 * The thread's own side, run in this thread over a channel, with a query whose answer no message can carry; no query of
 * ours gives such an answer today.
 */
const thread = vi.hoisted(() => ({ parentPort: null as MessagePort | null, workerData: null as WorkerSetup | null }));
vi.mock('node:worker_threads', async (original) => ({
  ...(await original<typeof import('node:worker_threads')>()),
  get parentPort() {
    return thread.parentPort;
  },
  get workerData() {
    return thread.workerData;
  },
}));
vi.mock('../../../db/queries/index.ts', () => ({
  reads: { sendable: () => 'an answer', unsendable: () => () => 'a function' },
  writes: {},
}));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-replies-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('an answer that can’t be sent fails its call, and the thread answers the next', async () => {
  const file = join(folder, 'library.sqlite');
  openWritable(file).close();
  const { port1: pool, port2 } = new MessageChannel();
  thread.parentPort = port2;
  thread.workerData = { file, mode: 'read', agent: 'Verbatim test', cancel: CancelSlot.buffer() };
  const replies: WorkerReply[] = [];
  const heard = (count: number) =>
    vi.waitFor(() => {
      expect(replies).toHaveLength(count);
    });
  pool.on('message', (reply: WorkerReply) => replies.push(reply));
  await import('../../../db/worker.ts');
  pool.postMessage({ type: 'run', id: 1, name: 'unsendable', args: [] } satisfies WorkerRequest);
  pool.postMessage({ type: 'run', id: 2, name: 'sendable', args: [] } satisfies WorkerRequest);
  await heard(3);
  pool.postMessage({ type: 'close' } satisfies WorkerRequest);
  expect(replies).toMatchObject([
    { type: 'ready' },
    { type: 'failed', id: 1, error: { code: 'internal' } },
    { type: 'done', id: 2, value: 'an answer' },
  ]);
  pool.close();
});

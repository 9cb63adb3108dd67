import { parentPort, workerData } from 'node:worker_threads';
import { toErrorData } from '../../contract/index.ts';
import { giveWay } from '../threads/thread.ts';
import type { ThreadClose, ThreadFailed } from '../threads/thread-pool.ts';
import { textTasks } from './tasks.ts';
import type { TextReply, TextRequest, TextThreadSetup } from './text-threads.ts';

/** One thread that works on texts. It has no database handle, opens no file and asks the network nothing. */
const port = parentPort;
if (port === null) throw new Error('main/core/texts/text-thread runs as a worker thread');
if ((workerData as TextThreadSetup).givesWay) giveWay();

function answer({ id, task, input }: TextRequest): TextReply | ThreadFailed {
  try {
    // Name and input belong together by the types of whoever asks.
    const work = textTasks[task] as (input: unknown) => unknown;
    return { type: 'done', id, value: work(input) };
  } catch (error) {
    return { type: 'failed', id, error: toErrorData(error) };
  }
}

port.on('message', (request: TextRequest | ThreadClose) => {
  if ('type' in request) port.close();
  else port.postMessage(answer(request));
});

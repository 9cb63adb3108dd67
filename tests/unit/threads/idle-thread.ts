import { parentPort } from 'node:worker_threads';

/** A thread that works or waits for as many milliseconds as it is told, and says when it is done. */
parentPort?.on(
  'message',
  (message: { readonly id?: number; readonly task?: { readonly work?: number; readonly wait?: number } }) => {
    if (message.task === undefined) {
      parentPort?.close();
      return;
    }
    const { work = 0, wait = 0 } = message.task;
    const end = performance.now() + work;
    while (performance.now() < end);
    setTimeout(() => parentPort?.postMessage({ type: 'done', id: message.id }), wait);
  },
);

import { parentPort, workerData } from 'node:worker_threads';
import { toErrorData } from '../../main/contract/errors.ts';
import { examineFile } from './examine.ts';
import type { BackupReply, BackupTask } from './messages.ts';
import { dropReplacement, finishReplacement, placeReplacement, prepareReplacement } from './restore.ts';

/** One task with whole databases, in a thread of its own: copying and looking through them takes long. */
const task = workerData as BackupTask;

function run(): BackupReply['value'] {
  switch (task.kind) {
    case 'examine':
      examineFile(task.file);
      return null;
    case 'prepare':
      return prepareReplacement(task.library, task.replacement, task.agent);
    case 'place':
      placeReplacement(task.library, task.note, task.agent);
      return null;
    case 'drop':
      dropReplacement(task.library);
      return null;
    case 'finish':
      return finishReplacement(task.library, task.agent);
  }
}

function reply(): BackupReply {
  try {
    return { value: run(), error: null };
  } catch (error) {
    return { value: null, error: toErrorData(error) };
  }
}

parentPort?.postMessage(reply());

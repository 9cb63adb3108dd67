import { parentPort, workerData } from 'node:worker_threads';
import { type CompareSide, compareRevisions } from '../core/compare/compare.ts';

/** A thread for one comparison of long texts; it answers and ends. */
const port = parentPort;
if (port === null) throw new Error('main/workers/comparer runs as a worker thread');
const { left, right } = workerData as { readonly left: CompareSide; readonly right: CompareSide };
port.postMessage(compareRevisions(left, right));

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parentPort, workerData } from 'node:worker_threads';
import { type ErrorData, toErrorData } from '../../main/contract/errors.ts';
import type { DnaDocument } from './records.ts';
import { writeDnaFile } from './write.ts';

/** What the thread is asked: to make `file` of documents that stand in `lines`, one a line. */
export interface DnaTask {
  readonly lines: string;
  readonly file: string;
}

async function* documentsIn(path: string): AsyncIterable<DnaDocument> {
  // Written by this program a moment ago.
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    yield JSON.parse(line) as DnaDocument;
}

async function run({ lines, file }: DnaTask): Promise<ErrorData | null> {
  try {
    await writeDnaFile(file, documentsIn(lines));
    return null;
  } catch (error) {
    return toErrorData(error);
  }
}

parentPort?.postMessage(await run(workerData as DnaTask));

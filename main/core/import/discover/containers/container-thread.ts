import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openRecordIndex } from '../../../../../db/record-index.ts';
import { toErrorData, VerbatimError } from '../../../../contract/index.ts';
import { containerByName } from '../../../../formats/containers.ts';
import type { OpenContainer } from '../../../../formats/format.ts';
import { giveWay } from '../../../threads/thread.ts';
import type { ContainerReply, ContainerRequest, ContainerSetup } from './container-messages.ts';

/** One thread that has one container open. It has no handle on the library's database and asks the network nothing. */
const port = parentPort;
if (port === null) throw new Error('main/core/import/discover/containers/container-thread runs as a worker thread');
giveWay();

const setup = workerData as ContainerSetup;
const stopped = new AbortController();

function tell(reply: ContainerReply, bytes?: Uint8Array | null): void {
  // Only memory of its own can be handed over; small buffers share Node's pool, which cannot.
  const own = bytes != null && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  port?.postMessage(reply, own ? [bytes.buffer as ArrayBuffer] : []);
}

/** Progress is told ten times a second at most. */
let lastTold = 0;
function progress(bytes: number): void {
  const now = performance.now();
  if (now - lastTold < 100) return;
  lastTold = now;
  tell({ type: 'progress', bytes });
}

async function open(): Promise<OpenContainer> {
  const reader = containerByName(setup.container);
  if (reader === null) throw new VerbatimError('internal', `There is no container reader called ${setup.container}.`);
  const { path, name, after, tables, scratch } = setup;
  let indexes = 0;
  const openIndex = () => {
    indexes += 1;
    return openRecordIndex(join(scratch, `records-${indexes}.sqlite`));
  };
  return reader.open({ path, name, after, tables, scratch, signal: stopped.signal, openIndex, progress });
}

function end(error: unknown): void {
  tell({ type: 'failed', error: toErrorData(error) });
}

const opening = open();
const members = opening.then((container) => container.members()[Symbol.asyncIterator]());
members.catch(end);

async function next(): Promise<void> {
  const { done, value } = await (await members).next();
  const member = done === true ? null : value;
  tell({ type: 'member', member }, member?.kind === 'file' ? member.bytes : null);
}

async function resource({ id, member, address }: Extract<ContainerRequest, { type: 'resource' }>): Promise<void> {
  const container = await opening;
  // What can't be found or read is a picture that isn't shown; the member itself is whole.
  const bytes = await container.resource(member, address).catch(() => null);
  tell({ type: 'resource', id, bytes });
}

port.on('message', (request: ContainerRequest) => {
  switch (request.type) {
    case 'next':
      next().catch(end);
      return;
    case 'resource':
      void resource(request).catch(() => tell({ type: 'resource', id: request.id, bytes: null }));
      return;
    case 'close':
      stopped.abort();
      opening
        .then((container) => container.close())
        .catch(() => undefined)
        .finally(() => port.close());
      return;
  }
});

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { toErrorData, VerbatimError } from '../main/contract/errors.ts';
import { CancelFlag } from './cancel.ts';
import { now } from './instant.ts';
import { openReadable, openWritable } from './open.ts';
import { recordEvent } from './queries/events.ts';
import { reads, writes } from './queries/index.ts';
import type { ReadableDb, WritableDb } from './types.ts';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.ts';
import { WriteLock } from './write-lock.ts';

/** One connection in one thread: the writer, which also migrates, or one of the readers. */
const port = parentPort;
if (port === null) throw new Error('db/worker runs as a worker thread');
const setup = workerData as WorkerSetup;
const flag = new CancelFlag(setup.cancel);

/** A query as the worker sees it: its name was checked against the map, its arguments by the types of the pool. */
type Query<Db> = (db: Db, ...args: readonly unknown[]) => unknown;

function open(): { run(request: WorkerRequest): unknown; close(): void } {
  if (setup.mode === 'read') {
    const db = openReadable(setup.file);
    flag.install(db);
    return { run: (request) => find<ReadableDb>(reads, request.name)(db, ...request.args), close: () => db.close() };
  }
  const lock = WriteLock.take(setup.file, setup.agent);
  try {
    const db = openWritable(setup.file, { backUp });
    flag.install(db);
    const run = db.transaction((request: WorkerRequest) =>
      find<WritableDb>(writes, request.name)(db, ...request.args),
    ).immediate;
    return {
      run,
      close: () => {
        db.pragma('optimize');
        db.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function backUp(db: WritableDb, fromVersion: number): string {
  const folder = join(dirname(setup.file), 'backups');
  mkdirSync(folder, { recursive: true });
  const name = `before-migration-from-${fromVersion}-${now().replaceAll(':', '')}.sqlite`;
  db.prepare('VACUUM INTO ?').run(join(folder, name));
  recordEvent(db, {
    kind: 'backup',
    agent: setup.agent,
    subject: null,
    outcome: 'success',
    detail: `${name}, before a migration from shape ${fromVersion}`,
  });
  return name;
}

function find<Db>(queries: object, name: string): Query<Db> {
  if (!Object.hasOwn(queries, name)) throw new VerbatimError('unknown-method', `There is no query ${name}.`);
  return (queries as Record<string, Query<Db>>)[name] as Query<Db>;
}

const post = (reply: WorkerReply): void => port.postMessage(reply);

try {
  const connection = open();
  post({ type: 'ready' });
  port.on('message', (request: WorkerRequest | { type: 'close' }) => {
    if (request.type === 'close') {
      connection.close();
      port.close();
      return;
    }
    flag.running = request.id;
    try {
      post({ type: 'done', id: request.id, value: connection.run(request) });
    } catch (error) {
      post({ type: 'failed', id: request.id, error: toErrorData(error, setup.file) });
    } finally {
      flag.running = 0;
    }
  });
} catch (error) {
  post({ type: 'unavailable', error: toErrorData(error, setup.file) });
  port.close();
}

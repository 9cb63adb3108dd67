import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { assertNever, toErrorData, VerbatimError } from '../main/contract/errors.ts';
import { rotateBackups, toldOfRotation } from './backups/rotation.ts';
import { type BrokenLog, keepBrokenLog } from './broken-log.ts';
import { CancelSlot } from './cancel.ts';
import { Checkpoints, emptyLog, idleAfter } from './checkpoint.ts';
import { now } from './instant.ts';
import { copyAtOnce } from './maintenance/backup.ts';
import { maintenance } from './maintenance/index.ts';
import type { MaintenanceControl } from './maintenance/maintenance.ts';
import { openReadable, openWritable } from './open.ts';
import { makeOwnFolder } from './private-files.ts';
import { recordEvent } from './queries/events.ts';
import { reads, writes } from './queries/index.ts';
import type { ReadableDb, WritableDb } from './types.ts';
import type { RunRequest, WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.ts';
import { WriteLock } from './write-lock.ts';

/** One connection in one thread: the writer, which also migrates, one of the readers, or one for maintenance. */
const port = parentPort;
if (port === null) throw new Error('db/worker runs as a worker thread');
const setup = workerData as WorkerSetup;
const slot = new CancelSlot(setup.cancel);
const post = (reply: WorkerReply): void => port.postMessage(reply);

/** A query as the worker sees it: its name was checked against the map, its arguments by the types of the pool. */
type Query<Db> = (db: Db, ...args: readonly unknown[]) => unknown;

interface Opened {
  readonly brokenLog: BrokenLog | null;
  run(request: RunRequest): unknown;
  /** Does what nobody waits for, once a call has its answer. */
  answered(): void;
  close(): void;
}

function open(): Opened {
  switch (setup.mode) {
    case 'read':
      return openForReading((db, request) => find<ReadableDb>(reads, request.name)(db, ...request.args));
    case 'maintain':
      return openForReading((db, request) => {
        const { id, name, args } = request;
        const control: MaintenanceControl = {
          keepGoing: slot.keepGoing,
          progress: (progress) => post({ type: 'progress', id, progress }),
        };
        return find<ReadableDb>(maintenance, name)(db, control, ...args);
      });
    case 'write':
      return openForWriting();
    default:
      return assertNever(setup.mode);
  }
}

function openForReading(run: (db: ReadableDb, request: RunRequest) => unknown): Opened {
  const db = openReadable(setup.file);
  slot.install(db);
  return { brokenLog: null, run: (request) => run(db, request), answered: () => undefined, close: () => db.close() };
}

function openForWriting(): Opened {
  const lock = WriteLock.take(setup.file, setup.agent);
  try {
    const brokenLog = keepBrokenLog(setup.file);
    const db = openWritable(setup.file, {
      backUp,
      onProgress: (progress) => post({ type: 'opening', progress }),
    });
    if (brokenLog !== null) tellOf(brokenLog, db);
    slot.install(db);
    const checkpoints = new Checkpoints(db, setup.idleAfter ?? idleAfter);
    // What the opening changed is brought in too.
    checkpoints.answered();
    const run = db.transaction((request: RunRequest) =>
      find<WritableDb>(writes, request.name)(db, ...request.args),
    ).immediate;
    return {
      brokenLog,
      run,
      answered: () => checkpoints.answered(),
      close: () => {
        checkpoints.stop();
        db.pragma('optimize');
        // Closing does it too, but not while another process reads the library.
        emptyLog(db);
        db.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function tellOf({ sentence }: BrokenLog, db: WritableDb): void {
  recordEvent(db, { kind: 'library', agent: setup.agent, subject: null, outcome: 'warning', detail: sentence });
  // What could not be read would be found again behind what is written now, and told again.
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function backUp(db: WritableDb, fromVersion: number): string {
  const folder = join(dirname(setup.file), 'backups');
  makeOwnFolder(folder);
  const name = `before-migration-from-${fromVersion}-${now().replaceAll(':', '')}.sqlite`;
  copyAtOnce(db, join(folder, name));
  const rotated = rotateBackups(folder, 'before a migration');
  recordEvent(db, {
    kind: 'backup',
    agent: setup.agent,
    subject: null,
    outcome: 'success',
    detail: `${name}, before a migration from shape ${fromVersion}${toldOfRotation(rotated)}`,
  });
  return name;
}

function find<Db>(queries: object, name: string): Query<Db> {
  if (!Object.hasOwn(queries, name)) throw new VerbatimError('unknown-method', `There is no query ${name}.`);
  return (queries as Record<string, Query<Db>>)[name] as Query<Db>;
}

async function answer(connection: Opened, request: RunRequest): Promise<void> {
  const { id } = request;
  slot.running = id;
  const began = performance.now();
  const milliseconds = () => performance.now() - began;
  try {
    slot.keepGoing();
    const value = await connection.run(request);
    post({ type: 'done', id, milliseconds: milliseconds(), value });
  } catch (error) {
    post({ type: 'failed', id, milliseconds: milliseconds(), error: toErrorData(error, setup.file) });
  } finally {
    slot.running = 0;
    connection.answered();
  }
}

try {
  const connection = open();
  post({ type: 'ready', brokenLog: connection.brokenLog });
  // Maintenance waits between its steps; what comes meanwhile is for after it.
  let work = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    work = work.then(() => {
      if (request.type === 'run') return answer(connection, request);
      connection.close();
      port.close();
    });
  });
} catch (error) {
  post({ type: 'unavailable', error: toErrorData(error, setup.file) });
  port.close();
}

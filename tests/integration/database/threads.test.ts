import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { DatabasePool, type PoolEvent, type PoolOptions } from '../../../db/pool.ts';

let folder = '';
let file = '';
let threads: Worker[] = [];
let events: PoolEvent[] = [];
const pools: DatabasePool[] = [];
const noteThread = (thread: Worker) => threads.push(thread);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-threads-'));
  file = join(folder, 'library.sqlite');
  threads = [];
  events = [];
  process.on('worker', noteThread);
});
afterEach(async () => {
  process.off('worker', noteThread);
  for (const pool of pools.splice(0)) await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openPool(options: Partial<PoolOptions> = {}): Promise<DatabasePool> {
  const pool = await DatabasePool.open({
    file,
    mode: 'write',
    agent: 'Verbatim test',
    onEvent: (event) => events.push(event),
    ...options,
  });
  pools.push(pool);
  return pool;
}

/** The writer is started first, then the readers. */
function thread(at: number): Worker {
  const found = threads[at];
  if (found === undefined) throw new Error(`there is no thread ${at}`);
  return found;
}

/** Ends a thread as a defect in it would: by a message that it can't deal with. */
async function poison(at: number): Promise<void> {
  const ended = new Promise((resolve) => thread(at).once('exit', resolve));
  thread(at).postMessage(null);
  await ended;
}

/**
 * A library whose settings take as long to read as their names say. *long* asks whether to go on, as searches do;
 * *deaf* doesn't, like a sort. An event that says *deaf* takes long to write.
 */
function slowLibrary(): void {
  openWritable(file).close();
  const db = new Database(file);
  const count = (to: number, where = '') =>
    `(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${to}) SELECT max(i) FROM n ${where})`;
  db.exec(`DROP TABLE settings; CREATE VIEW settings AS
    SELECT 'long' AS key, ${count(100_000_000, 'WHERE keep_going()')} AS value
    UNION ALL SELECT 'deaf', ${count(20_000_000)} UNION ALL SELECT 'middle', ${count(2_000_000)}
    UNION ALL SELECT 'quick', 1;
    CREATE TRIGGER slow AFTER INSERT ON events WHEN new.detail = 'deaf' BEGIN SELECT ${count(20_000_000)}; END`);
  db.close();
}

const event = (detail: string) =>
  ({ kind: 'check', agent: 'test', subject: null, outcome: 'success', detail }) as const;
const details = async (pool: DatabasePool) =>
  (await pool.read('events.list', { offset: 0, limit: 100 })).rows.map((row) => row.detail).reverse();

/** The order in which the answers come. */
async function orderOf(answers: Readonly<Record<string, Promise<unknown>>>): Promise<string[]> {
  const order: string[] = [];
  await Promise.all(Object.entries(answers).map(([name, answer]) => answer.then(() => order.push(name))));
  return order;
}

describe('reads that are given up', () => {
  it('keeps a reader busy until its thread has answered: the next read goes to the one that has nothing to do', async () => {
    slowLibrary();
    const pool = await openPool({ mode: 'read' });
    const given = new AbortController();
    const deaf = pool.readWith({ signal: given.signal }, 'settings.get', 'deaf');
    given.abort();
    await expect(deaf).rejects.toMatchObject({ name: 'AbortError' });
    const order = await orderOf({
      quick: pool.read('settings.get', 'quick'),
      middle: pool.read('settings.get', 'middle'),
    });
    expect(order).toEqual(['quick', 'middle']);
  });

  it('stops each of three that are given up at once', async () => {
    slowLibrary();
    const pool = await openPool({ mode: 'read' });
    const given = [new AbortController(), new AbortController(), new AbortController()];
    const long = given.map(({ signal }) => pool.readWith({ signal }, 'settings.get', 'long'));
    for (const controller of given) controller.abort();
    for (const one of long) await expect(one).rejects.toMatchObject({ name: 'AbortError' });
    const order = await orderOf({
      quick: pool.read('settings.get', 'quick'),
      middle: pool.read('settings.get', 'middle'),
    });
    expect(order).toEqual(['quick', 'middle']);
  });

  it('never begins a read or a write that was given up while it waited', async () => {
    const pool = await openPool({ readers: 1 });
    const asked: unknown[] = [];
    for (const one of threads) {
      const send = one.postMessage.bind(one);
      one.postMessage = (message: { readonly args?: unknown }, ...rest: []) => {
        asked.push(message.args);
        send(message, ...rest);
      };
    }
    const given = new AbortController();
    const first = [pool.read('settings.get', 'first'), pool.writeBatch('events.record', event('first'))];
    const waiting = [
      pool.readWith({ signal: given.signal }, 'settings.get', 'never'),
      pool.writeWith({ signal: given.signal }, 'events.record', event('never')),
      pool.writeWith({ signal: given.signal, urgency: 'batch' }, 'events.record', event('never')),
    ];
    given.abort();
    for (const one of waiting) await expect(one).rejects.toMatchObject({ name: 'AbortError' });
    await Promise.all(first);
    expect(await details(pool)).toEqual(['first']);
    expect(JSON.stringify(asked)).toContain('first');
    expect(JSON.stringify(asked)).not.toContain('never');
  });
});

describe('messages that can’t be sent', () => {
  it('rejects one call and leaves the writer and the readers at work', async () => {
    const pool = await openPool({ readers: 1 });
    const unsendable = (() => 1) as unknown as string;
    await expect(pool.write('settings.set', 'key', unsendable)).rejects.toMatchObject({ name: 'DataCloneError' });
    await expect(pool.read('settings.get', unsendable)).rejects.toMatchObject({ name: 'DataCloneError' });
    await pool.write('events.record', event('after it'));
    expect(await details(pool)).toEqual(['after it']);
  });
});

describe('threads that end unexpectedly', () => {
  it('tells who was answered by a reader, and starts another in its place', async () => {
    slowLibrary();
    const pool = await openPool({ mode: 'read', readers: 1 });
    const reading = pool.read('settings.get', 'long');
    const waiting = pool.read('settings.get', 'quick');
    await thread(0).terminate();
    await expect(reading).rejects.toMatchObject({
      code: 'database-stopped',
      message: expect.stringContaining('Try again'),
    });
    expect(await waiting).toBe(1);
    expect(events).toMatchObject([{ kind: 'thread-died', mode: 'read', call: 'settings.get' }]);
    expect(threads).toHaveLength(2);
  });

  it('answers on after both readers have ended by a defect', async () => {
    const pool = await openPool();
    await Promise.all([poison(1), poison(2)]);
    await pool.write('events.record', event('still here'));
    expect(await details(pool)).toEqual(['still here']);
    expect(events.map((one) => one.kind)).toEqual(['thread-died', 'thread-died']);
  });

  it('rejects what a dead writer was at, what waits for it and what comes, and says what to do', async () => {
    const pool = await openPool();
    await pool.write('events.record', event('before'));
    const ended = poison(0);
    const writes = [
      pool.write('events.record', event('at it')),
      pool.write('events.record', event('waiting')),
      pool.writeBatch('events.record', event('waiting too')),
    ];
    for (const one of writes)
      await expect(one).rejects.toMatchObject({
        code: 'database-stopped',
        message: expect.stringMatching(/What was saved before is kept.*Open the library again/),
      });
    await ended;
    await expect(pool.write('events.record', event('later'))).rejects.toMatchObject({ code: 'database-stopped' });
    expect(await details(pool)).toEqual(['before']);
    expect(events).toMatchObject([{ kind: 'thread-died', mode: 'write' }]);
    await pool.close();
    const again = await openPool();
    await again.write('events.record', event('after'));
    expect(await details(again)).toEqual(['before', 'after']);
  });
});

describe('closing', () => {
  it('ends though all threads are dead', async () => {
    const pool = await openPool();
    await Promise.all(threads.map((one) => one.terminate()));
    await pool.close();
    await expect(pool.read('settings.get', 'any')).rejects.toMatchObject({ code: 'no-library' });
  });

  it('waits for a thread at a long statement no longer than it may, and says so', async () => {
    slowLibrary();
    const pool = await openPool({ readers: 1, closeWithin: 300 });
    const writing = pool.write('events.record', event('deaf'));
    const closing = pool.close();
    await expect(writing).rejects.toMatchObject({ code: 'no-library' });
    await closing;
    expect(events).toContainEqual({ kind: 'close-overdue', mode: 'write', call: 'events.record' });
  });

  it('stops reads that ask whether to go on', async () => {
    slowLibrary();
    const pool = await openPool({ mode: 'read', readers: 1 });
    const reading = pool.read('settings.get', 'long');
    await Promise.all([pool.close(), expect(reading).rejects.toMatchObject({ name: 'AbortError' })]);
    expect(events.filter(({ kind }) => kind === 'close-overdue')).toEqual([]);
  });
});

it('names calls that take their thread long, apart from their waiting', async () => {
  slowLibrary();
  const pool = await openPool({ mode: 'read', readers: 1 });
  await Promise.all([pool.read('settings.get', 'middle'), pool.read('events.list', { offset: 0, limit: 1 })]);
  expect(events).toEqual([{ kind: 'slow-call', mode: 'read', call: 'settings.get', milliseconds: expect.any(Number) }]);
});

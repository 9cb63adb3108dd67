import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Checkpoints, logBytes } from '../../../db/checkpoint.ts';
import { openReadable, openWritable } from '../../../db/open.ts';
import { DatabasePool } from '../../../db/pool.ts';
import type { ReadableDb } from '../../../db/types.ts';

let folder = '';
let file = '';
const pools: DatabasePool[] = [];
const readers: ReadableDb[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-checkpoint-'));
  file = join(folder, 'library.sqlite');
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  for (const pool of pools.splice(0)) await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openPool(idleAfter: number): Promise<DatabasePool> {
  const pool = await DatabasePool.open({ file, mode: 'write', agent: 'Verbatim test', idleAfter });
  pools.push(pool);
  return pool;
}

/** Another process that stands on the state of now. */
function hold(): ReadableDb {
  const reader = openReadable(file);
  readers.push(reader);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM events').get();
  return reader;
}

const write = (pool: DatabasePool, kilobytes: number) =>
  pool.write('events.record', {
    kind: 'check',
    agent: 'test',
    subject: null,
    outcome: 'success',
    detail: 'x'.repeat(kilobytes * 1000),
  });
const sizeOfLog = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

it('what a held state let grow is brought in and cut when nobody writes any more', async () => {
  const pool = await openPool(50);
  const held = hold();
  for (let count = 0; count < 4; count++) await write(pool, 3000);
  expect(sizeOfLog()).toBeGreaterThan(2 * logBytes);
  held.exec('COMMIT');
  await vi.waitFor(() => expect(sizeOfLog()).toBe(0), { timeout: 20_000 });
  expect((await pool.read('events.list', { offset: 0, limit: 10 })).total).toBe(4);
});

it('a writer who never rests keeps it at its limit', () => {
  const db = openWritable(file);
  const add = db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const held = hold();
  for (let count = 0; count < 4; count++) add.run(`long ${count}`, 'x'.repeat(3_000_000));
  expect(sizeOfLog()).toBeGreaterThan(2 * logBytes);
  held.exec('COMMIT');
  // The one brings all of it into the database, the other begins the log anew.
  add.run('one', 'x');
  add.run('other', 'x');
  expect(sizeOfLog()).toBeLessThanOrEqual(logBytes);
  db.close();
});

it('whoever writes doesn’t wait until it is brought in: that is done when they have their answer', () => {
  const db = openWritable(file);
  const checkpoints = new Checkpoints(db, 60_000);
  checkpoints.answered();
  const before = statSync(file).size;
  const add = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)');
  add.run('short', 'x');
  checkpoints.answered();
  expect(statSync(file).size).toBe(before);
  add.run('long', 'x'.repeat(9_000_000));
  expect(statSync(file).size).toBe(before);
  expect(sizeOfLog()).toBeGreaterThan(2 * logBytes);
  checkpoints.answered();
  expect(statSync(file).size).toBeGreaterThan(before + 8_000_000);
  // And what is written next begins the log anew, at its limit.
  add.run('next', 'x');
  expect(sizeOfLog()).toBeLessThanOrEqual(logBytes);
  checkpoints.stop();
  db.close();
});

it('a writing thread who never rests keeps it at its limit', async () => {
  const pool = await openPool(60_000);
  for (let count = 0; count < 8; count++) await write(pool, 2000);
  expect(sizeOfLog()).toBeLessThan(2 * logBytes);
});

it('closing empties it, also while another program has the library open for reading', async () => {
  const pool = await openPool(60_000);
  const reader = openReadable(file);
  readers.push(reader);
  reader.prepare('SELECT count(*) FROM events').get();
  await write(pool, 3000);
  expect(sizeOfLog()).toBeGreaterThan(1_000_000);
  await pool.close();
  expect(sizeOfLog()).toBe(0);
});

it('a reader who stays keeps nobody from writing', async () => {
  const pool = await openPool(20);
  hold();
  await write(pool, 100);
  // Tried several times meanwhile, in vain.
  for (let count = 0; count < 20; count++) await write(pool, 1);
  expect((await pool.read('events.list', { offset: 0, limit: 1 })).total).toBe(21);
  expect(sizeOfLog()).toBeGreaterThan(0);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabasePool } from '../../../db/pool.ts';

let folder = '';
let file = '';
const open: DatabasePool[] = [];
async function openPool(mode: 'read' | 'write'): Promise<DatabasePool> {
  const pool = await DatabasePool.open({ file, mode, agent: 'Verbatim test' });
  open.push(pool);
  return pool;
}
const event = (detail: string) =>
  ({ kind: 'check', agent: 'test', subject: null, outcome: 'success', detail }) as const;
const details = async (pool: DatabasePool) =>
  (await pool.read('events.list', { offset: 0, limit: 100 })).rows.map((row) => row.detail).reverse();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-pool-'));
  file = join(folder, 'library.sqlite');
});
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the pool of connections', () => {
  it('lets a person’s edits go before waiting batches', async () => {
    const pool = await openPool('write');
    await Promise.all([
      pool.writeBatch('events.record', event('batch 1, already running')),
      pool.writeBatch('events.record', event('batch 2')),
      pool.writeBatch('events.record', event('batch 3')),
      pool.write('events.record', event('edit')),
    ]);
    expect(await details(pool)).toEqual(['batch 1, already running', 'edit', 'batch 2', 'batch 3']);
  });

  it('tells who writes a library, lets others read it, and frees it when closed', async () => {
    const writer = await openPool('write');
    await expect(openPool('write')).rejects.toMatchObject({
      code: 'library-busy',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    const reader = await openPool('read');
    await writer.write('events.record', event('seen by the reader'));
    expect(await details(reader)).toEqual(['seen by the reader']);
    await writer.close();
    const next = await openPool('write');
    expect(next.writable).toBe(true);
  });

  it('refuses to write where it may only read', async () => {
    await (await openPool('write')).close();
    const reader = await openPool('read');
    await expect(async () => reader.write('events.record', event('no'))).rejects.toMatchObject({
      code: 'library-read-only',
    });
  });

  it('runs each write in a transaction: what fails leaves nothing', async () => {
    const pool = await openPool('write');
    await expect(
      pool.write('events.record', { ...event('bad outcome'), outcome: 'unheard of' as 'success' }),
    ).rejects.toMatchObject({ code: 'internal' });
    expect(await details(pool)).toEqual([]);
  });

  it('gives up a read whose signal is aborted', async () => {
    const pool = await openPool('write');
    const controller = new AbortController();
    const reading = pool.readWith({ signal: controller.signal }, 'events.list', { offset: 0, limit: 10 });
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(await details(pool)).toEqual([]);
  });
});

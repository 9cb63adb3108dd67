import { describe, expect, it, onTestFinished } from 'vitest';
import { type Question, ThreadPool } from '../../../main/core/threads/thread-pool.ts';

interface Done {
  readonly type: 'done';
  readonly id: number;
}

/** Asks a thread to work, or to wait, for so long, and ends it after two seconds of work. */
function question(task: { readonly work?: number; readonly wait?: number }): Question<Done, 'done'> {
  return {
    request: { task },
    transfer: [],
    bytes: 0,
    seconds: 2,
    signal: new AbortController().signal,
    tooLong: 'It took too long.',
    read: () => ({ answer: 'done' }),
  };
}

describe('the limit of time of a thread', () => {
  it('counts what the thread works, and not what it waits for its turn on a machine that is busy', async () => {
    const pool = new ThreadPool<Done>(new URL('idle-thread.ts', import.meta.url), 1, {
      heapMegabytes: 64,
      seconds: 2,
      bufferMegabytes: 64,
    });
    onTestFinished(() => pool.close());
    await expect(pool.ask(question({ wait: 4000 }))).resolves.toBe('done');
    await expect(pool.ask(question({ work: 600_000 }))).rejects.toThrow('It took too long.');
    await expect(pool.ask(question({ work: 10 }))).resolves.toBe('done');
  });
});

describe('a thread that is prepared', () => {
  it('is started once, before it is asked, and answers the first question', async () => {
    let started = 0;
    const count = () => {
      started += 1;
    };
    process.on('worker', count);
    onTestFinished(() => void process.off('worker', count));
    const limits = { heapMegabytes: 64, seconds: 2, bufferMegabytes: 64 };
    const pool = new ThreadPool<Done>(new URL('idle-thread.ts', import.meta.url), 2, limits);
    onTestFinished(() => pool.close());
    pool.prepare();
    pool.prepare();
    await expect(pool.ask(question({ work: 10 }))).resolves.toBe('done');
    expect(started).toBe(1);
    await pool.close();
    pool.prepare();
    expect(started).toBe(1);
  });
});

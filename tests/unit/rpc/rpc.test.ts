import { describe, expect, it, vi } from 'vitest';
import type { Events, EventTopic, Progress } from '../../../main/contract/index.ts';
import { VerbatimError } from '../../../main/contract/index.ts';
import type { Client } from '../../../main/rpc/client.ts';
import { createClient } from '../../../main/rpc/client.ts';
import { memoryPair } from '../../../main/rpc/memory.ts';
import type { Callable } from '../../../main/rpc/server.ts';
import { serve } from '../../../main/rpc/server.ts';

type Handler = Callable['call'];
const halfway: Progress = {
  phase: 'working',
  items: { done: 1, total: 2 },
  bytes: { done: 10, total: 20 },
  secondsLeft: null,
  current: 'a.html',
};

/** A core of one function, and both ends of a connection to it. */
function connected(call: Handler) {
  const listeners = new Map<EventTopic, Set<(payload: never) => void>>();
  const core: Callable = {
    call,
    on(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set);
      set.add(listener);
      return () => set.delete(listener);
    },
  };
  const [near, far] = memoryPair();
  const defects = vi.fn();
  serve(core, far, { onDefect: defects });
  const client: Client = createClient(near);
  const emit = <Topic extends EventTopic>(topic: Topic, payload: Events[Topic]) => {
    for (const listener of listeners.get(topic) ?? []) listener(payload as never);
  };
  const listening = () => [...listeners.values()].reduce((count, set) => count + set.size, 0);
  return { client, near, far, emit, defects, listening };
}

/** Never settles until its signal aborts, as a job does. */
const untilAborted: Handler = (_name, _input, options) =>
  new Promise((_resolve, reject) => {
    options?.signal?.addEventListener('abort', () => reject(new DOMException('stop', 'AbortError')));
  });

describe('calls', () => {
  it('carries the input there and the reply back, several at a time', async () => {
    const { client } = connected(async (name, input) => ({ name, input }));
    const [first, second] = await Promise.all([client.call('settings.get', {}), client.call('codes.list', {})]);
    expect(first).toEqual({ name: 'settings.get', input: {} });
    expect(second).toEqual({ name: 'codes.list', input: {} });
  });

  it('brings an error back as the same error', async () => {
    const { client, defects } = connected(async () => {
      throw new VerbatimError('not-found', 'No such article.', { id: 'x' });
    });
    const failure = await client.call('codes.list', {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(VerbatimError);
    expect(failure).toMatchObject({ code: 'not-found', message: 'No such article.', details: { id: 'x' } });
    expect(defects).not.toHaveBeenCalled();
  });

  it.each(['bad-input', 'unknown-method'] as const)('passes on %s as an ordinary code', async (code) => {
    const { client } = connected(async () => {
      throw new VerbatimError(code, 'No.');
    });
    await expect(client.call('codes.list', {})).rejects.toMatchObject({ code });
  });

  it('reports a defect as internal and tells the host of it', async () => {
    const defect = new TypeError('cannot read x');
    const { client, defects } = connected(async () => {
      throw defect;
    });
    await expect(client.call('codes.list', {})).rejects.toMatchObject({ code: 'internal' });
    expect(defects).toHaveBeenCalledWith(defect, 'codes.list');
  });
});

describe('jobs', () => {
  it('passes progress on, and none after the reply', async () => {
    let late: ((progress: Progress) => void) | undefined;
    const { client } = connected(async (_name, _input, options) => {
      options?.onProgress?.(halfway);
      late = options?.onProgress;
      return null;
    });
    const seen: Progress[] = [];
    await client.call('health.check', {}, { onProgress: (progress) => seen.push(progress) });
    late?.(halfway);
    await Promise.resolve();
    expect(seen).toEqual([halfway]);
  });

  it('cancels by signal and settles only when the core has ended the job', async () => {
    const order: string[] = [];
    const { client } = connected(async (name, input, options) => {
      try {
        return await untilAborted(name, input, options);
      } finally {
        order.push('ended');
      }
    });
    const controller = new AbortController();
    const run = client.call('import.sample', {}, { signal: controller.signal }).catch((error: unknown) => {
      order.push('rejected');
      return error;
    });
    controller.abort();
    expect(await run).toMatchObject({ code: 'cancelled' });
    expect(order).toEqual(['ended', 'rejected']);
  });

  it('gives the result of a job that kept what was done when it was cancelled', async () => {
    const { client } = connected(async (name, input, options) => {
      await untilAborted(name, input, options).catch(() => undefined);
      return { kept: 3 };
    });
    const controller = new AbortController();
    const run = client.call('import.sample', {}, { signal: controller.signal });
    controller.abort();
    expect(await run).toEqual({ kept: 3 });
  });
});

describe('cancelled methods', () => {
  it('reject at once, and the core hears of it', async () => {
    const aborted = vi.fn();
    const { client } = connected((_name, _input, options) => {
      options?.signal?.addEventListener('abort', aborted);
      return new Promise(() => undefined);
    });
    const controller = new AbortController();
    const call = client.call('codes.list', {}, { signal: controller.signal });
    await Promise.resolve();
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(aborted).toHaveBeenCalledOnce();
  });

  it('are not even sent when the signal has aborted before', async () => {
    const called = vi.fn(async () => null);
    const { client } = connected(called);
    await expect(client.call('codes.list', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(called).not.toHaveBeenCalled();
  });
});

describe('events', () => {
  it('reach those who listen to the topic, until they stop', async () => {
    const { client, emit } = connected(async () => null);
    const states: unknown[] = [];
    const stop = client.on('library.state', (state) => states.push(state));
    emit('library.state', { status: 'none' });
    emit('library.changed', [{ subject: 'codes', ids: null }]);
    await Promise.resolve();
    stop();
    emit('library.state', { status: 'none' });
    await Promise.resolve();
    expect(states).toEqual([{ status: 'none' }]);
  });
});

describe('a closed connection', () => {
  it('fails what waits and what comes after with connection-lost, and cancels what runs', async () => {
    const aborted = vi.fn();
    const { client, far, listening } = connected((_name, _input, options) => {
      options?.signal?.addEventListener('abort', aborted);
      return new Promise(() => undefined);
    });
    const waiting = client.call('codes.list', {});
    await Promise.resolve();
    far.close();
    await expect(waiting).rejects.toMatchObject({ code: 'connection-lost' });
    await expect(client.call('codes.list', {})).rejects.toMatchObject({ code: 'connection-lost' });
    expect(aborted).toHaveBeenCalledOnce();
    expect(listening()).toBe(0);
  });
});

describe('what is not part of the protocol', () => {
  const replies = async (message: unknown) => {
    const [near, far] = memoryPair();
    const call = vi.fn(async () => null);
    serve({ call, on: () => () => undefined }, far);
    const received: unknown[] = [];
    near.onMessage((reply) => received.push(reply));
    near.send(message as never);
    await new Promise((resolve) => setImmediate(resolve));
    return { received, call };
  };

  it.each([[{ type: 'call', id: 7 }], [{ type: 'call', id: 7, name: 5, input: {} }], [{ type: 'explode', id: 7 }]])(
    'is answered as bad input where it has a number: %j',
    async (message) => {
      const { received, call } = await replies(message);
      expect(received).toMatchObject([{ type: 'reply', id: 7, ok: false, error: { code: 'bad-input' } }]);
      expect(call).not.toHaveBeenCalled();
    },
  );

  it.each([
    [null],
    ['call'],
    [42],
    [{ type: 'call', id: '7', name: 'codes.list' }],
    [{ type: 'call', id: -1, name: 'x' }],
  ])('is dropped where it has none: %j', async (message) => {
    const { received, call } = await replies(message);
    expect(received).toEqual([]);
    expect(call).not.toHaveBeenCalled();
  });

  it('does not let two calls share a number', async () => {
    const [near, far] = memoryPair();
    serve({ call: () => new Promise(() => undefined), on: () => () => undefined }, far);
    const received: unknown[] = [];
    near.onMessage((reply) => received.push(reply));
    near.send({ type: 'call', id: 1, name: 'codes.list', input: {} });
    near.send({ type: 'call', id: 1, name: 'codes.list', input: {} });
    await new Promise((resolve) => setImmediate(resolve));
    expect(received).toMatchObject([{ id: 1, ok: false, error: { code: 'bad-input' } }]);
  });
});

import { effect, type ReadonlySignal } from '@preact/signals';

/** Where work runs that nobody waits for: one piece at a time, and none while the person waits for something. */
export interface BackgroundLane {
  /**
   * Runs `work` in its turn. When the person begins to wait, its signal aborts, and it is begun again afterwards.
   * Rejects with the reason of `stop`, or as the work does.
   */
  run<Value>(stop: AbortSignal, work: (stop: AbortSignal) => Promise<Value>): Promise<Value>;
}

export function createBackgroundLane(personWaits: ReadonlySignal<boolean>): BackgroundLane {
  let last: Promise<unknown> = Promise.resolve();

  async function inTurn<Value>(stop: AbortSignal, work: (stop: AbortSignal) => Promise<Value>): Promise<Value> {
    for (;;) {
      await quiet(personWaits, stop);
      const own = new AbortController();
      const giveWay = effect(() => {
        if (personWaits.value) own.abort();
      });
      try {
        return await work(AbortSignal.any([stop, own.signal]));
      } catch (thrown) {
        if (stop.aborted || !own.signal.aborted) throw thrown;
      } finally {
        giveWay();
      }
    }
  }

  return {
    run(stop, work) {
      const turn = last.then(() => inTurn(stop, work));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** Resolves as soon as the person doesn't wait; rejects when `stop` aborts before. */
async function quiet(personWaits: ReadonlySignal<boolean>, stop: AbortSignal): Promise<void> {
  stop.throwIfAborted();
  while (personWaits.peek()) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = personWaits.subscribe((waits) => {
      if (!waits) resolve();
    });
    stop.addEventListener('abort', () => resolve(), { once: true });
    await promise;
    end();
    stop.throwIfAborted();
  }
}

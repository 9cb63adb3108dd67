/** Something that is shown and kept true to what it was read from, one reading at a time. */
export interface LiveReading {
  /**
   * What it is read from changed: it is read again when the reading under way is done, once, however often it
   * is touched meanwhile. What nobody shows is read when somebody does. Resolves when a reading that was begun
   * after this call has ended, and at once where nobody shows it.
   */
  touch(): Promise<void>;
  /** The person asks for something else: the reading under way is given up, because its answer is of no use. */
  ask(): Promise<void>;
  /**
   * Somebody shows it from now on; answers the function that ends that. When nobody does any more, the reading
   * under way is given up.
   */
  show(): () => void;
}

/**
 * Makes readings of one thing follow one another: a slow one is never given up for a change, or it would not end
 * while changes keep coming. `read` keeps what it read itself, unless its signal has aborted, and tells its own
 * failures; one that failed is read again at the next touch.
 */
export function createLiveReading(read: (stop: AbortSignal) => Promise<void>): LiveReading {
  let shown = 0;
  let stale = true;
  let running: AbortController | null = null;
  /** Those who wait for the reading under way, and those who wait for the next. */
  let waiting: (() => void)[] = [];
  const waitingForNext: (() => void)[] = [];

  function start(): void {
    if (!stale || running !== null || shown === 0) return;
    const own = new AbortController();
    running = own;
    stale = false;
    waiting = waitingForNext.splice(0);
    read(own.signal)
      .catch(() => undefined)
      .then(() => {
        // One that was given up has been followed by another already.
        if (running !== own) return;
        running = null;
        settle(waiting.splice(0));
        start();
      });
  }

  function next(): Promise<void> {
    stale = true;
    if (shown === 0) return Promise.resolve();
    const over = new Promise<void>((resolve) => waitingForNext.push(resolve));
    start();
    return over;
  }

  function giveUp(): void {
    if (running === null) return;
    running.abort();
    running = null;
    stale = true;
    waitingForNext.push(...waiting.splice(0));
  }

  return {
    touch: next,
    ask() {
      giveUp();
      return next();
    },
    show() {
      shown += 1;
      start();
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        shown -= 1;
        if (shown > 0) return;
        giveUp();
        settle(waitingForNext.splice(0));
      };
    },
  };
}

function settle(waiting: readonly (() => void)[]): void {
  for (const resolve of waiting) resolve();
}

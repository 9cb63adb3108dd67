/**
 * A count of those who still work on something. It begins at one; when the last has released it, it is done.
 */
export interface UnderWay {
  /** One more works on it. */
  take(): void;
  /** One of them is done. */
  release(): void;
}

/**
 * The place in a container from which an interrupted import goes on. Members are worked on several at a time and end out
 * of order. The place therefore is the last member before which, and with which, all are done: of members 1 to 5 with
 * 1, 2 and 4 done it is 2, and 3 is not missed.
 */
export class ContainerPosition {
  readonly #steps: { readonly position: string; done: boolean }[] = [];
  readonly #tell: (position: string) => void;

  constructor(tell: (position: string) => void) {
    this.#tell = tell;
  }

  /** The next member in the container's order is begun. The caller counts as the first who works on it. */
  begin(position: string): UnderWay {
    const step = { position, done: false };
    this.#steps.push(step);
    return inUse(() => {
      step.done = true;
      this.#pass();
    });
  }

  /** Tells the place, where members at the front are done. */
  #pass(): void {
    let passed: string | null = null;
    while (this.#steps[0]?.done === true) passed = this.#steps.shift()?.position ?? passed;
    if (passed !== null) this.#tell(passed);
  }
}

/** Calls `end` when the last user has released it. The caller counts as the first user. */
export function inUse(end: () => void): UnderWay {
  let users = 1;
  return {
    take() {
      users += 1;
    },
    release() {
      users -= 1;
      if (users === 0) end();
    },
  };
}

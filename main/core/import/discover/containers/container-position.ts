/** Something that is under way until everybody who works on it has said that it is done. */
export interface UnderWay {
  take(): void;
  release(): void;
}

/**
 * How far a container is. Its members are dealt with side by side, and it is only as far as the last one
 * before the first that isn't done yet: an import that goes on from there misses none.
 */
export class ContainerPosition {
  readonly #steps: { readonly position: string; done: boolean }[] = [];
  readonly #tell: (position: string) => void;

  constructor(tell: (position: string) => void) {
    this.#tell = tell;
  }

  /** Begins with the next member; whoever begins it works on it first. */
  begin(position: string): UnderWay {
    const step = { position, done: false };
    this.#steps.push(step);
    return inUse(() => {
      step.done = true;
      this.#pass();
    });
  }

  #pass(): void {
    let passed: string | null = null;
    while (this.#steps[0]?.done === true) passed = this.#steps.shift()?.position ?? passed;
    if (passed !== null) this.#tell(passed);
  }
}

/** Calls `end` when everybody has released it; whoever made it is the first of them. */
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

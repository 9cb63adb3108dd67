import type { Sha256 } from '../../contract/index.ts';

/**
 * Who works with which original. Between the moment when a file is stored and the moment when the library
 * refers to it nothing but this says that it is needed; and what is done to one file is done by one at a time.
 */
export class OriginalLeases {
  readonly #users = new Map<Sha256, number>();
  readonly #under = new Map<Sha256, Promise<unknown>>();

  isHeld(sha256: Sha256): boolean {
    return this.#users.has(sha256);
  }

  /** Begins a lease. It is over when it is released. */
  begin(): Lease {
    const held = new Set<Sha256>();
    return {
      hold: async (sha256) => {
        if (!held.has(sha256)) {
          held.add(sha256);
          this.#users.set(sha256, (this.#users.get(sha256) ?? 0) + 1);
        }
        // A removal that has begun is over before its file is looked at.
        await this.#under.get(sha256);
      },
      release: () => {
        for (const sha256 of held) this.#let(sha256);
        held.clear();
      },
    };
  }

  #let(sha256: Sha256): void {
    const users = (this.#users.get(sha256) ?? 1) - 1;
    if (users === 0) this.#users.delete(sha256);
    else this.#users.set(sha256, users);
  }

  /** Does something to an original's file while nobody else does. */
  async alone<Value>(sha256: Sha256, work: () => Promise<Value>): Promise<Value> {
    const before = this.#under.get(sha256);
    const working = before === undefined ? work() : before.then(work);
    // Whoever waits only waits for the end, however it comes.
    const over = working.then(
      () => undefined,
      () => undefined,
    );
    this.#under.set(sha256, over);
    try {
      return await working;
    } finally {
      if (this.#under.get(sha256) === over) this.#under.delete(sha256);
    }
  }
}

/** The originals that one piece of work needs: while it holds them, none of them is removed. */
export interface Lease {
  /** Resolves when the file may be looked at and relied on. */
  hold(sha256: Sha256): Promise<void>;
  release(): void;
}

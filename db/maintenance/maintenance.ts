import type { Progress } from '../../main/contract/jobs.ts';

/** What work on the whole library may use besides its connection. It asks between its steps whether to go on. */
export interface MaintenanceControl {
  /** Throws an AbortError once the work was given up. */
  keepGoing(): void;
  progress(progress: Progress): void;
}

/** Often enough for a person who watches. */
const tellEvery = 100;

/** Tells how far a piece of work is, in steps or in bytes, no more often than a person can see. */
export class Telling {
  readonly #control: MaintenanceControl;
  #last = Number.NEGATIVE_INFINITY;

  constructor(control: MaintenanceControl) {
    this.#control = control;
  }

  /** Asks whether to go on, too. */
  tell(far: {
    readonly items?: Progress['items'];
    readonly bytes?: Progress['bytes'];
    readonly current?: string | null;
  }): void {
    this.#control.keepGoing();
    if (performance.now() - this.#last < tellEvery) return;
    this.#last = performance.now();
    this.#control.progress({
      phase: 'working',
      items: far.items ?? { done: 0, total: 0 },
      bytes: far.bytes ?? { done: 0, total: 0 },
      secondsLeft: null,
      current: far.current ?? null,
    });
  }
}

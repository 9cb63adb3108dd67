import type { Progress } from '../../../contract/index.ts';

/** Tells how far an import is, at most ten times a second, and how long it will take once that can be said honestly. */
export class ProgressMeter {
  readonly #report: (progress: Progress) => void;
  readonly #started = performance.now();
  #lastReport = Number.NEGATIVE_INFINITY;
  #counted = false;
  #items = { done: 0, total: 0 };
  #bytes = { done: 0, total: 0 };
  #inside = 0;

  constructor(report: (progress: Progress) => void) {
    this.#report = report;
  }

  count(bytes: number, items = 1): void {
    this.#items.total += items;
    this.#bytes.total += bytes;
    this.#tell(null);
  }

  countingEnded(): void {
    this.#counted = true;
  }

  done(bytes: number, name: string): void {
    this.#items.done += 1;
    this.#bytes.done += bytes;
    this.#tell(name);
  }

  /** A member of a container was found and dealt with; it was not counted before. */
  member(name: string): void {
    this.#items.total += 1;
    this.#items.done += 1;
    this.#tell(name);
  }

  /** So many bytes of the container that is open are done; 0 when it is closed. */
  inside(bytes: number): void {
    this.#inside = bytes;
    this.#tell(null);
  }

  finish(): void {
    this.#lastReport = Number.NEGATIVE_INFINITY;
    this.#tell(null, 'finishing');
  }

  #bytesDone(): { done: number; total: number } {
    const { done, total } = this.#bytes;
    return { done: Math.min(total, done + this.#inside), total };
  }

  #tell(current: string | null, phase: Progress['phase'] = this.#counted ? 'working' : 'counting'): void {
    const now = performance.now();
    if (now - this.#lastReport < 100) return;
    this.#lastReport = now;
    this.#report({
      phase,
      items: { ...this.#items },
      bytes: this.#bytesDone(),
      secondsLeft: this.#secondsLeft(now),
      current,
    });
  }

  /** By bytes and by items, whichever says longer; nothing in the first seconds or while files are still being counted. */
  #secondsLeft(now: number): number | null {
    const seconds = (now - this.#started) / 1000;
    if (!this.#counted || seconds < 2 || this.#items.done < 5) return null;
    const left = ({ done, total }: { done: number; total: number }) =>
      done === 0 ? 0 : ((total - done) * seconds) / done;
    return Math.ceil(Math.max(left(this.#items), left(this.#bytesDone())));
  }
}

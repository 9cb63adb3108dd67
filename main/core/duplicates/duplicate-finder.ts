import { setTimeout as pause } from 'node:timers/promises';
import type { ArticleId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/** Articles of one step: some 50 ms of a reader's time, and one small transaction. */
const stepSize = 16;
/** While articles are taken in, everything is left to that; milliseconds until the next look. */
const lookAgain = 250;

/**
 * Compares articles with all others in the background, whenever an article has a text that was not compared
 * yet: after an import, after a restore, after a library of an older shape was opened. Each step is kept in
 * the library, so that the next opening goes on where this one ended. It takes at most half of a thread's
 * time and steps aside for imports.
 */
export class DuplicateFinder {
  readonly #context: CoreContext;
  readonly #stop = new AbortController();
  #wake = Promise.withResolvers<void>();
  #running: Promise<void> = Promise.resolve();

  constructor(context: CoreContext) {
    this.#context = context;
  }

  start(): void {
    this.#running = this.#run().catch((error: unknown) => this.#giveUp(error));
  }

  /** Articles changed: there may be some to compare. */
  wake(): void {
    this.#wake.resolve();
  }

  /** Resolves when the step under way is over. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#wake = Promise.withResolvers();
      const began = performance.now();
      const compared = this.#isImporting ? 0 : await this.#step();
      if (this.#isImporting) await this.#rest(lookAgain);
      else if (compared > 0) await this.#rest(performance.now() - began);
      else await this.#wake.promise;
    }
  }

  get #isImporting(): boolean {
    return this.#context.jobs.isBusy('import');
  }

  async #rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, null, { signal: this.#stop.signal }).catch(() => undefined);
  }

  /** Compares a few articles; answers how many there were. */
  async #step(): Promise<number> {
    const { pool } = this.#context;
    const waiting = await pool.read('likeness.waiting', stepSize);
    if (waiting.length === 0) return 0;
    if (waiting.some(({ sketch }) => sketch !== null)) await pool.writeBatch('likeness.sketch', waiting);
    const compared = await pool.read(
      'likeness.compare',
      waiting.map(({ article, revision }) => ({ article, revision })),
    );
    this.#tell(await pool.writeBatch('likeness.keep', compared));
    return waiting.length;
  }

  #tell(articles: readonly ArticleId[]): void {
    if (articles.length > 0) this.#context.changes.gather({ subject: 'duplicates', ids: articles });
  }

  /** What was found so far is kept; the next opening tries again. */
  async #giveUp(error: unknown): Promise<void> {
    if (this.#stop.signal.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    await this.#context.pool
      .write('events.record', {
        kind: 'duplicate',
        agent: this.#context.agent,
        subject: null,
        outcome: 'failure',
        detail: `Looking for near-duplicates was given up until the library is opened again: ${reason}`,
      })
      // A library that can't be written says so to whoever writes next.
      .catch(() => undefined);
  }
}

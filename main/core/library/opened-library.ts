import { basename } from 'node:path';
import { Interruption, type LibraryState, toErrorData } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { DuplicateFinder } from '../duplicates/duplicate-finder.ts';
import { type ModuleHandlers, moduleHandlers } from '../modules.ts';
import { sweepOnce } from '../temporary/folders.ts';
import { catchUp, prepareLibrary } from './beginning.ts';
import { tellOfMedium } from './medium.ts';

/** The library that is open: what its modules answer, what is being worked on, and what goes on by itself. */
export class OpenedLibrary {
  readonly context: CoreContext;
  readonly handlers: ModuleHandlers;
  /** What is being worked on, each with the promise of its end. */
  readonly running = new Map<AbortController, Promise<unknown>>();
  readonly #finder: DuplicateFinder;
  readonly #notices: string[];
  readonly #changed: () => void;
  readonly #discard: () => Promise<void>;
  readonly #closing = new AbortController();
  #catchingUp: Promise<void> = Promise.resolve();

  /**
   * `notices`: what a person should know of its opening already. `changed` hears that what its state says is another.
   * `discard` removes what was made to open it.
   */
  constructor(context: CoreContext, notices: readonly string[], changed: () => void, discard: () => Promise<void>) {
    this.context = context;
    this.#notices = [...notices];
    this.#discard = discard;
    this.handlers = moduleHandlers(context);
    this.#finder = new DuplicateFinder(context);
    this.#changed = changed;
  }

  /** Brings right what an earlier run left. Throws where that fails; then the library is to be closed again. */
  async begin(): Promise<void> {
    if (!this.context.pool.writable) {
      this.#notices.push(...tellOfMedium(this.context.libraryPath));
      this.#catchingUp = sweepOnce();
      return;
    }
    await prepareLibrary(this.context, (sentence) => this.#notices.push(sentence));
    this.#finder.start();
    const tell = (sentence: string) => {
      if (this.#closing.signal.aborted) return;
      this.#notices.push(sentence);
      this.#changed();
    };
    const caughtUp = catchUp(this.context, tell, this.#closing.signal).catch((error: unknown) =>
      // Not even the log could be written; the next edit will say so as well.
      tell(toErrorData(error, this.context.libraryPath).message),
    );
    this.#catchingUp = Promise.all([caughtUp, sweepOnce()]).then(() => undefined);
  }

  /** Articles were written: there may be articles to compare. */
  wake(): void {
    this.#finder.wake();
  }

  /** Resolves when nothing of the beginning is left to do. */
  caughtUp(): Promise<void> {
    return this.#catchingUp;
  }

  async state(): Promise<LibraryState> {
    const { libraryPath: path, pool } = this.context;
    const counts = await pool.read('library.counts');
    return {
      status: 'open',
      library: {
        name: basename(path),
        path,
        mode: pool.writable ? 'write' : 'read',
        ...counts,
        notices: [...this.#notices],
      },
    };
  }

  /** Ends what goes on, waits for what must be written, and closes every connection and thread. */
  async close(): Promise<void> {
    this.#closing.abort();
    const began = performance.now();
    const { watch, jobs, texts, parsers, pool, changes, log } = this.context;
    const watching = watch.close();
    // A cancelled import still writes what it had done; the database is closed under nobody.
    const ending = jobs.close();
    // A revision that can't be settled any more is settled at the next opening.
    await texts.close();
    // Whoever is attached to a job hears how it ended, before other calls are broken off.
    await ending;
    for (const controller of this.running.keys()) controller.abort(new Interruption('The library was closed.'));
    await Promise.allSettled(this.running.values());
    await watching;
    await this.#finder.close();
    // What was still waiting for articles is given to them at the next opening.
    await this.#catchingUp;
    // The catching up may have begun to watch just before it was ended.
    await watch.close();
    changes.close();
    await parsers.close();
    // Who doesn't hold the library any more doesn't write its log.
    log.note({ kind: 'closed', milliseconds: Math.round(performance.now() - began) });
    await log.written();
    await pool.close();
    await this.#discard();
    await log.written();
  }
}

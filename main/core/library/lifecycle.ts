import { type LibraryState, type OpeningProgress, toErrorData, VerbatimError } from '../../contract/index.ts';
import { isOnlyReadable, onlyReadable } from './medium.ts';
import type { OpenedLibrary } from './opened-library.ts';
import { failedState, type Opening, openingState, stoppedState } from './session.ts';

/** Opens the database and makes the library over it; tells how far that is where it takes long. */
type Open = (opening: Opening, onProgress: (progress: OpeningProgress) => void) => Promise<OpenedLibrary>;

/**
 * Which library is open. Openings and closings go in turn, however they are asked for; the one that was asked for last
 * is how it ends, and one before it whose turn has not come is not begun. A library is open when its beginning is
 * done, and one whose beginning fails is closed whole.
 */
export class Lifecycle {
  readonly #open: Open;
  readonly #told: (state: LibraryState) => void;
  readonly #failed: (opening: Opening, error: unknown) => Promise<void>;
  #current: OpenedLibrary | null = null;
  #notOpen: LibraryState = { status: 'none' };
  #asked = 0;
  #last: Promise<void> = Promise.resolve();

  /**
   * `open` opens the database and makes the library over it; `told` hears each state that openings come to, `failed`
   * why one came to nothing.
   */
  constructor(
    open: Open,
    told: (state: LibraryState) => void,
    failed: (opening: Opening, error: unknown) => Promise<void>,
  ) {
    this.#open = open;
    this.#told = told;
    this.#failed = failed;
  }

  /** The library that is open, or null. */
  get current(): OpenedLibrary | null {
    return this.#current;
  }

  /** Why none is open. */
  get notOpen(): LibraryState {
    return this.#notOpen;
  }

  async state(): Promise<LibraryState> {
    const library = this.#current;
    if (library === null) return this.#notOpen;
    try {
      return await library.state();
    } catch (error) {
      // It was closed while it was asked.
      if (library !== this.#current) return this.state();
      throw error;
    }
  }

  /** Opens a library in place of the one that is open. A failure becomes a state; so does what was asked for later. */
  async open(opening: Opening): Promise<LibraryState> {
    await this.#inTurn(async () => {
      await this.#closeCurrent();
      const tell = (progress: OpeningProgress | null) => {
        this.#notOpen = openingState(opening.path, progress);
        this.#told(this.#notOpen);
      };
      tell(null);
      try {
        this.#current = await this.#begunAsCanBe(opening, tell);
      } catch (error) {
        this.#notOpen = failedState(opening.path, error);
        await this.#failed(opening, error);
      }
      this.#told(await this.state());
    });
    return this.state();
  }

  /** The library can no longer be written: it is closed, and this is why none is open until it is opened again. */
  async stopped(library: OpenedLibrary, message: string): Promise<void> {
    if (library !== this.#current) return;
    this.#current = null;
    this.#notOpen = stoppedState(library.context.libraryPath, message);
    this.#told(this.#notOpen);
    // Whatever is opened next waits until this one has let go of the files.
    this.#last = Promise.allSettled([this.#last, library.close()]).then(() => undefined);
    await this.#last;
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#closeCurrent());
  }

  /** Does the work when what was asked for before is over; not at all when something was asked for since. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    this.#asked += 1;
    const own = this.#asked;
    const turn = this.#last.then(() => (own === this.#asked ? work() : undefined));
    this.#last = turn.catch(() => undefined);
    await turn;
    // Passed over: what came instead is what there is to tell.
    while (own < this.#asked) {
      const last = this.#last;
      await last;
      if (last === this.#last) break;
    }
  }

  async #begunAsCanBe(opening: Opening, onProgress: (progress: OpeningProgress) => void): Promise<OpenedLibrary> {
    try {
      return await this.#begun(opening, onProgress);
    } catch (error) {
      const { code } = toErrorData(error);
      if (opening.mode === 'read' || code !== 'access-denied' || !isOnlyReadable(opening.path)) throw error;
      // Not the lock's name, that the system refuses first, but why nothing can be changed there.
      if (!opening.orRead) throw new VerbatimError('access-denied', onlyReadable(opening.path), {}, { cause: error });
      return this.#begun({ ...opening, mode: 'read' }, onProgress);
    }
  }

  async #begun(opening: Opening, onProgress: (progress: OpeningProgress) => void): Promise<OpenedLibrary> {
    const library = await this.#open(opening, onProgress);
    try {
      await library.begin();
      // What can't say what is in it isn't open.
      await library.state();
      return library;
    } catch (error) {
      await library.close();
      throw error;
    }
  }

  async #closeCurrent(): Promise<void> {
    const library = this.#current;
    this.#current = null;
    this.#notOpen = { status: 'none' };
    await library?.close();
  }
}

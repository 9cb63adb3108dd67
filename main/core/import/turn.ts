/**
 * A place in a line. Files are read and parsed side by side but written in the order in which they
 * were met, so that two captures of one page become its revisions in that order, every time.
 */
export class Turn {
  readonly #before: Promise<void>;
  readonly #over = Promise.withResolvers<void>();

  private constructor(before: Promise<void>) {
    this.#before = before;
  }

  static first(): Turn {
    return new Turn(Promise.resolve());
  }

  /** The turn after this one. */
  next(): Turn {
    return new Turn(this.#over.promise);
  }

  /** Resolves when everybody before has passed on. */
  come(): Promise<void> {
    return this.#before;
  }

  /** Lets the next one come, once this one's own turn has come: nobody is overtaken. */
  async pass(): Promise<void> {
    await this.#before;
    this.#over.resolve();
  }
}

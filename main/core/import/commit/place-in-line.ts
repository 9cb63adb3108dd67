/**
 * A place in a line. Files are read and parsed side by side but written in the order in which they
 * were found, so that two captures of one page become its revisions in that order, every time.
 */
export class PlaceInLine {
  readonly #before: Promise<void>;
  readonly #over = Promise.withResolvers<void>();

  private constructor(before: Promise<void>) {
    this.#before = before;
  }

  static first(): PlaceInLine {
    return new PlaceInLine(Promise.resolve());
  }

  /** The place after this one. */
  next(): PlaceInLine {
    return new PlaceInLine(this.#over.promise);
  }

  /** Resolves when everybody before has passed on. */
  reached(): Promise<void> {
    return this.#before;
  }

  /** Lets the next one come, once this one has been reached: nobody is overtaken. */
  async pass(): Promise<void> {
    await this.#before;
    this.#over.resolve();
  }
}

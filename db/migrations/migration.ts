/** One numbered step of a library's shape. `version` is what `user_version` says afterwards; numbers go up in tens. */
export interface Migration {
  readonly version: number;
  /** For a person who waits: what is changed, as the end of "Step 2 of 3: …". */
  readonly name: string;
  readonly sql: string;
  /**
   * Tables that have another number of rows afterwards, or are gone, on purpose. Every other table must keep
   * its rows, or the whole migration is taken back.
   */
  readonly changesRows?: readonly string[];
}

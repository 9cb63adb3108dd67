import type { WritableDb } from '../types.ts';

/**
 * One numbered step of a library's shape. `user_version` says the highest that a library has; numbers go up in fives.
 */
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
  /** A table that this step alone makes: of a library without a list of its steps it tells whether it has this one. */
  readonly makesTable?: string;
  /** Much of the file is free afterwards: it is given back to the disk. */
  readonly leavesRoom?: true;
  /** What SQL can't do (it counts code points, spans count UTF-16 units), after the SQL and in the same transaction. */
  readonly apply?: (db: WritableDb) => void;
}

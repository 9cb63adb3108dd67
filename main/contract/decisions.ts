import * as v from 'valibot';
import type { ActId } from './ids.ts';
import { StatementState } from './statements.ts';

/** What is done with many statements at once. */
export const ManyDecided = v.union([
  v.object({ state: StatementState }),
  /** Who says them. Their roles stay as their articles give them; a suggestion so corrected counts as confirmed. */
  v.object({ speaker: v.pipe(v.string(), v.trim(), v.minLength(1, 'a name is needed'), v.maxLength(200)) }),
]);

export type ManyDecided = v.InferOutput<typeof ManyDecided>;

/** What became of the statements of one act. */
export interface ManyDecidedResult {
  /** Takes the act back. */
  readonly act: ActId;
  readonly changed: number;
  /** They were so already. */
  readonly unchanged: number;
  /** Those whose speaker can't be said for many at once: several speak together. */
  readonly together: number;
  /** Less sure than what was shown, or gone since: nothing was done to them. */
  readonly left: number;
  /** It was ended before all were done. What was done stays, and can be taken back. */
  readonly cancelled: boolean;
  /** Why it ended before all were done, where something went wrong; what was done stays too. */
  readonly failure: string | null;
}

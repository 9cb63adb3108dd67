import type { ReadingDocument } from '../../contract/index.ts';
import type { OriginalWords } from './marked-words.ts';
import { type ShownRun, shownRuns } from './reading.ts';
import { type Stand, standsIn } from './stands-in.ts';

/**
 * Compares a reading copy with its original. A copy that says what our own readers make of the original now is
 * theirs. Any other (by an older version, corrected by a person, or forged) must show whole lines of the
 * original, each in one run, in the original's order.
 */

/** What our readers make of an original now: the documents, each with what was left out put back in its place. */
export interface PresentReading {
  readonly document: ReadingDocument;
  readonly whole: ReadingDocument;
}

export type CopyComparison =
  /** It says what the present version of its reader makes of the original. */
  | { readonly outcome: 'same' }
  /** Every run of its words stands in the original. */
  | { readonly outcome: 'sound' }
  | { readonly outcome: 'differs'; readonly reason: string };

/** `present` is null where our readers find no such document in the original. */
export function compareCopy(
  document: ReadingDocument,
  original: OriginalWords,
  present: PresentReading | null,
): CopyComparison {
  const runs = shownRuns(document);
  if (present !== null && isSame(runs, shownRuns(present.document))) return { outcome: 'same' };
  const places = new PresentPlaces(present);
  let from = 0;
  for (const run of runs) {
    const next = standsIn(original, run.squeezed, from);
    if (next !== null && !run.isBeside) {
      places.follow(run);
      from = next.end;
      continue;
    }
    const stand: Stand | null = next ?? standsIn(original, run.squeezed, 0);
    if (stand === null) {
      if (places.follow(run)) continue;
      return { outcome: 'differs', reason: `does not hold “${shorten(run.text)}”` };
    }
    if (run.isBeside) continue;
    // Notes, boxes and columns: the reader's own order may be another one than that of the bytes.
    if (!places.follow(run)) return { outcome: 'differs', reason: `has “${shorten(run.text)}” in another place` };
    from = stand.end;
  }
  return { outcome: 'sound' };
}

function isSame(one: readonly ShownRun[], other: readonly ShownRun[]): boolean {
  return one.length === other.length && one.every(({ squeezed }, index) => squeezed === other[index]?.squeezed);
}

/** Where runs stand in the present reading; they are asked for in the copy's order. */
class PresentPlaces {
  readonly #places = new Map<string, number[]>();
  #last = -1;

  constructor(present: PresentReading | null) {
    for (const [index, { squeezed }] of (present === null ? [] : shownRuns(present.whole)).entries()) {
      const known = this.#places.get(squeezed);
      if (known === undefined) this.#places.set(squeezed, [index]);
      else known.push(index);
    }
  }

  /** Whether the run stands behind the one before, and goes on from there. */
  follow({ squeezed }: ShownRun): boolean {
    const next = this.#places.get(squeezed)?.find((index) => index > this.#last);
    if (next === undefined) return false;
    this.#last = next;
    return true;
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= 120 ? line : `${line.slice(0, 117).toWellFormed()}…`;
}

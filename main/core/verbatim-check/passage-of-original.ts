import type { MemberDescription } from '../../contract/index.ts';
import { canonicalText, type OriginalPassage, type Selectors, type Sha256, type Span } from '../../contract/index.ts';
import { placeAgain } from '../../reading/anchoring/index.ts';
import { shownRuns } from '../../reading/verbatim-check/reading.ts';
import { presentDocuments, withLeftOut } from './compare-copies.ts';

/** Which passage is looked for in an original. */
export interface PassageSought {
  readonly original: Sha256;
  readonly format: string;
  readonly name: string;
  /** What its container says of it, or null. */
  readonly told: MemberDescription | null;
  /** Which document of the original it is. */
  readonly part: string;
  readonly selectors: Selectors;
}

/** More of a paragraph than this isn't shown, in UTF-16 units on either side of the words. */
const mostAround = 2000;

/**
 * The passage as our readers take it from the bytes now: nothing is believed of what a library or a package says that it
 * is. What they leave out of an article is looked through too. Null where they find no such words. Runs in a parser thread.
 */
export async function passageOfOriginal(bytes: Uint8Array, sought: PassageSought): Promise<OriginalPassage | null> {
  const present = await presentDocuments(bytes, sought);
  const ordered = present.toSorted(
    (one, other) => Number(other.part === sought.part) - Number(one.part === sought.part),
  );
  for (const { document, removals } of ordered) {
    const whole = shownRuns({ blocks: withLeftOut(document.blocks, removals) });
    for (const text of [canonicalText(document).text, whole.map((run) => run.text).join('\n\n')]) {
      const { placement, span } = placeAgain(sought.selectors, text);
      if (span !== null) return passageAround(text, span, placement !== 'changed');
    }
  }
  return null;
}

function passageAround(text: string, span: Span, isExact: boolean): OriginalPassage {
  const before = text.lastIndexOf('\n\n', span.start - 1);
  const after = text.indexOf('\n\n', span.end);
  const start = Math.max(before < 0 ? 0 : before + 2, span.start - mostAround);
  const end = Math.min(after < 0 ? text.length : after, span.end + mostAround);
  return {
    text: text.slice(start, end).toWellFormed(),
    words: { start: span.start - start, end: span.end - start },
    isExact,
  };
}

import type { ArticleMetadata } from '../../contract/index.ts';
import { type ReadingCopy, readingCopy } from '../extract/reading-copy.ts';
import { type Corrections, correct, type Extraction } from './correct.ts';

/** The reading copy that a person's corrections make of an extraction, with its log. Throws as `correct` does. */
export function correctedCopy({
  extraction,
  corrections,
  metadata,
}: {
  readonly extraction: Extraction;
  readonly corrections: Corrections;
  readonly metadata: ArticleMetadata;
}): ReadingCopy & Pick<Extraction, 'removals'> {
  const made = correct(extraction, corrections);
  return { ...readingCopy(made.blocks, metadata), removals: made.removals };
}

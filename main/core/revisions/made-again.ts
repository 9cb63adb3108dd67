import { isDeepStrictEqual } from 'node:util';
import { leftOutWords, type Revision } from '../../contract/index.ts';
import { correctedBy } from '../extract/extractor.ts';
import type { ParsedDocument } from '../extract/parse-messages.ts';
import { readingCopy } from '../extract/reading-copy.ts';
import { carryImages, carryLeadImage } from './carry-images.ts';
import { correctAgain } from './correct-again.ts';
import type { MadeCopy } from './prepare-revision.ts';

/** What of a document that was read again decides its reading copy. Pictures go another way, for they are large. */
export type WithoutImages = Pick<ParsedDocument, 'document' | 'text' | 'metadata' | 'removals' | 'extractor'>;

/** Another reading of a capture: the same as the former one, another, or one that would lose something. */
export type MadeAgain =
  | { readonly kind: 'same' | 'other'; readonly copy: Omit<MadeCopy, 'images'> }
  | { readonly kind: 'refused'; readonly reason: string };

/** The new reading with the former one's pictures and a person's corrections; a sentence where it would lose something. */
export function madeAgain({
  revision,
  parsed,
}: {
  readonly revision: Pick<Revision, 'text' | 'document' | 'metadata'>;
  readonly parsed: WithoutImages;
}): MadeAgain {
  if (parsed.text === '' && revision.text !== '')
    return {
      kind: 'refused',
      reason: 'The present extractor finds no words in it. The revision that is there was kept.',
    };
  const pictured = carryImages(revision.document.blocks, {
    blocks: parsed.document.blocks,
    removals: parsed.removals,
  });
  const { missing, ...corrected } = correctAgain(revision.document.blocks, pictured);
  const [lost] = missing;
  if (lost !== undefined)
    return {
      kind: 'refused',
      reason: `A correction by hand can’t be made again: the new reading has nowhere “${shortened(leftOutWords(lost))}”. The corrected revision was kept.`,
    };
  const metadata = carryLeadImage(revision.metadata, parsed.metadata, corrected.blocks);
  const byHand = corrected.blocks.some(({ decided }) => decided !== undefined);
  const copy = {
    ...readingCopy(corrected.blocks, metadata),
    metadata,
    removals: corrected.removals,
    extractor: byHand ? correctedBy(parsed.extractor) : parsed.extractor,
  };
  return { kind: isSame(revision, copy) ? 'same' : 'other', copy };
}

function isSame(revision: Pick<Revision, 'text' | 'document' | 'metadata'>, made: Omit<MadeCopy, 'images'>): boolean {
  // Through JSON, as the library has it: what is undefined there isn't there.
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return (
    revision.text === made.text &&
    isDeepStrictEqual(plain(revision.document), plain(made.document)) &&
    isDeepStrictEqual(plain(revision.metadata), plain(made.metadata))
  );
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).toWellFormed()}…`;
}

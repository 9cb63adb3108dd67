import { isDeepStrictEqual } from 'node:util';
import type { ArticleParts } from '../../../db/queries/articles.ts';
import type { ReadCapture } from '../../../db/queries/extraction.ts';
import { type ExtractionLine, leftOutWords, type Placement, VerbatimError } from '../../contract/index.ts';
import type { ParsedDocument } from '../../workers/parse-messages.ts';
import type { CoreContext } from '../context.ts';
import { correctedBy, isPresent } from '../extract/extractor.ts';
import { readingCopy } from '../extract/reading-copy.ts';
import { sha256Of } from '../originals/hash.ts';
import { carryImages, carryLeadImage } from './carry-images.ts';
import { correctAgain } from './correct-again.ts';
import type { MadeCopy } from './prepare-revision.ts';
import { revise } from './revise.ts';

/**
 * Reads one original again for the articles that were read from it, and answers a line for each. What
 * is wrong with one of them is told in its line; only a failing library or a cancel is thrown.
 */
export async function readAgain(
  context: CoreContext,
  captures: readonly ReadCapture[],
  signal: AbortSignal,
): Promise<ExtractionLine[]> {
  const stale = captures.filter(({ extractor, format }) => !isPresent(extractor, format));
  const lines = captures
    .filter((capture) => !stale.includes(capture))
    .map((capture) => line(capture, { outcome: 'unchanged', reason: 'It was made by the present extractor.' }));
  const [first] = stale;
  if (first === undefined) return lines;
  const shared = await parsedAgain(context, first, signal);
  for (const capture of stale) {
    signal.throwIfAborted();
    const documents = capture === first || capture.told === null ? shared : await parsedAgain(context, capture, signal);
    lines.push(
      typeof documents === 'string'
        ? line(capture, { outcome: 'failed', reason: documents })
        : await renew(context, capture, documents.find(({ part }) => part === capture.part) ?? null),
    );
  }
  return lines;
}

type Outcome =
  | { readonly outcome: 'unchanged'; readonly reason: string | null }
  | { readonly outcome: 'failed'; readonly reason: string }
  | {
      readonly outcome: 'revision';
      readonly reason: string | null;
      readonly revision: ExtractionLine['revision'];
      readonly placed: Readonly<Record<Placement, number>>;
    };

function line({ article, title }: ReadCapture, outcome: Outcome): ExtractionLine {
  return { article, title, revision: null, placed: null, ...outcome };
}

/** The documents of an original by the reader that its captures name, or why there are none. */
async function parsedAgain(
  context: CoreContext,
  { original, name, format, captured, told }: ReadCapture,
  signal: AbortSignal,
): Promise<readonly ParsedDocument[] | string> {
  try {
    const bytes = await context.originals.read(original);
    if (sha256Of(bytes) !== original)
      return 'Its original was changed in the originals folder, so it was not read. Take the same file, or a hand-over package that holds it, in again: it is put back in its place.';
    const parsed = await context.parsers.parse(
      { bytes, name, modified: captured, companions: null, format, told },
      signal,
    );
    return parsed.kind === 'refused' ? parsed.reason : parsed.documents;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof VerbatimError && error.code === 'no-library') throw error;
    return error instanceof VerbatimError && error.code !== 'internal'
      ? error.message
      : `Reading it failed: ${error instanceof Error ? error.message : String(error)}. The revision that is there was kept.`;
  }
}

async function renew(
  context: CoreContext,
  capture: ReadCapture,
  parsed: ParsedDocument | null,
): Promise<ExtractionLine> {
  if (parsed === null)
    return line(capture, {
      outcome: 'failed',
      reason: 'The present extractor finds no such document in the original. The revision that is there was kept.',
    });
  const former = await context.pool.read('articles.read', capture.article, null);
  if (former === null || former.revision.id !== capture.revision)
    return line(capture, { outcome: 'failed', reason: 'It was changed in the meantime. Extract it again.' });
  const made = madeAgain(former, parsed);
  if (typeof made === 'string') return line(capture, { outcome: 'failed', reason: made });
  if (isSame(former, made)) {
    const { extractor, removals } = made;
    await context.pool.writeBatch('extraction.confirm', {
      revision: capture.revision,
      extractor,
      removals: JSON.stringify(removals),
    });
    return line(capture, { outcome: 'unchanged', reason: null });
  }
  try {
    const { revision, placed } = await revise(context, former, made, {
      capture: capture.capture,
      agent: context.agent,
      detail: `read again from ${capture.name}, original ${capture.original}, by ${made.extractor} (before: ${capture.extractor}); text ${made.sha256}.`,
      urgent: false,
    });
    return line(capture, { outcome: 'revision', reason: parsed.partial, revision: revision.id, placed });
  } catch (error) {
    if (error instanceof VerbatimError && (error.code === 'conflict' || error.code === 'not-found'))
      return line(capture, { outcome: 'failed', reason: error.message });
    throw error;
  }
}

/** The new reading with the former one's pictures and a person's corrections; a sentence where it would lose something. */
function madeAgain(former: ArticleParts, parsed: ParsedDocument): MadeCopy | string {
  const { revision } = former;
  if (parsed.text === '' && revision.text !== '')
    return 'The present extractor finds no words in it. The revision that is there was kept.';
  const pictured = carryImages(revision.document.blocks, {
    blocks: parsed.document.blocks,
    removals: parsed.removals,
  });
  const { missing, ...corrected } = correctAgain(revision.document.blocks, pictured);
  const [lost] = missing;
  if (lost !== undefined)
    return `A correction by hand can’t be made again: the new reading has nowhere “${shortened(leftOutWords(lost))}”. The corrected revision was kept.`;
  const metadata = carryLeadImage(revision.metadata, parsed.metadata, corrected.blocks);
  const byHand = corrected.blocks.some(({ decided }) => decided !== undefined);
  return {
    ...readingCopy(corrected.blocks, metadata),
    metadata,
    removals: corrected.removals,
    images: parsed.images,
    extractor: byHand ? correctedBy(parsed.extractor) : parsed.extractor,
  };
}

function isSame({ revision }: ArticleParts, made: MadeCopy): boolean {
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

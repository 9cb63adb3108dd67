import type { ArticleParts } from '../../../db/queries/articles.ts';
import type { ReadCapture } from '../../../db/queries/extraction.ts';
import { type ExtractionLine, type Placement, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { isPresent } from '../extract/extractor.ts';
import type { ParsedDocument } from '../extract/parse-messages.ts';
import { sha256Of } from '../originals/hash.ts';
import { whyNotWorkedOn } from '../texts/text-threads.ts';
import type { MadeAgain } from './made-again.ts';
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
export async function parsedAgain(
  context: CoreContext,
  { original, name, format, told }: Pick<ReadCapture, 'original' | 'name' | 'format' | 'told'>,
  signal: AbortSignal,
): Promise<readonly ParsedDocument[] | string> {
  try {
    const bytes = await context.originals.read(original);
    if (sha256Of(bytes) !== original)
      return 'Its original was changed in the originals folder, so it was not read. Take the same file, or a hand-over package that holds it, in again: it is put back in its place.';
    const parsed = await context.parsers.parse({ bytes, name, modified: null, companions: null, format, told }, signal);
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
  const made = await makeAgain(context, former, parsed);
  if (made.kind === 'refused') return line(capture, { outcome: 'failed', reason: made.reason });
  if (made.kind === 'same') {
    const { extractor, removals } = made.copy;
    await context.pool.writeBatch('extraction.confirm', {
      revision: capture.revision,
      extractor,
      removals: JSON.stringify(removals),
    });
    return line(capture, { outcome: 'unchanged', reason: null });
  }
  try {
    const { extractor, sha256 } = made.copy;
    const { revision, placed, remark } = await revise(
      context,
      former,
      { ...made.copy, images: parsed.images },
      {
        capture: capture.capture,
        agent: context.agent,
        detail: `read again from ${capture.name}, original ${capture.original}, by ${extractor} (before: ${capture.extractor}); text ${sha256}.`,
        urgent: false,
      },
    );
    const reasons = [parsed.partial, remark].filter((reason) => reason !== null);
    const reason = reasons.length === 0 ? null : reasons.join(' ');
    return line(capture, { outcome: 'revision', reason, revision: revision.id, placed });
  } catch (error) {
    if (error instanceof VerbatimError && (error.code === 'conflict' || error.code === 'not-found'))
      return line(capture, { outcome: 'failed', reason: error.message });
    throw error;
  }
}

async function makeAgain(
  { texts }: CoreContext,
  { revision }: ArticleParts,
  parsed: ParsedDocument,
): Promise<MadeAgain> {
  const { document, text, metadata, removals, extractor } = parsed;
  const former = { text: revision.text, document: revision.document, metadata: revision.metadata };
  const made = await texts
    .work('madeAgain', { revision: former, parsed: { document, text, metadata, removals, extractor } })
    .catch(whyNotWorkedOn);
  return typeof made === 'string' ? { kind: 'refused', reason: `${made} The revision that is there was kept.` } : made;
}

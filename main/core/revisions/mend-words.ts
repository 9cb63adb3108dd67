import type { DamagedRevision } from '../../../db/queries/damaged-words.ts';
import { packContents } from '../../../db/revision-contents.ts';
import type { ArticleId, RevisionId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { ParsedDocument } from '../extract/parse-messages.ts';
import { sha256Of } from '../originals/hash.ts';
import { keepOriginals } from '../originals/mend.ts';
import { VerbatimCheck } from '../verbatim-check/index.ts';
import { parsedAgain } from './read-again.ts';

/** What became of an article's damaged words. */
export interface Mending {
  /** What was put back, for the article's line. */
  readonly mended: string | null;
  /** What could not be, and what to do. */
  readonly failed: string | null;
}

/** Articles whose words are held against their hashes at once: each is unpacked. */
const chunk = 50;

/**
 * Looks through what the library keeps of articles' words and makes what is damaged again from its original. A revision
 * promises the words of one hash: they are put back in their place only where the present reading has that very hash.
 */
export async function mendWords(
  context: CoreContext,
  articles: readonly ArticleId[],
  signal: AbortSignal,
): Promise<ReadonlyMap<ArticleId, Mending>> {
  const told = new Map<ArticleId, Mending>();
  for (let start = 0; start < articles.length; start += chunk) {
    signal.throwIfAborted();
    const damaged = await context.pool.read('extraction.damaged', articles.slice(start, start + chunk));
    const groups = Map.groupBy(damaged, ({ original, name, format, told: said }) =>
      JSON.stringify([original, name, format, said]),
    );
    for (const group of groups.values()) await mendGroup(context, group, signal, told);
  }
  return told;
}

/** Revisions of one original, which is read once. */
async function mendGroup(
  context: CoreContext,
  group: readonly DamagedRevision[],
  signal: AbortSignal,
  told: Map<ArticleId, Mending>,
): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const documents = await parsedAgain(context, first, signal);
  for (const revision of group) {
    signal.throwIfAborted();
    const outcome = await mendOne(context, revision, documents);
    const before = told.get(revision.article) ?? { mended: null, failed: null };
    const joined = (one: string | null, other: string | null) =>
      one === null ? other : other === null ? one : `${one} ${other}`;
    const remark = outcome.mended === null ? null : await comparedAgain(context, revision.revision, signal);
    told.set(revision.article, {
      mended: joined(before.mended, outcome.mended),
      failed: joined(joined(before.failed, outcome.failed), remark),
    });
  }
}

async function mendOne(
  context: CoreContext,
  revision: DamagedRevision,
  documents: readonly ParsedDocument[] | string,
): Promise<Mending> {
  const which = `The stored words of revision ${revision.number} are damaged`;
  if (typeof documents === 'string') return failed(`${which}, and can’t be made again: ${documents}`);
  const parsed = documents.find(({ part }) => part === revision.part);
  if (parsed === undefined || parsed.sha256 !== revision.sha256)
    return failed(
      `${which}, and the present extractor reads other words from the original than they were. Nothing was changed; restore a backup.`,
    );
  await putBack(context, revision, parsed);
  const kept = new Set(parsed.images.map(({ sha256 }) => sha256)).size;
  const lost = Math.max(0, revision.images - kept);
  return {
    mended: [
      `The stored words of revision ${revision.number} were damaged, and were made again from the original with the same hash.`,
      lost === 0 ? null : `${lost} of its pictures stood beside the page: they are kept, but no longer shown in it.`,
    ]
      .filter((sentence) => sentence !== null)
      .join(' '),
    failed: null,
  };
}

function failed(reason: string): Mending {
  return { mended: null, failed: reason };
}

async function putBack(context: CoreContext, revision: DamagedRevision, parsed: ParsedDocument): Promise<void> {
  const { words, onPages } = packContents(JSON.stringify(parsed.document), parsed.text, '[]');
  const images = parsed.images.map(({ bytes }) => ({ bytes, sha256: sha256Of(bytes) }));
  await context.originals.leased(async (lease) => {
    await keepOriginals(context, lease, images, 'its article, which was read again');
    await context.pool.writeBatch('extraction.mendWords', {
      article: revision.article,
      revision: revision.revision,
      words,
      onPages,
      text: parsed.text,
      removals: JSON.stringify(parsed.removals),
      extractor: parsed.extractor,
      images: parsed.images.map(({ sha256, mediaType, bytes }) => ({ sha256, mediaType, bytes: bytes.byteLength })),
      agent: context.agent,
      detail: `The stored words of revision ${revision.number} were damaged, and were made again from original ${revision.original}, by ${parsed.extractor} (before: ${revision.extractor}); text ${revision.sha256}, as before.`,
    });
  });
}

/** A check may have said of the damaged words that they differ: it is asked again. Answers what it finds wrong. */
async function comparedAgain(context: CoreContext, revision: RevisionId, signal: AbortSignal): Promise<string | null> {
  const failure = await new VerbatimCheck(context, signal).revision(revision);
  return failure === null ? null : `It was mended, but ${failure.reason}.`;
}

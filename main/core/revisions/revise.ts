import type { ArticleParts } from '../../../db/queries/articles.ts';
import type { AddedRevision } from '../../../db/queries/revisions.ts';
import type { Block, CaptureId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { sha256Of } from '../originals/hash.ts';
import { keepOriginals } from '../originals/mend.ts';
import { type MadeCopy, prepareRevision } from './prepare-revision.ts';
import { type Settled, settle } from './settle.ts';

/** A revision that was made of a capture which the library has. */
export interface Revised extends Settled {
  readonly revision: AddedRevision;
}

/**
 * Writes another reading of a capture as the article's current revision and places the marks of the
 * former one in it. `urgent` for a person who waits: it goes before the batches of an import. Throws
 * `conflict` where the article has got another revision in the meantime.
 */
export async function revise(
  context: CoreContext,
  former: Pick<ArticleParts, 'article' | 'revision' | 'position'>,
  made: MadeCopy,
  how: { readonly capture: CaptureId; readonly agent: string; readonly detail: string; readonly urgent: boolean },
): Promise<Revised> {
  const images = made.images.map(({ bytes }) => ({ bytes, sha256: sha256Of(bytes) }));
  const revising = {
    article: former.article.id,
    former: former.revision.id,
    capture: how.capture,
    revision: prepareRevision(made),
    shows: imagesOf(made),
    position: placeIn(former.revision.text, made.text, former.position),
    agent: how.agent,
    detail: how.detail,
  };
  const { pool } = context;
  const revision = await context.originals.leased(async (lease) => {
    await keepOriginals(context, lease, images, 'its article, which was read again');
    return how.urgent ? pool.write('revisions.revise', revising) : pool.writeBatch('revisions.revise', revising);
  });
  const unsettled = { article: former.article.id, revision: revision.id, previous: former.revision.id };
  const settled = await settle(context, unsettled, { urgent: how.urgent });
  return { revision, ...settled };
}

/** The images that a reading copy shows, by their hashes. */
function imagesOf({ document, metadata }: Pick<MadeCopy, 'document' | 'metadata'>): string[] {
  const shown = document.blocks.flatMap((block: Block) => (block.kind === 'figure' ? (block.image ?? []) : []));
  return metadata.leadImage === null ? shown : [...shown, metadata.leadImage];
}

/** Where a reader who was at an offset of one text is in another that differs in one place; 0 where that can't be said. */
export function placeIn(before: string, after: string, offset: number): number {
  if (after.startsWith(before.slice(0, offset))) return offset;
  return after.endsWith(before.slice(offset)) ? after.length - (before.length - offset) : 0;
}

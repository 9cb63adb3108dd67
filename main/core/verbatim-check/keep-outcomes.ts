import type { VerbatimOutcome } from '../../../db/queries/verbatim-checks.ts';
import type { RevisionId, Sha256 } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { type ComparedRevision, compareRevisions } from './compare-revisions.ts';

/** Where outcomes are kept, and who is told. */
export type OutcomeContext = Pick<CoreContext, 'pool' | 'agent' | 'changes'>;

/** Keeps every outcome, as a check of the whole library does: when words were compared last is worth knowing too. */
export async function keepOutcomes(context: OutcomeContext, compared: readonly ComparedRevision[]): Promise<void> {
  if (!context.pool.writable || compared.length === 0) return;
  await context.pool.writeBatch('verbatim.record', compared.map(inRow), context.agent);
  tell(context, compared.filter(isNews));
}

/**
 * Keeps what is another outcome than the last one, for whoever compares only to give words out: a sound copy that is
 * cited a hundred times writes nothing, a difference is found once and known from then on.
 */
export async function keepNews(context: OutcomeContext, compared: readonly ComparedRevision[]): Promise<void> {
  const news = compared.filter(isNews);
  if (!context.pool.writable || news.length === 0) return;
  await context.pool.write('verbatim.record', news.map(inRow), context.agent);
  tell(context, news);
}

/**
 * Compares again what could not be compared while its original was missing or changed, now that the original is in
 * its place.
 */
export async function compareMended(
  context: OutcomeContext & Pick<CoreContext, 'originals' | 'parsers'>,
  mended: readonly Sha256[],
): Promise<void> {
  const { signal } = new AbortController();
  const ids: readonly RevisionId[] = await context.pool.read('verbatim.notComparedOf', mended);
  for (const id of ids) {
    const revision = await context.pool.read('export.checkableRevision', id);
    if (revision !== null) await keepNews(context, await compareRevisions(context, [revision], signal));
  }
}

function isNews({ revision, outcome }: ComparedRevision): boolean {
  switch (outcome.kind) {
    case 'sound':
      // Nothing is told of a revision that was made here and never compared: it counts as sound.
      return revision.state === 'differs' || revision.state === 'not-compared';
    case 'differs':
      return revision.state !== 'differs' || revision.reason !== outcome.reason;
    case 'not-compared':
      // A limit that was met once, on a busy machine, takes nothing back from what was compared before.
      return outcome.because !== 'not-read' && revision.state !== 'differs' && revision.state !== 'not-compared';
  }
}

function inRow({ revision, outcome }: ComparedRevision): VerbatimOutcome {
  const reason = outcome.kind === 'sound' ? null : outcome.reason;
  return { revision: revision.id, state: outcome.kind, reason };
}

function tell({ changes }: OutcomeContext, news: readonly ComparedRevision[]): void {
  if (news.length === 0) return;
  const articles = [...new Set(news.map(({ revision }) => revision.article))];
  changes.gather({ subject: 'articles', ids: articles }, { subject: 'statements', ids: null, articles });
}

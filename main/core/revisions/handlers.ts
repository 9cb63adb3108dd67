import { type ArticleId, type RevisionId, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { correctedBy } from '../extract/extractor.ts';
import type { JobHandlers, MethodHandlers } from '../handlers.ts';
import { verifyReadingCopy } from '../verbatim-check/index.ts';
import type { Corrections } from './correct.ts';
import { extractAgain } from './extract-again.ts';
import { articleFacts } from './prepare-revision.ts';
import { placeIn, revise } from './revise.ts';
import { settle } from './settle.ts';

/** What a person does to the reading copy itself. */
export function revisionHandlers(
  context: CoreContext,
): Pick<MethodHandlers, 'revisions.correct' | 'revisions.makeCurrent'> {
  const changed = (article: ArticleId): void =>
    context.changes.tell(
      { subject: 'articles', ids: [article] },
      { subject: 'statements', ids: null, articles: [article] },
      { subject: 'annotations', ids: null, articles: [article] },
      { subject: 'speakers', ids: null },
      { subject: 'events' },
    );
  return {
    'revisions.correct': async ({ article, revision, ...corrections }, { signal }) => {
      const former = await readRevision(context, article, revision);
      if (!former.current)
        throw new VerbatimError('conflict', 'Only the current revision can be corrected. Open it and try again.', {
          article,
        });
      const { document, removals, metadata, extractor, capture } = former.revision;
      const copy = await context.texts.work(
        'correctedCopy',
        { extraction: { blocks: document.blocks, removals }, corrections, metadata },
        { urgent: true, signal },
      );
      await verifyReadingCopy(context, revision, copy, signal);
      const { revision: added, placed } = await revise(
        context,
        former,
        { ...copy, metadata, images: [], extractor: correctedBy(extractor) },
        { capture, agent: 'person', detail: inWords(corrections), urgent: true },
      );
      changed(article);
      return { revision: added.id, number: added.number, placed };
    },
    'revisions.makeCurrent': async ({ article, revision }) => {
      const [former, target] = [
        await readRevision(context, article, null),
        await readRevision(context, article, revision),
      ];
      if (target.current) return null;
      await context.pool.write('revisions.makeCurrent', {
        article,
        former: former.revision.id,
        revision,
        facts: articleFacts(target.revision.metadata),
        position: placeIn(former.revision.text, target.revision.text, former.position),
        agent: 'person',
      });
      await settle(context, { article, revision, previous: former.revision.id }, { urgent: true });
      await context.pool.write('statements.dropSuggestions', { madeIn: former.revision.id, revision });
      changed(article);
      return null;
    },
  };
}

export function revisionJobs(context: CoreContext): Pick<JobHandlers, 'articles.extractAgain'> {
  return { 'articles.extractAgain': ({ selection }, job) => extractAgain(context, selection, job) };
}

async function readRevision(context: CoreContext, article: ArticleId, revision: RevisionId | null) {
  const parts = await context.pool.read('articles.read', article, revision);
  if (parts === null)
    throw new VerbatimError(
      'not-found',
      'This article or this revision of it is not in the library, or it is in the bin.',
      {
        article,
      },
    );
  return parts;
}

/** Ends the sentence "Revision 3 …" in the log. */
function inWords({ putBack, roles }: Corrections): string {
  const entries = new Set(putBack.map(({ entry }) => entry)).size;
  const ofRole = (role: 'body' | 'furniture') => roles.filter((one) => one.role === role).length;
  const acts = [
    entries === 0 ? null : `${entries} left-out ${entries === 1 ? 'part' : 'parts'} put back`,
    ofRole('body') === 0 ? null : `${ofRole('body')} counted as the article`,
    ofRole('furniture') === 0 ? null : `${ofRole('furniture')} set aside`,
  ].filter((act) => act !== null);
  return `corrected by hand: ${acts.join(', ')}.`;
}

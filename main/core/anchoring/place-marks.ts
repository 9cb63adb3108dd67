import type { MarkPlacement, MarkToPlace } from '../../../db/queries/placements.ts';
import type { ArticleId, Placement, RevisionId, Selectors, Span } from '../../contract/index.ts';
import { selectorsFor, VerbatimError } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { type Placed, placeAgain } from './place-again.ts';

/**
 * Places the marks of an article (annotations and statements, those in the bin too) in a revision
 * that has none of their places yet, and tells how many of the live ones stand how. Doing it twice
 * does no harm. The places are computed here; one transaction writes them all.
 */
export async function placeMarks(
  context: Pick<CoreContext, 'pool' | 'agent'>,
  {
    fromRevision,
    toRevision,
  }: { readonly article: ArticleId; readonly fromRevision: RevisionId; readonly toRevision: RevisionId },
): Promise<Record<Placement, number>> {
  const [before, after, marks] = await Promise.all([
    context.pool.read('revisions.text', fromRevision),
    context.pool.read('revisions.text', toRevision),
    context.pool.read('marks.toPlace', fromRevision, toRevision),
  ]);
  if (after === null) throw new VerbatimError('not-found', 'This revision is not in the library any more.');
  return context.pool.writeBatch('marks.place', {
    revision: toRevision,
    agent: context.agent,
    marks: marks.map((mark) => ({ kind: mark.kind, id: mark.id, ...placeFrom(mark, before ?? '', after) })),
  });
}

/**
 * The place of a mark as it was made, or, where its words changed on the way, of the words that stood
 * in its place in the revision before: so a mark follows its passage through many small changes.
 */
export function placeFrom(mark: Pick<MarkToPlace, 'selectors' | 'before'>, before: string, after: string): Placed {
  const first = placeAgain(mark.selectors, after);
  if (first.placement === 'exact' || first.placement === 'moved' || mark.before === null) return first;
  const second = placeAgain(selectorsFor(before, mark.before), after);
  if (second.span === null || (second.placement === 'changed' && first.span !== null)) return first;
  return { placement: 'changed', span: second.span };
}

/** What a new mark of a person needs: its selectors in one revision and its places in all others. */
export interface Target {
  readonly revision: RevisionId;
  readonly selectors: Selectors;
  readonly elsewhere: readonly MarkPlacement[];
}

/**
 * Turns a span that a person chose into a target. Without a revision, the current one is meant.
 * Throws `not-found` when the article or revision is gone and `bad-input` when the span does not lie
 * in its text.
 */
export async function targetOf(
  context: Pick<CoreContext, 'pool'>,
  article: ArticleId,
  revision: RevisionId | null,
  span: Span,
): Promise<Target> {
  const texts = await context.pool.read('revisions.texts', article);
  const own = texts.find((one) => (revision === null ? one.current : one.revision === revision));
  if (own === undefined)
    throw new VerbatimError('not-found', 'This article or this revision of it is not in the library any more.', {
      article,
    });
  if (!(span.start < span.end && span.end <= own.text.length))
    throw new VerbatimError('bad-input', 'This passage does not lie in the article’s text.', {
      start: span.start,
      end: span.end,
      length: own.text.length,
    });
  const selectors = selectorsFor(own.text, span);
  return {
    revision: own.revision as RevisionId,
    selectors,
    elsewhere: texts
      .filter((other) => other !== own)
      .map((other) => ({ revision: other.revision, ...placeAgain(selectors, other.text) })),
  };
}

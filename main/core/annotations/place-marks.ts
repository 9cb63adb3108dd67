import type { MarkPlacement, MarkToPlace } from '../../../db/queries/placements.ts';
import type { ArticleId, Placement, RevisionId, Selectors, Span, StatementWords } from '../../contract/index.ts';
import { gapsBetween, selectorsFor, VerbatimError, wholeCharacters } from '../../contract/index.ts';
import type { Placed } from '../../reading/anchoring/place-again.ts';
import type { CoreContext } from '../context.ts';
import { whyNotWorkedOn } from '../texts/text-threads.ts';

/** How the marks of an article stand in a revision. */
export interface PlacedMarks {
  /** Of the live ones. */
  readonly counts: Record<Placement, number>;
  /** A sentence about marks that could not be looked for, or null. */
  readonly remark: string | null;
}

/**
 * Places the marks of an article (annotations and statements, those in the bin too) in a revision
 * that has none of their places yet, and tells how many of the live ones stand how. Doing it twice
 * does no harm. The places are found in a thread; one transaction writes them all.
 */
export async function placeMarks(
  context: Pick<CoreContext, 'pool' | 'texts' | 'agent'>,
  {
    fromRevision,
    toRevision,
    urgent = false,
  }: {
    readonly article: ArticleId;
    readonly fromRevision: RevisionId;
    readonly toRevision: RevisionId;
    /** For a person who waits. */
    readonly urgent?: boolean;
  },
): Promise<PlacedMarks> {
  const [before, after, marks] = await Promise.all([
    context.pool.read('revisions.text', fromRevision),
    context.pool.read('revisions.text', toRevision),
    context.pool.read('marks.toPlace', fromRevision, toRevision),
  ]);
  if (after === null) throw new VerbatimError('not-found', 'This revision is not in the library any more.');
  const { places, remark } = await placesOf(context, marks, { before: before ?? '', after, urgent });
  const counts = await context.pool.writeBatch('marks.place', {
    revision: toRevision,
    agent: context.agent,
    remark,
    marks: marks.map((mark, index) => ({ kind: mark.kind, id: mark.id, ...(places[index] ?? lost) })),
  });
  return { counts, remark };
}

const lost: Placed = { placement: 'lost', span: null };
/** When so many marks of a text were given up, the rest isn't tried: each may take a minute. */
const mostGivenUp = 3;

/**
 * The places of marks by way of a thread. Where they can't be found together in its time and memory they are looked
 * for one by one, so that one mark takes nothing but itself along. What can't be looked for is lost, which is said.
 */
async function placesOf(
  { texts }: Pick<CoreContext, 'texts'>,
  marks: readonly MarkToPlace[],
  { before, after, urgent }: { readonly before: string; readonly after: string; readonly urgent: boolean },
): Promise<{ readonly places: readonly Placed[]; readonly remark: string | null }> {
  if (marks.length === 0) return { places: [], remark: null };
  try {
    return { places: await texts.work('placesOfMarks', { marks, before, after }, { urgent }), remark: null };
  } catch (error) {
    // Thrown on where it isn't about this text.
    whyNotWorkedOn(error);
  }
  const places: Placed[] = [];
  let reason = '';
  let givenUp = 0;
  for (const mark of marks) {
    try {
      if (givenUp >= mostGivenUp) throw new VerbatimError('limit-exceeded', reason);
      places.push(...(await texts.work('placesOfMarks', { marks: [mark], before, after }, { urgent })));
    } catch (error) {
      reason = whyNotWorkedOn(error);
      givenUp += 1;
      places.push(lost);
    }
  }
  return { places, remark: givenUp === 0 ? null : givenUpInWords(givenUp, reason) };
}

function givenUpInWords(count: number, reason: string): string {
  const marks = count === 1 ? 'One mark' : `${count} marks`;
  return `${marks} could not be looked for in it, so ${count === 1 ? 'it counts' : 'they count'} as lost: ${reason}`;
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
  context: Pick<CoreContext, 'pool' | 'texts'>,
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
  const others = texts.filter((other) => other !== own);
  return { revision: own.revision, selectors, elsewhere: await placesElsewhere(context, selectors, others) };
}

/**
 * The same for words that others interrupt. Throws `bad-input` too where their stretches don't follow each other with
 * something between them.
 */
export async function targetOfWords(
  context: Pick<CoreContext, 'pool' | 'texts'>,
  article: ArticleId,
  { revision, spans }: StatementWords,
): Promise<Target & { readonly spans: readonly Span[]; readonly gaps: readonly Span[] }> {
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? 0;
  if (spans.some((span, index) => span.start >= span.end || span.start <= (spans[index - 1]?.end ?? -1)))
    throw new VerbatimError('bad-input', 'These stretches of words do not follow each other.');
  const target = await targetOf(context, article, revision ?? null, { start, end });
  const { quote, position } = target.selectors;
  // The ends of a stretch may have been moved to whole characters.
  const within = spans
    .map((span) => ({ start: span.start - position.start, end: span.end - position.start }))
    .map((span) => wholeCharacters(quote.exact, span));
  return {
    ...target,
    spans: within.map((span) => ({ start: span.start + position.start, end: span.end + position.start })),
    gaps: gapsBetween(within),
  };
}

/**
 * A person's mark is never refused for the sake of other revisions: where it can't be looked for in one of them it
 * has no place there, and is looked for when that one becomes the current one.
 */
async function placesElsewhere(
  { texts }: Pick<CoreContext, 'texts'>,
  selectors: Selectors,
  others: readonly { readonly revision: RevisionId; readonly text: string }[],
): Promise<readonly MarkPlacement[]> {
  if (others.length === 0) return [];
  try {
    return await texts.work('placesAmong', { selectors, texts: others }, { urgent: true });
  } catch (error) {
    whyNotWorkedOn(error);
    return [];
  }
}

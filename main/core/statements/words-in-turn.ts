import type { StatementInRevision } from '../../../db/queries/statement-revisions.ts';
import {
  gapsBetween,
  revisionChain,
  type StatementId,
  spokenSpans,
  spokenWords,
  VerbatimError,
  type WordsChange,
  type WordsInTurn,
} from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/**
 * What became of a statement's words from revision to revision, in the order of time: the same, changed (with what), new or
 * gone. In revisions that it was never placed in it is looked for now, and that is not kept. Throws `not-found` when it is gone.
 */
export async function wordsInTurn(
  context: CoreContext,
  id: StatementId,
  signal: AbortSignal,
): Promise<readonly WordsInTurn[]> {
  const standing = await context.pool.readWith({ signal }, 'statements.inRevisions', id);
  if (standing.length === 0) throw new VerbatimError('not-found', 'This statement is not there any more.');
  const chain = revisionChain(await withUnplaced(context, id, standing, signal));
  const changes = chain.map(({ words }, index) => changeOf(words, wordsBefore(chain, index), index));
  const compared = await context.texts.work(
    'compareInTurn',
    chain.map(({ words }, index) =>
      changes[index] === 'changed' && words !== null ? { before: wordsBefore(chain, index) ?? '', words } : null,
    ),
    { urgent: true, signal },
  );
  return chain.map(({ revision, number, captured, fileDated }, index) => ({
    revision,
    number,
    captured,
    fileDated,
    change: changes[index] ?? 'not-yet',
    changed: compared[index] ?? null,
  }));
}

/** The words of the last revision before one that has them; undefined where none has. */
function wordsBefore(chain: readonly Pick<StatementInRevision, 'words'>[], index: number): string | undefined {
  return chain.slice(0, index).findLast(({ words }) => words !== null)?.words ?? undefined;
}

function changeOf(words: string | null, before: string | undefined, index: number): WordsChange {
  if (words === null) return before === undefined ? 'not-yet' : 'lost';
  if (index === 0) return 'first';
  if (before === undefined) return 'appeared';
  return words === before ? 'same' : 'changed';
}

/** What was suggested in a later revision has no place in those before: whether it stands in them is seen now. */
async function withUnplaced(
  context: CoreContext,
  id: StatementId,
  standing: readonly StatementInRevision[],
  signal: AbortSignal,
): Promise<readonly StatementInRevision[]> {
  const unplaced = standing.filter(({ placement }) => placement === null);
  const [selectors, madeOn] = await Promise.all([
    context.pool.readWith({ signal }, 'statements.selectors', id),
    context.pool.readWith({ signal }, 'statements.madeOn', id),
  ]);
  if (unplaced.length === 0 || selectors === null || madeOn === null) return standing;
  const texts = await Promise.all(
    unplaced.map(async ({ revision }) => ({
      revision,
      text: (await context.pool.readWith({ signal }, 'revisions.text', revision)) ?? '',
    })),
  );
  const places = await context.texts.work('placesAmong', { selectors, texts }, { urgent: true, signal });
  const gaps = gapsBetween(madeOn.spans);
  const found = new Map(
    places.map(({ revision, span }, index) => {
      const text = texts[index]?.text ?? '';
      const spans = span === null ? [] : spokenSpans(text, span, selectors.quote.exact, gaps);
      return [revision, spans.length === 0 ? null : spokenWords(text, spans)];
    }),
  );
  return standing.map((one) => (one.placement === null ? { ...one, words: found.get(one.revision) ?? null } : one));
}

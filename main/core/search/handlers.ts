import type { NamesFound, SearchCondition, SearchStep } from '../../../db/queries/search-plan.ts';
import type { CheckedInput, CollectionId, SearchResult } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { CallOptions, MethodHandlers } from '../handlers.ts';
import { type ParseOptions, parseQuery } from './parser.ts';
import { type Names, nameKey, namesIn, notesFirst, stepsFor, termsIn } from './plan.ts';
import { group, type ParsedQuery } from './query.ts';
import { understood } from './understood.ts';

/**
 * So many are ranked in 15 to 40 ms, the longer the oftener the words stand in each. Words in more articles
 * than this hardly tell them apart: FTS5's bm25 gives a word in more than half of all no weight at all.
 */
const mostRanked = 15_000;

export function searchHandlers(
  context: CoreContext,
): Pick<MethodHandlers, 'search.run' | 'search.unsearchable' | 'search.titles'> {
  return {
    'search.run': (input, call) => run(context, input, call),
    'search.unsearchable': (_input, call) => context.pool.readWith(call, 'search.unsearchable'),
    'search.titles': (input, call) => context.pool.readWith(call, 'search.titles', input),
  };
}

async function run(context: CoreContext, input: CheckedInput<'search.run'>, call: CallOptions): Promise<SearchResult> {
  const options: ParseOptions = input.typing === undefined ? {} : { typing: input.typing };
  const asked = parseQuery(input.query, options);
  const collection =
    input.collection === undefined ? null : await context.pool.readWith(call, 'search.collection', input.collection);
  // A saved search narrows what was typed; a collection made by hand does so by its articles.
  const saved = collection?.query == null ? null : parseQuery(collection.query);
  const query = group(
    'and',
    [asked.query, saved?.query ?? null].filter((part) => part !== null),
  );
  const names = await lookUp(context, query, call);
  const steps =
    findsNothing(asked) || (saved !== null && findsNothing(saved))
      ? []
      : stepsFor(query, names, collection !== null && collection.query === null ? collection.rowid : null);
  const terms = termsIn(query);
  const found = await context.pool.readWith(call, 'search.run', {
    steps,
    sort: input.sort,
    offset: input.offset,
    limit: input.limit,
    mostRanked,
    terms,
    notesFirst: notesFirst(query),
  });
  return {
    rows: found.rows,
    summary: {
      total: found.total,
      unsearchable: found.unsearchable,
      partial: found.partial,
      understood: understood(asked, names),
      terms,
    },
  };
}

/**
 * How many articles a collection has now: for a saved search those that have all it asks for, since partial
 * matches are not what was saved. Nothing is ranked and no row is read.
 */
export async function countCollection(context: CoreContext, id: CollectionId, call: CallOptions): Promise<number> {
  const { rowid, query: saved } = await context.pool.readWith(call, 'search.collection', id);
  const parsed = saved === null ? null : parseQuery(saved);
  if (parsed !== null && findsNothing(parsed)) return 0;
  const query = parsed?.query ?? null;
  const [whole] = stepsFor(query, await lookUp(context, query, call), saved === null ? rowid : null);
  return whole === undefined ? 0 : context.pool.readWith(call, 'search.count', whole);
}

/** What holds of the articles of a collection, or that a saved search finds; null where it can find none. */
export async function articlesIn(
  context: CoreContext,
  id: CollectionId,
  call: CallOptions,
): Promise<SearchCondition | null> {
  const { rowid, query } = await context.pool.readWith(call, 'search.collection', id);
  if (query === null) return { kind: 'collection', collection: rowid };
  const parsed = parseQuery(query);
  if (findsNothing(parsed)) return null;
  const [step] = stepsFor(parsed.query, await lookUp(context, parsed.query, call), null);
  return step === undefined ? null : { kind: 'found', step };
}

/** Something was asked for, and nothing of it is a word: no article has it, as far as an index of words can tell. */
export function findsNothing(parsed: ParsedQuery): boolean {
  return parsed.query === null && parsed.ignored.some((ignored) => ignored.reason === 'no-word');
}

/**
 * What a search means by its names. A saved search that is meant by the name of a collection is looked through as it is; those
 * that it names itself in turn are left, or one that names itself would never end.
 */
export async function lookUp(
  context: CoreContext,
  query: ParsedQuery['query'],
  call: CallOptions,
  isWithin = false,
): Promise<Names> {
  const lookups = namesIn(query);
  if (lookups.length === 0) return new Map<string, NamesFound>();
  const found = await context.pool.readWith(call, 'search.names', lookups);
  const names = new Map<string, NamesFound>();
  for (const [index, lookup] of lookups.entries()) {
    const meant = found[index];
    if (meant === undefined) continue;
    const steps: SearchStep[] = [];
    for (const search of isWithin ? [] : (meant.searches ?? [])) {
      const saved = parseQuery(search);
      const [whole] = findsNothing(saved)
        ? []
        : stepsFor(saved.query, await lookUp(context, saved.query, call, true), null);
      if (whole !== undefined) steps.push(whole);
    }
    names.set(nameKey(lookup), { ...meant, steps });
  }
  return names;
}

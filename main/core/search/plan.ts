import type {
  NameLookup,
  NamesFound,
  SearchCondition,
  SearchStep,
  StatementCondition,
} from '../../../db/queries/search-plan.ts';
import { assertNever } from '../../contract/index.ts';
import { confine } from './confine.ts';
import { type Match, matchOf } from './match.ts';
import { group, type NameQuery, type Query, type WordsQuery } from './query.ts';

/** More words than this don't make partial matches better, only slower. */
const mostPartialWords = 24;

/** Names as they were looked up, by {@link nameKey}. */
export type Names = ReadonlyMap<string, NamesFound>;

export function nameKey(name: NameLookup): string {
  return `${name.kind} ${name.phrase} ${name.words.join(' ')}`;
}

/** What a tree asks for by name, each once. */
export function namesIn(query: Query | null): NameLookup[] {
  const found = new Map<string, NameLookup>();
  for (const leaf of leavesOf(query))
    if ('words' in leaf && leaf.kind !== 'words')
      found.set(nameKey(leaf), { kind: leaf.kind, words: leaf.words, phrase: leaf.phrase });
  return [...found.values()];
}

/**
 * The words and phrases to mark, as `findTerms` takes them: what is wanted of the text, not what is
 * excluded, nor what is asked of the title, byline or publication.
 */
export function termsIn(query: Query | null): string[] {
  const terms = wantedWords(query)
    .filter((words) => words.field === null || words.field === 'notes')
    .map((words) => `${words.words.join(' ')}${words.prefix ? '*' : ''}`);
  return [...new Set(terms)];
}

/** True when all the words that are looked for are asked of notes. */
export function notesFirst(query: Query | null): boolean {
  const words = wantedWords(query === null ? null : confine(query)).filter((part) => part.field !== 'title');
  return words.length > 0 && words.every((part) => part.field === 'notes');
}

/**
 * The steps that answer a query: all of it first; then, where several words were asked for, articles
 * with some of them. Fields, dates and exclusions hold in every step.
 */
export function stepsFor(query: Query | null, names: Names, collection: number | null): SearchStep[] {
  const inCollection: SearchCondition[] = collection === null ? [] : [{ kind: 'collection', collection }];
  if (query === null) return [{ walk: null, condition: all(inCollection), rank: null }];
  const confined = confine(query);
  const wider = widen(confined);
  return (wider === null ? [confined] : [confined, wider]).map((tree) => stepFor(tree, names, inCollection));
}

function stepFor(query: Query, names: Names, conditions: readonly SearchCondition[]): SearchStep {
  const parts = query.kind === 'and' ? query.parts : [query];
  const statement = parts.find((part) => part.kind === 'statement' && statementWalk(part.query, names) !== null);
  if (statement?.kind === 'statement') {
    const rest = parts.filter((part) => part !== statement).map((part) => conditionOf(part, names));
    return { walk: statementWalk(statement.query, names), condition: all([...rest, ...conditions]), rank: null };
  }
  const worded = group(
    'and',
    parts.filter((part) => matchOf(part) !== null),
  );
  const match = worded === null ? null : matchOf(worded);
  if (match === null || match.negative) {
    const free = wantedWords(query).filter((words) => words.field === null);
    const rank = group('or', free);
    return {
      walk: null,
      condition: all([conditionOf(query, names), ...conditions]),
      rank: rank === null ? null : (matchOf(rank)?.match ?? null),
    };
  }
  const rest = parts.filter((part) => matchOf(part) === null).map((part) => conditionOf(part, names));
  return { walk: { kind: 'articles', match: match.match }, condition: all([...rest, ...conditions]), rank: null };
}

/** The walk over statements that answers what is asked of one, or null where no word is wanted. */
function statementWalk(query: Query | null, names: Names): SearchStep['walk'] {
  if (query === null) return null;
  const parts = query.kind === 'and' ? query.parts : [query];
  const worded = group(
    'and',
    parts.filter((part) => matchOf(part) !== null),
  );
  const match = worded === null ? null : matchOf(worded);
  if (match === null || match.negative) return null;
  const rest = parts.filter((part) => matchOf(part) === null).map((part) => statementConditionOf(part, names));
  return {
    kind: 'statements',
    match: match.match,
    condition: rest.length === 0 ? null : { kind: 'and', parts: rest },
  };
}

/** The same with any of its words in place of all, or null where there is only one. */
function widen(query: Query): Query | null {
  const parts = query.kind === 'and' ? query.parts : [query];
  const words = parts.filter((part) => part.kind === 'words' && (part.field === null || part.field === 'notes'));
  if (words.length > 1) {
    const some = group('or', words.slice(0, mostPartialWords));
    return group('and', [...(some === null ? [] : [some]), ...parts.filter((part) => !words.includes(part))]);
  }
  const widened = parts.map((part) => {
    const inner = part.kind === 'statement' && part.query !== null ? widen(part.query) : null;
    return inner === null ? part : ({ kind: 'statement', query: inner } as const);
  });
  return widened.every((part, index) => part === parts[index]) ? null : group('and', widened);
}

function conditionOf(query: Query, names: Names): SearchCondition {
  const match = matchOf(query);
  if (match !== null) return signed(match);
  switch (query.kind) {
    case 'speaker':
    case 'unnamed':
    case 'role':
    case 'organization':
    case 'kind':
    case 'state':
    case 'said':
      return { kind: 'statement', condition: traitOf(query, names) };
    case 'collection':
      return collectedIn(query, names);
    case 'language':
      return { kind: 'language', tag: query.value };
    case 'code':
      return { kind: 'code', codes: idsOf(query, names) };
    case 'date':
      return { kind: 'published', side: query.side, value: query.value };
    case 'statement':
      return { kind: 'statement', condition: query.query && statementConditionOf(query.query, names) };
    case 'notes':
      return { kind: 'notes' };
    case 'in':
      return conditionOf(confine(query), names);
    case 'not':
      return { kind: 'not', part: conditionOf(query.part, names) };
    case 'and':
    case 'or':
      return { kind: query.kind, parts: query.parts.map((part) => conditionOf(part, names)) };
    case 'words':
      throw new Error('words always have a match');
    default:
      return assertNever(query);
  }
}

function statementConditionOf(query: Query, names: Names): StatementCondition {
  const match = matchOf(query);
  if (match !== null) return signed(match);
  switch (query.kind) {
    case 'speaker':
    case 'unnamed':
    case 'role':
    case 'organization':
    case 'kind':
    case 'state':
    case 'said':
      return traitOf(query, names);
    case 'not':
      return { kind: 'not', part: statementConditionOf(query.part, names) };
    case 'and':
    case 'or':
      return { kind: query.kind, parts: query.parts.map((part) => statementConditionOf(part, names)) };
    case 'words':
    case 'collection':
    case 'language':
    case 'code':
    case 'date':
    case 'statement':
    case 'notes':
    case 'in':
      throw new Error(`a statement can't be asked for: ${query.kind}`);
    default:
      return assertNever(query);
  }
}

function signed(
  match: Match,
): { kind: 'match'; match: string } | { kind: 'not'; part: { kind: 'match'; match: string } } {
  const positive = { kind: 'match', match: match.match } as const;
  return match.negative ? { kind: 'not', part: positive } : positive;
}

/** What is asked of a statement itself. */
export type Trait = Extract<
  Query,
  { readonly kind: 'speaker' | 'unnamed' | 'role' | 'organization' | 'kind' | 'state' | 'said' }
>;

export function traitOf(query: Trait, names: Names): StatementCondition {
  switch (query.kind) {
    case 'kind':
    case 'state':
      return { kind: 'value', column: query.kind, value: query.value };
    case 'said':
      return { kind: 'said', value: query.value };
    case 'role':
      return { kind: 'role', roles: names.get(nameKey(query))?.names ?? [] };
    case 'organization':
      return { kind: 'organization', organizations: idsOf(query, names) };
    case 'unnamed':
      return { kind: 'unnamed' };
    case 'speaker': {
      const jointly = names.get(nameKey(query))?.jointly ?? [];
      return { kind: 'speaker', speakers: idsOf(query, names), ...(jointly.length === 0 ? {} : { jointly }) };
    }
    default:
      return assertNever(query);
  }
}

/** Articles of collections made by hand, and those that saved searches find. */
export function collectedIn(query: NameQuery, names: Names): SearchCondition {
  const found = names.get(nameKey(query));
  return {
    kind: 'or',
    parts: [
      ...(found?.ids ?? []).map((collection): SearchCondition => ({ kind: 'collection', collection })),
      ...(found?.steps ?? []).map((step): SearchCondition => ({ kind: 'found', step })),
    ],
  };
}

export function idsOf(query: NameQuery, names: Names): readonly number[] {
  return names.get(nameKey(query))?.ids ?? [];
}

function all(conditions: readonly SearchCondition[]): SearchCondition | null {
  const [first, ...others] = conditions;
  if (first === undefined) return null;
  return others.length === 0 ? first : { kind: 'and', parts: conditions };
}

export function leavesOf(query: Query | null): Query[] {
  if (query === null) return [];
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.parts.flatMap(leavesOf);
    case 'not':
      return leavesOf(query.part);
    case 'statement':
      return leavesOf(query.query);
    default:
      return [query];
  }
}

/** The words that are looked for, not those that are excluded. */
function wantedWords(query: Query | null, wanted = true): WordsQuery[] {
  if (query === null) return [];
  switch (query.kind) {
    case 'words':
      return wanted ? [query] : [];
    case 'and':
    case 'or':
      return query.parts.flatMap((part) => wantedWords(part, wanted));
    case 'not':
      return wantedWords(query.part, !wanted);
    case 'statement':
      return wantedWords(query.query, wanted);
    default:
      return [];
  }
}

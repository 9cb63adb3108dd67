import type { SearchCondition, StatementCondition } from '../../../db/queries/search-plan.ts';
import { assertNever, type StatementState, statementStates } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { CallOptions } from '../handlers.ts';
import { findsNothing, lookUp } from './handlers.ts';
import { matchOf } from './match.ts';
import { parseQuery } from './parser.ts';
import { collectedIn, idsOf, leavesOf, type Names, termsIn, traitOf } from './plan.ts';
import { group, type Query } from './query.ts';
import { understood } from './understood.ts';

/** A text of the search language, as the ledger is asked it: what must hold of a statement, not of an article. */
export interface LedgerQuestion {
  /** An FTS5 expression for words of the statement; null where none is wanted. */
  readonly words: string | null;
  readonly asked: readonly StatementCondition[];
  /** A state that is asked for takes the place of what is listed unasked. */
  readonly state: StatementState | null;
  /** The words to mark, as `findTerms` takes them. */
  readonly terms: readonly string[];
  readonly understood: readonly string[];
}

/** Reads what somebody types over the ledger, by the rules of every search. */
export async function ledgerQuestion(context: CoreContext, text: string, call: CallOptions): Promise<LedgerQuestion> {
  const parsed = parseQuery(text, { typing: true });
  const { query } = parsed;
  const names = await lookUp(context, query, call);
  const parts = query === null ? [] : query.kind === 'and' ? query.parts : [query];
  const isWords = (part: Query) => leavesOf(part).every((leaf) => leaf.kind === 'words' && leaf.field === null);
  const worded = group('and', parts.filter(isWords));
  const match = worded === null ? null : matchOf(worded);
  const wanted = match === null || match.negative ? null : match.match;
  const rest = parts.filter((part) => wanted === null || !isWords(part));
  const states = rest.flatMap((part) => (part.kind === 'state' ? [part.value] : []));
  return {
    words: wanted,
    asked: [
      ...rest.filter((part) => !isAlways(part)).map((part) => conditionOf(part, names)),
      // Something was asked for that is no word, and nothing else: no statement has it.
      ...(findsNothing(parsed) ? [{ kind: 'or', parts: [] } as const] : []),
    ],
    state: statementStates.find((state) => states.length === 1 && states[0] === state) ?? null,
    terms: termsIn(query),
    understood: understood(parsed, names),
  };
}

/** Every row of the ledger is a statement. */
function isAlways(query: Query): boolean {
  return query.kind === 'in' && query.place === 'statement';
}

function conditionOf(query: Query, names: Names): StatementCondition {
  switch (query.kind) {
    case 'words': {
      const match = matchOf(query)?.match ?? '';
      const words = { kind: 'match', match } as const;
      return query.field === null ? words : ofArticle(words);
    }
    case 'speaker':
    case 'unnamed':
    case 'role':
    case 'organization':
    case 'kind':
    case 'state':
    case 'said':
      return traitOf(query, names);
    case 'code':
      return { kind: 'coded', codes: idsOf(query, names) };
    case 'collection':
      return ofArticle(collectedIn(query, names));
    case 'language':
      return ofArticle({ kind: 'language', tag: query.value });
    case 'date':
      return ofArticle({ kind: 'published', side: query.side, value: query.value });
    case 'notes':
      return ofArticle({ kind: 'notes' });
    case 'in':
      return query.place === 'notes' ? ofArticle({ kind: 'notes' }) : { kind: 'and', parts: [] };
    case 'statement':
      return query.query === null ? { kind: 'and', parts: [] } : conditionOf(query.query, names);
    case 'not':
      return { kind: 'not', part: conditionOf(query.part, names) };
    case 'and':
    case 'or':
      return { kind: query.kind, parts: query.parts.map((part) => conditionOf(part, names)) };
    default:
      return assertNever(query);
  }
}

function ofArticle(condition: SearchCondition): StatementCondition {
  return { kind: 'article', condition };
}

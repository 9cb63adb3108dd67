import type { LedgerFilter } from '../../../db/queries/ledger-filter.ts';
import type { SearchCondition, StatementCondition } from '../../../db/queries/search-plan.ts';
import type { CheckedInput, CollectionId } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { CallOptions } from '../handlers.ts';
import { articlesIn } from '../search/handlers.ts';
import { type LedgerQuestion, ledgerQuestion } from '../search/ledger-question.ts';

/** What the ledger is narrowed to, as a method is asked. */
export type AskedFilter = Omit<CheckedInput<'statements.list'>, 'offset' | 'limit' | 'sort'>;

export interface AskedLedger {
  readonly filter: LedgerFilter;
  readonly question: Pick<LedgerQuestion, 'terms' | 'understood'>;
}

/** The same as the database is asked: a field of blanks narrows nothing, and names are looked up. */
export async function askedLedger(context: CoreContext, asked: AskedFilter, call: CallOptions): Promise<AskedLedger> {
  const text = blankToNull(asked.query);
  const question = text === null ? null : await ledgerQuestion(context, text, call);
  const conditions: StatementCondition[] = [...(question?.asked ?? [])];
  if (asked.code !== undefined)
    conditions.push({ kind: 'coded', codes: await context.pool.readWith(call, 'codes.below', asked.code) });
  if (asked.collection !== undefined)
    conditions.push({ kind: 'article', condition: await inCollection(context, asked.collection, call) });
  return {
    filter: {
      article: asked.article ?? null,
      speaker: blankToNull(asked.speaker),
      person: asked.person ?? null,
      unnamed: asked.unnamed ?? false,
      organization: blankToNull(asked.organization),
      organizationId: asked.organizationId ?? null,
      role: blankToNull(asked.role),
      words: question?.words ?? null,
      asked: conditions,
      kind: asked.kind ?? null,
      state: asked.state ?? question?.state ?? null,
      leastSure: asked.leastSure ?? 0,
      saidAfter: asked.saidAfter ?? null,
      saidBefore: asked.saidBefore ?? null,
      undated: asked.undated === undefined || asked.undated === false ? null : asked.undated,
      publication: blankToNull(asked.publication),
      publicationIs: asked.publicationIs ?? null,
      language: blankToNull(asked.language),
      kept: asked.keep ?? [],
    },
    question: { terms: question?.terms ?? [], understood: question?.understood ?? [] },
  };
}

async function inCollection(context: CoreContext, id: CollectionId, call: CallOptions): Promise<SearchCondition> {
  return (await articlesIn(context, id, call)) ?? { kind: 'or', parts: [] };
}

function blankToNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text;
}

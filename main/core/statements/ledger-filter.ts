import type { LedgerFilter } from '../../../db/queries/statement-ledger.ts';
import type { CheckedInput } from '../../contract/index.ts';

/** What the ledger is narrowed to, as a method is asked. */
export type AskedFilter = Omit<CheckedInput<'statements.list'>, 'offset' | 'limit'>;

/** The same as the database is asked: a field of blanks narrows nothing. */
export function ledgerFilter(asked: AskedFilter): LedgerFilter {
  return {
    article: asked.article ?? null,
    speaker: blankToNull(asked.speaker),
    person: asked.person ?? null,
    organization: blankToNull(asked.organization),
    role: blankToNull(asked.role),
    query: blankToNull(asked.query),
    kind: asked.kind ?? null,
    state: asked.state ?? null,
    leastSure: asked.leastSure ?? 0,
    saidAfter: asked.saidAfter ?? null,
    saidBefore: asked.saidBefore ?? null,
    undated: asked.undated === true ? true : null,
    publication: blankToNull(asked.publication),
    language: blankToNull(asked.language),
    kept: asked.keep ?? [],
  };
}

function blankToNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text;
}

import { effect, signal } from '@preact/signals';
import type { MethodInput } from '../../../main/contract/methods.ts';
import type { StatementKind, StatementRow, StatementState } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { isDateText } from '../../shared/lib/date-text.ts';
import { followChanges, touchedBy } from '../../shared/state/changes.ts';
import { openedLibrary } from '../../shared/state/library.ts';
import { createPagedList } from '../../shared/state/paged-list.ts';
import { settings } from '../../shared/state/settings.ts';

/** What the ledger is narrowed to. Empty means any. */
export interface LedgerFilters {
  readonly query: string;
  readonly speaker: string;
  readonly organization: string;
  readonly role: string;
  readonly publication: string;
  readonly language: string;
  readonly kind: StatementKind | '';
  readonly state: StatementState | '';
  readonly saidAfter: string;
  readonly saidBefore: string;
  /** Whether suggestions are listed that are less sure than the library's setting. */
  readonly unsure: 'shown' | '';
  /** Shows what nobody knows the day of beside what was said in the range. */
  readonly undated: 'shown' | '';
}
/** What is narrowed by a part of a text. */
export type TextFilterName = 'query' | 'speaker' | 'organization' | 'role' | 'publication' | 'language';

export const noFilters: LedgerFilters = {
  query: '',
  speaker: '',
  organization: '',
  role: '',
  publication: '',
  language: '',
  kind: '',
  state: '',
  saidAfter: '',
  saidBefore: '',
  unsure: '',
  undated: '',
};
export const filters = signal<LedgerFilters>(noFilters);
/** The row with the cursor. */
export const ledgerAt = signal(0);
export const ledger = createPagedList<
  StatementRow,
  { readonly suggested: number; readonly withheld: number; readonly undated: number }
>(50);

export function changeFilters(change: Partial<LedgerFilters>): void {
  filters.value = { ...filters.value, ...change };
}

export function isNarrowed(chosen: LedgerFilters): boolean {
  return Object.values(chosen).some((value) => value !== '');
}

/** A date that isn't finished yet ("2016-1") narrows nothing. */
function input(chosen: LedgerFilters): MethodInput<'statements.list'> {
  const text = (name: TextFilterName) => (chosen[name].trim() === '' ? {} : { [name]: chosen[name].trim() });
  return {
    ...text('query'),
    ...text('speaker'),
    ...text('organization'),
    ...text('role'),
    ...text('publication'),
    ...text('language'),
    ...(chosen.kind === '' ? {} : { kind: chosen.kind }),
    ...(chosen.state === '' ? {} : { state: chosen.state }),
    ...(isDateText(chosen.saidAfter) ? { saidAfter: chosen.saidAfter } : {}),
    ...(isDateText(chosen.saidBefore) ? { saidBefore: chosen.saidBefore } : {}),
    ...(chosen.undated === '' ? {} : { undated: true }),
  };
}

effect(() => {
  if (openedLibrary.value === null) return;
  const wanted = {
    ...input(filters.value),
    ...(filters.value.unsure === 'shown' ? {} : { leastSure: settings.value.leastSure }),
  };
  ledgerAt.value = 0;
  ledger.replace(async (offset, limit, signal) => {
    const { rows, total, suggested, withheld, undated } = await api.call(
      'statements.list',
      { ...wanted, offset, limit },
      { signal },
    );
    return { rows, total, summary: { suggested, withheld, undated } };
  });
});

// A row names its article.
followChanges(touchedBy('statements', 'articles'), ledger.refresh);

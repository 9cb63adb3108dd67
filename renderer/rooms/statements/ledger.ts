import { effect, signal, untracked } from '@preact/signals';
import type { CodeId, CollectionId, OrganizationId, SpeakerId, StatementId } from '../../../main/contract/ids.ts';
import type { StatementSort } from '../../../main/contract/ledger.ts';
import type { MethodInput } from '../../../main/contract/methods.ts';
import type { StatementKind, StatementRow, StatementState } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { isDateText } from '../../shared/lib/date-text.ts';
import { followChanges, touchedBy } from '../../shared/state/changes.ts';
import { openedLibrary } from '../../shared/state/library.ts';
import { createPagedList } from '../../shared/state/paged-list.ts';
import { route } from '../../shared/state/route.ts';
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
  /** Chosen as they are, by id or by their own name. */
  readonly person: SpeakerId | '';
  /** Only what nobody is named as the speaker of. */
  readonly unnamed: 'only' | '';
  readonly organizationId: OrganizationId | '';
  readonly publicationIs: string;
  readonly code: CodeId | '';
  readonly collection: CollectionId | '';
  readonly saidAfter: string;
  readonly saidBefore: string;
  /** Whether suggestions are listed that are less sure than the library's setting. */
  readonly unsure: 'shown' | '';
  /** Shows what nobody knows the day of beside what was said in the range, or alone. */
  readonly undated: 'shown' | 'only' | '';
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
  person: '',
  unnamed: '',
  organizationId: '',
  publicationIs: '',
  code: '',
  collection: '',
  kind: '',
  state: '',
  saidAfter: '',
  saidBefore: '',
  unsure: '',
  undated: '',
};
export const filters = signal<LedgerFilters>(noFilters);
export const sort = signal<StatementSort>('newest');
/** What a person or an organisation that was chosen by its id is called. */
export const calledBy = signal<ReadonlyMap<string, string>>(new Map());
/** The row with the cursor. */
export const ledgerAt = signal(0);
export const ledger = createPagedList<
  StatementRow,
  {
    readonly suggested: number;
    readonly withheld: number;
    readonly undated: number;
    readonly terms: readonly string[];
    readonly understood: readonly string[];
  }
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
    ...(chosen.person === '' ? {} : { person: chosen.person }),
    ...(chosen.unnamed === '' ? {} : { unnamed: true }),
    ...(chosen.organizationId === '' ? {} : { organizationId: chosen.organizationId }),
    ...(chosen.publicationIs === '' ? {} : { publicationIs: chosen.publicationIs }),
    ...(chosen.code === '' ? {} : { code: chosen.code }),
    ...(chosen.collection === '' ? {} : { collection: chosen.collection }),
    ...(chosen.kind === '' ? {} : { kind: chosen.kind }),
    ...(chosen.state === '' ? {} : { state: chosen.state }),
    ...(isDateText(chosen.saidAfter) ? { saidAfter: chosen.saidAfter } : {}),
    ...(isDateText(chosen.saidBefore) ? { saidBefore: chosen.saidBefore } : {}),
    ...(chosen.undated === '' ? {} : { undated: chosen.undated === 'only' ? ('only' as const) : true }),
  };
}

/** What the list was asked last, but for the rows that are kept in it. */
let asked: MethodInput<'statements.list'> = {};
/**
 * Rows that were decided about here stay in the list, whatever it is narrowed to, until it is narrowed otherwise or
 * another room is gone to: nothing moves under the hand of somebody who goes through it.
 */
const kept = new Set<StatementId>();
const mostKept = 1000;

/** What is asked of the list as it stands. */
export function askedNow(): MethodInput<'statements.list'> {
  return kept.size === 0 ? asked : { ...asked, keep: [...kept] };
}

/** Keeps a row in the list, before it is decided about. */
export function keepInPlace(id: StatementId): void {
  if (kept.size >= mostKept) kept.delete([...kept][0] ?? id);
  kept.add(id);
}

/** Lists what is there by now, without those that were only kept. */
export function letGoOfKept(): void {
  if (kept.size === 0) return;
  kept.clear();
  ledger.refresh();
}

/** Where a statement stands among the rows that are there; -1 where it isn't among them. */
export function placeOf(id: StatementId): number {
  const total = ledger.kept.total.peek() ?? 0;
  const near = untracked(() => ledgerAt.value);
  const isIt = (index: number) => index >= 0 && index < total && untracked(() => ledger.kept.row(index))?.id === id;
  for (let distance = 0; distance < 1000; distance += 1) {
    if (isIt(near - distance)) return near - distance;
    if (isIt(near + distance)) return near + distance;
  }
  return -1;
}

effect(() => {
  if (openedLibrary.value === null) return;
  asked = {
    ...input(filters.value),
    ...(filters.value.unsure === 'shown' ? {} : { leastSure: settings.value.leastSure }),
  };
  const by = sort.value;
  kept.clear();
  ledgerAt.value = 0;
  ledger.replace(async (offset, limit, signal) => {
    const { rows, total, ...summary } = await api.call(
      'statements.list',
      { ...askedNow(), sort: by, offset, limit },
      { signal },
    );
    return { rows, total, summary };
  });
});

// Whoever looks at a passage and comes back finds the list as it was.
effect(() => {
  const { room } = route.value;
  if (room !== 'statements' && room !== 'reader') untracked(letGoOfKept);
});

// A row names its article.
followChanges(touchedBy('statements', 'articles'), ledger.refresh);

import { effect, signal } from '@preact/signals';
import type { ArticleId, StatementId } from '../../../main/contract/ids.ts';
import { filters, ledger, ledgerAt, sort } from './ledger.ts';

/** Statements that are chosen, by id: rows come and go under their numbers. */
export interface LedgerChoice {
  readonly ids: ReadonlySet<StatementId>;
  /** All that the list shows now, as many as it told then; null where rows are chosen one by one. */
  readonly all: number | null;
  /** The row where a range began. */
  readonly anchor: number;
}

const none: LedgerChoice = { ids: new Set(), all: null, anchor: -1 };

export const ledgerChoice = signal<LedgerChoice>(none);

/** Among so many rows of the list the chosen ones' articles are sought. */
const mostLookedThrough = 1000;

/** So many are chosen one by one at most; more are chosen by a filter. */
const mostChosen = 10_000;

export function chosenCount(): number {
  const { all, ids } = ledgerChoice.value;
  return all ?? ids.size;
}

export function isChosen(id: StatementId): boolean {
  const { all, ids } = ledgerChoice.value;
  return all !== null || ids.has(id);
}

/** The articles of chosen rows that are on the page, at most so many. */
export function chosenArticles(most: number): readonly ArticleId[] {
  const articles = new Set<ArticleId>();
  const total = ledger.total.value ?? 0;
  for (let index = 0; index < Math.min(total, mostLookedThrough) && articles.size < most; index += 1) {
    const row = ledger.row(index);
    if (row !== undefined && isChosen(row.id)) articles.add(row.article);
  }
  return [...articles];
}

export function chooseNone(): void {
  if (ledgerChoice.peek() !== none) ledgerChoice.value = none;
}

/** Chooses whatever the list shows, drawn or not. */
export function chooseAll(): void {
  const total = ledger.total.value ?? 0;
  if (total > 0) ledgerChoice.value = { ids: new Set(), all: total, anchor: -1 };
}

/** Chooses a row, or lets it go. Of all that match, one can't be let go: those that are on the page are then chosen. */
export function toggleAt(index: number): void {
  const id = ledger.row(index)?.id;
  if (id === undefined) return;
  const ids = new Set(ledgerChoice.value.ids);
  if (!ids.delete(id) && ids.size < mostChosen) ids.add(id);
  ledgerAt.value = index;
  ledgerChoice.value = ids.size === 0 ? none : { ids, all: null, anchor: index };
}

/** Moves the cursor by a step and chooses what lies between it and where the range began. */
export function extendBy(step: 1 | -1): void {
  const from = ledgerAt.value;
  const total = ledger.total.value ?? 0;
  const to = Math.max(0, Math.min(total - 1, from + step));
  const anchor = ledgerChoice.value.anchor < 0 ? from : ledgerChoice.value.anchor;
  const ids = new Set<StatementId>();
  for (let index = Math.min(anchor, to); index <= Math.max(anchor, to); index += 1) {
    const id = ledger.row(index)?.id;
    if (id !== undefined && ids.size < mostChosen) ids.add(id);
  }
  ledgerAt.value = to;
  ledgerChoice.value = { ids, all: null, anchor };
}

// What is narrowed or sorted otherwise is another list.
effect(() => {
  void filters.value;
  void sort.value;
  chooseNone();
});

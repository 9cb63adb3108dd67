import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Comparison } from '../../main/contract/comparison.ts';
import { type ErrorData, toErrorData } from '../../main/contract/errors.ts';
import { api } from '../api/api.ts';
import { type Difference, differencesOf } from './differences.ts';
import type { ComparedSides } from './sides.ts';

/** Two texts side by side as they are looked at. Lives as long as they are shown. */
export interface CompareModel {
  readonly sides: ComparedSides;
  readonly comparison: ReadonlySignal<Comparison | null>;
  readonly failure: ReadonlySignal<ErrorData | null>;
  readonly differences: ReadonlySignal<readonly Difference[]>;
  /** Which difference is looked at; -1 before the first. */
  readonly at: Signal<number>;
  readonly onlyDifferences: Signal<boolean>;
  /** Stretches that were unfolded, by their first row. */
  readonly opened: Signal<ReadonlySet<number>>;
  /** Said to a screen reader. */
  readonly announcement: Signal<string>;
  /** Compares again and keeps the place; the last call counts. */
  reload(): Promise<void>;
  /** Gives up what is under way. */
  stop(): void;
}

/** A longer body begins with its differences alone. */
const longBody = 1000;

export function createCompareModel(sides: ComparedSides): CompareModel {
  const comparison = signal<Comparison | null>(null);
  const failure = signal<ErrorData | null>(null);
  const onlyDifferences = signal(false);
  let running = new AbortController();
  return {
    sides,
    comparison,
    failure,
    differences: computed(() => (comparison.value === null ? [] : differencesOf(comparison.value))),
    at: signal(-1),
    onlyDifferences,
    opened: signal(new Set<number>()),
    announcement: signal(''),
    async reload() {
      running.abort();
      const own = new AbortController();
      running = own;
      try {
        const compared = await api.call('articles.compare', sides, { signal: own.signal });
        if (own.signal.aborted) return;
        if (comparison.value === null) onlyDifferences.value = compared.rows.length > longBody;
        comparison.value = compared;
        failure.value = null;
      } catch (thrown) {
        if (!own.signal.aborted) failure.value = toErrorData(thrown);
      }
    },
    stop: () => running.abort(),
  };
}

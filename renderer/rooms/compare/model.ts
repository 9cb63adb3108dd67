import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Comparison } from '../../../main/contract/comparison.ts';
import { type ErrorData, toErrorData } from '../../../main/contract/errors.ts';
import { api } from '../../api/api.ts';
import { createLiveReading } from '../../shared/state/live-reading.ts';
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
  /** Compares again, when the comparison under way is done, and keeps the place. */
  reload(): Promise<void>;
  /** It is on the page, and compared, until the answer is called. */
  show(): () => void;
}

/** A longer body begins with its differences alone. */
const longBody = 1000;

export function createCompareModel(sides: ComparedSides): CompareModel {
  const comparison = signal<Comparison | null>(null);
  const failure = signal<ErrorData | null>(null);
  const onlyDifferences = signal(false);
  const reading = createLiveReading(async (stop) => {
    try {
      const compared = await api.call('articles.compare', sides, { signal: stop });
      if (stop.aborted) return;
      if (comparison.value === null) onlyDifferences.value = compared.rows.length > longBody;
      comparison.value = compared;
      failure.value = null;
    } catch (thrown) {
      if (!stop.aborted) failure.value = toErrorData(thrown);
    }
  });
  return {
    sides,
    comparison,
    failure,
    differences: computed(() => (comparison.value === null ? [] : differencesOf(comparison.value))),
    at: signal(-1),
    onlyDifferences,
    opened: signal(new Set<number>()),
    announcement: signal(''),
    reload: reading.touch,
    show: reading.show,
  };
}

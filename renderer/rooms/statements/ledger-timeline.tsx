import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { LedgerPeriod } from '../../../main/contract/ledger.ts';
import { api } from '../../api/api.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { figure } from '../../shared/lib/figures.ts';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { settings } from '../../shared/state/settings.ts';
import { stepFocus } from './focus-steps.ts';
import { askedNow, changeFilters, filters, type LedgerFilters } from './ledger.ts';
import { statementTexts } from './texts.ts';

const texts = statementTexts.timeline;

/** Whether the ledger is shown as a list, or by years, months and days. */
export const ledgerView = signal<'list' | 'timeline'>('list');

interface Periods {
  readonly periods: readonly LedgerPeriod[];
  readonly undated: number;
}

/** How many of the listed statements were said in each year; in each month of a year that is chosen, each day of a month. */
export function LedgerTimeline() {
  const within = chosenPeriod(filters.value);
  const found = useLiveValue<Periods | null>(
    touchedBy('statements', 'articles'),
    {
      before: null,
      read: (stop) =>
        api.call('statements.periods', { ...askedNow(), ...(within === null ? {} : { within }) }, { signal: stop }),
    },
    [JSON.stringify(filters.value), settings.value.leastSure],
  );
  const box = useRef<HTMLDivElement>(null);
  const most = Math.max(1, ...(found?.periods ?? []).map(({ count }) => count));
  return (
    <div
      ref={box}
      class="ledger-timeline"
      role="group"
      aria-label={texts.title}
      aria-busy={found === null}
      onKeyDown={(event) => stepFocus(event, box.current)}
    >
      {within !== null && <Path within={within} />}
      {found?.periods.map(({ period, count }) => (
        <Bar
          key={period}
          // What is dated no more precisely than where one stands is told as that.
          label={period === within ? texts.notFiner(wordsOf(period)) : wordsOf(period)}
          count={count}
          most={most}
          run={() => narrowTo(period, within)}
        />
      ))}
      {found !== null && found.undated > 0 && (
        <Bar
          label={texts.undated}
          count={found.undated}
          most={null}
          run={() => {
            changeFilters({ saidAfter: '', saidBefore: '', undated: 'only' });
            ledgerView.value = 'list';
          }}
        />
      )}
      {found !== null && found.periods.length === 0 && found.undated === 0 && <p class="muted">{texts.none}</p>}
    </div>
  );
}

/** The way back to wider periods. */
function Path({ within }: { readonly within: string }) {
  const wider = within.length > 4 ? [within.slice(0, 4)] : [];
  return (
    <p class="timeline-path">
      <button type="button" class="link-button" onClick={() => changeFilters({ saidAfter: '', saidBefore: '' })}>
        {texts.all}
      </button>
      {wider.map((period) => (
        <button
          key={period}
          type="button"
          class="link-button"
          onClick={() => changeFilters({ saidAfter: period, saidBefore: period })}
        >
          {wordsOf(period)}
        </button>
      ))}
      <b>{wordsOf(within)}</b>
    </p>
  );
}

function Bar(props: {
  readonly label: string;
  readonly count: number;
  /** What the longest bar counts; null for what is drawn without one, for it isn't a time. */
  readonly most: number | null;
  readonly run: () => void;
}) {
  return (
    <button
      type="button"
      class={props.most === null ? 'timeline-bar undated' : 'timeline-bar'}
      aria-label={texts.bar(props.label, props.count)}
      onClick={props.run}
    >
      <span>{props.label}</span>
      <i aria-hidden="true">
        {props.most !== null && <i style={{ inlineSize: `${(100 * props.count) / props.most}%` }} />}
      </i>
      <span class="figures">{figure(props.count)}</span>
    </button>
  );
}

/** The year or month that the list is narrowed to; null where it is a range, or none. */
function chosenPeriod({ saidAfter, saidBefore }: LedgerFilters): string | null {
  return saidAfter === saidBefore && /^\d{4}(-\d{2})?$/u.test(saidAfter) ? saidAfter : null;
}

/** A day, and what can't be told more finely, is listed; all else is opened. */
function narrowTo(period: string, within: string | null): void {
  changeFilters({ saidAfter: period, saidBefore: period, undated: '' });
  if (period.length === 10 || period === within) ledgerView.value = 'list';
}

function wordsOf(period: string): string {
  const precision = period.length === 4 ? 'year' : period.length === 7 ? 'month' : 'day';
  return dateWords({ value: period, precision });
}

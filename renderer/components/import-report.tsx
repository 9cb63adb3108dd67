import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import {
  type ImportLine,
  type ImportOutcome,
  type ImportSummary,
  importOutcomes,
  placements,
} from '../../main/contract/records.ts';
import { api } from '../api/api.ts';
import { moveTo } from '../lib/choice.ts';
import { instantWords } from '../lib/dates.ts';
import { figure } from '../lib/figures.ts';
import { useKeys } from '../state/keys.ts';
import { changes } from '../state/library.ts';
import { createPagedList } from '../state/pages.ts';
import { importTexts as texts } from '../texts/import.ts';
import { ImportLineRow, openLine } from './import-line.tsx';
import { LongList } from './long-list.tsx';

/** The report of one import: a count for each outcome, which is also the filter, and every line. */
export function ImportReport({ summary }: { readonly summary: ImportSummary }) {
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const total = importOutcomes.reduce((sum, one) => sum + summary.counts[one], 0);
  return (
    <section class="report" aria-label={texts.reportOf(instantWords(summary.started))}>
      <h2>{texts.reportOf(instantWords(summary.started))}</h2>
      {summary.cancelled && <p class="cancelled">{texts.cancelled}</p>}
      <Placed summary={summary} />
      <fieldset class="chips">
        <legend class="said">{texts.report}</legend>
        <OutcomeChip label={texts.all} count={total} on={outcome === null} run={() => setOutcome(null)} />
        {importOutcomes
          .filter((one) => summary.counts[one] > 0)
          .map((one) => (
            <OutcomeChip
              key={one}
              label={texts.outcomes[one]}
              count={summary.counts[one]}
              on={outcome === one}
              run={() => setOutcome(one)}
            />
          ))}
      </fieldset>
      <Lines summary={summary} outcome={outcome} />
    </section>
  );
}

function OutcomeChip(props: {
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly run: () => void;
}) {
  return (
    <button type="button" class="chip" aria-pressed={props.on} onClick={props.run}>
      {props.label} <span class="figures">{figure(props.count)}</span>
    </button>
  );
}

/** How the person's own marks fared on articles that got a new revision. */
function Placed({ summary }: { readonly summary: ImportSummary }) {
  const parts = placements
    .filter((placement) => summary.placed[placement] > 0)
    .map((placement) => texts.placedPart(summary.placed[placement], placement));
  if (parts.length === 0) return null;
  return (
    <p class="placed">
      {texts.placed}: {parts.join(', ')}.
    </p>
  );
}

function Lines(props: { readonly summary: ImportSummary; readonly outcome: ImportOutcome | null }) {
  const { id } = props.summary;
  const { outcome } = props;
  const pages = useMemo(() => createPagedList<ImportLine, null>(100), []);
  const [at, setAt] = useState(0);
  const ensure = useCallback((first: number, last: number) => pages.ensure(first, last), [pages]);
  useEffect(() => {
    setAt(0);
    pages.replace(async (offset, limit, signal) => {
      const input = { id, offset, limit, ...(outcome === null ? {} : { outcome }) };
      const { rows, total } = await api.call('imports.lines', input, { signal });
      return { rows, total, summary: null };
    });
  }, [pages, id, outcome]);
  const version = changes.value;
  useEffect(() => {
    // Lines of an import that still runs, from here or from elsewhere.
    if (version > 0) pages.refresh();
  }, [pages, version]);
  const total = pages.total.value ?? 0;
  const open = (index: number) => {
    const row = pages.row(index);
    if (row !== undefined) openLine(row);
  };
  const go = (step: number) => () => setAt((now) => Math.max(0, moveTo(now + step, total).at));
  useKeys(
    {
      j: { label: texts.keys.next, run: go(1) },
      ArrowDown: { label: texts.keys.next, run: go(1), unlisted: true },
      k: { label: texts.keys.previous, run: go(-1) },
      ArrowUp: { label: texts.keys.previous, run: go(-1), unlisted: true },
      Enter: { label: texts.keys.open, run: () => open(at) },
    },
    { title: texts.keys.title },
  );
  if (pages.total.value === 0) return <p class="muted">{texts.nothingFound}</p>;
  return (
    <LongList
      total={total}
      estimate={46}
      at={at}
      version={pages.version.value}
      identity={`${id} ${outcome ?? ''}`}
      onWindow={ensure}
      attributes={{
        class: 'results report-lines',
        role: 'listbox',
        tabIndex: 0,
        'aria-label': texts.lines,
        ...(total > 0 ? { 'aria-activedescendant': `line-${at}` } : {}),
      }}
      rowAttributes={(index) => ({
        id: `line-${index}`,
        role: 'option',
        class: `import-line result${index === at ? ' at' : ''}`,
        'aria-selected': index === at,
        'aria-setsize': total,
        'aria-posinset': index + 1,
        onClick: () => setAt(index),
        onDblClick: () => open(index),
      })}
      row={(index) => {
        const row = pages.row(index);
        return row === undefined ? null : <ImportLineRow line={row} />;
      }}
    />
  );
}

import { useState } from 'preact/hooks';
import { type ImportOutcome, type ImportSummary, importOutcomes } from '../../../main/contract/imports.ts';
import { placements } from '../../../main/contract/placements.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { figure } from '../../shared/lib/figures.ts';
import { FilterField } from '../../shared/parts/filter-field.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { notifyError } from '../../shared/state/notices.ts';
import { saveReport } from '../../shared/state/taking-in.ts';
import { ImportLines } from './import-lines.tsx';
import { importTexts as texts } from './texts.ts';

/** The report of one import: a count for each outcome, which is also the filter, and every line. */
export function ImportReport({ summary }: { readonly summary: ImportSummary }) {
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const [words, setWords] = useState('');
  const total = importOutcomes.reduce((sum, one) => sum + summary.counts[one], 0);
  return (
    <section class="report" aria-label={texts.reportOf(instantWords(summary.started))}>
      <h2>{texts.reportOf(instantWords(summary.started))}</h2>
      {texts.states[summary.state] !== '' && <p class="state">{texts.states[summary.state]}</p>}
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
      <div class="report-tools">
        <FilterField label={texts.filter} words={words} change={setWords} />
        <button
          type="button"
          class="button"
          onClick={() => void saveReport(summary.id, { outcome, words: words.trim() }).catch(notifyError)}
        >
          <Icon name="download" /> {texts.saveReport}
        </button>
      </div>
      <ImportLines id={summary.id} outcome={outcome} words={words.trim()} />
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

import type { HealthState } from '../../../main/contract/health.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { bytes } from '../../shared/lib/figures.ts';
import { CheckLines } from '../../shared/parts/check-lines.tsx';
import { JobProgress } from '../../shared/parts/job-progress.tsx';
import { askToExtract } from '../../shared/state/extracting.ts';
import { askToFind } from '../../shared/state/finding-again.ts';
import { jobStates, startJob } from '../../shared/state/jobs.ts';
import { library, readOnly } from '../../shared/state/library.ts';
import { extractionTexts } from '../../shared/texts/extraction.ts';
import { findingTexts } from '../../shared/texts/finding.ts';
import { healthTexts as texts } from './texts.ts';

/** Integrity and fixity: the last check line by line, a new one on demand, and what the library consists of. */
export function CheckPart({ health }: { readonly health: HealthState | null }) {
  const state = jobStates['health.check'].value;
  return (
    <>
      {state.status === 'failed' && (
        <div class="failed" role="alert">
          <b>{texts.checkFailed}.</b> {state.error.message}
        </div>
      )}
      {state.status === 'running' ? (
        <JobProgress label={texts.checking} progress={state.progress} cancel={state.cancel} note={texts.cancelNote} />
      ) : (
        health !== null && <LastCheck check={health.lastCheck} />
      )}
      {health !== null && <OlderExtraction count={health.olderExtraction} />}
      {health !== null && <OlderSuggestions />}
      {health !== null && <Facts health={health} />}
    </>
  );
}

function LastCheck({ check }: { readonly check: HealthState['lastCheck'] }) {
  return (
    <section class="last-check">
      <div role="status">
        <h2>{check === null ? texts.never : check.ok ? texts.sound : texts.unsound(check.lines)}</h2>
      </div>
      {check !== null && <p class="muted">{texts.checkedAt(instantWords(check.at))}</p>}
      <button type="button" class="button primary" onClick={() => void startJob('health.check', {})}>
        {texts.check}
      </button>
      {check !== null && <CheckLines lines={check.lines} />}
    </section>
  );
}

/** Articles that today's extractors may read better, and the way to let them. */
function OlderExtraction({ count }: { readonly count: number }) {
  const state = jobStates['articles.extractAgain'].value;
  if (state.status === 'running')
    return (
      <JobProgress
        label={state.waiting ? extractionTexts.waiting : extractionTexts.working}
        about={state.label}
        progress={state.progress}
        cancel={state.cancel}
        note={extractionTexts.cancelNote}
      />
    );
  if (count === 0) return null;
  return (
    <section class="older-extraction">
      <p>{extractionTexts.older(count)}</p>
      {!readOnly.value && (
        <button type="button" class="button" onClick={() => askToExtract()}>
          {extractionTexts.ask}
        </button>
      )}
    </section>
  );
}

/** What an older version suggested stays until somebody has it looked for again. */
function OlderSuggestions() {
  const state = jobStates['statements.findAgain'].value;
  if (state.status === 'running')
    return (
      <JobProgress
        label={state.waiting ? findingTexts.waiting : findingTexts.working}
        about={state.label}
        progress={state.progress}
        cancel={state.cancel}
        note={findingTexts.cancelNote}
      />
    );
  if (readOnly.value) return null;
  return (
    <section class="older-extraction">
      <p>{findingTexts.older}</p>
      <button type="button" class="button" onClick={() => askToFind()}>
        {findingTexts.ask}
      </button>
    </section>
  );
}

function Facts({ health }: { readonly health: HealthState }) {
  const { originals } = health;
  return (
    <dl class="facts-list">
      <dt>{texts.originals}</dt>
      <dd>{texts.originalsValue(originals.count, bytes(originals.bytes))}</dd>
      <dt>{texts.database}</dt>
      <dd>{bytes(health.databaseBytes)}</dd>
      <dt>{texts.schema}</dt>
      <dd>{health.schemaVersion}</dd>
      <dt>{texts.folder}</dt>
      <dd class="mono">{library.value?.path}</dd>
    </dl>
  );
}

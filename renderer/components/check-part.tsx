import type { HealthState } from '../../main/contract/records.ts';
import { instantWords } from '../lib/dates.ts';
import { bytes } from '../lib/figures.ts';
import { jobStates, startJob } from '../state/jobs.ts';
import { library } from '../state/library.ts';
import { healthTexts as texts } from '../texts/health.ts';
import { CheckLines } from './check-lines.tsx';
import { JobProgress } from './job-progress.tsx';

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

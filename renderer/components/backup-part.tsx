import type { Backup } from '../../main/contract/health.ts';
import { instantWords } from '../lib/dates.ts';
import { bytes } from '../lib/figures.ts';
import { jobStates, startJob } from '../state/jobs.ts';
import { readOnly } from '../state/library.ts';
import { notify } from '../state/notices.ts';
import { healthTexts as texts } from '../texts/health.ts';
import { JobProgress } from './job-progress.tsx';

/** The backups that there are, and making one. */
export function BackupPart({ backups }: { readonly backups: readonly Backup[] | null }) {
  const state = jobStates['health.backup'].value;
  return (
    <section>
      {state.status === 'failed' && (
        <div class="failed" role="alert">
          {state.error.message}
        </div>
      )}
      {state.status === 'running' ? (
        <JobProgress label={texts.backingUp} progress={state.progress} cancel={state.cancel} />
      ) : (
        !readOnly.value && (
          <button type="button" class="button primary" onClick={() => void backUp()}>
            {texts.backUp}
          </button>
        )
      )}
      {backups?.length === 0 && <p class="muted part-note">{texts.noBackups}</p>}
      {backups !== null && backups.length > 0 && (
        <ul class="rows">
          {backups.map((backup) => (
            <li key={backup.name}>
              <b class="figures">{instantWords(backup.created)}</b>
              <span>{backup.reason}</span>
              <span class="mono muted">{backup.name}</span>
              <span class="figures muted">{bytes(backup.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

async function backUp(): Promise<void> {
  const made = await startJob('health.backup', {});
  if (made !== null) notify(`${texts.backedUp(made.name)}.`);
}

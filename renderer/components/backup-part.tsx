import type { Backup } from '../../main/contract/health.ts';
import { jobStates, startJob } from '../state/jobs.ts';
import { readOnly } from '../state/library.ts';
import { notify } from '../state/notices.ts';
import { backupTexts as texts } from '../texts/backups.ts';
import { BackupList } from './backup-list.tsx';
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
      {backups?.length === 0 && <p class="muted part-note">{texts.none}</p>}
      {backups !== null && backups.length > 0 && (
        <>
          <p class="muted part-note">{texts.content}</p>
          <BackupList backups={backups} />
        </>
      )}
    </section>
  );
}

async function backUp(): Promise<void> {
  const made = await startJob('health.backup', {});
  if (made !== null) notify(`${texts.backedUp(made.name)}.`);
}

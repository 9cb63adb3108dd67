import { type Backup, keptBackups } from '../../../main/contract/health.ts';
import { bytes } from '../../shared/lib/figures.ts';
import { JobProgress } from '../../shared/parts/job-progress.tsx';
import { jobStates, startJob } from '../../shared/state/jobs.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notify } from '../../shared/state/notices.ts';
import { BackupList } from './backup-list.tsx';
import { backupTexts as texts } from './backup-texts.ts';

/** The backups that there are, and making one. */
export function BackupPart({ backups }: { readonly backups: readonly Backup[] | null }) {
  const state = jobStates['health.backup'].value;
  const aside = backups?.filter(({ kind }) => kind !== 'backup') ?? [];
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
      {backups !== null && (
        <p class="muted part-note">
          {texts.content} {texts.kept(keptBackups['by hand'], keptBackups['before a migration'])}
        </p>
      )}
      {aside.length > 0 && (
        <p class="muted part-note">
          {texts.aside(aside.length, bytes(aside.reduce((sum, one) => sum + one.bytes, 0)))}
        </p>
      )}
      {backups !== null && backups.length > 0 && <BackupList backups={backups} removable />}
    </section>
  );
}

async function backUp(): Promise<void> {
  const made = await startJob('health.backup', {});
  if (made !== null) notify(`${texts.backedUp(made.name)}.`);
}

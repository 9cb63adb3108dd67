import { useEffect, useState } from 'preact/hooks';
import type { Backup } from '../../main/contract/health.ts';
import { api } from '../api/api.ts';
import { askToRebuild, replacing } from '../rooms/health/backup-acts.ts';
import { BackupList, Replacing } from '../rooms/health/backup-list.tsx';
import { backupTexts as texts } from '../rooms/health/backup-texts.ts';
import { notifyError } from '../shared/state/notices.ts';

/** What can be done for a library whose database is damaged or gone: its backups, and making it anew. */
export function LostLibrary() {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  useEffect(() => {
    api.call('backups.list', {}).then(setBackups, notifyError);
  }, []);
  if (replacing.value !== null) return <Replacing />;
  return (
    <section class="lost-library" aria-label={texts.ways}>
      {backups !== null && backups.length > 0 && (
        <>
          <h2>{texts.list}</h2>
          <p class="muted">{texts.content}</p>
          <BackupList backups={backups} />
        </>
      )}
      <button type="button" class="button" onClick={askToRebuild}>
        {texts.rebuild}
      </button>
    </section>
  );
}

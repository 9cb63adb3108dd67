import { useEffect, useState } from 'preact/hooks';
import type { Backup } from '../../main/contract/health.ts';
import { api } from '../api/api.ts';
import { askToRebuild, replacing } from '../state/backup-acts.ts';
import { notifyError } from '../state/notices.ts';
import { backupTexts as texts } from '../texts/backups.ts';
import { BackupList, Replacing } from './backup-list.tsx';

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

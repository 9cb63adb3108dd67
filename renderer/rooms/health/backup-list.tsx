import { useEffect, useRef, useState } from 'preact/hooks';
import type { Backup, BackupExamined } from '../../../main/contract/health.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { bytes } from '../../shared/lib/figures.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { askToRemove, askToRestore, examineBackups, replacing } from './backup-acts.ts';
import { backupTexts as texts } from './backup-texts.ts';

/** Every backup with its date, size and shape, whether it is whole once that was looked at, and the way to restore it. */
export function BackupList({
  backups,
  removable = false,
}: {
  readonly backups: readonly Backup[];
  /** Whether what was set aside can be removed here: not beside a library that doesn't open, which may need it. */
  readonly removable?: boolean;
}) {
  const { found, isLooking, look } = useExamined(backups);
  if (replacing.value !== null) return <Replacing />;
  return (
    <>
      <ul class="rows backups" aria-label={texts.list}>
        {backups.map((backup) => (
          <BackupRow key={backup.name} backup={backup} found={found.get(backup.name) ?? null} removable={removable} />
        ))}
      </ul>
      <button type="button" class="button" disabled={isLooking} onClick={look}>
        {isLooking ? texts.examining : texts.examine}
      </button>
    </>
  );
}

/** What is being done to the database as a whole. */
export function Replacing() {
  const what = replacing.value;
  return (
    <p role="status" class="part-note">
      {what === 'rebuilding' ? texts.rebuildingNow : texts.restoring}
    </p>
  );
}

function BackupRow({
  backup,
  found,
  removable,
}: {
  readonly backup: Backup;
  readonly found: BackupExamined | null;
  readonly removable: boolean;
}) {
  const when = instantWords(backup.created);
  const shape = shapeWords(backup);
  return (
    <li>
      <b class="figures">{when}</b>
      <span>
        {backup.reason}
        <span class="mono muted name">{backup.name}</span>
        {found?.problem != null && (
          <span class="problem" role="alert">
            {found.problem}
          </span>
        )}
      </span>
      <span class="figures muted">{found?.ok === true ? `${shape} · ${texts.whole}` : shape}</span>
      <span class="figures muted">{bytes(backup.bytes)}</span>
      {!readOnly.value && backup.shape !== null && found?.ok !== false && (
        <button type="button" class="button" aria-label={texts.restoreOf(when)} onClick={() => askToRestore(backup)}>
          {texts.restore}
        </button>
      )}
      {removable && !readOnly.value && backup.kind !== 'backup' && (
        <button type="button" class="button" aria-label={texts.removeOf(when)} onClick={() => askToRemove(backup)}>
          {texts.remove}
        </button>
      )}
    </li>
  );
}

function shapeWords({ kind, shape }: Backup): string {
  if (kind === 'kept-log') return texts.keptLog;
  return shape === null ? texts.foreign : texts.shape(shape);
}

/** What a closer look found, asked for by hand: it reads every backup whole. It ends when the list is left. */
function useExamined(backups: readonly Backup[]) {
  const [found, setFound] = useState<ReadonlyMap<string, BackupExamined>>(new Map());
  const [isLooking, setLooking] = useState(false);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const look = () => {
    setLooking(true);
    const { signal } = stop.current;
    examineBackups(backups, (name, one) => setFound((before) => new Map(before).set(name, one)), signal)
      .catch((thrown: unknown) => {
        if (!signal.aborted) notifyError(thrown);
      })
      .finally(() => setLooking(false));
  };
  return { found, isLooking, look };
}

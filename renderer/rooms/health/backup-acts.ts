import { signal } from '@preact/signals';
import type { Backup, BackupExamined } from '../../../main/contract/health.ts';
import { api } from '../../api/api.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { bytes } from '../../shared/lib/figures.ts';
import { notify, notifyError } from '../../shared/state/notices.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { navigate } from '../../shared/state/route.ts';
import { resume } from '../../shared/state/taking-in.ts';
import { forgetActs } from '../../shared/state/undo.ts';
import { backupTexts as texts } from './backup-texts.ts';

/** What is done to the database as a whole: one thing at a time, and nothing else meanwhile. */
export const replacing = signal<'restoring' | 'rebuilding' | null>(null);

/** Looks at backups one after the other, and tells of each as it is known. */
export async function examineBackups(
  backups: readonly Backup[],
  told: (name: string, found: BackupExamined) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const { name, kind } of backups) {
    if (signal.aborted) return;
    if (kind === 'kept-log') continue;
    told(name, await api.call('backups.examine', { name }, { signal }));
  }
}

/** Asks before a backup takes the place of the database. */
export function askToRestore(backup: Backup): void {
  overlay.value = {
    kind: 'confirm',
    title: texts.restoreTitle,
    text: texts.restoreText(instantWords(backup.created)),
    action: texts.restoreAction,
    run: () => void replace('restoring', () => restore(backup)),
  };
}

/** Asks before what was set aside is deleted: it can't be undone. */
export function askToRemove({ name, created, bytes: size }: Backup): void {
  overlay.value = {
    kind: 'confirm',
    title: texts.removeTitle,
    text: texts.removeText(instantWords(created), bytes(size)),
    action: texts.removeAction,
    run: () =>
      void api
        .call('backups.removeSetAside', { name, confirm: true })
        .then((removed) => notify(texts.removed(bytes(removed.bytes))), notifyError),
  };
}

/** Asks before the database is made anew. */
export function askToRebuild(): void {
  overlay.value = {
    kind: 'confirm',
    title: texts.rebuildTitle,
    text: texts.rebuildText,
    action: texts.rebuildAction,
    run: () => void replace('rebuilding', rebuild),
  };
}

async function replace(what: 'restoring' | 'rebuilding', work: () => Promise<void>): Promise<void> {
  if (replacing.value !== null) return;
  replacing.value = what;
  try {
    await work();
  } catch (thrown) {
    notifyError(thrown);
  } finally {
    replacing.value = null;
  }
}

async function restore({ name, created }: Backup): Promise<void> {
  const { setAside } = await api.call('backups.restore', { name, confirm: true });
  // What was done before is of another database.
  forgetActs();
  notify(texts.restored(instantWords(created), setAside));
}

async function rebuild(): Promise<void> {
  const { setAside, import: waiting } = await api.call('library.rebuild', { confirm: true });
  forgetActs();
  notify(texts.rebuilding(setAside));
  navigate({ room: 'import' });
  if (waiting !== null) void resume(waiting).catch(notifyError);
}

import { runBackupTask } from '../../../db/backups/run.ts';
import { type BackupExamined, VerbatimError } from '../../contract/index.ts';
import { pathOfBackup } from './list.ts';

/** Looks whether a backup is whole and can be opened by this program. Throws `not-found` for one that isn't there. */
export async function examineBackup(library: string, name: string, signal: AbortSignal): Promise<BackupExamined> {
  const file = await pathOfBackup(library, name);
  if (file === null) throw new VerbatimError('not-found', `There is no backup called “${name}” any more.`, { name });
  try {
    await runBackupTask('examine', { file }, signal);
    return { ok: true, problem: null };
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    return { ok: false, problem: error.message };
  }
}

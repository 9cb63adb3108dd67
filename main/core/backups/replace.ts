import { join } from 'node:path';
import type { Replacement } from '../../../db/backups/restore.ts';
import { runBackupTask } from '../../../db/backups/run.ts';
import { isReplacing } from '../../../db/backups/set-aside.ts';
import { type LibraryReplaced, VerbatimError } from '../../contract/index.ts';
import { originalsFolderName } from '../originals/store.ts';
import { storedOriginals } from '../originals/unused.ts';
import { pathOfBackup } from './list.ts';

/**
 * What takes the place of a library's database, by a backup's name; null for an empty one that is filled from the
 * originals. Throws `not-found` for a backup that isn't there, and where there are no originals.
 */
export async function replacementFor(library: string, backup: string | null): Promise<Replacement> {
  if (backup === null) {
    const originals = join(library, originalsFolderName);
    for await (const _ of storedOriginals({ folder: originals })) return { kind: 'rebuild', originals };
    throw new VerbatimError(
      'not-found',
      `There are no originals in ${originals}, so nothing can be rebuilt from them; nothing was changed.`,
    );
  }
  const path = await pathOfBackup(library, backup);
  if (path === null) throw new VerbatimError('not-found', `${library} has no backup called “${backup}”.`, { backup });
  return { kind: 'backup', name: backup, path };
}

export interface ReplaceOptions {
  readonly agent: string;
  readonly signal: AbortSignal;
  /** Closes the library, where this process has it open. What is to be put in its place is ready then. */
  readonly close?: () => Promise<void>;
}

/**
 * Puts a backup, or an empty database that is to be filled from the originals, in the place of a library's
 * database, which is set aside. What is to come is made ready and looked at before anything is closed or moved.
 * Throws, and leaves everything as it was, for a backup that is damaged or from a newer program, and for a
 * library that another program has open for writing.
 */
export async function replaceDatabase(
  library: string,
  replacement: Replacement,
  { agent, signal, close }: ReplaceOptions,
): Promise<LibraryReplaced> {
  await finishBroken(library, agent);
  const note = await runBackupTask('prepare', { library, replacement, agent }, signal);
  if (signal.aborted) await runBackupTask('drop', { library });
  signal.throwIfAborted();
  await close?.();
  // From here on it isn't given up: it takes moments, and ends in one state or the other.
  await runBackupTask('place', { library, note, agent });
  return { setAside: note.setAside };
}

/**
 * Ends what a process that was killed had begun to replace, before the library is opened for writing. Answers with
 * a sentence for the person, or null where nothing was left.
 */
export async function finishBroken(library: string, agent: string): Promise<string | null> {
  return isReplacing(library) ? runBackupTask('finish', { library, agent }) : null;
}

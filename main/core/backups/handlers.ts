import type { ImportId, LibraryReplaced } from '../../contract/index.ts';
import type { MethodHandlers } from '../handlers.ts';
import { examineBackup } from './examine.ts';
import { listBackups } from './list.ts';
import { replaceDatabase, replacementFor } from './replace.ts';

/** What is answered whether or not the library could be opened. */
export type BackupMethods = Pick<
  MethodHandlers,
  'backups.list' | 'backups.examine' | 'backups.restore' | 'library.rebuild'
>;

/** The library that a person works with: open, or one that could not be opened. */
export interface LibraryToReplace {
  /** Its folder. Throws where there is none, or where it may not be changed. */
  folder(purpose: 'look' | 'change'): string;
  close(): Promise<void>;
  /** Opens whatever lies there now, for writing, and tells everybody. */
  open(folder: string): Promise<void>;
  /** The import that waits in it, or null. */
  waitingImport(): Promise<ImportId | null>;
}

export function backupMethods(library: LibraryToReplace, agent: string): BackupMethods {
  const replace = async (backup: string | null, signal: AbortSignal): Promise<LibraryReplaced> => {
    const folder = library.folder('change');
    const replacement = await replacementFor(folder, backup);
    let isClosed = false;
    const close = async (): Promise<void> => {
      isClosed = true;
      await library.close();
    };
    try {
      return await replaceDatabase(folder, replacement, { agent, signal, close });
    } finally {
      // Replaced or not: where it was closed it is opened again, and what lies there is shown.
      if (isClosed) await library.open(folder);
    }
  };
  return {
    'backups.list': () => listBackups(library.folder('look')),
    'backups.examine': ({ name }, { signal }) => examineBackup(library.folder('look'), name, signal),
    'backups.restore': ({ name }, { signal }) => replace(name, signal),
    'library.rebuild': async (_input, { signal }) => {
      const replaced = await replace(null, signal);
      return { ...replaced, import: await library.waitingImport() };
    },
  };
}

export function isBackupMethod(name: string): name is keyof BackupMethods {
  return ['backups.list', 'backups.examine', 'backups.restore', 'library.rebuild'].includes(name);
}

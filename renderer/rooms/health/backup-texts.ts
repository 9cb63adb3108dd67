/** Backups: their list, restoring one, and making a lost database anew. */
export const backupTexts = {
  list: 'Backups',
  backUp: 'Back up now',
  backingUp: 'Backing up',
  backedUp: (name: string) => `Backed up as “${name}”`,
  none: 'There is no backup yet. One is made by itself before every change of the database’s shape.',
  content:
    'A backup holds the database: texts, marks, codes, collections, settings, the log. Not in it are the originals (the files that articles were taken from, and the pictures that they show), the program’s own notes and what was set aside. It lies on the same disk: to be safe from a broken one, copy the whole folder of the library elsewhere.',
  kept: (byHand: number, before: number) =>
    `The newest ${byHand} made by hand are kept and the newest ${before} made before a change of shape; older ones are removed when a new one is made. One that you give another name stays.`,
  shape: (shape: number) => `Shape ${shape}`,
  foreign: 'No library',
  whole: 'Whole',
  examine: 'Look whether they are whole',
  examining: 'Looking…',
  restore: 'Restore…',
  remove: 'Remove…',
  removeOf: (when: string) => `Remove what was set aside on ${when}`,
  removeTitle: 'Remove what was set aside?',
  removeText: (when: string, size: string) =>
    `What was set aside on ${when} (${size}) is deleted for good and can’t be restored any more. The library itself, its backups and its originals are not touched.`,
  removeAction: 'Remove',
  removed: (size: string) => `Removed; ${size} became free.`,
  aside: (count: number, size: string) =>
    `${count === 1 ? 'One of them was' : `${count} of them were`} set aside (${size}), when a backup was restored, the library was rebuilt or a damaged log was kept. Nothing removes them but you.`,
  keptLog: 'A log',
  restoreOf: (when: string) => `Restore the backup of ${when}`,
  restoreTitle: 'Restore this backup?',
  restoreText: (when: string) =>
    `The library goes back to how it was on ${when}. What it is now is set aside in its folder, deleted by nothing, and can be restored from this list in the same way. Originals are not touched.`,
  restoreAction: 'Restore',
  restoring: 'Restoring the backup. It is looked through first, so this takes as long as reading it.',
  restored: (when: string, setAside: string) =>
    `The library is as it was on ${when}. What it was before lies in “${setAside}”. Check now whether every original is there.`,
  rebuild: 'Rebuild from the originals…',
  rebuildTitle: 'Rebuild the library from its originals?',
  rebuildText:
    'Whatever lies in place of the database is set aside in the library’s folder, and everything among the originals is read again. Articles, pictures inside pages and suggested statements come back. Notes, highlights, codes, decisions about statements, collections, names of files, where and when pages were captured and awaited pages do not. Restore a backup instead where there is a good one.',
  rebuildAction: 'Rebuild',
  rebuildingNow: 'Setting the database aside',
  rebuilding: (setAside: string) =>
    `The originals are being taken in again. What lay in place of the database is in “${setAside}”.`,
  ways: 'What can be done',
} as const;

import { constants, copyFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { databaseName, newSetAside, sync, syncFolder } from './backups/set-aside.ts';
import { makeOwnFolder } from './private-files.ts';
import { damageOfLog } from './write-ahead-log.ts';

/** A damaged log of a library, which was kept before SQLite dropped what it could not read. */
export interface BrokenLog {
  /** How many finished changes could not be read; null where that can't be told. */
  readonly changes: number | null;
  /** For a person: what may be lost, what is there, and where the log was kept. */
  readonly sentence: string;
}

/**
 * Looks at the log beside a library's database, and copies a damaged one into a folder of its own. Only for who holds the
 * lock for writing, before the database is opened. Throws what the system says when it can't be copied: what may be
 * somebody's evidence isn't dropped then.
 */
export function keepBrokenLog(file: string): BrokenLog | null {
  const log = `${file}-wal`;
  const damage = damageOfLog(log);
  if (damage === null) return null;
  const library = dirname(file);
  const name = newSetAside(library, new Date());
  const kept = join(name, `${databaseName}-wal`);
  makeOwnFolder(join(library, name));
  copyFileSync(log, join(library, kept), constants.COPYFILE_FICLONE);
  sync(join(library, kept));
  syncFolder(join(library, name));
  const changes = damage.kind === 'broken' ? damage.changes : null;
  const what =
    damage.kind === 'unreadable'
      ? 'could not be read'
      : changes === null
        ? 'is damaged, and could be read only up to there'
        : `is damaged before its last ${changes === 1 ? 'change' : `${changes} changes`}, and could be read only up to there`;
  return {
    changes,
    sentence: `${basename(log)}, the library's file of what was saved last, ${what}: what was done in the time before Verbatim last ended may be missing. What was saved earlier is there. The damaged file was kept as ${kept}; look through what you did last, and do again what is missing.`,
  };
}

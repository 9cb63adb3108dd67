import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseName, isReplacing } from '../../../db/backups/set-aside.ts';
import { VerbatimError } from '../../contract/index.ts';
import { listDatabases } from '../backups/list.ts';
import { originalsFolderName } from '../originals/store.ts';
import { storedOriginals } from '../originals/unused.ts';

/**
 * Throws `library-damaged` where a library's database is gone or empty, and what it has told of still lies there:
 * an empty library in its place would look as if nothing had ever been kept. Says what can be done.
 */
export async function refuseLost(folder: string): Promise<void> {
  const bytes = await sizeOf(join(folder, databaseName));
  if (bytes !== null && bytes > 0) return;
  if (isReplacing(folder))
    throw new VerbatimError(
      'library-damaged',
      `Restoring the library ${folder} was broken off. Open it for writing once, which ends that.`,
    );
  let originals = 0;
  for await (const _ of storedOriginals({ folder: join(folder, originalsFolderName) })) originals += 1;
  const backups = (await listDatabases(folder)).length;
  if (originals + backups === 0) return;
  const lost = bytes === null ? `has no ${databaseName}` : `has an empty ${databaseName}`;
  const kept = [
    originals === 0 ? null : originals === 1 ? 'one original' : `${originals} originals`,
    backups === 0 ? null : backups === 1 ? 'one backup' : `${backups} backups`,
  ].filter((part) => part !== null);
  const ways = [backups === 0 ? null : 'restore a backup', originals === 0 ? null : 'rebuild it from its originals'];
  throw new VerbatimError(
    'library-damaged',
    `The library ${folder} ${lost}, beside ${kept.join(' and ')}. Nothing was changed: ${ways.filter((way) => way !== null).join(', or ')}.`,
    { originals, backups },
  );
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

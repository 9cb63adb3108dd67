import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runBackupTask } from '../../../db/backups/run.ts';
import { databaseName } from '../../../db/backups/set-aside.ts';
import { shapeOf } from '../../../db/backups/shape.ts';
import { latestVersion } from '../../../db/migrations/index.ts';
import { type CheckLine, type Sha256, toErrorData, type VerbatimError } from '../../contract/index.ts';
import { examineBackup } from '../backups/examine.ts';
import { listDatabases } from '../backups/list.ts';
import type { JobControl } from '../handlers.ts';
import { OriginalStore } from '../originals/store.ts';
import { storedOriginals } from '../originals/unused.ts';

/** Files that are named one by one. */
const mostNamed = 20;

/**
 * Looks at a library that can't be opened, as far as that goes without its database: the file itself, every original
 * against the hash that it lies under, every backup; and says what can be done. Nothing is changed. The first line is
 * why it can't be opened.
 */
export async function* checkClosedLibrary(
  folder: string,
  why: VerbatimError,
  job: Pick<JobControl, 'signal' | 'progress'>,
): AsyncGenerator<CheckLine> {
  yield { check: 'library', ok: false, detail: why.message };
  yield await checkDatabase(folder, job.signal);
  const originals = new OriginalStore(folder);
  const found = yield* checkStored(originals, job);
  const whole: string[] = [];
  for (const { name, created } of await listDatabases(folder)) {
    const { ok, problem } = await examineBackup(folder, name, job.signal);
    if (ok) whole.push(name);
    yield { check: 'backup', ok, detail: ok ? `${name}, made ${created}, is whole and opens.` : `${name}: ${problem}` };
  }
  yield { check: 'what can be done', ok: true, detail: advice(folder, why, { backup: whole[0] ?? null, ...found }) };
}

async function checkDatabase(folder: string, signal: AbortSignal): Promise<CheckLine> {
  const file = join(folder, databaseName);
  const check = 'database';
  try {
    const { size } = await stat(file);
    if (size === 0) return { check, ok: false, detail: `${file} is empty.` };
    const shape = shapeOf(file);
    const told = `${file}, ${size} bytes`;
    if (shape === null)
      return { check, ok: false, detail: `${told}: its first bytes are not those of a library’s database.` };
    if (shape > latestVersion)
      return {
        check,
        ok: false,
        detail: `${told}: it has shape ${shape}; this program knows shapes up to ${latestVersion}.`,
      };
    await runBackupTask('examine', { file }, signal);
    return { check, ok: true, detail: `${told}: it has shape ${shape}, and SQLite finds it sound.` };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { check, ok: false, detail: `${file} is not there.` };
    return { check, ok: false, detail: toErrorData(error, file).message };
  }
}

/** Every file among the originals against its name; which of them the library refers to, only the database knows. */
async function* checkStored(
  originals: OriginalStore,
  { signal, progress }: Pick<JobControl, 'signal' | 'progress'>,
): AsyncGenerator<CheckLine, { readonly originals: number }> {
  const wrong: Sha256[] = [];
  let files = 0;
  let bytes = 0;
  for await (const sha256 of storedOriginals(originals)) {
    signal.throwIfAborted();
    files += 1;
    bytes += (await stat(originals.path(sha256))).size;
    if ((await originals.look(sha256, signal)) !== 'whole') wrong.push(sha256);
    progress({
      phase: 'working',
      items: { done: files, total: 0 },
      bytes: { done: bytes, total: 0 },
      secondsLeft: null,
      current: sha256,
    });
  }
  for (const sha256 of wrong.slice(0, mostNamed))
    yield { check: 'original', ok: false, detail: `${sha256} does not have the bytes that it is kept under.` };
  if (wrong.length > mostNamed)
    yield { check: 'original', ok: false, detail: `${wrong.length - mostNamed} more don’t either.` };
  const sound = files - wrong.length;
  yield {
    check: 'originals',
    ok: wrong.length === 0,
    detail: `${files} files, ${bytes} bytes lie in ${originals.folder}; ${wrong.length === 0 ? 'each has' : `${sound} have`} the hash it is kept under. Which of them the library refers to can’t be told without its database.`,
  };
  return { originals: sound };
}

function advice(
  folder: string,
  { code }: VerbatimError,
  { backup, originals }: { readonly backup: string | null; readonly originals: number },
): string {
  const ways = [
    code === 'library-newer' ? 'Open it with the newer Verbatim that wrote it.' : null,
    backup === null ? null : `Put the backup ${backup} in its place: verbatim restore-backup ${folder} ${backup}`,
    originals === 0
      ? null
      : `Read the articles again from their originals: verbatim rebuild ${folder} (marks, codes and collections that no backup holds don’t come back).`,
  ].filter((way) => way !== null);
  return ways.length === 0
    ? 'There is neither a whole backup nor an original in it. Look for a copy of the folder or a hand-over package elsewhere.'
    : ways.join(' ');
}

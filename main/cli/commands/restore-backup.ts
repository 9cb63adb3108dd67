import { VerbatimError } from '../../contract/index.ts';
import { listBackups } from '../../core/backups/list.ts';
import { replaceDatabase, replacementFor } from '../../core/backups/replace.ts';
import { libraryFolder } from '../../core/library/session.ts';
import { agent } from '../../launch/installation.ts';
import type { Output } from '../output.ts';
import { line } from '../printable.ts';
import { type ExitCode, withLibrary } from '../session.ts';

/** Puts a backup (the newest, where none is named) in the place of a library's database, which is set aside. */
export async function restoreBackupCommand(
  output: Output,
  signal: AbortSignal,
  { library, name }: { readonly library: string; readonly name: string | null },
): Promise<ExitCode> {
  const folder = libraryFolder(library);
  const backup = name ?? (await newest(folder));
  const replacement = await replacementFor(folder, backup);
  const { setAside } = await replaceDatabase(folder, replacement, { agent: agent(), signal });
  return withLibrary(library, 'write', { output, signal }, async ({ api }) => {
    const state = await api.call('library.state', {});
    if (state.status !== 'open') throw new VerbatimError('no-library', `${folder} could not be opened.`);
    const { articles, annotations } = state.library;
    await output.result(
      { restored: backup, setAside, articles, annotations },
      () =>
        line`${backup} was restored: ${articles} articles, ${annotations} annotations. What was there before lies in ${setAside}. “verbatim check” says whether every original is there.`,
    );
    return 0;
  });
}

async function newest(folder: string): Promise<string> {
  const backup = (await listBackups(folder)).find(({ kind }) => kind === 'backup');
  if (backup === undefined) throw new VerbatimError('not-found', `${folder} has no backup. Nothing was changed.`);
  return backup.name;
}

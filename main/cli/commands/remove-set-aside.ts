import { VerbatimError } from '../../contract/index.ts';
import type { Output } from '../output.ts';
import { line } from '../printable.ts';
import { type ExitCode, withLibrary } from '../session.ts';

export interface RemoveSetAsideOptions {
  readonly library: string;
  readonly names: readonly string[];
  /** All but so many of the newest, instead of names. */
  readonly butNewest: number | null;
}

/** Removes what a restored backup, a rebuilding or a damaged log left in `set-aside/`: by name, or all but the newest. */
export async function removeSetAsideCommand(
  output: Output,
  signal: AbortSignal,
  { library, names, butNewest }: RemoveSetAsideOptions,
): Promise<ExitCode> {
  if ((names.length === 0) === (butNewest === null))
    throw new VerbatimError(
      'bad-input',
      'Give the names of what is to go (“verbatim backups” lists them), or --but-newest and a number. Nothing was removed.',
    );
  return withLibrary(library, 'write', { output, signal }, async ({ api }) => {
    const aside = (await api.call('backups.list', {})).filter(({ kind }) => kind !== 'backup');
    const chosen = butNewest === null ? names : aside.slice(butNewest).map(({ name }) => name);
    if (chosen.length === 0) output.remark(line`There is nothing to remove: ${aside.length} set aside.`);
    for (const name of chosen) {
      if (signal.aborted) return 1;
      const { bytes } = await api.call('backups.removeSetAside', { name, confirm: true });
      await output.result({ removed: name, bytes }, () => line`removed  ${name}  ${output.faint(`${bytes} bytes`)}`);
    }
    return 0;
  });
}

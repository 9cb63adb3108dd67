import { VerbatimError } from '../../contract/index.ts';
import { replaceDatabase, replacementFor } from '../../core/backups/replace.ts';
import { createCore } from '../../core/create-core.ts';
import { libraryFolder } from '../../core/library/session.ts';
import { agent } from '../../launch/installation.ts';
import type { Output } from '../output.ts';
import { line } from '../printable.ts';
import { type ExitCode, type Session, withLibrary } from '../session.ts';
import { followImport } from './import.ts';

const notBack =
  'Annotations, decisions about statements, codes, collections, where and when pages were captured, names of files and awaited pages do not come back by this.';

/**
 * Sets a library's database aside and takes everything in again that lies among its originals. One that was
 * broken off goes on. A library that opens is only rebuilt when that is asked for.
 */
export async function rebuildCommand(
  output: Output,
  signal: AbortSignal,
  { library, anyway }: { readonly library: string; readonly anyway: boolean },
): Promise<ExitCode> {
  const folder = libraryFolder(library);
  const state = anyway ? 'lost' : await whatIsThere(folder);
  if (state === 'whole')
    throw new VerbatimError(
      'conflict',
      `${folder} can be opened, and rebuilding it would lose what only its database holds. Restore a backup (“verbatim restore-backup”), or give --anyway. Nothing was changed.`,
    );
  if (state === 'lost') {
    const replacement = await replacementFor(folder, null);
    const { setAside } = await replaceDatabase(folder, replacement, { agent: agent(), signal });
    output.remark(line`What lay in place of the database is in ${setAside}. ${notBack}`);
  }
  return withLibrary(library, 'write', { output, signal }, takeOriginals);
}

/** The import that waits in a rebuilt library takes its originals in. */
async function takeOriginals(session: Session): Promise<ExitCode> {
  const unfinished = (await session.api.call('imports.list', {})).find(({ ended }) => ended === null);
  if (unfinished === undefined) return 0;
  return followImport(session, [], (options) => session.api.call('import.resume', { id: unfinished.id }, options));
}

/** Whether a library opens, is being rebuilt, or is lost. Throws where there is nothing to rebuild. */
async function whatIsThere(folder: string): Promise<'whole' | 'under-way' | 'lost'> {
  const core = createCore({ agent: agent() });
  try {
    const state = await core.openLibrary(folder, { mode: 'write', create: false });
    if (state.status === 'busy')
      throw new VerbatimError('library-busy', `${folder} is open elsewhere (${state.heldBy}). Close it there.`);
    if (state.status === 'failed') {
      if (state.code === 'library-damaged') return 'lost';
      throw new VerbatimError('library-missing', state.message);
    }
    const imports = await core.context().pool.read('imports.list');
    return imports.some(({ ended, chosen }) => ended === null && chosen.includes('originals')) ? 'under-way' : 'whole';
  } finally {
    await core.close();
  }
}

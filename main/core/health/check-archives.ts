import { stat } from 'node:fs/promises';
import type { CheckLine } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { hashFile } from '../originals/hash.ts';

/**
 * Looks at the web archives that are referred to where they lie (copies are originals and are looked at as
 * such). One that is not at its place is told and is no fault of the library: every record that was taken
 * from it is an original of its own.
 */
export async function* checkArchives(context: CoreContext, signal: AbortSignal): AsyncGenerator<CheckLine> {
  for (const { name, path, bytes, sha256, copied } of await context.pool.read('archives.list')) {
    if (copied || path === null || sha256 === null) continue;
    const line = (ok: boolean, detail: string): CheckLine => ({ check: 'archive', ok, detail });
    const size = await sizeOf(path);
    if (size === null)
      yield line(true, `${name} is not at its place (${path}) and was not looked at. What was taken from it is kept.`);
    else if (size !== bytes || (await hashFile(path, signal)) !== sha256)
      yield line(
        false,
        `${name} (${path}) was changed since it was taken in. What was taken from it is kept as it was; put the unchanged archive back to refer to it.`,
      );
    else yield line(true, `${name} is at its place and has the hash it was taken in with.`);
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    // Moved, deleted, or on a disk that isn't connected: which of them makes no difference here.
    return null;
  }
}

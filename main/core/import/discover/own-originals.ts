import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'valibot';
import { Sha256 } from '../../../contract/index.ts';
import { imageType } from '../../../formats/shared/html/images.ts';
import type { CoreContext } from '../../context.ts';
import { storedOriginals } from '../../originals/unused.ts';
import { refusal } from '../report/report.ts';
import type { FoundLine } from './containers/open-containers.ts';
import { readStart } from './file-start.ts';
import { explainReadError, type Found } from './walk.ts';

/** A file among the library's own originals: known by its hash, its name and its date are lost. */
export type FoundOriginal = Omit<FileAsItLies, 'modified'> & { readonly modified: null };
type FileAsItLies = Extract<Found, { kind: 'file' }>;

/** Whether what a person chose are the library's own originals, to be taken in once more. */
export function areOwnOriginals(context: CoreContext, root: string): boolean {
  return root === context.originals.folder;
}

/** Everything that lies among the originals under its hash. Dates of files there are those of importing, so none is told. */
export async function* walkOriginals(
  context: CoreContext,
  signal: AbortSignal,
): AsyncGenerator<FoundOriginal | Extract<Found, { kind: 'problem' }>> {
  for await (const sha256 of storedOriginals(context.originals)) {
    signal.throwIfAborted();
    const path = context.originals.path(sha256);
    const shown = shownOriginal(sha256);
    try {
      const { size } = await stat(path);
      yield { kind: 'file', path, shown, bytes: size, modified: null, companions: null };
    } catch (error) {
      yield { kind: 'problem', path, shown, reason: await explainReadError(error, path) };
    }
  }
}

/** As a report names it. */
function shownOriginal(sha256: string): string {
  return `originals/${sha256.slice(0, 16)}…`;
}

/** What one of the originals is: something to be read, a picture, or no original at all, with the reason. */
export async function judgeOriginal(
  context: CoreContext,
  { path, bytes }: Pick<FileAsItLies, 'path' | 'bytes'>,
  signal: AbortSignal,
): Promise<'readable' | 'picture' | { readonly reason: string }> {
  const found = await context.originals.look(parse(Sha256, basename(path)), signal);
  if (found !== 'whole')
    return {
      reason:
        'Its bytes do not have the hash that it is named by, so it is not what was taken in. It was left where it is.',
    };
  const start = await readStart(path, bytes);
  return start !== null && imageType(start.bytes) !== null ? 'picture' : 'readable';
}

/** Tells of pictures once, at the end: they are no articles, and pages find them again. */
export function picturesLine(context: CoreContext, pictures: number): FoundLine {
  const what = pictures === 1 ? '1 picture is no article' : `${pictures} pictures are no articles`;
  const reason = `${what}. Those that stand in a page or an archive are found again with it; the others stay among the originals, and nothing refers to them.`;
  return {
    kind: 'line',
    file: context.originals.folder,
    line: { ...refusal('originals', 0, reason), outcome: 'mentioned' },
    release: () => undefined,
    abandon: () => undefined,
  };
}

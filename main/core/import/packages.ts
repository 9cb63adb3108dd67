import { looksLikeAnnotations } from '../../formats/read/services/looks-like-annotations.ts';
import { streamRegularFile } from '../../formats/shared/regular-file.ts';
import { isZip } from '../../formats/shared/zip/zip-format.ts';
import type { CoreContext } from '../context.ts';
import { sniffBag } from '../restore/sniff.ts';
import type { ImportRun } from './commit/take-file.ts';
import type { FoundFile } from './discover/containers/open-containers.ts';
import type { FileStart } from './discover/file-start.ts';
import { explainReadError } from './discover/walk.ts';
import { isUnfinished, readWholeFile } from './read/read-file.ts';
import { refusal } from './report/report.ts';

/**
 * What comes in whole rather than as an article: a hand-over package (a bag, as a folder or a zip)
 * and files of annotations.
 */

/** Whether a folder is a package, to be taken as one instead of walked. */
export function claimsFolder(folder: string): Promise<boolean> {
  return sniffBag(folder);
}

export async function takePackage(context: CoreContext, path: string, shown: string, run: ImportRun): Promise<void> {
  const { restoreBag } = await import('../restore/index.ts');
  for await (const line of restoreBag(context, path, { signal: run.signal }))
    run.report.add(path, { ...line, path: line.path === '' ? shown : `${shown} › ${line.path}` });
}

/** Whether a file is a package that was zipped. */
export async function isPackageFile(path: string, start: FileStart | null): Promise<boolean> {
  return start !== null && isZip(start.bytes) && (await sniffBag(path));
}

/** Takes a file that holds annotations; false when it doesn't. */
export async function takeAnnotationsFile(context: CoreContext, file: FoundFile, run: ImportRun): Promise<boolean> {
  const { start } = file;
  if (start === null || !looksLikeAnnotations(start.bytes)) return false;
  const { path, shown: name, bytes } = file;
  const unfinished = isUnfinished(path) ? await readWholeFile(file, run.signal) : null;
  if (unfinished?.kind === 'refused') {
    run.report.add(path, refusal(name, bytes, unfinished.reason));
    return true;
  }
  const stream = async function* (): AsyncIterable<Uint8Array> {
    yield* await streamRegularFile(path, { highWaterMark: 256 * 1024, signal: run.signal });
  };
  const { importAnnotations } = await import('../restore/annotations.ts');
  try {
    for await (const line of importAnnotations(context, { name, bytes, stream }, run.signal))
      run.report.add(path, line);
  } catch (error) {
    run.signal.throwIfAborted();
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    run.report.add(path, refusal(name, bytes, await explainReadError(error, path)));
  }
  return true;
}

import { open } from 'node:fs/promises';
import type { CoreContext } from '../context.ts';
import { importAnnotations, sniffAnnotations } from '../restore/annotations.ts';
import { restoreBag, sniffBag } from '../restore/index.ts';
import { readWholeFile } from './read-file.ts';
import { refusal } from './report.ts';
import type { ImportRun } from './take-file.ts';
import type { Found } from './walk.ts';

/**
 * What comes in whole rather than as an article: a hand-over package (a bag, as a folder or a zip)
 * and files of annotations.
 */

/** Whether a folder is a package, to be taken as one instead of walked. */
export function claimsFolder(folder: string): Promise<boolean> {
  return sniffBag(folder);
}

export async function takePackage(context: CoreContext, path: string, shown: string, run: ImportRun): Promise<void> {
  for await (const line of restoreBag(context, path, { signal: run.signal }))
    run.report.add(path, { ...line, path: line.path === '' ? shown : `${shown} › ${line.path}` });
}

const headLength = 4096;

/** Whether a file is a package that was zipped. */
export async function isPackageFile(path: string): Promise<boolean> {
  const head = await readHead(path);
  return head !== null && head[0] === 0x50 && head[1] === 0x4b && (await sniffBag(path));
}

/** Takes a file that holds annotations; false when it doesn't. */
export async function takeAnnotationsFile(
  context: CoreContext,
  file: Extract<Found, { kind: 'file' }>,
  run: ImportRun,
): Promise<boolean> {
  const head = await readHead(file.path);
  if (head === null || !sniffAnnotations(head)) return false;
  const read = await readWholeFile(file.path, file.bytes, run.signal);
  if (read.kind === 'refused') run.report.add(file.path, refusal(file.shown, file.bytes, read.reason));
  else run.report.add(file.path, ...(await importAnnotations(context, read.bytes, file.shown)));
  return true;
}

/** The first bytes of a file; null where it can't be read, which the next step then explains. */
async function readHead(path: string): Promise<Uint8Array | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

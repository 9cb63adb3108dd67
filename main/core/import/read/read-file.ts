import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { parse } from 'valibot';
import { Sha256 } from '../../../contract/index.ts';
import { readRegularFile } from '../../../formats/shared/regular-file.ts';
import type { FoundFile } from '../discover/containers/open-containers.ts';
import { explainReadError } from '../discover/walk.ts';

/** Larger files are refused: they would be held in memory while they are parsed. */
const largestFile = 256 * 1024 * 1024;

/** Whether a file's ending is one that browsers and other programs give it while they write it. */
export function isUnfinished(path: string): boolean {
  return unfinished.test(path);
}
const unfinished = /\.(part|partial|crdownload|download|tmp|opdownload)$/i;

export type FileBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly sha256: Sha256 }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads a whole file, or says why it was not taken: too large, empty, unreadable, or still being written. */
export async function readWholeFile(
  { path, bytes: expectedBytes, start }: Pick<FoundFile, 'path' | 'bytes' | 'start'>,
  signal: AbortSignal,
): Promise<FileBytes> {
  const refuse = (reason: string): FileBytes => ({ kind: 'refused', reason });
  if (isUnfinished(path))
    return refuse('It is an unfinished download, by its name. Let the download end, then add the finished file.');
  if (expectedBytes > largestFile)
    return refuse(
      `It has ${Math.round(expectedBytes / 1_048_576)} MB; files of up to ${largestFile / 1_048_576} MB are taken. Split it, or save the pages one by one.`,
    );
  if (expectedBytes === 0) return refuse('It is empty. Save or download it again.');
  if (start?.isWhole) return { kind: 'bytes', bytes: start.bytes, sha256: await hashInSlices(start.bytes) };
  try {
    const bytes = await readRegularFile(path, largestFile, signal);
    if (bytes === null || bytes.byteLength !== expectedBytes)
      return refuse('It was being written while it was read. Add it again when it is finished.');
    return { kind: 'bytes', bytes, sha256: await hashInSlices(bytes) };
  } catch (error) {
    signal.throwIfAborted();
    return refuse(await explainReadError(error, path));
  }
}

const slice = 8 * 1024 * 1024;

/** SHA-256 in slices of about 10 ms, so that a large file does not hold up the thread that hosts the window. */
export async function hashInSlices(bytes: Uint8Array): Promise<Sha256> {
  const hash = createHash('sha256');
  for (let start = 0; start < bytes.byteLength; start += slice) {
    if (start > 0) await setImmediate();
    hash.update(bytes.subarray(start, start + slice));
  }
  return parse(Sha256, hash.digest('hex'));
}

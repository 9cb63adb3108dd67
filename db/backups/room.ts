import { statfsSync } from 'node:fs';
import { VerbatimError } from '../../main/contract/errors.ts';

/** What is left free beside a backup, in bytes: the library itself goes on being written on the same disk. */
const leftFree = 32 * 1024 * 1024;

/**
 * Throws `disk-full`, before anything is written, where a copy of so many bytes would not leave the disk of a folder enough.
 * A disk that doesn't say how large it is (some network drives) is believed.
 */
export function refuseWithoutRoom(folder: string, bytes: number): void {
  const { bavail, bsize, blocks } = statfsSync(folder);
  if (blocks === 0) return;
  const free = bavail * bsize;
  if (bytes + leftFree <= free) return;
  throw new VerbatimError(
    'disk-full',
    `There is not enough room on the disk for a backup in ${folder}: it takes ${megabytes(bytes)}, and ${megabytes(free)} are free, of which some must be left. Nothing was begun. Make room on that disk, or move older backups elsewhere, then try again.`,
    { bytes, free },
  );
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}

import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../../../contract/index.ts';
import { readRegularFile, streamRegularFile } from '../regular-file.ts';
import type { PackageFile, PackageSource, RefusedFile } from './package.ts';

/** Read at once up to this size: a stream's own buffers would weigh more than the file. */
const smallFile = 256 * 1024;

async function* bytesOf(path: string, size: number): AsyncIterable<Uint8Array> {
  const whole = size <= smallFile ? await readRegularFile(path, smallFile) : null;
  if (whole !== null) yield whole;
  else yield* await streamRegularFile(path, { highWaterMark: 256 * 1024 });
}

/** Reads a package that lies in a folder. Links are not followed: they could lead anywhere. */
export async function openFolderSource(root: string): Promise<PackageSource> {
  const files: PackageFile[] = [];
  const refused: RefusedFile[] = [];
  const pending: string[][] = [[]];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of await readdir(join(root, ...folder), { withFileTypes: true })) {
      const parts = [...folder, entry.name];
      const path = parts.join('/');
      if (entry.isDirectory()) pending.push(parts);
      else if (entry.isFile()) files.push({ path, size: (await lstat(join(root, ...parts))).size });
      else refused.push({ path, reason: 'a link or a special file' });
    }
  }
  const known = new Map(files.map((file) => [file.path, file]));
  return {
    files,
    refused,
    has: (path) => known.has(path),
    stream(path) {
      const file = known.get(path);
      if (file === undefined) throw new VerbatimError('not-found', `The package has no file ${path}.`, { path });
      const full = join(root, ...path.split('/'));
      return bytesOf(full, file.size);
    },
    async close() {},
  };
}

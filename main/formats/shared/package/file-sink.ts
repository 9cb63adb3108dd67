import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { temporaryBeside, writeAll } from './folder-sink.ts';
import type { PackageSink } from './package.ts';

/** A package of one file. It takes its name when it is whole, in place of a file that had it; until then it is called `work`. */
export async function openFileSink(target: string, work = temporaryBeside(target)): Promise<PackageSink> {
  await mkdir(dirname(target), { recursive: true });
  return {
    async add(_path, content) {
      const handle = await open(work, 'wx');
      try {
        await writeAll(handle, content);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async seal() {
      return work;
    },
    async publish() {
      await rename(work, target);
    },
    async abort() {
      await rm(work, { force: true });
    },
  };
}

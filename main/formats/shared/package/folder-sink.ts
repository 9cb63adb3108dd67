import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { VerbatimError } from '../../../contract/index.ts';
import { type Content, chunksOf, type PackageSink, unsafePath } from './package.ts';
import { type WritableFile, writeWhole } from './write-whole.ts';

/**
 * Writes a package as a folder. Everything goes into a folder of a temporary name beside the target,
 * which takes the target's name when it is whole. Throws `conflict` when the target exists and is
 * not an empty folder.
 */
export async function openFolderSink(target: string, work = temporaryBeside(target)): Promise<PackageSink> {
  await assertFree(target);
  await mkdir(dirname(target), { recursive: true });
  await mkdir(work);
  const made = new Set<string>([work]);

  async function folderOf(path: string): Promise<void> {
    const folder = dirname(path);
    if (made.has(folder)) return;
    await mkdir(folder, { recursive: true });
    made.add(folder);
  }

  return {
    async add(path, content) {
      const reason = unsafePath(path);
      if (reason !== null) throw new Error(`a package may not hold ${JSON.stringify(path)}: ${reason}`);
      const file = join(work, ...path.split('/'));
      await folderOf(file);
      const handle = await open(file, 'wx');
      try {
        await writeAll(handle, content);
      } finally {
        await handle.close();
      }
    },
    async seal() {
      return work;
    },
    async publish() {
      await assertFree(target);
      // Windows does not rename onto an empty folder.
      await rmdir(target).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      await rename(work, target);
    },
    async abort() {
      await rm(work, { recursive: true, force: true });
    },
  };
}

/** A name beside the target that nobody else uses, on the same disk, so that a rename is one act. */
export function temporaryBeside(target: string): string {
  return `${target}.${randomBytes(6).toString('hex')}.partial`;
}

/** Writes every chunk in full. */
export async function writeAll(handle: WritableFile, content: Content): Promise<number> {
  let size = 0;
  for await (const chunk of chunksOf(content)) {
    await writeWhole(handle, chunk, null);
    size += chunk.byteLength;
  }
  return size;
}

async function assertFree(target: string): Promise<void> {
  let names: readonly string[];
  try {
    names = await readdir(target);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR' && (await isFile(target)))
      throw conflict(`There is already a file called ${target}. Choose a new folder; nothing was written.`);
    throw error;
  }
  if (names.length > 0)
    throw conflict(`The folder ${target} is not empty. Choose a new or an empty one; nothing was written.`);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function conflict(message: string): VerbatimError {
  return new VerbatimError('conflict', message);
}

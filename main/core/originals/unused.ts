import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { safeParse } from 'valibot';
import { Sha256 } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { OriginalStore } from './store.ts';

/** How many files are looked up in the library at once. */
const lookedUpAtOnce = 500;

/** The hashes by which files lie in the folder of originals, in their order, whatever the library knows of them. */
export async function* storedOriginals(store: Pick<OriginalStore, 'folder'>): AsyncGenerator<Sha256> {
  for (const first of await foldersIn(store.folder))
    for (const second of await foldersIn(join(store.folder, first)))
      for (const { name } of await entriesOf(join(store.folder, first, second))) {
        const sha256 = safeParse(Sha256, name);
        if (sha256.success && name.startsWith(first + second)) yield sha256.output;
      }
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await entriesOf(path);
  return entries.filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/u.test(entry.name)).map(({ name }) => name);
}

async function entriesOf(path: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    // A library without an original has no folder for them.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * How many files lie among the originals that nothing refers to, and their bytes: what an import stored right
 * before its process was ended, or what a restored backup knows nothing of.
 */
export async function countUnused(
  context: CoreContext,
  signal: AbortSignal,
): Promise<{ readonly files: number; readonly bytes: number }> {
  let files = 0;
  let bytes = 0;
  let batch: Sha256[] = [];
  const count = async (): Promise<void> => {
    const known = new Set(await context.pool.readWith({ signal }, 'originals.known', batch));
    for (const sha256 of batch.filter((one) => !known.has(one))) {
      files += 1;
      bytes += (await stat(context.originals.path(sha256))).size;
    }
    batch = [];
  };
  for await (const sha256 of storedOriginals(context.originals)) {
    signal.throwIfAborted();
    batch.push(sha256);
    if (batch.length === lookedUpAtOnce) await count();
  }
  if (batch.length > 0) await count();
  return { files, bytes };
}

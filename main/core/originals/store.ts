import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Sha256, VerbatimError } from '../../contract/index.ts';
import { sha256Of } from './hash.ts';

/** Files that are written side by side: syncing several takes a disk little longer than syncing one. */
const mostAtOnce = 16;

/**
 * The bytes as they came in, each stored once under its SHA-256 (`originals/ab/cd/abcd…`) and never
 * changed. A file appears under its name only when it is whole and on the disk.
 */
export class OriginalStore {
  readonly #folder: string;
  #writing = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(libraryPath: string) {
    this.#folder = join(libraryPath, 'originals');
  }

  path(sha256: Sha256): string {
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Stores bytes; `existed` when they were there already. `known` is their hash, where the caller made it of these very bytes. */
  async put(
    bytes: Uint8Array,
    known?: Sha256,
  ): Promise<{ readonly sha256: Sha256; readonly bytes: number; readonly existed: boolean }> {
    const sha256 = known ?? sha256Of(bytes);
    const target = this.path(sha256);
    const kept = { sha256, bytes: bytes.byteLength };
    if (await exists(target)) return { ...kept, existed: true };
    await this.#inTurn(() => this.#place(target, (file) => file.writeFile(bytes)));
    return { ...kept, existed: false };
  }

  /** So many at once as a disk can make use of, and no more files open, however many images a page brings. */
  async #inTurn(write: () => Promise<void>): Promise<void> {
    if (this.#writing >= mostAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#writing += 1;
    try {
      await write();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#writing -= 1;
      else next();
    }
  }

  /** Writes under a temporary name, and gives the file its own when it is on the disk. */
  async #place(target: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
    const folder = dirname(target);
    await mkdir(folder, { recursive: true });
    const temporary = join(this.#folder, `.incoming-${randomBytes(8).toString('hex')}`);
    try {
      const file = await open(temporary, 'wx', 0o444);
      try {
        await write(file);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
      await syncFolder(folder);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Stores a copy of a file of any size whose hash is known. Throws `conflict` when it doesn't have it any more. */
  async putFile(path: string, sha256: Sha256, signal: AbortSignal): Promise<void> {
    const target = this.path(sha256);
    if (await exists(target)) return;
    const hash = createHash('sha256');
    await this.#place(target, async (file) => {
      for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024, signal })) {
        hash.update(chunk);
        await file.write(chunk);
      }
      if (hash.digest('hex') !== sha256)
        throw new VerbatimError('conflict', `${path} changed while it was copied. Add it again when it is finished.`);
    });
  }

  /** The stored bytes. Throws `not-found` with advice when the file is gone. */
  async read(sha256: Sha256): Promise<Uint8Array> {
    try {
      return await readFile(this.path(sha256));
    } catch (error) {
      throw new VerbatimError(
        'not-found',
        `The original ${sha256.slice(0, 12)}… is missing from the library's originals folder. Restore it from a backup or a hand-over package.`,
        { sha256 },
        { cause: error },
      );
    }
  }

  /** Removes what a process that was ended left half written. */
  async clearUnfinished(): Promise<void> {
    let names: string[];
    try {
      names = await readdir(this.#folder);
    } catch {
      // Nothing was stored yet, so there is no folder.
      return;
    }
    for (const name of names) if (name.startsWith('.incoming-')) await rm(join(this.#folder, name), { force: true });
  }

  stream(sha256: Sha256): ReadStream {
    return createReadStream(this.path(sha256));
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** Makes a rename durable; a system that can't sync a folder (Windows) orders it by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

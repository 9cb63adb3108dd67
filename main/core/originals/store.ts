import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownFolder } from '../../../db/private-files.ts';
import { explainSystemError, type Sha256, VerbatimError } from '../../contract/index.ts';
import { writeWhole } from '../../formats/shared/package/write-whole.ts';
import { hashFile, sha256Of } from './hash.ts';
import { type Lease, OriginalLeases } from './leases.ts';
import { type FoundBytes, lookAt } from './look.ts';

/** Files that are written side by side: syncing several takes a disk little longer than syncing one. */
const mostAtOnce = 16;

/** The folder of originals inside a library's. */
export const originalsFolderName = 'originals';

/** What became of bytes that came in: they lay there already, took the place of others, or there was no file. */
export type Placed = 'kept' | 'replaced' | 'stored';

/**
 * The bytes as they came in, each stored once under its SHA-256 (`originals/ab/cd/abcd…`) and never
 * changed. A file appears under its name only when it is whole and on the disk. What is to be referred to is
 * held by a lease until it is.
 */
export class OriginalStore {
  readonly folder: string;
  readonly #leases = new OriginalLeases();
  #writing = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(libraryPath: string) {
    this.folder = join(libraryPath, originalsFolderName);
  }

  path(sha256: Sha256): string {
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Does what needs originals while none of those that it holds is removed. */
  async leased<Value>(work: (lease: Lease) => Promise<Value>): Promise<Value> {
    const lease = this.#leases.begin();
    try {
      return await work(lease);
    } finally {
      lease.release();
    }
  }

  /**
   * Stores bytes, in the place of whatever else lies under their hash: what was changed or cut off since is
   * mended by the bytes themselves. `known` is their hash, where the caller made it of these very bytes.
   */
  async put(
    bytes: Uint8Array,
    known?: Sha256,
  ): Promise<{ readonly sha256: Sha256; readonly bytes: number; readonly placed: Placed }> {
    const sha256 = known ?? sha256Of(bytes);
    const target = this.path(sha256);
    const placed = await this.#leases.alone(sha256, async () => {
      const found = await lookAt(target, bytes);
      if (found !== 'whole') await this.#inTurn(() => this.#place(target, (file) => writeWhole(file, bytes, null)));
      return placedOver[found];
    });
    return { sha256, bytes: bytes.byteLength, placed };
  }

  /** Stores a copy of a file of any size whose hash is known. Throws `conflict` when it doesn't have it any more. */
  putFile(path: string, sha256: Sha256, signal: AbortSignal): Promise<Placed> {
    const target = this.path(sha256);
    return this.#leases.alone(sha256, async () => {
      const found = await this.look(sha256, signal);
      if (found === 'whole') return 'kept';
      const hash = createHash('sha256');
      await this.#place(target, async (file) => {
        for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024, signal })) {
          hash.update(chunk);
          await writeWhole(file, chunk, null);
        }
        if (hash.digest('hex') !== sha256)
          throw new VerbatimError('conflict', `${path} changed while it was copied. Add it again when it is finished.`);
      });
      return placedOver[found];
    });
  }

  /** What lies under a hash, by reading all of it. */
  async look(sha256: Sha256, signal: AbortSignal): Promise<FoundBytes> {
    try {
      return (await hashFile(this.path(sha256), signal)) === sha256 ? 'whole' : 'wrong';
    } catch (error) {
      signal.throwIfAborted();
      return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'wrong';
    }
  }

  /** Removes a file that nobody holds and nothing refers to, which is asked right before; false where it stays. */
  removeUnless(sha256: Sha256, isReferredTo: () => Promise<boolean>): Promise<boolean> {
    return this.#leases.alone(sha256, async () => {
      if (this.#leases.isHeld(sha256) || (await isReferredTo()) || this.#leases.isHeld(sha256)) return false;
      await rm(this.path(sha256), { force: true });
      return true;
    });
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
    await mkdir(folder, { recursive: true, mode: ownFolder });
    const temporary = join(this.folder, `.incoming-${randomBytes(8).toString('hex')}`);
    try {
      const file = await open(temporary, 'wx', 0o400);
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
      // An error of a handle names no path; whoever reads it wants to know which disk is full.
      const told = explainSystemError(error, this.folder);
      throw told === null ? error : new VerbatimError(told.code, told.message, told.details, { cause: error });
    }
  }

  /** The stored bytes. Throws `not-found` with advice when the file is gone. */
  async read(sha256: Sha256): Promise<Uint8Array> {
    try {
      return await readFile(this.path(sha256));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      throw new VerbatimError(
        'not-found',
        `The original ${sha256.slice(0, 12)}… is missing from the library's originals folder. Take the same file, or a hand-over package that holds it, in again: it is put back in its place.`,
        { sha256 },
        { cause: error },
      );
    }
  }

  /** Removes what a process that was ended left half written. */
  async clearUnfinished(): Promise<void> {
    let names: string[];
    try {
      names = await readdir(this.folder);
    } catch {
      // Nothing was stored yet, so there is no folder.
      return;
    }
    for (const name of names) if (name.startsWith('.incoming-')) await rm(join(this.folder, name), { force: true });
  }

  stream(sha256: Sha256): ReadStream {
    return createReadStream(this.path(sha256));
  }
}

const placedOver = { whole: 'kept', wrong: 'replaced', missing: 'stored' } as const satisfies Record<
  FoundBytes,
  Placed
>;

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

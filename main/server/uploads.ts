import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { uploadLimits, VerbatimError } from '../contract/index.ts';
import { makeTemporaryFolder } from '../core/temporary/folders.ts';
import { uploadPath } from './upload-path.ts';

export interface UploadLimits {
  /** Files and bytes of one upload. */
  readonly files: number;
  readonly bytes: number;
  /** Uploads that were begun and not finished. */
  readonly unfinished: number;
  /** Files that arrive at the same moment, in all uploads together. */
  readonly arriving: number;
}

interface Upload {
  readonly folder: string;
  files: number;
  bytes: number;
  /** Files that are on their way. */
  arriving: number;
  finished: boolean;
}

/** The last moment that `Date` and every file system of today agree on, the end of the year 9999. */
const lastMoment = Date.UTC(10_000, 0, 1) - 1;

/**
 * A file's own time, in milliseconds since 1970, as a browser tells it. Null for what is no moment: it
 * comes from the disk of whoever uploads, so it may be anything, and the bytes matter more.
 */
export function uploadTime(told: string | null): number | null {
  const time = told === null || told.trim() === '' ? Number.NaN : Number(told);
  return Number.isFinite(time) && time >= 0 && time <= lastMoment ? time : null;
}

/**
 * What browsers hand in, on disk, in a folder that only this user can read and that goes with the
 * run. Bytes are streamed; nothing is held in memory.
 */
export class Uploads {
  readonly #root: string;
  readonly #limits: UploadLimits;
  readonly #uploads = new Map<string, Upload>();

  private constructor(root: string, limits: UploadLimits) {
    this.#root = root;
    this.#limits = limits;
  }

  static async open(limits: UploadLimits = uploadLimits, parent: string | null = null): Promise<Uploads> {
    const root = parent === null ? makeTemporaryFolder('upload') : await mkdtemp(join(parent, 'upload-'));
    return new Uploads(root, limits);
  }

  /**
   * A new, empty upload; its id. Where too many were begun and never finished (a page was closed in the
   * middle), the oldest to which nothing is on its way gives way; throws `limit-exceeded` when there is none.
   */
  async begin(): Promise<string> {
    const unfinished = [...this.#uploads].filter(([, upload]) => !upload.finished);
    if (unfinished.length >= this.#limits.unfinished) {
      const left = unfinished.find(([, upload]) => upload.arriving === 0);
      if (left === undefined) throw tooManyAtOnce();
      await this.#drop(...left);
    }
    const id = randomBytes(18).toString('base64url');
    const folder = join(this.#root, id);
    await mkdir(folder, { mode: 0o700 });
    this.#uploads.set(id, { folder, files: 0, bytes: 0, arriving: 0, finished: false });
    return id;
  }

  /**
   * Streams one file into the upload. `modified` is the file's own time in milliseconds since 1970, or
   * null. Throws `limit-exceeded` and leaves no part of the file, `conflict` for a path that is there.
   */
  async put(id: string, path: string, body: Readable, modified: number | null): Promise<void> {
    const upload = this.#open(id);
    const target = join(upload.folder, ...uploadPath(path));
    if (upload.files >= this.#limits.files) throw tooMuch(`${this.#limits.files} files`);
    if (this.#arriving() >= this.#limits.arriving) throw tooManyAtOnce();
    upload.files += 1;
    upload.arriving += 1;
    try {
      await this.#receive(upload, target, path, body);
      if (modified !== null) await utimes(target, modified / 1000, modified / 1000);
    } finally {
      upload.arriving -= 1;
    }
  }

  async #receive(upload: Upload, target: string, path: string, body: Readable): Promise<void> {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 }).catch(conflictWith(path));
    const file = await open(target, 'wx', 0o600).catch(conflictWith(path));
    try {
      await pipeline(body, this.#counting(upload), file.createWriteStream());
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    }
  }

  /**
   * Ends an upload: the paths of its top-level files and folders. Nothing can be added afterwards. Throws
   * `conflict` while a file is on its way: nobody gets a grant for half of one.
   */
  async finish(id: string): Promise<readonly string[]> {
    const upload = this.#open(id);
    if (upload.arriving > 0)
      throw new VerbatimError(
        'conflict',
        'A file of this upload is still on its way. Finish it when all have arrived.',
      );
    upload.finished = true;
    const names = await readdir(upload.folder);
    return names.sort().map((name) => join(upload.folder, name));
  }

  /** Removes everything that was handed in. */
  async close(): Promise<void> {
    this.#uploads.clear();
    await rm(this.#root, { recursive: true, force: true });
  }

  /**
   * Passes bytes on up to the limit. The rest is read and dropped before the refusal, because a browser
   * whose sending is cut off reports a broken connection instead of the reason.
   */
  #counting(upload: Upload): Transform {
    const limit = this.#limits.bytes;
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        upload.bytes += chunk.byteLength;
        if (upload.bytes <= limit) this.push(chunk);
        done();
      },
      flush(done) {
        done(upload.bytes > limit ? tooMuch(`${Math.floor(limit / 1024 ** 2)} MB`) : null);
      },
    });
  }

  #arriving(): number {
    return [...this.#uploads.values()].reduce((sum, upload) => sum + upload.arriving, 0);
  }

  async #drop(id: string, upload: Upload): Promise<void> {
    this.#uploads.delete(id);
    await rm(upload.folder, { recursive: true, force: true });
  }

  #open(id: string): Upload {
    const upload = this.#uploads.get(id);
    if (upload === undefined) throw new VerbatimError('not-found', 'There is no such upload.');
    if (upload.finished) throw new VerbatimError('conflict', 'This upload is finished. Begin another.');
    return upload;
  }
}

function tooMuch(limit: string): VerbatimError {
  return new VerbatimError(
    'limit-exceeded',
    `One upload may hold ${limit}. Add the folder in parts, or from the terminal.`,
  );
}
function tooManyAtOnce(): VerbatimError {
  return new VerbatimError(
    'limit-exceeded',
    'Too much is being uploaded at once. Nothing of it is lost; add this when the rest has arrived.',
  );
}
function conflict(path: string): VerbatimError {
  return new VerbatimError('conflict', `“${path}” was uploaded twice.`);
}
function conflictWith(path: string): (error: unknown) => never {
  return (error) => {
    throw ['EEXIST', 'EISDIR', 'ENOTDIR'].some((code) => isCode(error, code)) ? conflict(path) : error;
  };
}
function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

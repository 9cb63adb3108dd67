import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { uploadLimits, VerbatimError } from '../contract/index.ts';
import { uploadPath } from './upload-path.ts';

export interface UploadLimits {
  readonly files: number;
  readonly bytes: number;
}

interface Upload {
  readonly folder: string;
  files: number;
  bytes: number;
  finished: boolean;
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

  static async open(limits: UploadLimits = uploadLimits, parent: string = tmpdir()): Promise<Uploads> {
    return new Uploads(await mkdtemp(join(parent, 'verbatim-upload-')), limits);
  }

  /** A new, empty upload; its id. */
  async begin(): Promise<string> {
    const id = randomBytes(18).toString('base64url');
    const folder = join(this.#root, id);
    await mkdir(folder, { mode: 0o700 });
    this.#uploads.set(id, { folder, files: 0, bytes: 0, finished: false });
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
    upload.files += 1;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 }).catch(conflictWith(path));
    const file = await open(target, 'wx', 0o600).catch(conflictWith(path));
    try {
      await pipeline(body, this.#counting(upload), file.createWriteStream());
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    }
    if (modified !== null) await utimes(target, modified / 1000, modified / 1000);
  }

  /** Ends an upload: the paths of its top-level files and folders. Nothing can be added afterwards. */
  async finish(id: string): Promise<readonly string[]> {
    const upload = this.#open(id);
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

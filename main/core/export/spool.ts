import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeTemporaryFolder } from '../temporary/folders.ts';

/** A folder for what grows while articles pass by and is written into the package at the end. */
export class WorkFolder {
  readonly path: string;
  readonly #spools: Spool[] = [];

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<WorkFolder> {
    return new WorkFolder(makeTemporaryFolder('export'));
  }

  spool(name: string): Spool {
    const spool = new Spool(join(this.path, name));
    this.#spools.push(spool);
    return spool;
  }

  async remove(): Promise<void> {
    for (const spool of this.#spools) await spool.end();
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Text that is appended to now and read once later, on disk so that its length does not matter. */
export class Spool {
  readonly #path: string;
  readonly #stream: WriteStream;
  #items = 0;
  #failure: Error | null = null;

  constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(path, { flags: 'wx' });
    // A full disk is told to whoever writes next, or ends it.
    this.#stream.on('error', (error) => {
      this.#failure ??= error;
    });
  }

  /** How often something was written. */
  get items(): number {
    return this.#items;
  }

  async write(text: string): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    this.#items += 1;
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  /** The bytes written so far; nothing can be written afterwards. */
  async content(): Promise<{ readonly content: AsyncIterable<Uint8Array>; readonly size: number }> {
    await this.#whole();
    return { content: createReadStream(this.#path), size: (await stat(this.#path)).size };
  }

  /** The same, line by line. */
  async *lines(): AsyncIterable<string> {
    await this.#whole();
    yield* createInterface({ input: createReadStream(this.#path), crlfDelay: Number.POSITIVE_INFINITY });
  }

  /** Writes no more, whether what was written is whole or not. */
  async end(): Promise<void> {
    if (this.#stream.closed) return;
    const closed = new Promise<void>((resolve) => this.#stream.once('close', resolve));
    this.#stream.end();
    await closed;
  }

  async #whole(): Promise<void> {
    await this.end();
    if (this.#failure !== null) throw this.#failure;
  }
}

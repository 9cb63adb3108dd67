import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Content, type PackageSink, watched } from '../../shared/package/package.ts';
import { type BagInformation, encodePath, informationText, writtenAlgorithms } from './bag.ts';

export interface BagWriterOptions {
  /** A folder for the manifests while they grow; emptied by whoever made it. */
  readonly workFolder: string;
}

/** What a finished bag holds. */
export interface BagTotals {
  /** Files and bytes of the payload: the Payload-Oxum. */
  readonly payloadFiles: number;
  readonly payloadBytes: number;
  /** Files of the whole bag. */
  readonly files: number;
}

/**
 * Writes a bag of version 1.0 into a sink: payload files first, as they come, then the tag files.
 * Hashes are taken as the bytes pass, and the manifests grow on disk, so memory does not.
 */
export class BagWriter {
  readonly #sink: PackageSink;
  readonly #manifests: readonly { readonly algorithm: string; readonly path: string; readonly lines: WriteStream }[];
  readonly #tags: { readonly path: string; readonly hashes: readonly string[] }[] = [];
  #payloadFiles = 0;
  #payloadBytes = 0;

  constructor(sink: PackageSink, options: BagWriterOptions) {
    this.#sink = sink;
    this.#manifests = writtenAlgorithms.map((algorithm) => {
      const path = join(options.workFolder, `manifest-${algorithm}.txt`);
      return { algorithm, path, lines: createWriteStream(path, { flags: 'wx' }) };
    });
  }

  get payloadBytes(): number {
    return this.#payloadBytes;
  }

  /** Adds `data/<path>` and returns its SHA-256, so that a caller can compare it with what it expected. */
  async addPayload(
    path: string,
    content: Content,
    size: number | null,
  ): Promise<{ readonly sha256: string; readonly bytes: number }> {
    const full = `data/${path}`;
    const { hashes, bytes } = await this.#add(full, content, size);
    this.#payloadFiles += 1;
    this.#payloadBytes += bytes;
    for (const [index, manifest] of this.#manifests.entries())
      if (!manifest.lines.write(`${hashes[index]}  ${encodePath(full)}\n`)) await once(manifest.lines, 'drain');
    return { sha256: hashes[writtenAlgorithms.indexOf('sha256')] ?? '', bytes };
  }

  /** Writes the tag files. Payload-Oxum and Bag-Size are added to what is told. */
  async finish(information: BagInformation): Promise<BagTotals> {
    await this.#addTag('bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'));
    const complete: BagInformation = [
      ...information,
      ['Bag-Size', readableSize(this.#payloadBytes)],
      ['Payload-Oxum', `${this.#payloadBytes}.${this.#payloadFiles}`],
    ];
    await this.#addTag('bag-info.txt', Buffer.from(informationText(complete)));
    for (const manifest of this.#manifests) {
      await closed(manifest.lines);
      await this.#addTag(
        `manifest-${manifest.algorithm}.txt`,
        createReadStream(manifest.path),
        (await stat(manifest.path)).size,
      );
    }
    for (const [index, algorithm] of writtenAlgorithms.entries()) {
      const lines = this.#tags.map((tag) => `${tag.hashes[index]}  ${encodePath(tag.path)}\n`).join('');
      await this.#sink.add(`tagmanifest-${algorithm}.txt`, Buffer.from(lines), Buffer.byteLength(lines));
    }
    return {
      payloadFiles: this.#payloadFiles,
      payloadBytes: this.#payloadBytes,
      files: this.#payloadFiles + this.#tags.length + writtenAlgorithms.length,
    };
  }

  /** Lets go of the manifests that are growing; the sink is the caller's. */
  async close(): Promise<void> {
    for (const manifest of this.#manifests) await closed(manifest.lines);
  }

  async #addTag(
    path: string,
    content: Content,
    size = content instanceof Uint8Array ? content.byteLength : null,
  ): Promise<void> {
    this.#tags.push({ path, hashes: (await this.#add(path, content, size)).hashes });
  }

  async #add(
    path: string,
    content: Content,
    size: number | null,
  ): Promise<{ readonly hashes: readonly string[]; readonly bytes: number }> {
    const running = writtenAlgorithms.map((algorithm) => createHash(algorithm));
    let bytes = 0;
    const seen = watched(content, (chunk) => {
      for (const hash of running) hash.update(chunk);
      bytes += chunk.byteLength;
    });
    await this.#sink.add(path, seen, size);
    return { hashes: running.map((hash) => hash.digest('hex')), bytes };
  }
}

async function closed(stream: WriteStream): Promise<void> {
  if (stream.closed) return;
  const done = once(stream, 'close');
  stream.end();
  await done;
}

function readableSize(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return unit === 0 ? `${bytes} bytes` : `${value.toFixed(1)} ${units[unit]}`;
}

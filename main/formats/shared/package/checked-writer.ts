import { createHash } from 'node:crypto';
import { type Content, type PackageSink, type PackageSource, refusedWords, watched } from './package.ts';

/** Writes plain packages (Markdown, CSV) and knows afterwards what must stand in them. */
export class CheckedWriter {
  readonly #sink: PackageSink;
  readonly #hashes = new Map<string, string>();
  #bytes = 0;

  constructor(sink: PackageSink) {
    this.#sink = sink;
  }

  get files(): number {
    return this.#hashes.size;
  }
  get bytes(): number {
    return this.#bytes;
  }

  async add(path: string, content: Content, size: number | null): Promise<void> {
    const hash = createHash('sha256');
    let bytes = 0;
    const seen = watched(content, (chunk) => {
      hash.update(chunk);
      bytes += chunk.byteLength;
    });
    await this.#sink.add(path, seen, size);
    this.#hashes.set(path, hash.digest('hex'));
    this.#bytes += bytes;
  }

  /** Reads the package back; answers what differs from what was written, file by file. */
  async compare(source: PackageSource, signal: AbortSignal): Promise<readonly string[]> {
    const differences: string[] = source.refused.map(refusedWords);
    for (const { path } of source.files)
      if (!this.#hashes.has(path)) differences.push(`${path} was not written by this export`);
    for (const [path, expected] of this.#hashes) {
      signal.throwIfAborted();
      if (!source.has(path)) {
        differences.push(`${path} is missing`);
        continue;
      }
      const hash = createHash('sha256');
      for await (const chunk of source.stream(path)) hash.update(chunk);
      if (hash.digest('hex') !== expected) differences.push(`${path} differs from what was written`);
    }
    return differences;
  }
}

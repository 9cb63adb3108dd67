import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { VerbatimError } from '../../../../contract/index.ts';
import { largestMember } from '../member-limits.ts';
import type { SevenZipEntry } from './listing.ts';

/**
 * Takes the bytes of all files of an archive as they come, one file after the other, and lays each down under its
 * number: a name in an archive never becomes a path on the disk. A file that doesn't have its checksum is not kept.
 */
export class LayingDown {
  /** Where each file lies, by its place in the archive. */
  readonly laid = new Map<number, string>();
  readonly #entries: readonly SevenZipEntry[];
  readonly #folder: string;
  readonly #announced: number;
  readonly #progress: (share: number) => void;
  #index = -1;
  #left = 0;
  #checksum = 0;
  #file: { readonly descriptor: number; readonly path: string } | null = null;
  #bytes = 0;

  constructor(entries: readonly SevenZipEntry[], folder: string, progress: (share: number) => void) {
    this.#entries = entries;
    this.#folder = folder;
    this.#progress = progress;
    this.#announced = entries.reduce((sum, { size }) => sum + size, 0);
    this.#next();
  }

  add(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      const entry = this.#entries[this.#index];
      if (entry === undefined)
        throw new VerbatimError(
          'limit-exceeded',
          'This 7z archive unpacks to more than it says. It is made to harm and was not opened.',
        );
      const part = bytes.subarray(at, at + this.#left);
      if (this.#file !== null) writeSync(this.#file.descriptor, part);
      this.#checksum = crc32(part, this.#checksum);
      this.#left -= part.length;
      at += part.length;
      if (this.#left === 0) this.#end(entry);
    }
    this.#bytes += bytes.length;
    this.#progress(this.#bytes / Math.max(1, this.#announced));
  }

  /** Closes what is still open: the archive has ended before its files have. */
  finish(): void {
    if (this.#file !== null) closeSync(this.#file.descriptor);
    this.#file = null;
  }

  #end({ crc32: announced }: SevenZipEntry): void {
    if (this.#file !== null) {
      closeSync(this.#file.descriptor);
      if (announced === null || announced === this.#checksum) this.laid.set(this.#index, this.#file.path);
      this.#file = null;
    }
    this.#next();
  }

  /** Goes on to the next file that has bytes. */
  #next(): void {
    this.#index += 1;
    while ((this.#entries[this.#index]?.size ?? 1) === 0) this.#index += 1;
    const entry = this.#entries[this.#index];
    this.#left = entry?.size ?? 0;
    this.#checksum = 0;
    if (entry === undefined || entry.refused !== null || entry.size > largestMember) return;
    const path = join(this.#folder, `file-${this.#index}`);
    this.#file = { descriptor: openSync(path, 'wx'), path };
  }
}

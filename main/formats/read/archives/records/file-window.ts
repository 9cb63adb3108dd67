import { closeSync, fstatSync, readSync } from 'node:fs';
import { openRegularFileSync } from '../../../shared/regular-file.ts';

const windowBytes = 2 * 1024 * 1024;

/**
 * A file, or a part of one that stands in it as it is, read at any place through one window: records are
 * small and stand one behind the other. It is read in a thread of its own, where waiting for a disk holds
 * nobody up.
 */
export class FileWindow {
  readonly size: number;
  readonly #file: number;
  readonly #base: number;
  /** One piece of memory for as long as the file is open: archives are read in tens of thousands of windows. */
  readonly #memory = Buffer.allocUnsafeSlow(windowBytes);
  #window: Buffer = this.#memory.subarray(0, 0);
  #start = 0;
  /** Called whenever the file is read: what takes long reads much. */
  onRead: (at: number) => void = () => undefined;

  private constructor(file: number, base: number, size: number) {
    this.#file = file;
    this.#base = base;
    this.size = size;
  }

  /** Throws what the system says of a file that can't be opened. */
  static open(path: string, part?: { readonly start: number; readonly size: number }): FileWindow {
    const file = openRegularFileSync(path);
    return new FileWindow(file, part?.start ?? 0, part?.size ?? fstatSync(file).size);
  }

  /** Where a place of the part stands in the file. */
  offsetInFile(at: number): number {
    return this.#base + at;
  }

  /** Bytes from a place on, fewer where the file ends. They are the window's: good until the next call. */
  read(at: number, length: number): Buffer {
    return this.readAtLeast(at, length).subarray(0, Math.max(0, length));
  }

  /** Bytes from a place on: as many as asked for, unless the file ends, and what else is in the window. */
  readAtLeast(at: number, length: number): Buffer {
    const wanted = Math.max(0, Math.min(length, this.size - at));
    const offset = at - this.#start;
    if (offset < 0 || offset + wanted > this.#window.length) {
      if (wanted > windowBytes) return this.readOwn(at, wanted);
      this.#window = this.#fill(at, this.#memory.subarray(0, Math.max(0, Math.min(windowBytes, this.size - at))));
      this.#start = at;
      return this.#window;
    }
    return this.#window.subarray(offset);
  }

  /** The same as memory of its own. */
  readOwn(at: number, length: number): Buffer {
    return this.#fill(at, Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, this.size - at))));
  }

  #fill(at: number, buffer: Buffer): Buffer {
    this.onRead(at);
    let read = 0;
    while (read < buffer.length) {
      const more = readSync(this.#file, buffer, read, buffer.length - read, this.#base + at + read);
      if (more === 0) return buffer.subarray(0, read);
      read += more;
    }
    return buffer;
  }

  close(): void {
    closeSync(this.#file);
  }
}

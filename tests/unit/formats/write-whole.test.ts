import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAll } from '../../../main/formats/shared/package/folder-sink.ts';
import { type WritableFile, writeWhole } from '../../../main/formats/shared/package/write-whole.ts';

/** A real file behind a system that takes at most some bytes at a time, and nothing any more after a while. */
class Reluctant {
  readonly #file: FileHandle;
  readonly #most: number;
  #left: number;
  constructor(file: FileHandle, most: number, capacity = Number.POSITIVE_INFINITY) {
    this.#file = file;
    this.#most = most;
    this.#left = capacity;
  }
  readonly handle = {
    write: async (bytes: Uint8Array, offset: number, length: number, position: number | null) => {
      const taken = Math.min(length, this.#most, this.#left);
      this.#left -= taken;
      if (taken === 0) return { bytesWritten: 0, buffer: bytes };
      return this.#file.write(bytes, offset, taken, position);
    },
  } as WritableFile;
}

let folder = '';
let file: FileHandle;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-write-'));
  file = await open(join(folder, 'file'), 'w');
});
afterEach(async () => {
  await file.close();
  rmSync(folder, { recursive: true, force: true });
});
const written = (): Buffer => readFileSync(join(folder, 'file'));
const words = Buffer.from('That trust was slow to build, and it is the first thing we would lose.');

describe('writing to a system that takes less than it is given', () => {
  it('goes on until all is there', async () => {
    await writeWhole(new Reluctant(file, 7).handle, words, null);
    await writeWhole(new Reluctant(file, 1).handle, words, null);
    expect(written()).toEqual(Buffer.concat([words, words]));
  });

  it('writes at a place', async () => {
    await writeWhole(file, Buffer.alloc(100), null);
    await writeWhole(new Reluctant(file, 9).handle, words, 20);
    expect(written()).toEqual(Buffer.concat([Buffer.alloc(20), words, Buffer.alloc(100 - 20 - words.byteLength)]));
  });

  it('says so where it takes nothing more', async () => {
    await expect(writeWhole(new Reluctant(file, 7, 20).handle, words, null)).rejects.toThrow(/20 of \d+ bytes/u);
  });

  it('is what the files of packages go through', async () => {
    async function* chunks() {
      yield words.subarray(0, 30);
      yield words.subarray(30);
    }
    expect(await writeAll(new Reluctant(file, 4).handle, chunks())).toBe(words.byteLength);
    expect(written()).toEqual(words);
    await expect(writeAll(new Reluctant(file, 4, 10).handle, chunks())).rejects.toThrow(/disk may be full/u);
  });
});

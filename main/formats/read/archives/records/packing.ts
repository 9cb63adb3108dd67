import type { FileWindow } from './file-window.ts';

/** How much of a record's beginning is unpacked to see what it is: its own head and the answer's. */
export const beginningBytes = 512 * 1024;

/** One packed piece of a file: a member of a gzip, a frame of a zstd. */
export interface Unit {
  /** The first unpacked bytes. */
  readonly beginning: Uint8Array;
  /** Where it ends in the file. */
  readonly end: number;
  /** How many bytes it has unpacked; null where it wasn't unpacked to its end. */
  readonly unpacked: number | null;
  /** False where it is damaged or the file ends in it. */
  readonly whole: boolean;
}

/** A whole unit in memory. */
export interface Unpacked {
  /** Null where there are more than the limit. */
  readonly bytes: Uint8Array | null;
  /** False where the bytes do not have their checksum. */
  readonly sound: boolean;
}

/** How the records of a file are packed, each by itself. */
export interface Packing {
  /** The unit at a place; null where none begins there. */
  unitAt(file: FileWindow, at: number): Promise<Unit | null>;
  unpack(file: FileWindow, at: number, length: number, limit: number): Promise<Unpacked>;
  /** Where the next unit may begin in some bytes, from a place on; -1 where none does. */
  find(bytes: Buffer, from: number): number;
}

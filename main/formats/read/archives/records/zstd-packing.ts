import { createZstdDecompress, zstdDecompressSync } from 'node:zlib';
import type { FileWindow } from './file-window.ts';
import { beginningBytes, type Packing, type Unit, type Unpacked } from './packing.ts';

const frameMagic = 0xfd2fb528;
/** Frames that are skipped have magics of a range (RFC 8878, 3.1.2); this one holds an archive's dictionary. */
const dictionaryMagic = 0x184d2a5d;
const largestDictionary = 16 * 1024 * 1024;
/** A frame that is longer packed is no record that is read whole. */
const largestFrame = 256 * 1024 * 1024;

/**
 * Records packed as frames of a zstd, one each (IIPC's proposal for `.warc.zst`). A frame says where its
 * blocks end, so it needn't be unpacked to find the next one. A dictionary for all of them may stand before.
 */
export class ZstdPacking implements Packing {
  readonly #dictionary: Buffer | undefined;

  constructor(file: FileWindow) {
    this.#dictionary = dictionaryOf(file);
  }

  async unitAt(file: FileWindow, at: number): Promise<Unit | null> {
    const start = afterSkippable(file, at);
    const end = frameEnd(file, start);
    if (end === null) return null;
    if (end - start > largestFrame) return { beginning: new Uint8Array(), end, unpacked: null, whole: false };
    const { bytes, whole } = await this.#unpackUpTo(file, start, end, beginningBytes);
    return {
      beginning: bytes,
      end: Math.min(end, file.size),
      unpacked: bytes.length < beginningBytes ? bytes.length : null,
      whole: whole && end <= file.size,
    };
  }

  async unpack(file: FileWindow, at: number, length: number, limit: number): Promise<Unpacked> {
    const start = afterSkippable(file, at);
    if (length > largestFrame) return { bytes: null, sound: true };
    const { bytes, whole } = await this.#unpackUpTo(file, start, at + length, limit + 1);
    return bytes.length > limit ? { bytes: null, sound: true } : { bytes, sound: whole };
  }

  find(bytes: Buffer, from: number): number {
    return bytes.indexOf('\x28\xb5\x2f\xfd', from, 'latin1');
  }

  async #unpackUpTo(
    file: FileWindow,
    start: number,
    end: number,
    most: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> {
    const packed = file.readOwn(start, end - start);
    const dictionary = this.#dictionary;
    const options = dictionary === undefined ? {} : { dictionary };
    try {
      return { bytes: zstdDecompressSync(packed, { ...options, maxOutputLength: most }), whole: true };
    } catch {
      // Longer, or damaged: as much as is wanted comes out piece by piece.
    }
    const stream = createZstdDecompress(options);
    const chunks: Buffer[] = [];
    let length = 0;
    let whole = true;
    stream.end(packed);
    try {
      for await (const chunk of stream) {
        chunks.push(chunk as Buffer);
        length += (chunk as Buffer).length;
        if (length >= most) break;
      }
    } catch {
      whole = false;
    }
    return { bytes: Buffer.concat(chunks).subarray(0, most), whole };
  }
}

/** Where the frame at a place ends, by the sizes of its blocks (RFC 8878, 3.1.1); beyond the file where it is cut; null where none begins. */
function frameEnd(file: FileWindow, start: number): number | null {
  const head = file.read(start, 18);
  if (head.length < 6 || head.readUInt32LE(0) !== frameMagic) return null;
  const descriptor = head.readUInt8(4);
  const isSingle = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const sizeBytes = sizeFlag === 0 ? (isSingle ? 1 : 0) : 1 << sizeFlag;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  let at = start + 5 + (isSingle ? 0 : 1) + dictionaryBytes + sizeBytes;
  for (;;) {
    const block = file.read(at, 3);
    if (block.length < 3) return at + 3;
    const header = block.readUIntLE(0, 3);
    const type = (header >> 1) & 3;
    if (type === 3) return null;
    // A block of one repeated byte holds that byte.
    at += 3 + (type === 1 ? 1 : header >> 3);
    if ((header & 1) === 1) return at + ((descriptor & 4) !== 0 ? 4 : 0);
  }
}

function afterSkippable(file: FileWindow, start: number): number {
  let at = start;
  for (;;) {
    const head = file.read(at, 8);
    if (head.length < 8 || (head.readUInt32LE(0) & 0xfffffff0) >>> 0 !== 0x184d2a50) return at;
    at += 8 + head.readUInt32LE(4);
  }
}

function dictionaryOf(file: FileWindow): Buffer | undefined {
  const head = file.read(0, 8);
  if (head.length < 8 || head.readUInt32LE(0) !== dictionaryMagic) return undefined;
  const length = head.readUInt32LE(4);
  if (length > largestDictionary) return undefined;
  const content = file.readOwn(8, length);
  // The dictionary itself may be packed.
  return content.length >= 4 && content.readUInt32LE(0) === frameMagic
    ? zstdDecompressSync(content, { maxOutputLength: largestDictionary })
    : content;
}

import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { VerbatimError } from '../../contract/index.ts';
import { gzipHeadLength, inflateMember } from '../gzip/member.ts';
import { longestHead, readRecordHead } from './record.ts';

/** A record as it was found in an archive's file. */
export interface FoundRecord {
  /** Where it begins and how long it is, in bytes of the file as it is (compressed, where it is). */
  readonly offset: number;
  readonly length: number;
  /** Its bytes; of one that is too large only the beginning. */
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Between records something stood that is none, or the file ended in the middle of one. */
export interface Damage {
  readonly offset: number;
  readonly reason: string;
}

/** A larger record is looked over but not kept in memory. */
export const largestRecord = 64 * 1024 * 1024;
/** A record that unpacks to more than this is made to harm; reading ends there. */
const largestUnpacked = 4 * 1024 ** 3;

/** An archive that is compressed as a whole takes this much of the disk at most. */
const largestWhole = 256 * 1024 ** 3;

const windows = [256 * 1024, 4 * 1024 * 1024, 68 * 1024 * 1024] as const;

/** A part of a file that is an archive: all of it, or a stored file inside a zip. */
export interface ArchivePlace {
  readonly path: string;
  readonly start: number;
  readonly size: number;
}

/**
 * An archive's records one by one, from any offset on, whether the file is plain or each record is
 * compressed by itself (WARC 1.1, annex D). No more than one record is in memory.
 */
export class ArchiveFile {
  readonly #handle: FileHandle;
  readonly #start: number;
  readonly size: number;
  readonly isCompressed: boolean;

  private constructor(handle: FileHandle, start: number, size: number, isCompressed: boolean) {
    this.#handle = handle;
    this.#start = start;
    this.size = size;
    this.isCompressed = isCompressed;
  }

  /** An archive that is compressed as a whole is unpacked into a temporary file first: nothing in it could be found otherwise. */
  static async open(
    place: ArchivePlace,
    { signal, scratch }: { readonly signal: AbortSignal; readonly scratch: string },
  ): Promise<ArchiveFile> {
    const handle = await open(place.path, 'r');
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, place.start);
    const archive = new ArchiveFile(handle, place.start, place.size, buffer[0] === 0x1f && buffer[1] === 0x8b);
    if (!archive.isCompressed || !(await archive.#isOneMember())) return archive;
    await archive.close();
    const path = join(scratch, `unpacked-${place.start}.warc`);
    const packed = createReadStream(place.path, { start: place.start, end: place.start + place.size - 1 });
    await pipeline(packed, createGunzip(), atMost(largestWhole), createWriteStream(path, { flags: 'wx' }), { signal });
    return new ArchiveFile(await open(path, 'r'), 0, (await stat(path)).size, false);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  /** Whether the first compressed member holds more than the first record. */
  async #isOneMember(): Promise<boolean> {
    const first = await this.at(0, { headsOnly: true });
    const head = first === null ? null : readRecordHead(first.bytes);
    if (first === null || head === null) return false;
    const rest = Buffer.from(first.bytes.subarray(head.headLength + head.blockLength));
    return /^(?:WARC\/\d|https?:)/u.test(rest.toString('latin1', 0, 64).trimStart());
  }

  /** All records from an offset on, and what stands between them that is none. `headsOnly`: of plain records just the beginning. */
  async *records(from: number, options: { readonly headsOnly: boolean }): AsyncIterable<FoundRecord | Damage> {
    let at = from;
    while (at < this.size) {
      const found = await this.at(at, options);
      if (found !== null) {
        yield found;
        at = found.offset + found.length;
        continue;
      }
      const next = await this.#nextBegin(at + 1);
      const reason =
        next === null
          ? 'The archive breaks off here, or goes on with something that is no record.'
          : 'Something here is no record and was passed over.';
      // Some writers leave empty lines at the end.
      if (!(await this.#isBlank(at, next ?? this.size))) yield { offset: at, reason };
      if (next === null) return;
      at = next;
    }
  }

  /** The record that begins at an offset, or null where none does. */
  at(offset: number, options: { readonly headsOnly: boolean }): Promise<FoundRecord | null> {
    return this.isCompressed ? this.#compressedAt(offset) : this.#plainAt(offset, options.headsOnly);
  }

  async #read(offset: number, length: number): Promise<Buffer> {
    const wanted = Math.min(length, this.size - offset);
    if (wanted <= 0) return Buffer.alloc(0);
    const buffer = Buffer.allocUnsafe(wanted);
    let read = 0;
    while (read < wanted) {
      const { bytesRead } = await this.#handle.read(buffer, read, wanted - read, this.#start + offset + read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return buffer.subarray(0, read);
  }

  async #plainAt(offset: number, headsOnly: boolean): Promise<FoundRecord | null> {
    const begin = await this.#read(offset, longestHead * 2);
    const head = readRecordHead(begin);
    if (head === null) return null;
    const content = head.headLength + head.blockLength;
    const left = this.size - offset;
    if (content > left && (await this.#nextBegin(offset + head.headLength)) !== null) {
      // It announces more than there is and another record begins before: its length is wrong.
      const next = (await this.#nextBegin(offset + head.headLength)) ?? this.size;
      return { offset, length: next - offset, bytes: await this.#read(offset, next - offset), isWhole: false };
    }
    const tail = await this.#read(offset + content, 4);
    let separator = 0;
    while (separator < tail.length && (tail[separator] === 0x0d || tail[separator] === 0x0a)) separator += 1;
    const length = Math.min(content + separator, left);
    const isWhole = content <= left;
    if (headsOnly || length > largestRecord)
      return { offset, length, bytes: begin.subarray(0, length), isWhole: isWhole && length <= begin.length };
    return { offset, length, bytes: await this.#read(offset, length), isWhole };
  }

  async #compressedAt(offset: number): Promise<FoundRecord | null> {
    for (const window of windows) {
      const packed = await this.#read(offset, window);
      const headLength = gzipHeadLength(packed);
      if (headLength === null) return null;
      const isEnd = offset + packed.length >= this.size;
      const inflated = inflateMember(packed.subarray(headLength), largestRecord);
      if (inflated === 'damaged') return null;
      if (inflated === 'too large') return this.#passOver(offset, headLength);
      const ended = inflated.read + 8 <= packed.length - headLength;
      if (ended) return { offset, length: headLength + inflated.read + 8, bytes: inflated.bytes, isWhole: true };
      // The file ends in the middle of a record: what there is of it is told, and is not whole.
      if (isEnd) return { offset, length: packed.length, bytes: inflated.bytes, isWhole: false };
    }
    return this.#passOver(offset, 10);
  }

  /** A record too large to keep: its beginning, and where the next one is. */
  async #passOver(offset: number, headLength: number): Promise<FoundRecord | null> {
    const inflate = createInflateRaw();
    const begin: Buffer[] = [];
    let unpacked = 0;
    let at = offset + headLength;
    const ended = new Promise<boolean>((resolve) => {
      inflate.on('data', (chunk: Buffer) => {
        if (unpacked < longestHead * 2) begin.push(chunk);
        unpacked += chunk.length;
        if (unpacked > largestUnpacked) inflate.destroy(new Error('too much'));
      });
      inflate.on('end', () => resolve(true));
      inflate.on('error', () => resolve(false));
      inflate.on('close', () => resolve(false));
    });
    let over = false;
    const done = ended.then((sound) => {
      over = true;
      return sound;
    });
    while (!over && at < this.size) {
      const chunk = await this.#read(at, windows[1]);
      at += chunk.length;
      await new Promise<void>((resolve) => {
        if (inflate.destroyed || inflate.writableEnded) resolve();
        else inflate.write(chunk, () => resolve());
      });
    }
    if (!over && !inflate.destroyed) inflate.end();
    if (!(await done)) return null;
    const length = headLength + inflate.bytesWritten + 8;
    return { offset, length, bytes: Buffer.concat(begin), isWhole: false };
  }

  /** Where the next record may begin from an offset on, or null. */
  async #nextBegin(from: number): Promise<number | null> {
    const sign = this.isCompressed ? Buffer.from([0x1f, 0x8b, 0x08]) : Buffer.from('WARC/1.');
    const step = windows[1];
    for (let at = from; at < this.size; at += step) {
      const bytes = await this.#read(at, step + sign.length);
      const found = bytes.indexOf(sign);
      if (found !== -1) return at + found;
    }
    return null;
  }

  async #isBlank(from: number, to: number): Promise<boolean> {
    if (to - from > 64) return false;
    return (await this.#read(from, to - from)).every((byte) => byte === 0x0d || byte === 0x0a || byte === 0);
  }
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes)
        done(
          new VerbatimError('limit-exceeded', 'This archive unpacks to more than Verbatim opens. It was not taken.'),
        );
      else done(null, chunk);
    },
  });
}

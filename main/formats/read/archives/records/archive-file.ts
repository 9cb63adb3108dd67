import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { VerbatimError } from '../../../../contract/index.ts';
import { streamRegularFile } from '../../../shared/regular-file.ts';
import { arcGrammar } from '../arc/grammar.ts';
import { warcGrammar } from '../warc/grammar.ts';
import { FileWindow } from './file-window.ts';
import { gzipPacking } from './gzip-packing.ts';
import { isZstd } from './is-zstd.ts';
import type { Packing } from './packing.ts';
import { grammarOf } from './record.ts';
import { RecordFile } from './record-file.ts';
import { ZstdPacking } from './zstd-packing.ts';

/** A part of a file that is an archive of records itself, as a zip holds it when it doesn't pack it again. */
export interface FilePart {
  readonly start: number;
  readonly size: number;
}

export interface ArchivePlace {
  readonly name: string;
  readonly path: string;
  readonly part?: FilePart;
  /** A folder for what has to be laid down unpacked. */
  readonly scratch: string;
}

/** More unpacked than this, and so many times the packed bytes, is made to fill the disk. */
const unpackedBytes = 256 * 1024 * 1024;
const unpackedRatio = 200;

/** One file of records: a WARC or an ARC, by itself or inside a WACZ. */
export class ArchiveFile {
  readonly name: string;
  readonly size: number;
  records: RecordFile;
  readonly #path: string;
  readonly #part: FilePart | undefined;
  readonly #scratch: string;
  #unpacked: string | null = null;

  private constructor(place: ArchivePlace, records: RecordFile) {
    this.name = place.name;
    this.size = records.file.size;
    this.#path = place.path;
    this.#part = place.part;
    this.#scratch = place.scratch;
    this.records = records;
  }

  static async open(place: ArchivePlace): Promise<ArchiveFile> {
    const file = FileWindow.open(place.path, place.part);
    try {
      return new ArchiveFile(place, await recordsOf(file, place.name));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Lays the records down unpacked, in a temporary file: they were packed as one piece and can't be read one by one. */
  async unpackTogether(signal: AbortSignal): Promise<void> {
    const first = this.records.file.read(0, 1);
    this.records.file.close();
    const target = join(this.#scratch, `unpacked-${this.#part?.start ?? 0}-${basename(this.#path)}`);
    this.#unpacked = target;
    const end = (this.#part?.start ?? 0) + this.size - 1;
    const source = await streamRegularFile(this.#path, {
      start: this.#part?.start ?? 0,
      end,
      highWaterMark: 1024 * 1024,
    });
    source.on('data', () => this.records.file.onRead(0));
    let length = 0;
    const limit = Math.max(unpackedBytes, this.size * unpackedRatio);
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        length += chunk.length;
        done(length > limit ? bomb() : null, chunk);
      },
    });
    const unpack = first[0] === 0x1f ? createGunzip() : createZstdDecompress();
    const sink = createWriteStream(target, { flags: 'wx', mode: 0o600 });
    try {
      await pipeline(source, unpack, counted, sink, { signal });
    } catch (error) {
      signal.throwIfAborted();
      // What was unpacked before the damage is read. A bomb is not, and a full disk is no damage of the archive.
      if (!isDamage(error)) throw error;
    }
    const { onRead } = this.records.file;
    const file = FileWindow.open(target);
    file.onRead = onRead;
    this.records = new RecordFile(file, this.records.grammar, null);
  }

  /** Whether its records had to be unpacked together; their places count in what came out then. */
  get isUnpacked(): boolean {
    return this.#unpacked !== null;
  }

  /** Where a place stands in the file that was given, as far as it stands there as it is. */
  offsetInFile(at: number): number {
    return this.#unpacked === null ? this.records.file.offsetInFile(at) : at;
  }

  close(): void {
    this.records.file.close();
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z(?:_|STD_)/u.test(String(error.code));
}

function bomb(): VerbatimError {
  return new VerbatimError(
    'limit-exceeded',
    'Unpacked it would be more than 200 times as large as it is. It is made to fill this machine’s disk and was not read on.',
  );
}

async function recordsOf(file: FileWindow, name: string): Promise<RecordFile> {
  const packing = packingOf(file);
  const beginning =
    packing === null ? file.read(0, 64 * 1024) : ((await packing.unitAt(file, 0))?.beginning ?? new Uint8Array());
  const grammar = grammarOf(beginning) ?? (/\.arc(?:\.\w+)?$/iu.test(name) ? arcGrammar : warcGrammar);
  return new RecordFile(file, grammar, packing);
}

function packingOf(file: FileWindow): Packing | null {
  const head = file.read(0, 4);
  if (head[0] === 0x1f && head[1] === 0x8b) return gzipPacking;
  return isZstd(head) ? new ZstdPacking(file) : null;
}

import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { temporaryBeside } from '../package/folder-sink.ts';
import { type Content, chunksOf, type PackageSink, unsafePath } from '../package/package.ts';
import { writeWhole } from '../package/write-whole.ts';
import {
  centralHeaderBytes,
  dosTime,
  end64Bytes,
  end64LocatorBytes,
  endBytes,
  limit16,
  limit32,
  localHeaderBytes,
  methods,
  signatures,
  utf8Flag,
  type ZipEntry,
  type ZipMethod,
  zip64Extra,
} from './zip-format.ts';

export interface ZipSinkOptions {
  /** Put before every name, so that the zip unpacks into one folder; empty for none. */
  readonly folder: string;
  /** Written as every file's time. */
  readonly at: Date;
}

/** From this size on, a file gets 64-bit headers; deflate can make incompressible bytes a little longer. */
const roomFor64 = limit32 - 16 * 1024 * 1024;
const sampleBytes = 64 * 1024;
const smallFile = 64 * 1024;
const pieceBytes = 1024 * 1024;
const directoryBlockBytes = 256 * 1024;
/** Deflated bytes that are more than this part of the plain ones are not worth unpacking. */
const worthwhile = 0.95;

/**
 * Writes a package as one zip. A local header is written with empty sizes and filled in when its
 * file has passed through, so nothing is held in memory and no trailing descriptors are needed. The
 * zip has a temporary name until it is whole.
 */
export async function openZipSink(
  target: string,
  options: ZipSinkOptions,
  work = temporaryBeside(target),
): Promise<PackageSink> {
  await mkdir(dirname(target), { recursive: true });
  const handle = await open(work, 'wx');
  const stamp = dosTime(options.at);
  const central = new Directory();
  let position = 0;
  let isOpen = true;

  // Packages hold very many small files; they reach the disk in larger pieces.
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;

  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(pending);
    const at = position - pendingBytes;
    pending = [];
    pendingBytes = 0;
    await writeWhole(handle, bytes, at);
  };
  const append = async (bytes: Uint8Array): Promise<void> => {
    pending.push(bytes);
    pendingBytes += bytes.byteLength;
    position += bytes.byteLength;
    if (pendingBytes >= pieceBytes) await flush();
  };

  return {
    async add(path, content, size) {
      const reason = unsafePath(path);
      if (reason !== null) throw new Error(`a package may not hold ${JSON.stringify(path)}: ${reason}`);
      const name = options.folder === '' ? path : `${options.folder}/${path}`;
      if (content instanceof Uint8Array && content.byteLength <= smallFile) {
        const { entry, bytes } = packedAtOnce(name, content, position);
        await append(Buffer.concat([localHeader(entry, stamp, false), bytes]));
        central.add(centralHeader(entry, stamp));
        return;
      }
      const wide = size === null || size >= roomFor64;
      const offset = position;
      const { method, chunks } = await chooseMethod(content);
      const placeholder = localHeader({ name, method, crc32: 0, compressed: 0, size: 0, offset }, stamp, wide);
      await append(placeholder);
      const counted = { crc32: 0, size: 0 };
      const start = position;
      for await (const chunk of packed(method, counting(chunks, counted))) await append(chunk);
      const entry: ZipEntry = { name, method, ...counted, compressed: position - start, offset };
      if (!wide && (entry.size > limit32 || entry.compressed > limit32))
        throw new Error(`${path} is larger than the size that was announced for it`);
      await flush();
      await writeWhole(handle, localHeader(entry, stamp, wide), offset);
      central.add(centralHeader(entry, stamp));
    },
    async seal() {
      const start = position;
      for (const block of central.blocks()) await append(block);
      await append(endOfCentralDirectory(central.entries, position - start, start));
      await flush();
      await handle.sync();
      await handle.close();
      isOpen = false;
      return work;
    },
    async publish() {
      await rename(work, target);
    },
    async abort() {
      if (isOpen) await handle.close();
      isOpen = false;
      await rm(work, { force: true });
    },
  };
}

/** The central directory until it is written, in large blocks: a small Buffer pins the pool it was cut from. */
class Directory {
  readonly #blocks: Buffer[] = [];
  #used = 0;
  #entries = 0;

  get entries(): number {
    return this.#entries;
  }

  add(header: Uint8Array): void {
    this.#entries += 1;
    let block = this.#blocks.at(-1);
    if (block === undefined || this.#used + header.byteLength > block.byteLength) {
      if (block !== undefined) this.#blocks[this.#blocks.length - 1] = block.subarray(0, this.#used);
      block = Buffer.alloc(Math.max(directoryBlockBytes, header.byteLength));
      this.#blocks.push(block);
      this.#used = 0;
    }
    block.set(header, this.#used);
    this.#used += header.byteLength;
  }

  blocks(): readonly Buffer[] {
    return this.#blocks.map((block, index) =>
      index === this.#blocks.length - 1 ? block.subarray(0, this.#used) : block,
    );
  }
}

/** A small file in memory: one write instead of three. */
function packedAtOnce(name: string, content: Uint8Array, offset: number): { entry: ZipEntry; bytes: Uint8Array } {
  const deflated = content.byteLength === 0 ? content : deflateRawSync(content);
  const smaller = deflated.byteLength < content.byteLength * worthwhile;
  const bytes = smaller ? deflated : content;
  const method = smaller ? methods.deflated : methods.stored;
  return {
    entry: { name, method, crc32: crc32(content), compressed: bytes.byteLength, size: content.byteLength, offset },
    bytes,
  };
}

/** Stores what a sample shows to be compressed already (images, archives); deflates the rest. */
async function chooseMethod(content: Content): Promise<{ method: ZipMethod; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunksOf(content)[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return { method: methods.stored, chunks: chunksOf(new Uint8Array()) };
  const sample = first.value.subarray(0, sampleBytes);
  const smaller = deflateRawSync(sample, { level: 1 }).byteLength < sample.byteLength * worthwhile;
  async function* rest(): AsyncIterable<Uint8Array> {
    yield first.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { method: smaller ? methods.deflated : methods.stored, chunks: rest() };
}

async function* counting(
  chunks: AsyncIterable<Uint8Array>,
  counted: { crc32: number; size: number },
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    counted.crc32 = crc32(chunk, counted.crc32);
    counted.size += chunk.byteLength;
    yield chunk;
  }
}

async function* packed(method: ZipMethod, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (method === methods.stored) {
    yield* chunks;
    return;
  }
  const source = Readable.from(chunks, { objectMode: false });
  const deflate = createDeflateRaw();
  source.on('error', (error) => deflate.destroy(error));
  source.pipe(deflate);
  yield* deflate;
}

function localHeader(entry: ZipEntry, stamp: { time: number; date: number }, wide: boolean): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const extra = wide ? zip64Extra([entry.size, entry.compressed]) : Buffer.alloc(0);
  const header = Buffer.alloc(localHeaderBytes);
  header.writeUInt32LE(signatures.localHeader, 0);
  header.writeUInt16LE(wide ? 45 : 20, 4);
  header.writeUInt16LE(utf8Flag, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(stamp.time, 10);
  header.writeUInt16LE(stamp.date, 12);
  header.writeUInt32LE(entry.crc32, 14);
  header.writeUInt32LE(wide ? limit32 : entry.compressed, 18);
  header.writeUInt32LE(wide ? limit32 : entry.size, 22);
  header.writeUInt16LE(name.byteLength, 26);
  header.writeUInt16LE(extra.byteLength, 28);
  return Buffer.concat([header, name, extra]);
}

function centralHeader(entry: ZipEntry, stamp: { time: number; date: number }): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const wide = [entry.size, entry.compressed, entry.offset].filter((value) => value >= limit32);
  const extra = zip64Extra(wide);
  const header = Buffer.alloc(centralHeaderBytes);
  header.writeUInt32LE(signatures.centralHeader, 0);
  header.writeUInt16LE((3 << 8) | 45, 4);
  header.writeUInt16LE(extra.byteLength > 0 ? 45 : 20, 6);
  header.writeUInt16LE(utf8Flag, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(stamp.time, 12);
  header.writeUInt16LE(stamp.date, 14);
  header.writeUInt32LE(entry.crc32, 16);
  header.writeUInt32LE(Math.min(entry.compressed, limit32), 20);
  header.writeUInt32LE(Math.min(entry.size, limit32), 24);
  header.writeUInt16LE(name.byteLength, 28);
  header.writeUInt16LE(extra.byteLength, 30);
  header.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  header.writeUInt32LE(Math.min(entry.offset, limit32), 42);
  return Buffer.concat([header, name, extra]);
}

function endOfCentralDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(Math.min(entries, limit16), 8);
  end.writeUInt16LE(Math.min(entries, limit16), 10);
  end.writeUInt32LE(Math.min(size, limit32), 12);
  end.writeUInt32LE(Math.min(offset, limit32), 16);
  if (entries < limit16 && size < limit32 && offset < limit32) return end;
  const end64 = Buffer.alloc(end64Bytes);
  end64.writeUInt32LE(signatures.end64, 0);
  end64.writeBigUInt64LE(BigInt(end64Bytes - 12), 4);
  end64.writeUInt16LE((3 << 8) | 45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(entries), 24);
  end64.writeBigUInt64LE(BigInt(entries), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(end64LocatorBytes);
  locator.writeUInt32LE(signatures.end64Locator, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}

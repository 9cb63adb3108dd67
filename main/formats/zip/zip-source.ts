import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { VerbatimError } from '../../contract/index.ts';
import { type PackageSource, type RefusedFile, unsafePath } from '../package/package.ts';
import {
  centralHeaderBytes,
  encryptedFlag,
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
  zip64ExtraId,
} from './zip-format.ts';

/** What a zip may ask of this machine. A bomb is refused from its directory, before anything is unpacked. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of the central directory, which is read whole. */
  readonly directoryBytes: number;
  /** Bytes of all files unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked to packed, over the whole zip; looked at from 256 MB unpacked on. Text reaches about 10. */
  readonly ratio: number;
}
export const zipLimits: ZipLimits = {
  entries: 2_000_000,
  directoryBytes: 256 * 1024 * 1024,
  unpackedBytes: 2 * 1024 ** 4,
  ratio: 200,
};
const ratioFrom = 256 * 1024 * 1024;

export interface ZipSource extends PackageSource {
  /** Where in the zip a file's bytes lie as they are; null for one that is compressed, or isn't there. */
  storedAt(path: string): Promise<{ readonly start: number; readonly size: number } | null>;
}

/**
 * Opens a zip for reading. Names that lead out of it, links, encrypted and doubly named files are
 * listed in `refused`; overlapping files and bombs refuse the whole zip.
 * Throws `unsupported` when it is no readable zip, `limit-exceeded` when it breaks a limit.
 */
export async function openZipSource(path: string, limits: ZipLimits = zipLimits): Promise<ZipSource> {
  const handle = await open(path, 'r');
  try {
    const fileSize = (await handle.stat()).size;
    const directory = await readDirectory(handle, fileSize, limits);
    const { entries, refused } = parseDirectory(directory.bytes, directory.count);
    assertSound([...entries.values()], directory.offset, fileSize, limits);
    return {
      files: [...entries.values()].map((entry) => ({ path: entry.name, size: entry.size })),
      refused,
      has: (name) => entries.has(name),
      stream(name) {
        const entry = entries.get(name);
        if (entry === undefined) throw new VerbatimError('not-found', `The zip has no file ${name}.`, { path: name });
        return unpack(handle, entry);
      },
      async storedAt(name) {
        const entry = entries.get(name);
        if (entry === undefined || entry.method !== methods.stored) return null;
        return { start: await contentStart(handle, entry), size: entry.size };
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function damaged(what: string): VerbatimError {
  return new VerbatimError('unsupported', `This zip cannot be read: ${what}. It may be damaged or half-copied.`);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) throw damaged('it ends too early');
    read += bytesRead;
  }
  return buffer;
}

async function readDirectory(
  handle: FileHandle,
  fileSize: number,
  limits: ZipLimits,
): Promise<{ bytes: Buffer; count: number; offset: number }> {
  const tailLength = Math.min(fileSize, endBytes + limit16);
  const tailStart = fileSize - tailLength;
  const tail = await readAt(handle, tailStart, tailLength);
  let at = tail.length - endBytes;
  while (at >= 0 && tail.readUInt32LE(at) !== signatures.end) at -= 1;
  if (at < 0) throw damaged('it has no directory at its end');
  let count = tail.readUInt16LE(at + 10);
  let size = tail.readUInt32LE(at + 12);
  let offset = tail.readUInt32LE(at + 16);
  const endAt = tailStart + at;
  if ((count === limit16 || size === limit32 || offset === limit32) && endAt >= end64LocatorBytes) {
    const locator = await readAt(handle, endAt - end64LocatorBytes, end64LocatorBytes);
    if (locator.readUInt32LE(0) === signatures.end64Locator) {
      const end64 = await readAt(handle, Number(locator.readBigUInt64LE(8)), end64Bytes);
      if (end64.readUInt32LE(0) !== signatures.end64) throw damaged('its 64-bit directory is not where it should be');
      count = Number(end64.readBigUInt64LE(32));
      size = Number(end64.readBigUInt64LE(40));
      offset = Number(end64.readBigUInt64LE(48));
    }
  }
  if (count > limits.entries || size > limits.directoryBytes)
    throw new VerbatimError('limit-exceeded', `This zip announces ${count} files, more than Verbatim opens.`, {
      count,
    });
  if (offset + size > endAt) throw damaged('its directory lies outside it');
  return { bytes: await readAt(handle, offset, size), count, offset };
}

function parseDirectory(
  directory: Buffer,
  count: number,
): { entries: Map<string, ZipEntry>; refused: readonly RefusedFile[] } {
  const entries = new Map<string, ZipEntry>();
  const refused: RefusedFile[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + centralHeaderBytes > directory.length || directory.readUInt32LE(at) !== signatures.centralHeader)
      throw damaged(`its directory breaks off after ${index} of ${count} files`);
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const commentLength = directory.readUInt16LE(at + 32);
    const madeBy = directory.readUInt8(at + 5);
    const mode = directory.readUInt32LE(at + 38) >>> 16;
    const crc = directory.readUInt32LE(at + 16);
    const nameBytes = directory.subarray(at + centralHeaderBytes, at + centralHeaderBytes + nameLength);
    // Zips without the UTF-8 bit are IBM 437 by the letter and UTF-8 or ASCII in practice.
    const name = nameBytes.toString((flags & utf8Flag) !== 0 || isUtf8(nameBytes) ? 'utf8' : 'latin1');
    const extraStart = at + centralHeaderBytes + nameLength;
    const sizes = resolve64(
      {
        size: directory.readUInt32LE(at + 24),
        compressed: directory.readUInt32LE(at + 20),
        offset: directory.readUInt32LE(at + 42),
      },
      directory.subarray(extraStart, extraStart + extraLength),
    );
    at = extraStart + extraLength + commentLength;
    if (name.endsWith('/') && sizes.size === 0) continue;
    const reason =
      unsafePath(name) ??
      (name.includes('\\') ? 'a backslash in the name' : null) ??
      (madeBy === 3 && (mode & 0o170000) === 0o120000 ? 'a link' : null) ??
      ((flags & encryptedFlag) !== 0 ? 'encryption' : null) ??
      (names.has(name) ? 'the same name twice' : null);
    names.add(name);
    if (reason !== null) refused.push({ path: name, reason });
    else if (method !== methods.stored && method !== methods.deflated)
      refused.push({ path: name, reason: `compression method ${method}` });
    else if (method === methods.stored && sizes.size !== sizes.compressed)
      refused.push({ path: name, reason: 'sizes that contradict each other' });
    else entries.set(name, { name, method, crc32: crc, ...sizes });
  }
  return { entries, refused };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Replaces sizes that read 0xFFFFFFFF by those of the ZIP64 extra field, which holds only the ones that are needed. */
function resolve64(
  sizes: { size: number; compressed: number; offset: number },
  extra: Buffer,
): { size: number; compressed: number; offset: number } {
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = extra.readUInt16LE(at);
    const length = extra.readUInt16LE(at + 2);
    if (id === zip64ExtraId) {
      const field = extra.subarray(at + 4, at + 4 + length);
      let next = 0;
      const take = (value: number): number => {
        if (value !== limit32) return value;
        if (next + 8 > field.length) throw damaged('a 64-bit size is missing');
        next += 8;
        return Number(field.readBigUInt64LE(next - 8));
      };
      return { size: take(sizes.size), compressed: take(sizes.compressed), offset: take(sizes.offset) };
    }
    at += 4 + length;
  }
  return sizes;
}

/** Files may not share bytes (that is how a small zip holds petabytes) and may not be out of proportion. */
function assertSound(entries: readonly ZipEntry[], directory: number, fileSize: number, limits: ZipLimits): void {
  let unpacked = 0;
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end)
      throw new VerbatimError(
        'limit-exceeded',
        'This zip holds files that overlap. It is made to harm and was not opened.',
      );
    end = entry.offset + localHeaderBytes + entry.compressed;
    unpacked += entry.size;
  }
  if (end > directory) throw damaged('a file reaches into its directory');
  if (unpacked > limits.unpackedBytes || (unpacked > ratioFrom && unpacked > fileSize * limits.ratio))
    throw new VerbatimError(
      'limit-exceeded',
      `This zip of ${fileSize} bytes would unpack to ${unpacked} bytes. It is made to harm and was not opened.`,
      { fileSize, unpacked },
    );
}

async function contentStart(handle: FileHandle, entry: ZipEntry): Promise<number> {
  const header = await readAt(handle, entry.offset, localHeaderBytes);
  if (header.readUInt32LE(0) !== signatures.localHeader) throw damaged(`${entry.name} is not where its directory says`);
  return entry.offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function* unpack(handle: FileHandle, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const start = await contentStart(handle, entry);
  const chunks = contentOf(handle, start, entry);
  let size = 0;
  let sum = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > entry.size) throw damaged(`${entry.name} is longer than it says`);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.size || sum !== entry.crc32) throw damaged(`${entry.name} does not have its checksum`);
}

function contentOf(handle: FileHandle, start: number, entry: ZipEntry): AsyncIterable<Uint8Array> {
  if (entry.method === methods.stored) return slices(handle, start, entry);
  return entry.size <= smallFile && entry.compressed <= smallFile
    ? inflatedAtOnce(handle, start, entry)
    : inflated(handle, start, entry);
}

/** A package holds very many small files; an inflater of its own for each would weigh more than they do. */
const smallFile = 256 * 1024;

async function* inflatedAtOnce(handle: FileHandle, start: number, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const packed = await readAt(handle, start, entry.compressed);
  let bytes: Uint8Array;
  try {
    bytes = inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  } catch (error) {
    const longer = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw damaged(longer ? `${entry.name} is longer than it says` : `${entry.name} is not compressed as it says`);
  }
  yield bytes;
}

async function* slices(handle: FileHandle, start: number, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const step = 256 * 1024;
  for (let at = 0; at < entry.compressed; at += step)
    yield await readAt(handle, start + at, Math.min(step, entry.compressed - at));
}

async function* inflated(handle: FileHandle, start: number, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw();
  const source = Readable.from(slices(handle, start, entry), { objectMode: false });
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    yield* inflate;
  } catch (error) {
    throw error instanceof VerbatimError ? error : damaged(`${entry.name} is not compressed as it says`);
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

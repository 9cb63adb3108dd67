import { VerbatimError } from '../../../contract/index.ts';
import { type RefusedFile, unsafePath } from '../package/package.ts';
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

/** A zip's bytes, wherever they are: in a file or in memory. */
export interface ZipBytes {
  readonly size: number;
  /** Exactly `length` bytes. Throws `unsupported` where there are fewer. */
  read(position: number, length: number): Promise<Buffer>;
}

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
const ratioFrom = 256 * 1024 * 1024;

export interface ZipDirectory {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly refused: readonly RefusedFile[];
}

/**
 * Reads a zip's central directory. Names that lead out of it, links, encrypted and doubly named files are listed
 * in `refused`; overlapping files and bombs refuse the whole zip.
 * Throws `unsupported` when it is no readable zip, `limit-exceeded` when it breaks a limit.
 */
export async function readZipDirectory(zip: ZipBytes, limits: ZipLimits): Promise<ZipDirectory> {
  const directory = await locateDirectory(zip, limits);
  const parsed = parseDirectory(directory.bytes, directory.count);
  assertSound([...parsed.entries.values()], directory.offset, zip.size, limits);
  return parsed;
}

/** `details.damage` says the same without naming the file, for who knows better what it is. */
export function damaged(what: string): VerbatimError {
  return new VerbatimError('unsupported', `This zip cannot be read: ${what}. It may be damaged or half-copied.`, {
    damage: what,
  });
}

async function locateDirectory(
  zip: ZipBytes,
  limits: ZipLimits,
): Promise<{ bytes: Buffer; count: number; offset: number }> {
  const tailLength = Math.min(zip.size, endBytes + limit16);
  const tailStart = zip.size - tailLength;
  const tail = await zip.read(tailStart, tailLength);
  let at = tail.length - endBytes;
  while (at >= 0 && tail.readUInt32LE(at) !== signatures.end) at -= 1;
  if (at < 0) throw damaged('it has no directory at its end');
  let count = tail.readUInt16LE(at + 10);
  let size = tail.readUInt32LE(at + 12);
  let offset = tail.readUInt32LE(at + 16);
  const endAt = tailStart + at;
  if ((count === limit16 || size === limit32 || offset === limit32) && endAt >= end64LocatorBytes) {
    const locator = await zip.read(endAt - end64LocatorBytes, end64LocatorBytes);
    if (locator.readUInt32LE(0) === signatures.end64Locator) {
      const end64 = await zip.read(Number(locator.readBigUInt64LE(8)), end64Bytes);
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
  return { bytes: await zip.read(offset, size), count, offset };
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

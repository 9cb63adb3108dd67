import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * What is wrong with the log that SQLite keeps beside a database (sqlite.org/fileformat2.html, section 4). SQLite
 * reads it as far as its checksums hold and drops the rest in silence, which is right after a power cut or a
 * kill, whose last change was not finished, and loses what was saved when the file itself is damaged.
 */
export type LogDamage =
  /** Its beginning can't be read, so nothing of it is. */
  | { readonly kind: 'unreadable' }
  /** It breaks off, and changes that had been finished stand behind the break: so many, or null where noise lies there. */
  | { readonly kind: 'broken'; readonly changes: number | null };

const headerBytes = 32;
const frameHeaderBytes = 24;
/** The last bit says in which order the bytes of a number are added up. */
const magic = 0x377f0682;
const framesAtOnce = 256;

interface Header {
  readonly pageBytes: number;
  readonly bigEndian: boolean;
  /** How often the log was begun anew since the file was made. */
  readonly restarts: number;
  readonly salt: readonly [number, number];
  readonly sum: Sum;
}
type Sum = readonly [number, number];

/** Looks through the log of a database that nobody is writing; null where it is whole, or ends as a kill leaves it. */
export function damageOfLog(file: string): LogDamage | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    // After a proper end there is none.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { size } = fstatSync(handle);
    // A log without a frame holds nothing.
    if (size <= headerBytes) return null;
    const start = Buffer.alloc(headerBytes);
    readSync(handle, start, 0, headerBytes, 0);
    const header = headerOf(start);
    if (header !== null) return damageBehind(handle, size, header);
    return isZeroFrom(handle, 0, size) ? null : { kind: 'unreadable' };
  } finally {
    closeSync(handle);
  }
}

function headerOf(bytes: Buffer): Header | null {
  const first = bytes.readUInt32BE(0);
  if (first !== magic && first !== magic + 1) return null;
  const bigEndian = first !== magic;
  const sum = added([0, 0], bytes, 0, 24, bigEndian);
  const pageBytes = bytes.readUInt32BE(8);
  const isPage = pageBytes >= 512 && pageBytes <= 65_536 && (pageBytes & (pageBytes - 1)) === 0;
  if (!isPage || sum[0] !== bytes.readUInt32BE(24) || sum[1] !== bytes.readUInt32BE(28)) return null;
  return {
    pageBytes,
    bigEndian,
    restarts: bytes.readUInt32BE(12),
    salt: [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
    sum,
  };
}

/**
 * Follows the checksums to the first frame where they don't hold. Behind it may lie, without anything being lost: the
 * frames of a change that was not finished or was taken back, which have this log's salt and no end of a change among
 * them; and frames of the log as it was before it was last begun anew, each run of them with a salt of its own. The end
 * of a change with this log's salt had been written: what it ended is lost, and so is what was overwritten by noise.
 */
function damageBehind(handle: number, size: number, header: Header): LogDamage | null {
  const frameBytes = frameHeaderBytes + header.pageBytes;
  const block = Buffer.alloc(frameBytes * framesAtOnce);
  let sum: Sum | null = header.sum;
  let changes = 0;
  const strangers = new Map<string, number>();
  for (let at = headerBytes; at + frameBytes <= size; at += block.byteLength) {
    const read = readSync(handle, block, 0, block.byteLength, at);
    for (let frame = 0; frame + frameBytes <= read; frame += frameBytes) {
      const salt = [block.readUInt32BE(frame + 8), block.readUInt32BE(frame + 12)] as const;
      const own = salt[0] === header.salt[0] && salt[1] === header.salt[1];
      if (sum !== null) {
        sum = own ? sumAfter(sum, block, frame, header) : null;
        if (sum !== null) continue;
      }
      const page = block.readUInt32BE(frame);
      const pagesAfter = block.readUInt32BE(frame + 4);
      if (own && page > 0 && page <= pagesAfter) changes += 1;
      else if (!own && !isEarlier(salt, header) && (salt[0] !== 0 || salt[1] !== 0))
        strangers.set(salt.join(), (strangers.get(salt.join()) ?? 0) + 1);
    }
  }
  if (changes > 0) return { kind: 'broken', changes };
  // Frames that were written have their salt together; noise has another in each. One alone may be what is left of a run.
  const single = [...strangers.values()].filter((count) => count === 1).length;
  return single > 1 ? { kind: 'broken', changes: null } : null;
}

/** Each time a log is begun anew the first half of its salt goes up by one. */
function isEarlier(salt: readonly [number, number], header: Header): boolean {
  const behind = (header.salt[0] - salt[0]) >>> 0;
  return behind >= 1 && behind <= header.restarts;
}

/** The checksum behind a frame, or null where it isn't the one that the frame has. */
function sumAfter(before: Sum, block: Buffer, frame: number, { pageBytes, bigEndian }: Header): Sum | null {
  if (block.readUInt32BE(frame) === 0) return null;
  const head = added(before, block, frame, 8, bigEndian);
  const sum = added(head, block, frame + frameHeaderBytes, pageBytes, bigEndian);
  const holds = sum[0] === block.readUInt32BE(frame + 16) && sum[1] === block.readUInt32BE(frame + 20);
  return holds ? sum : null;
}

function added([first, second]: Sum, bytes: Buffer, from: number, length: number, bigEndian: boolean): Sum {
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, length);
  let one = first;
  let two = second;
  for (let at = 0; at < length; at += 8) {
    one = (one + view.getUint32(at, !bigEndian) + two) >>> 0;
    two = (two + view.getUint32(at + 4, !bigEndian) + one) >>> 0;
  }
  return [one, two];
}

function isZeroFrom(handle: number, from: number, size: number): boolean {
  const block = Buffer.alloc(65_536);
  for (let at = from; at < size; ) {
    const read = readSync(handle, block, 0, block.byteLength, at);
    if (read === 0) return true;
    if (block.subarray(0, read).some((byte) => byte !== 0)) return false;
    at += read;
  }
  return true;
}

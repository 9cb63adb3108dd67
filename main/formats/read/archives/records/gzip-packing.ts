import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import { gzipHeadLength, inflateMember } from '../../../shared/gzip/member.ts';
import type { FileWindow } from './file-window.ts';
import { beginningBytes, type Packing, type Unit, type Unpacked } from './packing.ts';

/** Members up to this size, packed and unpacked, are unpacked in one call; larger ones piece by piece. */
const usual = 64 * 1024;
const atOnce = 1024 * 1024;
const atOnceUnpacked = 4 * 1024 * 1024;
const pieceBytes = 256 * 1024;
const carefulBytes = 512;
const trailerBytes = 8;
/** A member that unpacks to more than this many bytes, and to so many times its own, is made to be slow. */
const bombBytes = 256 * 1024 * 1024;
const bombRatio = 200;

/** Records packed as members of a gzip, one each (WARC 1.1, annex D; RFC 1952). */
export const gzipPacking: Packing = {
  async unitAt(file, at) {
    const head = gzipHeadLength(file.read(at, 64 * 1024));
    if (head === null) return null;
    return unpackSmall(file, at, head) ?? (await unpackLarge(file, at, head, beginningBytes, 'to the end')).unit;
  },
  async unpack(file, at, length, limit) {
    if (length <= atOnce) {
      // Where it ends is known, so nothing else is read: members are asked for in any order.
      const packed = file.readOwn(at, length);
      const head = gzipHeadLength(packed);
      const small = head === null ? null : unpackFrom(packed, at, head);
      if (small !== null) return checked(file, small, limit);
    }
    const head = gzipHeadLength(file.readOwn(at, usual));
    if (head === null) return { bytes: null, sound: false };
    const { unit, exceeded } = await unpackLarge(file, at, head, limit, 'to the limit');
    return exceeded ? { bytes: null, sound: true } : checked(file, unit, limit);
  },
  find(bytes, from) {
    for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1))
      if (bytes[at + 1] === 0x8b && bytes[at + 2] === 0x08 && ((bytes[at + 3] ?? 0xff) & 0xe0) === 0) return at;
    return -1;
  },
};

interface UnpackedUnit extends Unit {
  readonly unpacked: number;
}

/** A member that is small enough; null for a larger one and for one that is damaged, which are read piece by piece. */
function unpackSmall(file: FileWindow, at: number, head: number): UnpackedUnit | null {
  // Most end in what is in the window already.
  return unpackFrom(file.readAtLeast(at, usual), at, head) ?? unpackFrom(file.readAtLeast(at, atOnce), at, head);
}

function unpackFrom(bytes: Buffer, at: number, head: number): UnpackedUnit | null {
  const inflated = inflateMember(bytes.subarray(head), atOnceUnpacked);
  if (typeof inflated === 'string') return null;
  const end = head + inflated.read + trailerBytes;
  // What reads on to the end of the window may be cut by it.
  if (end > bytes.length) return null;
  return { beginning: inflated.bytes, end: at + end, unpacked: inflated.bytes.length, whole: true };
}

interface UnpackedLarge {
  readonly unit: UnpackedUnit;
  readonly exceeded: boolean;
}

/** Unpacks a member piece by piece and keeps its first bytes. Damage ends it, and what came before is there. */
async function unpackLarge(
  file: FileWindow,
  at: number,
  head: number,
  keep: number,
  until: 'to the end' | 'to the limit',
): Promise<UnpackedLarge> {
  const unpacked = await unpackInPieces(file, at, head, { keep, until, pieceBytes });
  if (unpacked.unit.whole || unpacked.exceeded) return unpacked;
  // What is unpacked together with the damage is lost with it: in small pieces little is.
  const careful = await unpackInPieces(file, at, head, { keep, until: 'to the limit', pieceBytes: carefulBytes });
  return { ...unpacked, unit: { ...unpacked.unit, beginning: careful.unit.beginning } };
}

async function unpackInPieces(
  file: FileWindow,
  at: number,
  head: number,
  options: { readonly keep: number; readonly until: 'to the end' | 'to the limit'; readonly pieceBytes: number },
): Promise<UnpackedLarge> {
  const { keep, until, pieceBytes } = options;
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let unpacked = 0;
  let fed = at + head;
  let whole = true;
  let exceeded = false;
  const feed = async (): Promise<void> => {
    while (fed < file.size && !inflate.destroyed && !inflate.readableEnded) {
      const piece = file.readOwn(fed, pieceBytes);
      fed += piece.length;
      if (!inflate.write(piece)) await once(inflate);
    }
    if (!inflate.destroyed) inflate.end();
  };
  const feeding = feed();
  try {
    for await (const chunk of inflate) {
      const piece = chunk as Buffer;
      unpacked += piece.length;
      if (keptBytes < keep) {
        const part = piece.subarray(0, keep - keptBytes);
        kept.push(part);
        keptBytes += part.length;
      }
      if (unpacked > bombBytes && unpacked > (fed - at) * bombRatio) {
        whole = false;
        exceeded = true;
        break;
      }
      if (unpacked > keep && until === 'to the limit') {
        exceeded = true;
        break;
      }
    }
  } catch {
    whole = false;
  }
  const used = inflate.bytesWritten;
  inflate.destroy();
  await feeding;
  const end = Math.min(file.size, at + head + used + trailerBytes);
  // Where the file ends before the member does, nothing is left for its trailer.
  whole &&= at + head + used + trailerBytes <= file.size;
  return { unit: { beginning: Buffer.concat(kept), end, unpacked, whole }, exceeded };
}

/** Waits until a stream takes more, has ended or was closed. */
function once(stream: InflateRaw): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'end', 'close', 'error']) stream.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'end', 'close', 'error']) stream.on(event, done);
  });
}

function checked(file: FileWindow, unit: UnpackedUnit, limit: number): Unpacked {
  if (unit.unpacked > limit) return { bytes: null, sound: true };
  const bytes = unit.beginning;
  // That it breaks off was told when it was passed the first time.
  if (!unit.whole) return { bytes, sound: true };
  const trailer = file.readOwn(unit.end - trailerBytes, trailerBytes);
  return { bytes, sound: trailer.readUInt32LE(0) === crc32(bytes) };
}

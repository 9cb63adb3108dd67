import { constants, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';

/** Members of gzip files (RFC 1952), one by one: where each ends tells where the next begins. */

/** What `info: true` makes of the answer; Node's types don't know it. */
const InflatedWithInfo = v.object({ buffer: v.instance(Uint8Array), engine: v.object({ bytesWritten: v.number() }) });

/**
 * What of a member's deflated bytes (RFC 1951; a zip's are alike) lies in some bytes, and how many of them it takes;
 * or why it can't be unpacked into memory.
 */
export function inflateMember(
  packed: Uint8Array,
  most: number,
): { readonly bytes: Uint8Array; readonly read: number } | 'damaged' | 'too large' {
  try {
    const options = {
      info: true,
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: most,
      // Most members come out in one piece then.
      chunkSize: 128 * 1024,
    } as const;
    const { buffer, engine } = v.parse(InflatedWithInfo, inflateRawSync(packed, options));
    return { bytes: buffer, read: engine.bytesWritten };
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'damaged';
  }
}

/** What the first gzip member among some bytes holds, as far as it is there; null where none begins or it is damaged. */
export function unpackedBegin(bytes: Uint8Array, most = 16 * 1024 * 1024): Uint8Array | null {
  const headLength = gzipHeadLength(bytes);
  if (headLength === null) return null;
  const inflated = inflateMember(bytes.subarray(headLength), most);
  return typeof inflated === 'string' ? null : inflated.bytes;
}

/** The length of a gzip member's head (RFC 1952, 2.3), or null where none begins. */
export function gzipHeadLength(bytes: Uint8Array): number | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 0x08) return null;
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 0x04) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [0x08, 0x10])
    if (flags & flag) {
      const end = bytes.indexOf(0, at);
      if (end === -1) return null;
      at = end + 1;
    }
  if (flags & 0x02) at += 2;
  return at < bytes.length ? at : null;
}

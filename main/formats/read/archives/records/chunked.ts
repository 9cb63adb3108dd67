export interface Dechunked {
  readonly bytes: Uint8Array;
  /** False where the body was called chunked and isn't: many crawlers keep the field and undo the chunks. */
  readonly wasChunked: boolean;
  /** False where it breaks off or a chunk is not as long as it says: what stands before is taken. */
  readonly whole: boolean;
}

/** A chunk's size and its extensions (RFC 9112, 7.1). */
const sizeLine = /^[ \t]*([\da-f]{1,13})[ \t]*(?:;[^\r\n]*)?\r?\n/iu;
const longestSizeLine = 4096;

/** Undoes the transfer encoding "chunked". */
export function dechunk(raw: Uint8Array): Dechunked {
  const body = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const chunks: Uint8Array[] = [];
  let at = 0;
  const end = (whole: boolean): Dechunked => ({ bytes: Buffer.concat(chunks), wasChunked: true, whole });
  for (;;) {
    const match = sizeLine.exec(body.toString('latin1', at, Math.min(body.length, at + longestSizeLine)));
    if (match === null) return at === 0 ? { bytes: raw, wasChunked: false, whole: true } : end(false);
    const size = Number.parseInt(match[1] ?? '', 16);
    const start = at + match[0].length;
    // Fields may follow the last chunk; nothing of the text does.
    if (size === 0) return end(true);
    if (start + size > body.length) {
      // A page may begin with a number of its own.
      if (at === 0 && !body.subarray(0, start).includes(0x0d)) return { bytes: raw, wasChunked: false, whole: true };
      chunks.push(body.subarray(start));
      return end(false);
    }
    chunks.push(body.subarray(start, start + size));
    at = start + size;
    const isEnded = body[at] === 0x0a || (body[at] === 0x0d && body[at + 1] === 0x0a);
    if (!isEnded) return end(false);
    at += body[at] === 0x0a ? 1 : 2;
  }
}

/** Content-Transfer-Encoding undone (RFC 2045, 6). Nothing here fails: what is no code stays what it is. */

export function decodeTransfer(bytes: Uint8Array, encoding: string | null): Uint8Array {
  // "quoted-printable (a remark)", "Base64;"
  switch (/^[\w-]+/u.exec(encoding?.trim().toLowerCase() ?? '')?.[0]) {
    case 'quoted-printable':
      return fromQuotedPrintable(bytes, 'body');
    case 'base64':
      return fromBase64(bytes);
    default:
      return bytes;
  }
}

const equals = 0x3d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/**
 * Quoted-printable. An equals sign without two digits stays, as 6.7 advises. In a `body` white space at a
 * line's end was added on the way and goes; in a `word` of a head it is the text's.
 */
export function fromQuotedPrintable(bytes: Uint8Array, where: 'body' | 'word'): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  /** Where the white space at the end of the output began that stood there in plain. */
  let blank = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === equals) {
      const high = hex(bytes[at + 1]);
      const low = hex(bytes[at + 2]);
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low;
        blank = -1;
        at += 2;
        continue;
      }
      const end = softLineEnd(bytes, at + 1);
      if (end !== null) {
        at = end - 1;
        blank = -1;
        continue;
      }
    }
    if (where === 'body' && (byte === lineFeed || byte === carriageReturn) && blank >= 0) length = blank;
    if (!isBlank(byte)) blank = -1;
    else if (blank < 0) blank = length;
    out[length++] = byte;
  }
  return out.subarray(0, where === 'body' && blank >= 0 ? blank : length);
}

/** After "=": where the next line begins, if nothing but white space stands before it. */
function softLineEnd(bytes: Uint8Array, from: number): number | null {
  let at = from;
  // White space that a gateway added; a line has 76 characters.
  while (isBlank(bytes[at]) && at < from + 998) at += 1;
  if (at >= bytes.length) return bytes.length;
  if (bytes[at] === carriageReturn) return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  return bytes[at] === lineFeed ? at + 1 : null;
}

/** Base64; characters outside the alphabet are skipped (6.8), and padding may stand between joined pieces. */
export function fromBase64(bytes: Uint8Array): Uint8Array {
  const pieces = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[^A-Za-z\d+/=]+/gu, '')
    .split(/=+/u)
    .filter((piece) => piece !== '');
  return pieces.length === 1 && pieces[0] !== undefined
    ? Buffer.from(pieces[0], 'base64')
    : Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}

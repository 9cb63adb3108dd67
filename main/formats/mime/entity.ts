import { type HeaderFields, readHeaderFields } from './header-fields.ts';
import { parseParameterized } from './parameters.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/**
 * A message or a part of one (RFC 2045, 2.4). E-mail and MHTML are read by this one parser: libraries
 * for mail drop Content-Location, by which MHTML names its pictures, and none bounds depth and number.
 * The bytes are cut, not copied; a part is decoded when it is asked for.
 */
export interface MimeEntity {
  readonly fields: HeaderFields;
  /** Lower case, "text/plain" where none is given (RFC 2045, 5.2). */
  readonly type: string;
  /** Of the Content-Type: `charset`, `boundary`, `start`, `format`. */
  readonly parameters: ReadonlyMap<string, string>;
  /** "inline", "attachment", or null where nothing is said. */
  readonly disposition: string | null;
  readonly fileName: string | null;
  /** Empty for all but a multipart. */
  readonly parts: readonly MimeEntity[];
  /** The part's own bytes, transfer encoding undone; those of a multipart are its parts'. */
  content(): Uint8Array;
  /** How many bytes it has as it was sent. */
  readonly encodedLength: number;
}

export interface MimeMessage {
  readonly root: MimeEntity;
  /** True where a boundary is opened and never closed: the file may have been cut off. */
  readonly unclosed: boolean;
  /** True where there are more parts, or parts more deeply nested, than are read. */
  readonly truncated: boolean;
}

/** Deeper parts are not looked into. Letters forwarded as attachments again and again stay below 20. */
const deepest = 32;
const mostParts = 20_000;

interface Reading {
  parts: number;
  unclosed: boolean;
  truncated: boolean;
}

/** Takes a message apart. Never throws on any bytes; the time taken grows with their number only. */
export function parseMime(bytes: Uint8Array): MimeMessage {
  const reading: Reading = { parts: 0, unclosed: false, truncated: false };
  const root = readEntity(bytes, 'text/plain', 0, reading);
  return { root, unclosed: reading.unclosed, truncated: reading.truncated };
}

function readEntity(bytes: Uint8Array, defaultType: string, depth: number, reading: Reading): MimeEntity {
  const { fields, bodyStart } = readHeaderFields(bytes);
  const body = bytes.subarray(bodyStart);
  const { value, parameters } = parseParameterized(fields.get('content-type') ?? defaultType);
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/u.test(value) ? value : typeOfWord(value);
  const disposition = parseParameterized(fields.get('content-disposition') ?? '');
  return {
    fields,
    type,
    parameters,
    disposition: disposition.value === '' ? null : disposition.value,
    fileName: disposition.parameters.get('filename') ?? parameters.get('name') ?? null,
    parts: type.startsWith('multipart/')
      ? readParts(body, type, parameters.get('boundary') ?? null, depth, reading)
      : [],
    content: () => decodeTransfer(body, fields.get('content-transfer-encoding')),
    encodedLength: body.length,
  };
}

/** Before MIME, "text" and "html" were types of their own. */
function typeOfWord(value: string): string {
  if (value === '' || value === 'text') return 'text/plain';
  return value === 'html' ? 'text/html' : 'application/octet-stream';
}

function readParts(
  body: Uint8Array,
  type: string,
  boundary: string | null,
  depth: number,
  reading: Reading,
): MimeEntity[] {
  if (depth >= deepest) {
    reading.truncated = true;
    return [];
  }
  const declared = boundary === null ? null : cut(body, boundary);
  // A gateway may have changed the head and not the body: what looks like a boundary there is believed.
  const pieces = declared !== null && declared.pieces.length > 0 ? declared : cut(body, guessBoundary(body));
  if (!pieces.closed) reading.unclosed = true;
  const parts: MimeEntity[] = [];
  for (const piece of pieces.pieces) {
    reading.parts += 1;
    if (reading.parts > mostParts) {
      reading.truncated = true;
      break;
    }
    parts.push(readEntity(piece, type === 'multipart/digest' ? 'message/rfc822' : 'text/plain', depth + 1, reading));
  }
  return parts;
}

interface Pieces {
  readonly pieces: readonly Uint8Array[];
  readonly closed: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** What stands between the lines of a boundary (RFC 2046, 5.1.1). What stands before the first and after the last is no part. */
function cut(body: Uint8Array, boundary: string | null): Pieces {
  if (boundary === null || boundary === '') return { pieces: [], closed: true };
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const whole = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const pieces: Uint8Array[] = [];
  let start: number | null = null;
  for (let at = whole.indexOf(delimiter); at >= 0; at = whole.indexOf(delimiter, at + 1)) {
    if (at > 0 && whole[at - 1] !== lineFeed) continue;
    let after = at + delimiter.length;
    const closes = whole[after] === 0x2d && whole[after + 1] === 0x2d;
    if (closes) after += 2;
    while (whole[after] === 0x20 || whole[after] === 0x09) after += 1;
    if (whole[after] === carriageReturn) after += 1;
    // A longer line is the boundary of another multipart that begins alike.
    if (after < whole.length && whole[after] !== lineFeed) continue;
    if (start !== null) pieces.push(body.subarray(start, Math.max(start, lineEndBefore(whole, at))));
    if (closes) return { pieces, closed: true };
    if (pieces.length > mostParts) return { pieces, closed: true };
    start = Math.min(whole.length, after + 1);
  }
  if (start !== null) pieces.push(body.subarray(start));
  return { pieces, closed: start === null };
}

/** The line end before a boundary is the boundary's. */
function lineEndBefore(bytes: Uint8Array, at: number): number {
  if (at > 0 && bytes[at - 1] === lineFeed) return at > 1 && bytes[at - 2] === carriageReturn ? at - 2 : at - 1;
  return at;
}

/** The first line of two dashes and more that a part's head follows. */
function guessBoundary(body: Uint8Array): string | null {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 64 * 1024)).toString('latin1');
  return (
    /(?:^|\n)--([^\s-][^\r\n]{5,200}?|-+[^\s-][^\r\n]{5,200}?)[ \t]*\r?\n(?=content-[a-z-]+:)/iu.exec(start)?.[1] ??
    null
  );
}

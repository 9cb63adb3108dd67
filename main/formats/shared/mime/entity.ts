import { decodeWords } from './encoded-words.ts';
import { HeaderFields } from './header-fields.ts';
import { parseParameterized } from './parameters.ts';
import { readHeaderFields } from './read-header-fields.ts';
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
  /** True where there are more parts than are read. */
  readonly truncated: boolean;
}

/**
 * Parts that lie deeper are read in one pass, one after another: level by level the rest would be looked through for
 * each. Letters forwarded as attachments again and again stay below 20.
 */
const deepest = 32;
const mostParts = 100_000;

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

/**
 * The same with the parts of all messages inside as parts of this one, each message's below a part of plain text
 * that says its subject, sender and date: for messages that lie in one another without end.
 */
export function parseMimeFlat(bytes: Uint8Array): MimeMessage {
  const reading: Reading = { parts: 0, unclosed: false, truncated: false };
  const outer = readEntityHead(bytes, 'text/plain');
  const root = { ...outer.entity, type: 'multipart/mixed', parts: flatParts(outer, true, reading) };
  return { root, unclosed: reading.unclosed, truncated: reading.truncated };
}

interface EntityHead {
  /** Without its parts. */
  readonly entity: MimeEntity;
  readonly body: Uint8Array;
  /** Null for all but a multipart, or where it says none. */
  readonly boundary: string | null;
}

function readEntityHead(bytes: Uint8Array, defaultType: string): EntityHead {
  const { fields, bodyStart } = readHeaderFields(bytes);
  const body = bytes.subarray(bodyStart);
  const { value, parameters } = parseParameterized(fields.get('content-type') ?? defaultType);
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/u.test(value) ? value : typeOfWord(value);
  const disposition = parseParameterized(fields.get('content-disposition') ?? '');
  const entity = {
    fields,
    type,
    parameters,
    disposition: disposition.value === '' ? null : disposition.value,
    fileName: disposition.parameters.get('filename') ?? parameters.get('name') ?? null,
    parts: [],
    content: () => decodeTransfer(body, fields.get('content-transfer-encoding')),
    encodedLength: body.length,
  };
  return { entity, body, boundary: parameters.get('boundary') ?? null };
}

function readEntity(bytes: Uint8Array, defaultType: string, depth: number, reading: Reading): MimeEntity {
  const head = readEntityHead(bytes, defaultType);
  if (!head.entity.type.startsWith('multipart/')) return head.entity;
  return { ...head.entity, parts: readParts(head, depth, reading) };
}

/** Before MIME, "text" and "html" were types of their own. */
function typeOfWord(value: string): string {
  if (value === '' || value === 'text') return 'text/plain';
  return value === 'html' ? 'text/html' : 'application/octet-stream';
}

function readParts(head: EntityHead, depth: number, reading: Reading): readonly MimeEntity[] {
  if (depth >= deepest) return flatParts(head, false, reading);
  const { body, boundary } = head;
  const { type } = head.entity;
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

/**
 * What lies in an entity without being a multipart, in the order of the bytes and in one pass over them: a line that
 * any multipart so far calls its boundary ends a part and begins another. `intoMessages`: what lies in messages too.
 */
function flatParts(outer: EntityHead, intoMessages: boolean, reading: Reading): readonly MimeEntity[] {
  const found: MimeEntity[] = [];
  const boundaries = new Set<string>();
  /** Looks at the head of what begins; answers where a part's own bytes begin, null for what only holds others. */
  const begin = (bytes: Uint8Array): Uint8Array | null => {
    let part = bytes;
    let head = bytes === outer.body ? outer : readEntityHead(part, 'text/plain');
    while (intoMessages && isMessage(head.entity)) {
      part = head.body;
      head = readEntityHead(part, 'text/plain');
      found.push(letterHead(head.entity));
    }
    if (!head.entity.type.startsWith('multipart/')) return part;
    boundaries.add(head.boundary ?? guessBoundary(head.body) ?? '');
    return null;
  };
  /** Of the part that is not at its end yet. */
  let open = begin(outer.body);
  const end = (at: number): void => {
    if (open === outer.body) found.push(outer.entity);
    else if (open !== null) {
      const length = open.byteLength - (outer.body.byteLength - at);
      found.push(readEntityHead(open.subarray(0, Math.max(0, length)), 'text/plain').entity);
    }
    open = null;
  };
  let isClosed = true;
  for (const { before, after, closes } of delimiterLines(outer.body, boundaries)) {
    end(before);
    if (found.length >= mostParts) {
      reading.truncated = true;
      return found;
    }
    isClosed = closes;
    if (!closes) open = begin(outer.body.subarray(after));
  }
  end(outer.body.byteLength);
  if (!isClosed) reading.unclosed = true;
  return found;
}

interface DelimiterLine {
  /** Where the part before it ends, and where what follows it begins. */
  readonly before: number;
  readonly after: number;
  readonly closes: boolean;
}

/** The lines that are boundaries, or ends, of what `boundaries` holds when they are met. */
function* delimiterLines(body: Uint8Array, boundaries: ReadonlySet<string>): Iterable<DelimiterLine> {
  const whole = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  for (let at = whole.indexOf('--'); at >= 0; at = whole.indexOf('\n--', at - 1)) {
    if (whole[at] === lineFeed) at += 1;
    const end = whole.indexOf(lineFeed, at);
    const after = end < 0 ? whole.length : end + 1;
    if (at === 0 || whole[at - 1] === lineFeed) {
      const said = whole.toString('latin1', at + 2, Math.min(after, at + longestDelimiter)).trimEnd();
      const closes = !boundaries.has(said) && said.endsWith('--') && boundaries.has(said.slice(0, -2));
      if (said !== '' && (closes || boundaries.has(said))) yield { before: lineEndBefore(whole, at), after, closes };
    }
    at = after;
  }
}

/** A boundary has up to 70 characters (RFC 2046, 5.1.1); not everybody counts. */
const longestDelimiter = 1000;

/** A message as it was sent; one that is packed is left as it is. */
function isMessage({ type, fields }: MimeEntity): boolean {
  const isPacked = /base64|quoted-printable/iu.test(fields.get('content-transfer-encoding') ?? '');
  return (type === 'message/rfc822' || type === 'message/global') && !isPacked;
}

/** What is read of a message's head, as a part of plain text; without names of fields, which mean an answered letter. */
function letterHead({ fields }: MimeEntity): MimeEntity {
  const said = ['subject', 'from', 'date'].flatMap((name) => decodeWords(fields.get(name) ?? '') || []);
  const text = new TextEncoder().encode(said.join(' · '));
  return {
    fields: new HeaderFields([]),
    type: 'text/plain',
    parameters: new Map([['charset', 'utf-8']]),
    disposition: null,
    fileName: null,
    parts: [],
    content: () => text,
    encodedLength: text.length,
  };
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

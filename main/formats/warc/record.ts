/**
 * One record of a web archive: WARC 1.0 and 1.1 (https://iipc.github.io/warc-specifications/), and ARC 1.0
 * (https://archive.org/web/researcher/ArcFileFormat.php), whose records have one line for a head.
 */
export interface ArchiveRecordHead {
  /** `warcinfo`, `response`, `resource`, `revisit`, …; an ARC record is a `response` or the `filedesc`. */
  readonly type: string;
  readonly id: string | null;
  readonly uri: string | null;
  /** ISO 8601 in UTC as far as the archive says it; null without one. */
  readonly date: string | null;
  /** Of the block: what stands in the head, without a promise that the bytes are there. */
  readonly contentType: string | null;
  readonly blockLength: number;
  /** Bytes of the head, the empty line after it included. */
  readonly headLength: number;
  readonly blockDigest: string | null;
  readonly payloadDigest: string | null;
  readonly refersToId: string | null;
  readonly refersToUri: string | null;
  readonly refersToDate: string | null;
}

/** A longer head is no head. */
export const longestHead = 64 * 1024;

/** Reads the head at the beginning of some bytes; null where none stands there, or it doesn't end in time. */
export function readRecordHead(bytes: Uint8Array): ArchiveRecordHead | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, longestHead)).toString('latin1');
  return start.startsWith('WARC/') ? readWarcHead(start) : readArcHead(start);
}

function readWarcHead(start: string): ArchiveRecordHead | null {
  const end = /\r?\n\r?\n/u.exec(start);
  if (end === null || !/^WARC\/\d\.\d+\s*\r?\n/u.test(start)) return null;
  const fields = readFields(start.slice(start.indexOf('\n') + 1, end.index));
  const length = fields.get('content-length');
  if (length === undefined || !/^\d{1,15}$/u.test(length)) return null;
  return {
    type: (fields.get('warc-type') ?? '').toLowerCase(),
    id: bare(fields.get('warc-record-id')),
    uri: bare(fields.get('warc-target-uri')),
    date: instant(fields.get('warc-date')),
    contentType: fields.get('content-type') ?? null,
    blockLength: Number(length),
    headLength: end.index + end[0].length,
    blockDigest: fields.get('warc-block-digest') ?? null,
    payloadDigest: fields.get('warc-payload-digest') ?? null,
    refersToId: bare(fields.get('warc-refers-to')),
    refersToUri: bare(fields.get('warc-refers-to-target-uri')),
    refersToDate: instant(fields.get('warc-refers-to-date')),
  };
}

/** `URL IP-address Archive-date Content-type Archive-length`; in later versions more fields before the length. */
const arcLine = /^(\S[^\n]{0,8000}?) (\S+) (\d{14}) (\S*)(?: [^\n]{0,2000})? (\d{1,12})\r?\n/u;

function readArcHead(start: string): ArchiveRecordHead | null {
  const match = arcLine.exec(start);
  if (match === null) return null;
  const [line, url = '', , date = '', contentType = '', length = '0'] = match;
  if (!/^(?:filedesc|https?|ftp|dns):/iu.test(url)) return null;
  return {
    type: url.startsWith('filedesc:') ? 'filedesc' : 'response',
    id: null,
    uri: url,
    date: date.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u, '$1-$2-$3T$4:$5:$6Z'),
    contentType: url.startsWith('http') ? 'application/http' : contentType,
    blockLength: Number(length),
    headLength: Buffer.byteLength(line, 'latin1'),
    blockDigest: null,
    payloadDigest: null,
    refersToId: null,
    refersToUri: null,
    refersToDate: null,
  };
}

/** Fields of a head by their names in lower case; a line that begins with white space goes on the one before. */
export function readFields(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** WARC 1.0 writes addresses in angle brackets; some writers leave spaces in them. */
function bare(value: string | undefined): string | null {
  if (value === undefined) return null;
  const address = value.replace(/^<(.*)>$/u, '$1').trim();
  return address === '' ? null : address;
}

function instant(value: string | undefined): string | null {
  return value !== undefined && /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?)?)?$/u.test(value)
    ? value
    : null;
}

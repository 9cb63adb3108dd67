import { type Grammar, noFields, type RecordHead } from '../records/record-head.ts';

/** A longer line is no URL record. */
const longestLine = 64 * 1024;

/**
 * The line before a document (ARC 1.0, "URL-record-v1"): address, IP address, date, media type, length. An
 * address may hold spaces, so the line is read from its end.
 */
const firstVersion = /^(\S[^\r\n]*?) (\S+) (\d{8,18}) ([^\s;]+(?:;[^\r\n]*)?) (-?\d{1,15})\s*$/u;
/** "URL-record-v2": status, checksum, location, offset and file name stand between media type and length. */
const secondVersion =
  /^(\S[^\r\n]*?) (\S+) (\d{8,18}) (\S+) (\d{3}|-) (\S+) (\S+) (-?\d{1,15}) (\S+) (-?\d{1,15})\s*$/u;
const ipAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:.]*:[\da-f:.]*|-)$/iu;
const address = /^[a-z][a-z\d+.-]{1,20}:/iu;

/** ARC, which the Internet Archive wrote until 2009. */
export const arcGrammar: Grammar = {
  name: 'arc',
  parse(bytes) {
    const lineEnd = bytes.subarray(0, longestLine).indexOf(0x0a);
    if (lineEnd < 0) return bytes.length < longestLine && mayBegin(bytes) ? 'unended' : 'none';
    return readLine(Buffer.from(bytes.buffer, bytes.byteOffset, lineEnd).toString('latin1'), bytes, lineEnd + 1);
  },
  find(bytes, from) {
    // A record begins a line; the first byte of the file is known to be no damage.
    for (let at = bytes.indexOf(0x0a, from); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
      const end = bytes.indexOf(0x0a, at + 1);
      if (end < 0) return -1;
      if (end - at < longestLine && isRecord(bytes.toString('latin1', at + 1, end))) return at + 1;
    }
    return -1;
  },
  // One line end stands between two documents; some writers write two.
  trailer: 2,
};

interface Line {
  readonly uri: string;
  readonly date: string;
  readonly mediaType: string;
  readonly length: number;
}

function parseLine(line: string): Line | null {
  if (!address.test(line)) return null;
  const match = secondVersion.exec(line) ?? firstVersion.exec(line);
  if (match === null || !ipAddress.test(match[2] ?? '')) return null;
  return {
    uri: match[1] ?? '',
    date: match[3] ?? '',
    mediaType: match[4] ?? '',
    length: Number(match.at(-1)),
  };
}

function isRecord(line: string): boolean {
  return parseLine(line) !== null;
}

function mayBegin(bytes: Uint8Array): boolean {
  return address.test(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 24)).toString('latin1'));
}

function readLine(line: string, bytes: Uint8Array, length: number): RecordHead | 'none' {
  const record = parseLine(line);
  if (record === null) return 'none';
  const isDescription = /^filedesc:/iu.test(record.uri);
  const isHttp = Buffer.from(bytes.buffer, bytes.byteOffset + length, Math.min(5, bytes.length - length)).equals(http);
  return {
    type: isDescription ? 'warcinfo' : isHttp ? 'response' : 'resource',
    id: null,
    uri: record.uri,
    date: record.date,
    contentType: isHttp ? 'application/http; msgtype=response' : record.mediaType,
    fields: noFields,
    length,
    blockLength: record.length < 0 ? null : record.length,
  };
}

const http = Buffer.from('HTTP/');

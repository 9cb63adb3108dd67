import { endOfHead, longestHead } from '../records/record-head.ts';

const versionLine = /^WARC\/\d\.\d{1,2}[ \t]*\r?\n/u;

/**
 * Where the head of a WARC's record stands at the beginning of `bytes`: its fields, and its end behind the empty
 * line; `none` and `unended` as in `Grammar.parse`.
 */
export function headOfWarc(bytes: Uint8Array): { readonly fields: number; readonly end: number } | 'none' | 'unended' {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32)).toString('latin1');
  const version = versionLine.exec(start);
  if (version === null) return start.length < 12 && 'WARC/1.0\r\n'.startsWith(start) ? 'unended' : 'none';
  const end = endOfHead(bytes);
  if (end === null) return bytes.length < longestHead ? 'unended' : 'none';
  return { fields: version[0].length, end };
}

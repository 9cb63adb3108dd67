import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { longestHead, readFields } from './record.ts';

/** An answer of a web server as an archive keeps it (RFC 9112). */
export interface HttpAnswer {
  readonly status: number;
  /** In lower case, without parameters; empty where the server said none. */
  readonly mediaType: string;
  readonly charset: string | null;
  /** The body as it came over the line. */
  readonly raw: Uint8Array;
  /** The same without its transfer's chunks. */
  readonly transferred: Uint8Array;
  /** What was wrong with it, in words for a person; null when nothing was. */
  readonly problem: string | null;
  readonly encoding: string;
}

/** The head alone: enough to know what kind of answer it is. Null where no HTTP answer begins. */
export function readHttpHead(bytes: Uint8Array):
  | (Pick<HttpAnswer, 'status' | 'mediaType' | 'charset'> & {
      readonly fields: ReadonlyMap<string, string>;
      readonly bodyAt: number;
    })
  | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, longestHead)).toString('latin1');
  const first = /^(?:HTTP\/\d(?:\.\d)?|ICY) (\d{3})[^\n]*\n/u.exec(start);
  if (first === null) return null;
  const end = /\r?\n\r?\n/u.exec(start);
  const headEnd = end === null ? start.length : end.index;
  const fields = readFields(start.slice(first[0].length, Math.max(first[0].length, headEnd)));
  const contentType = fields.get('content-type') ?? '';
  return {
    status: Number(first[1]),
    mediaType: (contentType.split(';')[0] ?? '').trim().toLowerCase(),
    charset: /;\s*charset\s*=\s*"?([\w.:-]{2,40})/iu.exec(contentType)?.[1] ?? null,
    fields,
    bodyAt: end === null ? bytes.byteLength : end.index + end[0].length,
  };
}

export function readHttp(bytes: Uint8Array): HttpAnswer | null {
  const head = readHttpHead(bytes);
  if (head === null) return null;
  const { status, mediaType, charset, fields, bodyAt } = head;
  const raw = bytes.subarray(bodyAt);
  const isChunked = /\bchunked\b/iu.test(fields.get('transfer-encoding') ?? '');
  const { body, problem } = isChunked ? withoutChunks(raw) : { body: raw, problem: lengthProblem(raw, fields) };
  const encoding = (fields.get('content-encoding') ?? '').trim().toLowerCase();
  return { status, mediaType, charset, raw, transferred: body, problem, encoding };
}

function lengthProblem(raw: Uint8Array, fields: ReadonlyMap<string, string>): string | null {
  const announced = Number(fields.get('content-length') ?? Number.NaN);
  return announced > raw.byteLength
    ? `Its server announced ${announced} bytes and ${raw.byteLength} are there: its end may be missing.`
    : null;
}

/** Joins the chunks of a transfer (RFC 9112, 7.1). Some archives keep the header and no chunks: then nothing is joined. */
function withoutChunks(raw: Uint8Array): { readonly body: Uint8Array; readonly problem: string | null } {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(0x0a, at);
    const line = lineEnd === -1 || lineEnd - at > 1024 ? '' : bytes.toString('latin1', at, lineEnd);
    const size = /^\s*([0-9a-f]{1,12})\s*(?:;[^\n]*)?\r?$/iu.exec(line)?.[1];
    if (size === undefined) {
      if (chunks.length === 0) return { body: raw, problem: null };
      return {
        body: Buffer.concat(chunks),
        problem: 'It breaks off in the middle of its transfer: its end is missing.',
      };
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return { body: Buffer.concat(chunks), problem: null };
    chunks.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    if (at > bytes.length)
      return {
        body: Buffer.concat(chunks),
        problem: 'It breaks off in the middle of its transfer: its end is missing.',
      };
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
}

/** A page unpacks to no more than this. */
export const largestBody = 64 * 1024 * 1024;

export type Decoded =
  | { readonly kind: 'body'; readonly body: Uint8Array; readonly problem: string | null }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The body unpacked: gzip, deflate, brotli, zstd, several of them one after the other. What is cut off is unpacked as far as it goes. */
export function decodeBody({ transferred, encoding }: Pick<HttpAnswer, 'transferred' | 'encoding'>): Decoded {
  let body = transferred;
  let problem: string | null = null;
  const layers = encoding
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity');
  for (const layer of layers.slice(0, 4).toReversed()) {
    const unpack = unpackers.get(layer);
    if (unpack === undefined)
      return { kind: 'unreadable', reason: `It is compressed in a way that is not read (${layer}).` };
    try {
      body = unpack(body);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        return {
          kind: 'unreadable',
          reason: `It unpacks to more than ${largestBody / 1_048_576} MB and was not read.`,
        };
      // Some archives keep the header of a body that they had unpacked.
      if (looksPlain(body)) continue;
      return { kind: 'unreadable', reason: `It is not compressed as it says (${layer}), or it is damaged.` };
    }
    if (body.byteLength === 0 && transferred.byteLength > 0) problem = 'Nothing could be unpacked from it.';
  }
  return { kind: 'body', body, problem };
}

const limit = { maxOutputLength: largestBody };
/** What ends too early is given as far as it goes. */
const tolerant = { ...limit, finishFlush: constants.Z_SYNC_FLUSH };
const gunzip = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes, tolerant);
const unpackers: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  // "deflate" is zlib's by the standard, and raw by many servers.
  [
    'deflate',
    (bytes) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, tolerant) : inflateRawSync(bytes, tolerant)),
  ],
  ['br', (bytes) => brotliDecompressSync(bytes, limit)],
  ['zstd', (bytes) => zstdDecompressSync(bytes, limit)],
]);

function looksPlain(bytes: Uint8Array): boolean {
  return /^[\s\ufeff]*</u.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'));
}

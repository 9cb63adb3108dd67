import { Readable } from 'node:stream';
import {
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';

export type Decoded =
  /** `whole` is false where the packed bytes break off or are damaged: what came out before is taken. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly whole: boolean }
  /** More than the limit comes out. */
  | { readonly kind: 'too-large' }
  /** A coding that isn't read, by its name. */
  | { readonly kind: 'unknown'; readonly coding: string };

/** Servers pack once; what is packed more often is a trap. */
const mostCodings = 3;

/** Undoes a body's content codings (RFC 9110, 8.4), the last one first. No more than `limit` bytes come out. */
export async function decodeContent(body: Uint8Array, field: string | null, limit: number): Promise<Decoded> {
  const codings = (field ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && !/^(?:identity|none|utf-?8|binary|8bit|7bit)$/u.test(coding));
  if (codings.length > mostCodings) return { kind: 'unknown', coding: codings.join(', ') };
  let bytes = body;
  let whole = true;
  for (const coding of codings.reverse()) {
    const packing = packings[coding];
    if (packing === undefined) return { kind: 'unknown', coding };
    const decoded = await unpack(bytes, packing, limit);
    if (decoded.kind !== 'bytes') return decoded;
    whole &&= decoded.whole;
    bytes = decoded.bytes;
  }
  return bytes.length > limit ? { kind: 'too-large' } : { kind: 'bytes', bytes, whole };
}

interface Packing {
  /** False for bytes that were unpacked already: many crawlers keep the field. */
  readonly begins: (bytes: Uint8Array) => boolean;
  readonly atOnce: (bytes: Uint8Array, maxOutputLength: number) => Uint8Array;
  readonly stream: (bytes: Uint8Array) => NodeJS.ReadWriteStream;
}

const gzip: Packing = {
  begins: (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b,
  atOnce: (bytes, maxOutputLength) => gunzipSync(bytes, { maxOutputLength }),
  stream: () => createGunzip(),
};

/** "deflate" is zlib's format by the standard and the bare one by the practice of some servers. */
const isZlib = (bytes: Uint8Array): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;

const packings: Readonly<Record<string, Packing>> = {
  gzip,
  'x-gzip': gzip,
  deflate: {
    begins: (bytes) => isZlib(bytes) || !looksLikeText(bytes),
    atOnce: (bytes, maxOutputLength) =>
      isZlib(bytes) ? inflateSync(bytes, { maxOutputLength }) : inflateRawSync(bytes, { maxOutputLength }),
    stream: (bytes) => (isZlib(bytes) ? createInflate() : createInflateRaw()),
  },
  br: {
    begins: (bytes) => !looksLikeText(bytes),
    atOnce: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
    stream: () => createBrotliDecompress(),
  },
  zstd: {
    begins: (bytes) => Buffer.from(bytes.subarray(0, 4)).equals(zstdMagic),
    atOnce: (bytes, maxOutputLength) => zstdDecompressSync(bytes, { maxOutputLength }),
    stream: () => createZstdDecompress(),
  },
};

const zstdMagic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Whether bytes begin as a page or a text does: what is packed begins otherwise. */
function looksLikeText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  return start.length > 0 && start.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

async function unpack(bytes: Uint8Array, packing: Packing, limit: number): Promise<Decoded> {
  if (bytes.length === 0 || !packing.begins(bytes)) return { kind: 'bytes', bytes, whole: true };
  try {
    return { kind: 'bytes', bytes: packing.atOnce(bytes, limit), whole: true };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      return { kind: 'too-large' };
    return unpackWhatThereIs(bytes, packing, limit);
  }
}

/** Damaged bytes are unpacked up to the damage. */
async function unpackWhatThereIs(bytes: Uint8Array, packing: Packing, limit: number): Promise<Decoded> {
  const stream = packing.stream(bytes);
  const chunks: Buffer[] = [];
  let length = 0;
  // What is unpacked together with the damage is lost with it: in small pieces little is.
  const source = Readable.from(pieces(bytes), { objectMode: false });
  source.on('error', () => stream.end());
  source.pipe(stream);
  try {
    for await (const chunk of stream) {
      const piece = Buffer.from(chunk);
      length += piece.length;
      if (length > limit) return { kind: 'too-large' };
      chunks.push(piece);
    }
  } catch {
    // What came out before the damage is what there is.
  } finally {
    source.destroy();
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks), whole: false };
}

const pieceBytes = 512;

function* pieces(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

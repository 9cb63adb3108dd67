import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { VerbatimError } from '../../../contract/index.ts';
import { damaged, type ZipBytes } from './zip-directory.ts';
import { localHeaderBytes, methods, signatures, type ZipEntry } from './zip-format.ts';

/** Where an entry's content begins: after its local header, whose lengths may differ from the directory's. */
export async function contentStart(zip: ZipBytes, entry: ZipEntry): Promise<number> {
  const header = await zip.read(entry.offset, localHeaderBytes);
  if (header.readUInt32LE(0) !== signatures.localHeader) throw damaged(`${entry.name} is not where its directory says`);
  return entry.offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** An entry's content, unpacked. Throws `unsupported` where it is not what the directory says of it. */
export async function* unpack(zip: ZipBytes, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const start = await contentStart(zip, entry);
  const chunks = contentOf(zip, start, entry);
  let size = 0;
  let sum = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > entry.size) throw damaged(`${entry.name} is longer than it says`);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.size || sum !== entry.crc32) throw damaged(`${entry.name} does not have its checksum`);
}

function contentOf(zip: ZipBytes, start: number, entry: ZipEntry): AsyncIterable<Uint8Array> {
  if (entry.method === methods.stored) return slices(zip, start, entry);
  return entry.size <= smallFile && entry.compressed <= smallFile
    ? inflatedAtOnce(zip, start, entry)
    : inflated(zip, start, entry);
}

/** A package holds very many small files; an inflater of its own for each would weigh more than they do. */
const smallFile = 256 * 1024;

async function* inflatedAtOnce(zip: ZipBytes, start: number, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const packed = await zip.read(start, entry.compressed);
  let bytes: Uint8Array;
  try {
    bytes = inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  } catch (error) {
    const longer = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw damaged(longer ? `${entry.name} is longer than it says` : `${entry.name} is not compressed as it says`);
  }
  yield bytes;
}

async function* slices(zip: ZipBytes, start: number, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const step = 256 * 1024;
  for (let at = 0; at < entry.compressed; at += step)
    yield await zip.read(start + at, Math.min(step, entry.compressed - at));
}

async function* inflated(zip: ZipBytes, start: number, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw();
  const source = Readable.from(slices(zip, start, entry), { objectMode: false });
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    yield* inflate;
  } catch (error) {
    throw error instanceof VerbatimError ? error : damaged(`${entry.name} is not compressed as it says`);
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

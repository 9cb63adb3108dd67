import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { decodeText } from '../../../reading/document/decode.ts';
import type { ContainerSource } from '../../format.ts';
import { openRegularFile } from '../../shared/regular-file.ts';

/** How much of a file tells its encoding and its columns. */
const beginning = 256 * 1024;

/** A file's text in pieces, in whatever encoding it is, without U+0000; one window of it is in memory. */
export function decoded(source: ContainerSource, encoding: string): Readable {
  const { path, signal, progress } = source;
  const file = createReadStream(path, { signal, highWaterMark: 256 * 1024 });
  const text = iconv.decodeStream(iconv.encodingExists(encoding) ? encoding : 'utf-8');
  file.on('data', () => progress(file.bytesRead));
  // The types know it as a stream of an older Node; it is a Transform.
  const readable = text as unknown as Readable & AsyncIterable<string>;
  file.on('error', (error) => readable.destroy(error));
  readable.on('close', () => file.destroy());
  file.pipe(text);
  return Readable.from(withoutNuls(readable));
}

async function* withoutNuls(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of pieces) {
    const kept = piece.replaceAll('\0', '');
    // An empty piece would end the stream.
    if (kept !== '') yield kept;
  }
}

/** The encoding of a file by its beginning, and that beginning as text. */
export async function beginningOf(path: string): Promise<{ readonly text: string; readonly encoding: string }> {
  const file = await openRegularFile(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(beginning), 0, beginning, 0);
    return decodeText(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

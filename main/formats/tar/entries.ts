import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { VerbatimError } from '../../contract/index.ts';
import type { ContainerSource } from '../format.ts';
import { largestMember, notUnpacked, tooLargeMember } from '../member-limits.ts';
import { unsafePath } from '../package/package.ts';

/** A tape's entries in order; what isn't read of one is passed over. */
export async function* tapeEntries({
  path,
  signal,
  progress,
}: Pick<ContainerSource, 'path' | 'signal' | 'progress'>): AsyncIterable<{
  readonly header: Header;
  readonly stream: Readable;
}> {
  const file = createReadStream(path, { signal, highWaterMark: 256 * 1024 });
  const [first, second] = await readBegin(path);
  const unpack = first === 0x1f && second === 0x8b ? createGunzip() : null;
  const tape = extract();
  const fail = (error: Error) => tape.destroy(error);
  file.on('error', fail);
  if (unpack === null) file.pipe(tape);
  else file.pipe(unpack.on('error', fail)).pipe(tape);
  try {
    for await (const entry of tape) {
      signal.throwIfAborted();
      progress(file.bytesRead);
      // The types know an entry as a stream of Node's; it is one that reads alike.
      yield { header: entry.header, stream: entry as unknown as Readable };
      entry.resume();
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new VerbatimError(
      'unsupported',
      'This tar cannot be read to its end: it may be damaged or half-copied. What stands before the damage was taken.',
      {},
      { cause: error },
    );
  } finally {
    file.destroy();
    unpack?.destroy();
    tape.destroy();
  }
}

async function readBegin(path: string): Promise<readonly number[]> {
  for await (const chunk of createReadStream(path, { end: 1 }) as AsyncIterable<Buffer>) return [...chunk];
  return [];
}

/** Why an entry is left on its tape; null where it may be read. */
export function whyRefused(header: Header): string | null {
  const reason = unsafePath(header.name);
  if (reason !== null) return notUnpacked(reason);
  if (header.type !== 'file' && header.type !== 'contiguous-file') return notUnpacked('a link or a special file');
  return (header.size ?? 0) > largestMember ? tooLargeMember : null;
}

export async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

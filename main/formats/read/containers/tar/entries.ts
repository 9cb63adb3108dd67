import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { VerbatimError } from '../../../../contract/index.ts';
import type { ContainerSource } from '../../../format.ts';
import { unsafePath } from '../../../shared/package/package.ts';
import { streamRegularFile } from '../../../shared/regular-file.ts';
import { largestMember, notUnpacked, tooLargeMember } from '../member-limits.ts';

export interface TapeEntry {
  readonly header: Header;
  /** All of its bytes; to be asked before the next entry. Throws `unsupported` where the tape breaks off. */
  read(): Promise<Uint8Array>;
}

/** A tape's entries in order; what isn't read of one is passed over. Throws `unsupported` where it is damaged. */
export async function* tapeEntries({
  path,
  signal,
  progress,
}: Pick<ContainerSource, 'path' | 'signal' | 'progress'>): AsyncIterable<TapeEntry> {
  const file = await streamRegularFile(path, { signal, highWaterMark: 256 * 1024 });
  const [first, second] = await readBegin(path);
  const unpack = first === 0x1f && second === 0x8b ? createGunzip() : null;
  const tape = extract();
  const fail = (error: Error) => tape.destroy(error);
  const damaged = (cause: unknown): VerbatimError => {
    signal.throwIfAborted();
    return new VerbatimError(
      'unsupported',
      'This tar cannot be read to its end: it may be damaged or half-copied. What stands before the damage was taken.',
      {},
      { cause },
    );
  };
  file.on('error', fail);
  if (unpack === null) file.pipe(tape);
  else file.pipe(unpack.on('error', fail)).pipe(tape);
  try {
    for await (const entry of tape) {
      signal.throwIfAborted();
      progress(file.bytesRead);
      // The types know an entry as a stream of Node's; it is one that reads alike.
      const stream = entry as unknown as Readable;
      const read = () =>
        readAll(stream).catch((error: unknown) => {
          throw damaged(error);
        });
      yield { header: entry.header, read };
      entry.resume();
    }
  } catch (error) {
    throw damaged(error);
  } finally {
    file.destroy();
    unpack?.destroy();
    tape.destroy();
  }
}

/** A pass over a tape before the one for its files, which is the one that meets its damage and tells of it. */
export async function lookAhead(pass: Promise<void>): Promise<void> {
  try {
    await pass;
  } catch (error) {
    if (!(error instanceof VerbatimError && error.code === 'unsupported')) throw error;
  }
}

async function readBegin(path: string): Promise<readonly number[]> {
  for await (const chunk of (await streamRegularFile(path, { end: 1 })) as AsyncIterable<Buffer>) return [...chunk];
  return [];
}

/** Why an entry is left on its tape; null where it may be read. */
export function whyRefused(header: Header): string | null {
  const reason = unsafePath(header.name);
  if (reason !== null) return notUnpacked(reason);
  if (header.type !== 'file' && header.type !== 'contiguous-file') return notUnpacked('a link or a special file');
  return (header.size ?? 0) > largestMember ? tooLargeMember : null;
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

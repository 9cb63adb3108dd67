import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { VerbatimError } from '../../contract/index.ts';
import type { ContainerReader, ContainerSource, Member, OpenContainer } from '../format.ts';
import { unpackedBegin } from '../gzip/member.ts';
import { largestMember, notUnpacked, tooLargeMember } from '../member-limits.ts';
import { isCompanion } from '../member-paths.ts';
import { unsafePath } from '../package/package.ts';

/** Tapes of files (POSIX.1, ustar and pax; GNU), plain or compressed by gzip. */
export const tarContainer: ContainerReader = {
  name: 'tar',
  isArchive: false,
  mediaType: 'application/x-tar',
  sniff(head, name) {
    if (hasMagic(head)) return 0.95;
    const begin = unpackedBegin(head);
    return begin !== null && (hasMagic(begin) || /\.(?:tar\.gz|tgz)$/iu.test(name)) ? 0.95 : 0;
  },
  open: async (source) => new OpenTar(source),
};

function hasMagic(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
}

/** Files of pages' own folders are kept aside while their page is read; more than this isn't. */
const largestAside = 2 * 1024 * 1024 * 1024;
const mostEntries = 2_000_000;

class OpenTar implements OpenContainer {
  readonly #source: ContainerSource;
  /** Companions of pages by their path: where each lies in the scratch folder. */
  readonly #aside = new Map<string, string>();

  constructor(source: ContainerSource) {
    this.#source = source;
  }

  /** Twice over the tape: once for the names, and to lay aside what pages show; then the files themselves. */
  async *members(): AsyncIterable<Member> {
    const names = await this.#names();
    const isPartOfPage = isCompanion(names);
    await this.#layAside(isPartOfPage);
    const done = this.#source.after === null ? -1 : Number(this.#source.after);
    let index = -1;
    for await (const entry of this.#entries()) {
      index += 1;
      const { header, stream } = entry;
      const position = String(index);
      const path = posix.normalize(header.name);
      if (index <= done || header.type === 'directory' || isPartOfPage(path)) continue;
      const reason = whyRefused(header);
      if (reason !== null) yield { kind: 'refused', path, reason, position };
      else {
        const bytes = await readAll(stream);
        const modified = header.mtime?.toISOString() ?? null;
        if (bytes.byteLength === 0)
          yield { kind: 'refused', path, reason: 'It is empty. Save or download it again.', position };
        else yield { kind: 'file', path, bytes, modified, record: null, position };
      }
    }
  }

  async #names(): Promise<string[]> {
    const names: string[] = [];
    for await (const { header } of this.#entries()) {
      if (names.length >= mostEntries)
        throw new VerbatimError('limit-exceeded', 'This tar holds more files than Verbatim opens.');
      names.push(posix.normalize(header.name));
    }
    return names;
  }

  async #layAside(isPartOfPage: (path: string) => boolean): Promise<void> {
    let bytes = 0;
    for await (const { header, stream } of this.#entries()) {
      const path = posix.normalize(header.name);
      if (header.type !== 'file' || !isPartOfPage(path) || whyRefused(header) !== null) continue;
      bytes += header.size ?? 0;
      if (bytes > largestAside) return;
      const place = join(this.#source.scratch, `aside-${this.#aside.size}`);
      await writeFile(place, await readAll(stream), { flag: 'wx' });
      this.#aside.set(path, place);
    }
  }

  /** The tape's entries in order; what isn't read of one is passed over. */
  async *#entries(): AsyncIterable<{ readonly header: Header; readonly stream: Readable }> {
    const { path, signal, progress } = this.#source;
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

  async resource(member: string, address: string): Promise<Uint8Array | null> {
    const place = this.#aside.get(posix.join(posix.dirname(member), address));
    return place === undefined ? null : readFile(place);
  }

  async close(): Promise<void> {}
}

async function readBegin(path: string): Promise<readonly number[]> {
  for await (const chunk of createReadStream(path, { end: 1 }) as AsyncIterable<Buffer>) return [...chunk];
  return [];
}

function whyRefused(header: Header): string | null {
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

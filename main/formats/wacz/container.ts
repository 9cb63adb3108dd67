import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { VerbatimError } from '../../contract/index.ts';
import type { ContainerReader, ContainerSource, Member, OpenContainer } from '../format.ts';
import type { ArchivePlace } from '../warc/archive-file.ts';
import { OpenArchive } from '../warc/container.ts';
import { Tally } from '../warc/tally.ts';
import { openZipSource, type ZipSource } from '../zip/zip-source.ts';
import { compareWithDescription, readPageList } from './package.ts';

/** Web archives in a zip, with lists of pages and hashes: WACZ, as ArchiveWeb.page and Browsertrix write it. */
export const waczContainer: ContainerReader = {
  name: 'wacz',
  isArchive: true,
  mediaType: 'application/wacz',
  sniff(head, name) {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    if (/\.wacz$/iu.test(name)) return 1;
    const first = Buffer.from(head.subarray(30, 30 + 64)).toString('latin1');
    return /^(?:archive\/[^/]+\.w?arc|indexes\/index\.(?:cdx|idx)|pages\/pages\.jsonl)/u.test(first) ? 0.9 : 0;
  },
  async open(source) {
    const zip = await openZipSource(source.path);
    const names = zip.files
      .map(({ path }) => path)
      .filter((path) => /^archive\/[^/]+\.w?arc(?:\.gz)?$/iu.test(path))
      .sort();
    if (names.length > 0) return new OpenWacz(zip, names, source);
    await zip.close();
    throw new VerbatimError(
      'unsupported',
      'It is a web archive package (WACZ) without an archive in it. If it refers to other packages, add those.',
    );
  },
};

class OpenWacz implements OpenContainer {
  readonly #zip: ZipSource;
  readonly #names: readonly string[];
  readonly #source: ContainerSource;
  readonly #archives: OpenArchive[] = [];

  constructor(zip: ZipSource, names: readonly string[], source: ContainerSource) {
    this.#zip = zip;
    this.#names = names;
    this.#source = source;
  }

  /** Every archive is looked over before the first page is read: a page's pictures may be in another one. */
  async *members(): AsyncIterable<Member> {
    const { signal } = this.#source;
    const tally = new Tally();
    const list = await readPageList(this.#zip);
    for (const name of this.#names) {
      const archive = await OpenArchive.open(await this.#place(name), this.#quietly(), list);
      this.#archives.push(archive);
      await archive.lookOver(tally);
    }
    const [number, after] = this.#position();
    for (const [index, archive] of this.#archives.entries()) {
      if (index < number) continue;
      for await (const member of archive.pages(index === number ? after : null, tally))
        yield member.kind === 'file' ? { ...member, position: `${index}:${member.position}` } : member;
    }
    const position = `${this.#archives.length}:`;
    let seen = 0;
    const progress = (bytes: number) => {
      seen += bytes;
      this.#source.progress(seen);
    };
    for (const { path, reason } of await compareWithDescription(this.#zip, signal, progress))
      yield { kind: 'refused', path, reason, position };
    yield { kind: 'summary', reason: tally.words(), isEmpty: tally.articles === 0 };
  }

  /** Where an interrupted run goes on: the archive's number and the position in it. */
  #position(): readonly [number, string | null] {
    const [number = '0', after = ''] = (this.#source.after ?? '0:').split(':');
    return [Number(number), after === '' ? null : after];
  }

  /** An archive's own progress is one of parts; only that it goes on counts. */
  #quietly(): ContainerSource {
    return { ...this.#source, progress: () => this.#source.progress(0) };
  }

  /** Where an archive's bytes lie: in the zip as they are, or unpacked into a temporary file. */
  async #place(name: string): Promise<ArchivePlace> {
    const stored = await this.#zip.storedAt(name);
    if (stored !== null) return { path: this.#source.path, ...stored };
    const path = join(this.#source.scratch, `archive-${this.#archives.length}.warc`);
    await pipeline(this.#zip.stream(name), createWriteStream(path, { flags: 'wx' }), { signal: this.#source.signal });
    return { path, start: 0, size: (await stat(path)).size };
  }

  async resource(member: string, address: string): Promise<Uint8Array | null> {
    for (const archive of this.#archives) {
      const bytes = await archive.resource(member, address);
      if (bytes !== null) return bytes;
    }
    return null;
  }

  async close(): Promise<void> {
    for (const archive of this.#archives) await archive.close();
    await this.#zip.close();
  }
}

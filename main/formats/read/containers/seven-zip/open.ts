import { stat } from 'node:fs/promises';
import { posix } from 'node:path';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { readRegularFile } from '../../../shared/regular-file.ts';
import { largestMember, notUnpacked, tooLargeMember } from '../member-limits.ts';
import { isCompanion } from '../member-paths.ts';
import { LayingDown } from './lay-down.ts';
import { listSevenZip, type SevenZipEntry, whyFailed } from './listing.ts';
import { exitCodes, runSevenZip } from './program.ts';

const notWhole =
  'It could not be unpacked: the archive is damaged here. Get the archive again; what came out whole was taken.';

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  const { size } = await stat(source.path);
  return new OpenSevenZip(source, size, await listSevenZip(source.path, size));
}

class OpenSevenZip implements OpenContainer {
  readonly #source: ContainerSource;
  readonly #size: number;
  readonly #entries: readonly SevenZipEntry[];
  /** The numbers of files by their path. */
  readonly #numbers: ReadonlyMap<string, number>;
  #laid: ReadonlyMap<number, string> = new Map();

  constructor(source: ContainerSource, size: number, entries: readonly SevenZipEntry[]) {
    this.#source = source;
    this.#size = size;
    this.#entries = entries;
    this.#numbers = new Map(
      entries.flatMap(({ path, isFolder, refused }, number) =>
        isFolder || refused !== null ? [] : [[path, number] as const],
      ),
    );
  }

  async *members(): AsyncIterable<Member> {
    await this.#layDown();
    const isPartOfPage = isCompanion(this.#entries.map(({ path }) => path));
    const done = this.#source.after === null ? -1 : Number(this.#source.after);
    for (const [number, entry] of this.#entries.entries()) {
      this.#source.signal.throwIfAborted();
      if (number <= done || entry.isFolder || (entry.refused === null && isPartOfPage(entry.path))) continue;
      yield await this.#read(entry, number);
    }
  }

  async #layDown(): Promise<void> {
    const { path, scratch, progress, signal } = this.#source;
    const laying = new LayingDown(this.#entries, scratch, (share) => progress(Math.round(share * this.#size)));
    try {
      const run = await runSevenZip('x', path, (bytes) => laying.add(bytes));
      signal.throwIfAborted();
      if (run.code !== exitCodes.done && laying.laid.size === 0) throw whyFailed(run);
    } finally {
      laying.finish();
    }
    this.#laid = laying.laid;
  }

  async #read({ path, size, modified, refused }: SevenZipEntry, number: number): Promise<Member> {
    const position = String(number);
    const refuse = (reason: string): Member => ({ kind: 'refused', path, reason, position });
    if (refused !== null) return refuse(notUnpacked(refused));
    if (size === 0) return refuse('It is empty. Save or download it again.');
    if (size > largestMember) return refuse(tooLargeMember);
    const place = this.#laid.get(number);
    if (place === undefined) return refuse(notWhole);
    const bytes = await readRegularFile(place, largestMember, this.#source.signal);
    if (bytes === null) return refuse(tooLargeMember);
    return { kind: 'file', path, bytes, modified, record: null, position };
  }

  async resource(member: string, address: string): Promise<Uint8Array | null> {
    const number = this.#numbers.get(posix.join(posix.dirname(member), address));
    const place = number === undefined ? undefined : this.#laid.get(number);
    return place === undefined ? null : readRegularFile(place, largestMember);
  }

  async close(): Promise<void> {}
}

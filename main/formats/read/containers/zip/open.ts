import { posix } from 'node:path';
import { VerbatimError } from '../../../../contract/index.ts';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { type PackageFile, type PackageSource, readWhole } from '../../../shared/package/package.ts';
import { openZipSource } from '../../../shared/zip/zip-source.ts';
import { isOmnivore, openOmnivore } from '../../services/omnivore/export.ts';
import { largestMember, notUnpacked, tooLargeMember } from '../member-limits.ts';
import { isCompanion } from '../member-paths.ts';

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  const zip = await openZipSource(source.path);
  return isOmnivore(zip) ? openOmnivore(zip, source) : new OpenZip(zip, source);
}

class OpenZip implements OpenContainer {
  readonly #zip: PackageSource;
  readonly #source: ContainerSource;

  constructor(zip: PackageSource, source: ContainerSource) {
    this.#zip = zip;
    this.#source = source;
  }

  async *members(): AsyncIterable<Member> {
    const isPartOfPage = isCompanion(this.#zip.files.map(({ path }) => path));
    const done = this.#source.after === null ? -1 : Number(this.#source.after);
    let bytes = 0;
    for (const [index, file] of this.#zip.files.entries()) {
      this.#source.signal.throwIfAborted();
      bytes += file.size;
      if (index <= done || isPartOfPage(file.path)) continue;
      yield await this.#read(file, String(index));
      this.#source.progress(bytes);
    }
    const position = String(this.#zip.files.length);
    for (const { path, reason } of this.#zip.refused)
      yield { kind: 'refused', path, reason: refusedBecause(reason), position };
  }

  async #read(file: PackageFile, position: string): Promise<Member> {
    const { path, size } = file;
    const refuse = (reason: string): Member => ({ kind: 'refused', path, reason, position });
    if (size === 0) return refuse('It is empty. Save or download it again.');
    if (size > largestMember) return refuse(tooLargeMember);
    try {
      const bytes = await readWhole(this.#zip, path, largestMember);
      return { kind: 'file', path, bytes, modified: null, record: null, position };
    } catch (error) {
      if (error instanceof VerbatimError) return refuse(error.message);
      throw error;
    }
  }

  async resource(member: string, address: string): Promise<Uint8Array | null> {
    const path = posix.join(posix.dirname(member), address);
    return this.#zip.has(path) ? readWhole(this.#zip, path, largestMember) : null;
  }

  close(): Promise<void> {
    return this.#zip.close();
  }
}

function refusedBecause(reason: string): string {
  return reason === 'encryption'
    ? 'It is encrypted. Unpack the zip with its password, and add the file.'
    : notUnpacked(reason);
}

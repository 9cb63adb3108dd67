import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { VerbatimError } from '../../../../contract/index.ts';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { readRegularFile } from '../../../shared/regular-file.ts';
import { largestMember } from '../member-limits.ts';
import { isCompanion } from '../member-paths.ts';
import { lookAhead, tapeEntries, whyRefused } from './entries.ts';

/** Files of pages' own folders are kept aside while their page is read; more than this isn't. */
const largestAside = 2 * 1024 * 1024 * 1024;
const mostEntries = 2_000_000;

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  return new OpenTar(source);
}

class OpenTar implements OpenContainer {
  readonly #source: ContainerSource;
  /** Companions of pages by their path: where each lies in the scratch folder. */
  readonly #aside = new Map<string, string>();

  constructor(source: ContainerSource) {
    this.#source = source;
  }

  /** Over the tape for the names; where pages show some of the files, to lay those aside; then for the files themselves. */
  async *members(): AsyncIterable<Member> {
    const names: string[] = [];
    await lookAhead(this.#gather(names));
    const isPartOfPage = isCompanion(names);
    if (names.some(isPartOfPage)) await lookAhead(this.#layAside(isPartOfPage));
    const done = this.#source.after === null ? -1 : Number(this.#source.after);
    let index = -1;
    for await (const { header, read } of tapeEntries(this.#source)) {
      index += 1;
      const position = String(index);
      const path = posix.normalize(header.name);
      if (index <= done || header.type === 'directory' || isPartOfPage(path)) continue;
      const reason = whyRefused(header);
      if (reason !== null) yield { kind: 'refused', path, reason, position };
      else {
        const bytes = await read();
        const modified = header.mtime?.toISOString() ?? null;
        if (bytes.byteLength === 0)
          yield { kind: 'refused', path, reason: 'It is empty. Save or download it again.', position };
        else yield { kind: 'file', path, bytes, modified, record: null, position };
      }
    }
  }

  async #gather(names: string[]): Promise<void> {
    for await (const { header } of tapeEntries(this.#source)) {
      if (names.length >= mostEntries)
        throw new VerbatimError('limit-exceeded', 'This tar holds more files than Verbatim opens.');
      names.push(posix.normalize(header.name));
    }
  }

  async #layAside(isPartOfPage: (path: string) => boolean): Promise<void> {
    let bytes = 0;
    for await (const { header, read } of tapeEntries(this.#source)) {
      const path = posix.normalize(header.name);
      if (header.type !== 'file' || !isPartOfPage(path) || whyRefused(header) !== null) continue;
      bytes += header.size ?? 0;
      if (bytes > largestAside) return;
      const place = join(this.#source.scratch, `aside-${this.#aside.size}`);
      await writeFile(place, await read(), { flag: 'wx' });
      this.#aside.set(path, place);
    }
  }

  async resource(member: string, address: string): Promise<Uint8Array | null> {
    const place = this.#aside.get(posix.join(posix.dirname(member), address));
    return place === undefined ? null : readRegularFile(place, largestMember);
  }

  async close(): Promise<void> {}
}

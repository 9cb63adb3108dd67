import { addressKeys } from './addresses.ts';
import type { ArchiveFile } from './archive-file.ts';
import { parseResponse } from './http-message.ts';
import { bare, instantOfDate, type RecordHead } from './record-head.ts';
import type { IndexedRecord, ListedPage, RecordIndex } from './record-index.ts';
import { recordKinds } from './record-kinds.ts';
import { digestName, idName } from './survey.ts';

/** Larger records are refused: they would be held in memory as a whole. */
export const largestRecord = 64 * 1024 * 1024;

/** Browsers follow twenty redirects; more in a row lead nowhere. */
const mostRedirects = 20;

/** A record, read. */
export interface FoundRecord {
  readonly record: IndexedRecord;
  readonly bytes: Uint8Array;
  readonly head: RecordHead;
}

const referable: ReadonlySet<number> = new Set([
  recordKinds.page,
  recordKinds.document,
  recordKinds.answer,
  recordKinds.image,
]);

/** Finds records of an archive through its index, and checks that they are the ones that were meant. */
export class RecordFinder {
  readonly #files: readonly ArchiveFile[];
  readonly #index: RecordIndex;

  constructor(files: readonly ArchiveFile[], index: RecordIndex) {
    this.#files = files;
    this.#index = index;
  }

  /** A record's bytes; null where they are too many or none. */
  async read(record: IndexedRecord, limit = largestRecord): Promise<{ bytes: Uint8Array | null; sound: boolean }> {
    const file = this.#files[record.file];
    return file === undefined ? { bytes: null, sound: false } : file.records.read(record.offset, record.length, limit);
  }

  /** The first record of some kinds at an address, through redirects, the nearest to a time; null where they lead nowhere. */
  async follow(uri: string, kinds: ReadonlySet<number>, time: number): Promise<FoundRecord | null> {
    let address = uri;
    const seen = new Set<number>();
    for (let hops = 0; hops < mostRedirects; hops += 1) {
      const keys = addressKeys(address);
      if (seen.has(keys.exact)) return null;
      seen.add(keys.exact);
      const candidates = this.#index.atAddress(keys, time);
      const match = candidates.find(({ kind }) => kinds.has(kind));
      if (match !== undefined) return this.#open(match, keys.loose);
      const redirect = candidates.find(({ kind }) => kind === recordKinds.redirect);
      const next = redirect === undefined ? null : await this.#locationOf(redirect, address);
      if (next === null) return null;
      address = next;
    }
    return null;
  }

  async #open(record: IndexedRecord, loose: number): Promise<FoundRecord | null> {
    const { bytes } = await this.read(record);
    const head = bytes === null ? null : this.#headOf(record, bytes);
    if (bytes === null || head === null || addressKeys(head.uri ?? '').loose !== loose) return null;
    return { record, bytes, head };
  }

  #headOf(record: IndexedRecord, bytes: Uint8Array): RecordHead | null {
    const head = this.#files[record.file]?.records.grammar.parse(bytes);
    return head === undefined || typeof head === 'string' ? null : head;
  }

  async #locationOf(redirect: IndexedRecord, base: string): Promise<string | null> {
    const { bytes } = await this.read(redirect, 1024 * 1024);
    const head = bytes === null ? null : this.#headOf(redirect, bytes);
    const location =
      bytes === null || head === null ? null : parseResponse(bytes.subarray(head.length))?.fields.get('location');
    try {
      return location == null ? null : new URL(location, base).href;
    } catch {
      return null;
    }
  }

  /** The record that a revisit says it is the same as (WARC 1.1, 6.7); null where it isn't in the archive. */
  async originalOf(head: RecordHead): Promise<FoundRecord | null> {
    const { fields } = head;
    const id = fields.get('warc-refers-to');
    const uri = bare(fields.get('warc-refers-to-target-uri'));
    const digest = fields.get('warc-payload-digest');
    const candidates = [
      id === null ? null : this.#index.named(idName(id)),
      uri === null ? null : this.#atMoment(uri, fields.get('warc-refers-to-date')),
      digest === null ? null : this.#index.named(digestName(digest)),
    ];
    for (const record of candidates) {
      if (record === null || !referable.has(record.kind)) continue;
      const { bytes } = await this.read(record);
      const found = bytes === null ? null : this.#headOf(record, bytes);
      if (bytes !== null && found !== null && found.type !== 'revisit') return { record, bytes, head: found };
    }
    return null;
  }

  #atMoment(uri: string, date: string | null): IndexedRecord | null {
    const instant = instantOfDate(date);
    if (instant === null) return null;
    const time = Math.floor(Date.parse(instant) / 1000);
    const candidates = this.#index.atAddress(addressKeys(uri), time).filter(({ kind }) => referable.has(kind));
    // Some writers round one of the two dates.
    return candidates.find((record) => Math.abs(record.time - time) <= 1) ?? null;
  }

  /** A revisit and the record it refers to, one behind the other: by themselves they are a whole WARC again. */
  async withOriginal(
    revisit: Uint8Array,
    head: RecordHead,
  ): Promise<{ bytes: Uint8Array; original: FoundRecord } | null> {
    const original = await this.originalOf(head);
    if (original === null) return null;
    const end = Buffer.from(revisit.subarray(-4)).equals(recordEnd) ? [] : [recordEnd];
    return { bytes: new Uint8Array(Buffer.concat([revisit, ...end, original.bytes])), original };
  }

  /**
   * Puts the pages that listed ones lead to in their place: a list names what was asked for, and the page
   * stands where the redirects ended.
   */
  async followListed(): Promise<void> {
    const kinds = [recordKinds.page, recordKinds.document, recordKinds.answer, recordKinds.revisit];
    let behind: ListedPage | null = null;
    for (;;) {
      const pages: readonly ListedPage[] = this.#index.listedWithout(kinds, behind, 100);
      for (const page of pages) {
        const found = await this.follow(page.url, new Set(kinds), 0);
        if (found?.head.uri == null) continue;
        this.#index.removeListed(page);
        this.#index.addListed({ url: found.head.uri, isChosen: page.isChosen, ...addressKeys(found.head.uri) });
      }
      behind = pages.at(-1) ?? null;
      if (behind === null) return;
    }
  }

  /** Bytes of a picture at an address, captured as near to a time as there is one. */
  async picture(uri: string, time: number): Promise<Uint8Array | null> {
    const found = await this.follow(uri, new Set([recordKinds.image, recordKinds.revisit]), time);
    if (found === null) return null;
    return found.head.type === 'revisit' ? ((await this.originalOf(found.head))?.bytes ?? null) : found.bytes;
  }
}

const recordEnd = Buffer.from('\r\n\r\n');

import { stat } from 'node:fs/promises';
import { VerbatimError } from '../../contract/index.ts';
import type { ContainerReader, ContainerSource, Member, OpenContainer } from '../format.ts';
import { unpackedBegin } from '../gzip/member.ts';
import { ArchiveFile, type ArchivePlace } from './archive-file.ts';
import { isArticleLike } from './choose.ts';
import { classify } from './classify.ts';
import { decodeBody, readHttp } from './http.ts';
import { readRecordHead } from './record.ts';
import { addressKey, type IndexedRecord, type RecordIndex } from './record-index.ts';
import { Tally } from './tally.ts';

/** Web archives: WARC 1.0 and 1.1 and ARC, plain or compressed record by record. */
export const warcContainer: ContainerReader = {
  name: 'warc',
  isArchive: true,
  mediaType: 'application/warc',
  sniff(head) {
    return beginsArchive(head) || beginsCompressed(head) ? 1 : 0;
  },
  async open(source) {
    const { size } = await stat(source.path);
    return OpenArchive.open({ path: source.path, start: 0, size }, source, null);
  },
};

/** Whether bytes begin as an archive, be its first record sound or not. */
function beginsArchive(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return /^(?:WARC\/\d|filedesc:\/\/)/u.test(begin) || readRecordHead(bytes) !== null;
}

/** Whether a compressed file's first member begins an archive, whatever stands after it. */
function beginsCompressed(head: Uint8Array): boolean {
  const begin = unpackedBegin(head);
  return begin !== null && beginsArchive(begin);
}

const batch = 1000;
const pageBatch = 100;
const pagesInMind = 1000;

/** Which pages are taken: those that a list names; others, where it doesn't speak for all, by the look of them. */
export interface PageList {
  readonly named: ReadonlySet<string>;
  /** Addresses that may be taken by rule; null: all of them. */
  readonly others: ReadonlySet<string> | null;
}

/** One archive, alone or as part of a package. */
export class OpenArchive implements OpenContainer {
  readonly #file: ArchiveFile;
  readonly #source: ContainerSource;
  readonly #index: RecordIndex;
  readonly #list: PageList | null;
  readonly #dates = new Map<string, string>();

  private constructor(file: ArchiveFile, source: ContainerSource, index: RecordIndex, list: PageList | null) {
    this.#file = file;
    this.#source = source;
    this.#index = index;
    this.#list = list;
  }

  static async open(place: ArchivePlace, source: ContainerSource, list: PageList | null): Promise<OpenArchive> {
    return new OpenArchive(await ArchiveFile.open(place, source), source, source.openIndex(), list);
  }

  /**
   * First everything is looked over once, so that a page's pictures are found wherever they stand; then the
   * pages are read where they stand. The first pass is two thirds of the way.
   */
  async *members(): AsyncIterable<Member> {
    const tally = new Tally();
    await this.lookOver(tally);
    yield* this.pages(this.#source.after, tally);
    yield { kind: 'summary', reason: tally.words(), isEmpty: tally.articles === 0 };
  }

  /** The pages after a position, once the archive was looked over. */
  async *pages(after: string | null, tally: Tally): AsyncIterable<Member> {
    let from = after === null ? 0 : Number(after);
    for (;;) {
      const records = this.#index.pages(from, pageBatch);
      const last = records.at(-1);
      if (last === undefined) return;
      from = last.offset + 1;
      for (const record of records) {
        this.#source.signal.throwIfAborted();
        this.#source.progress(Math.round((this.#file.size * 2 + record.offset) / 3));
        const member = await this.#read(record, tally);
        if (member !== null) yield member;
      }
    }
  }

  /** Reads the heads of all records into the index, and counts what is no page. Throws `unsupported` where there is none. */
  async lookOver(tally: Tally): Promise<void> {
    let records: IndexedRecord[] = [];
    let any = false;
    for await (const found of this.#file.records(0, { headsOnly: true })) {
      this.#source.signal.throwIfAborted();
      this.#source.progress(Math.round((found.offset * 2) / 3));
      if ('reason' in found) {
        tally.pass('damage');
        continue;
      }
      any = true;
      const known = classify(found.bytes);
      if (known.count !== null) tally.pass(known.count);
      if (known.index === null) continue;
      const { offset, length } = found;
      records.push({ offset, length, kind: known.index, url: known.url, key: addressKey(known.url), date: known.date });
      if (records.length >= batch) this.#index.add(records.splice(0));
    }
    this.#index.add(records);
    records = [];
    if (!any)
      throw new VerbatimError(
        'unsupported',
        'No record could be read in it: the archive is damaged, or no web archive. Nothing was taken from it.',
      );
  }

  async #read(record: IndexedRecord, tally: Tally): Promise<Member | null> {
    const bytes = await this.#bytesOf(record);
    const position = String(record.offset + 1);
    if (bytes === null) {
      tally.pass(record.kind === 'revisit' ? 'unresolved' : 'damage');
      return null;
    }
    if (!this.#isWanted(record, bytes)) {
      tally.pass(isCutOff(bytes) ? 'damage' : 'navigation');
      return null;
    }
    tally.articles += 1;
    const head = readRecordHead(bytes);
    this.#remember(record);
    return {
      kind: 'file',
      path: record.url,
      bytes,
      modified: head?.date ?? null,
      record: {
        id: head?.id ?? null,
        offset: record.offset,
        length: record.length,
        date: head?.date ?? null,
        digest: head?.payloadDigest ?? head?.blockDigest ?? null,
      },
      position,
    };
  }

  /** Which visit a page was: its pictures are those of that time. Only pages that are still being read are asked for. */
  #remember({ url, date }: IndexedRecord): void {
    this.#dates.delete(url);
    this.#dates.set(url, date);
    const [oldest] = this.#dates.keys();
    if (this.#dates.size > pagesInMind && oldest !== undefined) this.#dates.delete(oldest);
  }

  /** A page's record; of one that was visited again, with the record of the visit that it refers to after it. */
  async #bytesOf(record: IndexedRecord): Promise<Uint8Array | null> {
    const found = await this.#file.at(record.offset, { headsOnly: false });
    if (found === null) return null;
    if (record.kind !== 'revisit') return found.bytes;
    const head = readRecordHead(found.bytes);
    const first = this.#index.find(
      addressKey(head?.refersToUri ?? record.url),
      'page',
      head?.refersToDate ?? record.date,
    );
    const original = first === null ? null : await this.#file.at(first.offset, { headsOnly: false });
    return original === null ? null : Buffer.concat([found.bytes, original.bytes]);
  }

  #isWanted(record: IndexedRecord, bytes: Uint8Array): boolean {
    if (this.#list?.named.has(record.key)) return true;
    if (this.#list !== null && this.#list.others !== null && !this.#list.others.has(record.key)) return false;
    const payload = payloadOf(bytes);
    // What can't be unpacked is taken, so that the report says what is wrong with it. Its bytes alone show a page's shape.
    return payload === null || isArticleLike(Buffer.from(payload).toString('latin1'));
  }

  async resource(member: string, address: string): Promise<Uint8Array | null> {
    const record = this.#index.find(addressKey(address), 'resource', this.#dates.get(member) ?? '');
    const found = record === null ? null : await this.#file.at(record.offset, { headsOnly: false });
    return found === null ? null : payloadOf(found.bytes);
  }

  async close(): Promise<void> {
    this.#index.close();
    await this.#file.close();
  }
}

function isCutOff(bytes: Uint8Array): boolean {
  const head = readRecordHead(bytes);
  return head !== null && head.headLength + head.blockLength > bytes.byteLength;
}

/** What a record holds, without its server's head and unpacked; of several records, the last one's. */
function payloadOf(bytes: Uint8Array): Uint8Array | null {
  const head = readRecordHead(bytes);
  if (head === null) return null;
  const end = head.headLength + head.blockLength;
  if (head.type === 'revisit') {
    let next = end;
    while (bytes[next] === 0x0d || bytes[next] === 0x0a) next += 1;
    return payloadOf(bytes.subarray(next));
  }
  const block = bytes.subarray(head.headLength, end);
  const answer = head.type === 'response' ? readHttp(block) : null;
  if (answer === null) return block;
  const decoded = decodeBody(answer);
  return decoded.kind === 'body' ? decoded.body : null;
}

import type { Member } from '../../../format.ts';
import { nameOfAddress, shownAddress } from './addresses.ts';
import type { ArchiveCounts, Counted } from './archive-counts.ts';
import type { ArchiveFile } from './archive-file.ts';
import { likenessOf } from './article-likeness.ts';
import { positionText } from './position.ts';
import { kindOfCapture, markupOfPayload } from './read-capture.ts';
import { type Capture, openCapture, payloadOf } from './record.ts';
import { largestRecord, type RecordFinder } from './record-finder.ts';
import type { IndexedRecord } from './record-index.ts';
import { recordKinds } from './record-kinds.ts';
import { requestKinds, requestNames, type Survey } from './survey.ts';

/** Why a capture is taken: its archive's list names it as chosen, it is the only one there, or it looks like an article. */
type Choice = 'listed' | 'single' | 'by rule';

/** Reads the captures of an archive one by one: an article becomes a member, everything else is counted. */
export class MemberReader {
  /** What is no article, of the captures that were read. */
  readonly counts: ArchiveCounts;
  /** The kinds of record that may be an article. */
  readonly kinds: readonly number[];
  readonly #files: readonly ArchiveFile[];
  readonly #survey: Survey;
  readonly #finder: RecordFinder;
  readonly #hasList: boolean;
  readonly #isSingle: boolean;
  /** The record behind a revisit in an archive that holds nothing else, as the library itself hands it over. */
  #paired: IndexedRecord | null = null;

  constructor(files: readonly ArchiveFile[], survey: Survey, finder: RecordFinder, counts: ArchiveCounts) {
    const { page, document, answer, revisit } = recordKinds;
    this.#files = files;
    this.#survey = survey;
    this.#finder = finder;
    this.counts = counts;
    this.#hasList = survey.index.hasList;
    this.kinds = this.#hasList ? [page, document, answer, revisit] : [page, document, revisit];
    // Whoever keeps one page in an archive of its own has chosen it.
    this.#isSingle = survey.index.count(this.kinds) === 1;
  }

  /** A capture as a member; null where it is no article, and counted. */
  async read(record: IndexedRecord): Promise<Member | null> {
    const read = await this.#read(record);
    if (typeof read !== 'string') return read;
    this.counts.add(read);
    return null;
  }

  async #read(record: IndexedRecord): Promise<Member | Counted | null> {
    const listing = this.#hasList ? this.#survey.index.listingOf(record.loose) : null;
    if (this.#hasList && listing === null)
      // A revisit doesn't always say what it is a revisit of.
      return record.kind === recordKinds.page || record.kind === recordKinds.document ? 'unlisted' : null;
    const choice: Choice = listing?.isChosen === true ? 'listed' : this.#isSingle ? 'single' : 'by rule';
    const { bytes, sound } = await this.#finder.read(record);
    if (!sound) this.counts.add('damaged');
    if (bytes === null) return this.#refused(record, tooLarge);
    const grammar = this.#files[record.file]?.records.grammar;
    const head = grammar?.parse(bytes);
    if (head === undefined || typeof head === 'string') return 'damaged';
    if (head.type !== 'revisit') return this.#consider(record, bytes, choice);
    const whole = await this.#finder.withOriginal(bytes, head);
    if (whole === null) return 'revisits';
    if (whole.original.record.kind === recordKinds.image) return 'images';
    if (whole.original.record.kind === recordKinds.answer && choice === 'by rule') return 'documents';
    const { original } = whole;
    if (this.#survey.records === 2 && record.offset < original.record.offset) this.#paired = original.record;
    return this.#consider(record, whole.bytes, this.#paired === null ? choice : 'single');
  }

  async #consider(record: IndexedRecord, bytes: Uint8Array, choice: Choice): Promise<Member | Counted | null> {
    const capture = openCapture(bytes);
    if (capture === null) return 'damaged';
    const request = requestNames(capture.head)
      .map((name) => this.#survey.index.requestOf(name))
      .find((found) => found !== null);
    if (request === requestKinds.post) return 'posts';
    if (choice !== 'listed') {
      if (choice === 'by rule' && request === requestKinds.frame) return 'frames';
      if (this.#paired?.offset === record.offset) return null;
      const judged = await this.#judge(record, capture, choice);
      if (judged !== 'article') return judged;
    }
    // A document that a server answered with was counted as one when only its head was known.
    if (record.kind === recordKinds.answer) this.counts.add('documents', -1);
    return this.#member(record, bytes, capture);
  }

  /** Whether a capture is an article; null where it is none and was counted before. */
  async #judge(record: IndexedRecord, capture: Capture, choice: Choice): Promise<'article' | Member | Counted | null> {
    const payload = await payloadOf(capture);
    if (payload.kind === 'unreadable') return this.#refused(record, payload.reason, capture.head.uri);
    const kind = kindOfCapture(capture.mediaType, payload.bytes);
    if (kind === null || isBlank(payload.bytes)) return 'others';
    if (choice === 'single' || kind.kind === 'document') return 'article';
    const likeness = likenessOf(markupOfPayload(payload.bytes, capture.charset), capture.head.uri ?? '');
    if (likeness === 'article') return 'article';
    // Of a page that is cut off nobody knows what it was; its place is counted as damaged already.
    if (capture.missing > 0) return null;
    return likeness === 'list' ? 'lists' : 'frames';
  }

  #member(record: IndexedRecord, bytes: Uint8Array, { head, captured }: Capture): Member {
    this.counts.add('articles');
    return {
      kind: 'file',
      path: shownAddress(head.uri),
      name: `${nameOfAddress(head.uri)}.${this.#files[record.file]?.records.grammar.name ?? 'warc'}`,
      bytes,
      modified: null,
      captured,
      record: {
        id: head.id,
        offset: this.#files[record.file]?.offsetInFile(record.offset) ?? record.offset,
        length: record.length,
        date: head.date,
        digest: head.fields.get('warc-payload-digest') ?? head.fields.get('warc-block-digest'),
      },
      position: this.#position(record),
    };
  }

  #refused(record: IndexedRecord, reason: string, uri: string | null = null): Member {
    const place = `the record at byte ${this.#files[record.file]?.offsetInFile(record.offset) ?? record.offset}`;
    return {
      kind: 'refused',
      path: uri === null ? place : shownAddress(uri),
      reason,
      position: this.#position(record),
    };
  }

  #position({ file, offset }: IndexedRecord): string {
    return positionText({ at: 'record', file, offset, counts: this.counts });
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

const tooLarge = `The record has more than ${largestRecord / 1_048_576} MB, or can't be unpacked. No page is so large; what it is was not looked at.`;

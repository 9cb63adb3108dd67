import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { imageType } from '../../../shared/html/images.ts';
import { ArchiveCounts } from './archive-counts.ts';
import type { ArchiveFile } from './archive-file.ts';
import { type Difference, differenceLines, missingPages, remarksOn, summaryOf } from './closing-lines.ts';
import { MemberReader } from './member-reader.ts';
import type { NamedPage } from './page-lists.ts';
import { parsePosition } from './position.ts';
import { openCapture, payloadOf } from './record.ts';
import { RecordFinder } from './record-finder.ts';
import { type Survey, surveyRecords } from './survey.ts';

/** What is known of an archive from outside its records. */
export interface ArchiveNotes {
  /** Pages that a list beside the records names; empty where there is none. */
  readonly listed: AsyncIterable<NamedPage> | Iterable<NamedPage>;
  /** Sentences for the report on the archive itself. */
  readonly remarks: readonly string[];
  /** Files inside it that are not as it says, looked for at the end. */
  readonly differences: () => Promise<readonly Difference[]>;
}

/** Nothing is known of an archive that is a file by itself. */
export const aloneInItsFile: ArchiveNotes = { listed: [], remarks: [], differences: async () => [] };

/** How much of the work is the first pass over all records. */
const surveyShare = 0.3;
const recordsAtOnce = 200;
const sliceMilliseconds = 40;

/**
 * An archive of records, open: one pass writes down where everything stands, the second reads the pages one
 * by one, in the archive's order. Needs no more memory than its largest page.
 */
export class OpenArchive implements OpenContainer {
  readonly #files: readonly ArchiveFile[];
  readonly #source: ContainerSource;
  readonly #notes: ArchiveNotes;
  /** Moments of the last members, for the pictures they ask for. */
  readonly #moments = new Map<string, number>();
  #survey: Promise<Survey> | null = null;
  #bytes = 0;

  constructor(files: readonly ArchiveFile[], source: ContainerSource, notes: ArchiveNotes) {
    this.#files = files;
    this.#source = source;
    this.#notes = notes;
  }

  async *members(): AsyncIterable<Member> {
    const { signal, after } = this.#source;
    this.#bytes = (await stat(this.#source.path)).size;
    const survey = await this.#surveyed();
    const { index } = survey;
    const finder = new RecordFinder(this.#files, index);
    const start = parsePosition(after);
    const reader = new MemberReader(this.#files, survey, finder, start?.counts ?? new ArchiveCounts());
    let [file, offset] = start?.at === 'record' ? [start.file, start.offset] : [-1, 0];
    let since = performance.now();
    while (start === null || start.at === 'record') {
      const records = index.after(file, offset, reader.kinds, recordsAtOnce);
      for (const record of records) {
        ({ file, offset } = record);
        const member = await reader.read(record);
        if (member !== null) {
          if (member.kind === 'file') this.#remember(member.path, record.time);
          yield member;
        }
        if (performance.now() - since < sliceMilliseconds) continue;
        await setImmediate();
        signal.throwIfAborted();
        since = performance.now();
        this.#progress(surveyShare + (1 - surveyShare) * this.#shareBefore(file, offset));
      }
      if (records.length < recordsAtOnce) break;
    }
    if (start?.at !== 'differences') yield* missingPages(survey, start, reader.counts);
    yield* differenceLines(await this.#notes.differences(), start, reader.counts);
    const counts = new ArchiveCounts();
    counts.addAll(survey.counts);
    counts.addAll(reader.counts);
    const reason = summaryOf(counts, [...this.#notes.remarks, ...remarksOn(this.#files)]);
    if (reason !== null) yield { kind: 'summary', reason, isEmpty: counts.of('articles') === 0 };
  }

  async resource(member: string, address: string): Promise<Uint8Array | null> {
    const survey = await this.#surveyed();
    const finder = new RecordFinder(this.#files, survey.index);
    const bytes = await finder.picture(address, this.#moments.get(member) ?? 0);
    const capture = bytes === null ? null : openCapture(bytes);
    // Half a picture is not the one that the page showed.
    const payload = capture === null || capture.missing > 0 ? null : await payloadOf(capture);
    if (payload?.kind !== 'bytes' || imageType(payload.bytes) === null) return null;
    return new Uint8Array(payload.bytes);
  }

  async close(): Promise<void> {
    const survey = await this.#survey?.catch(() => null);
    survey?.index.close();
    for (const file of this.#files) file.close();
  }

  #surveyed(): Promise<Survey> {
    this.#survey ??= this.#makeSurvey();
    return this.#survey;
  }

  async #makeSurvey(): Promise<Survey> {
    const all = this.#files.reduce((sum, { size }) => sum + size, 0);
    const survey = await surveyRecords(this.#files, this.#source.openIndex(), {
      signal: this.#source.signal,
      progress: (bytes) => this.#progress((surveyShare * bytes) / Math.max(1, all)),
      listed: this.#notes.listed,
    });
    await new RecordFinder(this.#files, survey.index).followListed();
    return survey;
  }

  #progress(share: number): void {
    this.#source.progress(Math.round(share * this.#bytes));
  }

  #shareBefore(file: number, offset: number): number {
    const sizes = this.#files.map(({ size }) => size);
    const before = sizes.slice(0, file).reduce((sum, size) => sum + size, 0);
    const within = Math.min(offset, sizes[file] ?? 0);
    return (
      (before + within) /
      Math.max(
        1,
        sizes.reduce((sum, size) => sum + size, 0),
      )
    );
  }

  #remember(path: string, time: number): void {
    this.#moments.delete(path);
    this.#moments.set(path, time);
    const [oldest] = this.#moments.keys();
    if (this.#moments.size > 1000 && oldest !== undefined) this.#moments.delete(oldest);
  }
}

import { setImmediate } from 'node:timers/promises';
import { addressKeys, keyOf } from './addresses.ts';
import { ArchiveCounts } from './archive-counts.ts';
import type { ArchiveFile } from './archive-file.ts';
import { parseRequest } from './http-message.ts';
import { type NamedPage, pagesOfRecord } from './page-lists.ts';
import type { FoundRecord } from './record-file.ts';
import { bare, instantOfDate, type RecordHead } from './record-head.ts';
import type { RecordIndex } from './record-index.ts';
import { type Classified, classify, recordKinds } from './record-kinds.ts';

/** How a capture was asked for, where other records say so, by number in the index. */
export const requestKinds = { frame: 1, post: 2 } as const;

/** What one pass over all records of an archive found. */
export interface Survey {
  readonly index: RecordIndex;
  readonly counts: ArchiveCounts;
  /** Records of every kind. */
  readonly records: number;
}

export interface SurveyOptions {
  readonly signal: AbortSignal;
  /** How many bytes of all files are behind. */
  readonly progress: (bytes: number) => void;
  /** Pages that a list beside the records names. Without any, the lists that stand among the records count. */
  readonly listed: AsyncIterable<NamedPage> | Iterable<NamedPage>;
}

/** So long the thread works before it listens to others again. */
const sliceMilliseconds = 40;

/**
 * Goes over all records once, reads their heads, and writes down where pages and pictures stand: pictures
 * may stand before or after the page that shows them. Nothing of the bodies is kept.
 */
export async function surveyRecords(
  files: readonly ArchiveFile[],
  index: RecordIndex,
  options: SurveyOptions,
): Promise<Survey> {
  try {
    for await (const page of options.listed) index.addListed({ ...page, ...addressKeys(page.url) });
    const listsInRecords = !index.hasList;
    const counts = new ArchiveCounts();
    let records = 0;
    let behind = 0;
    for (const [number, file] of files.entries()) {
      const found = await surveyFile({ file, number, index, options, behind, listsInRecords });
      counts.addAll(found.counts);
      records += found.records;
      behind += file.size;
    }
    index.seal();
    return { index, counts, records };
  } catch (error) {
    index.close();
    throw error;
  }
}

interface FileSurvey {
  readonly file: ArchiveFile;
  readonly number: number;
  readonly index: RecordIndex;
  readonly options: SurveyOptions;
  /** Bytes of the files before it. */
  readonly behind: number;
  readonly listsInRecords: boolean;
}

async function surveyFile(survey: FileSurvey): Promise<Pick<Survey, 'counts' | 'records'>> {
  const { file, number, index, options, behind } = survey;
  const { signal, progress } = options;
  let counts = new ArchiveCounts();
  let records = 0;
  let at = 0;
  let since = performance.now();
  file.records.file.onRead = () => progress(behind + Math.min(at, file.size));
  for (;;) {
    const found = await file.records.find(at);
    if (found === null) break;
    if (found.kind === 'packed-together') {
      await file.unpackTogether(signal);
      index.forget(number);
      counts = new ArchiveCounts();
      records = 0;
      at = 0;
      continue;
    }
    at = found.next;
    if (found.kind === 'damage') counts.add('damaged');
    else {
      records += 1;
      if (found.isDamaged) counts.add('damaged');
      const leftOut = await addRecord(found, survey);
      if (leftOut !== null) counts.add(leftOut);
    }
    if (performance.now() - since < sliceMilliseconds) continue;
    await setImmediate();
    signal.throwIfAborted();
    since = performance.now();
    progress(behind + Math.min(at, file.size));
  }
  return { counts, records };
}

async function addRecord(
  found: FoundRecord,
  { file, number, index, listsInRecords }: FileSurvey,
): Promise<Classified['leftOut']> {
  const { head, offset, length } = found;
  const { kind, leftOut } = classify(found);
  if (kind !== null) {
    const keys = addressKeys(head.uri ?? '');
    const record = { file: number, offset, length, kind: recordKinds[kind], ...keys, time: secondsOf(head) };
    const isReferredTo = kind === 'page' || kind === 'document' || kind === 'answer' || kind === 'image';
    index.add(record, isReferredTo ? namesOf(head) : []);
  }
  for (const { name, kind } of requestsIn(found)) index.addRequest(name, kind);
  if (listsInRecords)
    for (const page of await pagesOfRecord(found, file.records)) index.addListed({ ...page, ...addressKeys(page.url) });
  return leftOut;
}

/** Seconds since 1970, 0 without a date. */
export function secondsOf(head: RecordHead): number {
  const instant = instantOfDate(head.date);
  return instant === null ? 0 : Math.floor(Date.parse(instant) / 1000);
}

/** By what a revisit refers to a record. */
function namesOf(head: RecordHead): number[] {
  const digest = head.fields.get('warc-payload-digest');
  return [...(head.id === null ? [] : [idName(head.id)]), ...(digest === null ? [] : [digestName(digest)])];
}

export function idName(id: string): number {
  return keyOf(`id ${bare(id)}`);
}

export function digestName(digest: string): number {
  return keyOf(`digest ${digest.toLowerCase().replace(/^sha-/u, 'sha').replace(/=+$/u, '')}`);
}

/** By what a request and its answer know one another where neither names the other. */
function momentName(head: RecordHead): number {
  return keyOf(`moment ${head.uri} ${head.date}`);
}

/** By what other records may have said how a capture was asked for. */
export function requestNames(head: RecordHead): number[] {
  const others = head.fields.list.filter(({ name }) => name === 'warc-concurrent-to').map(({ value }) => idName(value));
  return [...(head.id === null ? [] : [idName(head.id)]), ...others, momentName(head)];
}

/** Where a browser puts what it asks for (Fetch Metadata, Sec-Fetch-Dest), other than in a window of its own. */
const framed =
  /^(?:iframe|frame|embed|object|fencedframe|empty|image|script|style|xslt|manifest|report|track|worker)$/iu;

/** What a record says of how another was asked for: the names that the other may have, and the kind. */
function requestsIn({ head, beginning }: FoundRecord): { readonly name: number; readonly kind: number }[] {
  const kind =
    head.type === 'request' ? kindOfRequest(beginning.subarray(head.length)) : kindInMetadata(head, beginning);
  if (kind === null) return [];
  const named = head.fields.list.filter(({ name }) => name === 'warc-concurrent-to').map(({ value }) => idName(value));
  // The answer may name the request instead of being named by it.
  const own = head.type === 'request' && head.id !== null ? [idName(head.id)] : [];
  return [...named, ...own, ...(named.length === 0 ? [momentName(head)] : [])].map((name) => ({ name, kind }));
}

function kindOfRequest(block: Uint8Array): number | null {
  const request = parseRequest(block);
  if (request === null) return null;
  if (request.method !== 'GET') return requestKinds.post;
  return framed.test(request.fields.get('sec-fetch-dest') ?? '') ? requestKinds.frame : null;
}

/** Heritrix says how it came to a capture: E is something a page embeds, X what a script seemed to name, P what is asked for before. */
function kindInMetadata(head: RecordHead, beginning: Uint8Array): number | null {
  if (head.type !== 'metadata') return null;
  const text = Buffer.from(beginning.subarray(head.length, head.length + 8192)).toString('latin1');
  return /^hopsFromSeed:[ \t]*[A-Z]*[EXP][ \t]*\r?$/mu.test(text) ? requestKinds.frame : null;
}

import { isDeepStrictEqual } from 'node:util';
import { parse } from 'valibot';
import { uuidv7 } from '../../../db/uuid.ts';
import {
  type ArticleMetadata,
  type ArticleRecord,
  assertNever,
  RevisionId,
  type RevisionRecord,
  Sha256,
} from '../../contract/index.ts';
import { canonicalUrl } from '../../reading/identity/canonical-url.ts';
import type { CoreContext } from '../context.ts';
import type { ComparedCopy, ParsedDocument } from '../extract/parse-messages.ts';
import { sha256Of } from '../originals/hash.ts';
import type { Lease } from '../originals/leases.ts';
import { keepOriginals } from '../originals/mend.ts';
import { articleFacts } from '../revisions/prepare-revision.ts';
import { whyNotWorkedOn } from '../texts/text-threads.ts';
import { type FoundInOriginals, note, peopleIn, toldAlone, withOwnCaptures } from './found-in-originals.ts';
import type { MarksAgain } from './place-marks.ts';

/**
 * Compares what a package's record says of its originals with their bytes. Reading copies that say something else
 * are not taken; where the current one is such, the original is read here instead. Particulars that our reader
 * doesn't find in the original say that they come from the package.
 */

export type ComparedRecord =
  | {
      readonly kind: 'sound';
      readonly article: ArticleRecord;
      /** What was not taken, in sentences. */
      readonly leftOut: readonly string[];
      /** What of it only the package tells, in words. */
      readonly toldAlone: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

export interface ComparisonOptions {
  /** The package's name. */
  readonly package: string;
  /** Holds the originals of the record, which are stored already, until it is written. */
  readonly lease: Lease;
  readonly signal: AbortSignal;
}

export async function compareRecord(
  context: CoreContext,
  record: ArticleRecord,
  options: ComparisonOptions,
): Promise<ComparedRecord> {
  const sound: RevisionRecord[] = [];
  const found: FoundInOriginals = { addresses: new Set(), parts: new Map(), dated: new Map() };
  const leftOut: string[] = [];
  let forged: RevisionRecord | null = null;
  for (const [index, compared] of (await compareAll(context, record, options.signal)).entries()) {
    const revision = record.revisions[index];
    if (revision === undefined) continue;
    const problem = problemOf(compared);
    if (problem !== null) {
      leftOut.push(`The package’s revision ${revision.number} was not taken: ${problem}.`);
      if (revision.id === record.current) forged = revision;
    } else {
      note(found, revision, compared);
      const people = await peopleIn(context, revision, compared);
      const { captions, words } = compared;
      sound.push(withSources({ ...revision, people, captions, words }, compared, options.package));
    }
  }
  const claimed = withOwnCaptures(record, found);
  if (forged === null) {
    const kept = await withoutRevisions(context, claimed, sound);
    if (typeof kept === 'string') return { kind: 'refused', reason: kept };
    return soundRecord(withFacts(kept.article, found, options.package), [...leftOut, ...kept.leftOut], found);
  }
  const read = await readHere(context, claimed, forged, options);
  if (typeof read === 'string')
    return { kind: 'refused', reason: `${leftOut.join(' ')} Nor could its original be read here: ${read}` };
  const { revision } = read;
  const own = canonicalUrl(revision.metadata.url);
  if (own !== null) found.addresses.add(own);
  const captures = claimed.captures.map((capture) =>
    capture.id === revision.capture ? { ...capture, format: read.format, mediaType: read.mediaType } : capture,
  );
  const placed = await marksAgain(context, {
    ...claimed,
    captures,
    revisions: [...sound, revision],
    current: revision.id,
  });
  if (typeof placed === 'string') return { kind: 'refused', reason: placed };
  const told = [...leftOut, 'The original was read here instead.', ...placed.leftOut];
  return soundRecord(withFacts(placed.article, found, options.package), told, found);
}

function soundRecord(article: ArticleRecord, leftOut: readonly string[], found: FoundInOriginals): ComparedRecord {
  return { kind: 'sound', article, leftOut, toldAlone: toldAlone(article, found) };
}

/** Why a revision isn't its original's, or null. */
function problemOf(compared: ComparedCopy): string | null {
  switch (compared.outcome) {
    case 'same':
    case 'sound':
      return null;
    case 'differs':
      return `its original ${compared.reason}`;
    case 'broken':
      return compared.reason;
    case 'original-changed':
      return 'its original is not the one that the record names';
    default:
      return assertNever(compared);
  }
}

/** The comparison of each revision, in the record's order. */
async function compareAll(context: CoreContext, record: ArticleRecord, signal: AbortSignal): Promise<ComparedCopy[]> {
  const compared: ComparedCopy[] = [];
  for (const capture of record.captures) {
    const copies = record.revisions.filter((revision) => revision.capture === capture.id);
    if (copies.length === 0) continue;
    const { original, format, name, part } = capture;
    const bytes = await context.originals.read(original);
    const answers = await context.parsers.compare(
      bytes,
      {
        original,
        format,
        name,
        told: capture.source?.told ?? null,
        copies: copies.map(({ document, metadata, text, sha256 }) => ({ part, document, metadata, text, sha256 })),
      },
      signal,
    );
    for (const [index, copy] of copies.entries()) {
      const answer = answers[index];
      if (answer !== undefined) compared[record.revisions.indexOf(copy)] = answer;
    }
  }
  return compared;
}

type Field = Exclude<keyof ArticleMetadata, 'sources'>;
const fields: readonly Field[] = [
  'title',
  'subheading',
  'byline',
  'publication',
  'section',
  'published',
  'modified',
  'url',
  'language',
  'description',
  'leadImage',
];

/** What our reader finds in the original as well is vouched for by it; the rest says that the package tells it. */
function withSources(revision: RevisionRecord, { metadata: present }: ComparedCopy, name: string): RevisionRecord {
  const { metadata } = revision;
  const sources: Record<string, ArticleMetadata['sources'][Field]> = {};
  for (const field of fields) {
    const value = metadata[field];
    const own = present?.[field] ?? null;
    if (isDeepStrictEqual(value, own)) {
      const source = present?.sources[field];
      if (source !== undefined) sources[field] = source;
    } else if (inWords(value) !== '')
      sources[field] = {
        from: `package ${name}`,
        overruled: inWords(own) === '' ? [] : [{ from: 'original', value: inWords(own) }],
      };
  }
  return { ...revision, metadata: { ...metadata, sources } };
}

function inWords(value: ArticleMetadata[Field] | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return 'precision' in value ? value.value : value.join(', ');
}

/**
 * What lists show of an article follows from its current revision, and its address from one of them, which says
 * that the package tells it where no original does.
 */
function withFacts(article: ArticleRecord, { addresses }: FoundInOriginals, name: string): ArticleRecord {
  const current = article.revisions.find(({ id }) => id === article.current);
  if (current === undefined) return article;
  const { byline, ...facts } = articleFacts(current.metadata);
  const url = addressOf(article, current, addresses);
  const { sources, ...metadata } = current.metadata;
  const isTold = url !== null && !addresses.has(url) && sources.url?.from.startsWith('package ') !== true;
  const marked = isTold
    ? { ...sources, url: { from: `package ${name}`, overruled: sources.url?.overruled ?? [] } }
    : sources;
  const revisions = article.revisions.map((revision) =>
    revision === current ? { ...current, metadata: { ...metadata, sources: marked } } : revision,
  );
  return { ...article, revisions, ...facts, byline: [...byline], url, words: current.words };
}

/** The address that an original gives; where none does, the one that the package tells. */
function addressOf(
  article: ArticleRecord,
  current: RevisionRecord,
  found: FoundInOriginals['addresses'],
): string | null {
  const claimed = canonicalUrl(article.url);
  if (claimed !== null && found.has(claimed)) return article.url;
  const own = canonicalUrl(current.metadata.url);
  if (claimed !== null && own !== null && found.has(own)) return own;
  const told = new Set([
    ...article.revisions.map(({ metadata }) => canonicalUrl(metadata.url)),
    ...article.captures.map(({ url }) => canonicalUrl(url)),
  ]);
  return told.has(claimed) ? article.url : own;
}

/** Without the revisions that were not taken; marks that were made in them are placed again in the current one. */
async function withoutRevisions(
  context: CoreContext,
  record: ArticleRecord,
  sound: readonly RevisionRecord[],
): Promise<MarksAgain | string> {
  const article = { ...record, revisions: [...sound] };
  return sound.length === record.revisions.length ? { article, leftOut: [] } : marksAgain(context, article);
}

/** Places marks again in a thread; why that can't be done within its limits. */
async function marksAgain({ texts }: CoreContext, article: ArticleRecord): Promise<MarksAgain | string> {
  const placed = await texts.work('placeMarksAgain', article).catch(whyNotWorkedOn);
  return typeof placed === 'string' ? `Its marks could not be looked for in it: ${placed}` : placed;
}

interface ReadHere {
  readonly revision: RevisionRecord;
  /** As the bytes tell it. */
  readonly format: string;
  readonly mediaType: string;
}

/** The present reading of the original of a forged revision, as the article's next one; or why there is none. */
async function readHere(
  context: CoreContext,
  record: ArticleRecord,
  forged: RevisionRecord,
  { lease, signal, ...options }: ComparisonOptions,
): Promise<ReadHere | string> {
  const capture = record.captures.find(({ id }) => id === forged.capture);
  if (capture === undefined) return 'its capture is not in the record.';
  const { original, name, part, source } = capture;
  const bytes = await context.originals.read(original);
  // The format is told by the bytes: the record's word for it may be what was forged.
  const parsed = await context.parsers.parse(
    { bytes, name, modified: null, companions: null, told: source?.told ?? null },
    signal,
  );
  if (parsed.kind === 'refused') return parsed.reason;
  const document = parsed.documents.find((one) => one.part === part);
  if (document === undefined || document.text === '') return 'no such article was found in it.';
  const images = document.images.map(({ bytes }) => ({ bytes, sha256: sha256Of(bytes) }));
  await keepOriginals(context, lease, images, `the package ${options.package}`);
  const { format, mediaType } = parsed;
  return { revision: revisionOf(document, record, forged), format, mediaType };
}

function revisionOf(document: ParsedDocument, record: ArticleRecord, forged: RevisionRecord): RevisionRecord {
  return {
    id: parse(RevisionId, uuidv7()),
    capture: forged.capture,
    number: Math.max(...record.revisions.map(({ number }) => number)) + 1,
    extractor: document.extractor,
    sha256: sha256Of(document.text),
    words: document.words,
    created: new Date().toISOString(),
    // Through JSON, as every record comes: blocks and metadata are read-only where they are made.
    ...(JSON.parse(
      JSON.stringify({
        metadata: document.metadata,
        document: document.document,
        removals: document.removals,
        people: document.people,
      }),
    ) as Pick<RevisionRecord, 'metadata' | 'document' | 'removals' | 'people'>),
    text: document.text,
    captions: document.captions,
    images: document.images.map(({ sha256, mediaType, bytes }) => ({
      sha256: parse(Sha256, sha256),
      mediaType,
      bytes: bytes.byteLength,
    })),
  };
}

import * as v from 'valibot';
import { highlightColors } from './annotations.ts';
import { CaptureSource, captureTellers } from './captures.ts';
import type { ArticleMetadata, Block } from './document.ts';
import {
  AnnotationId,
  ArticleId,
  CaptureId,
  CodeId,
  CollectionId,
  EventId,
  OrganizationId,
  RevisionId,
  Sha256,
  SpeakerId,
  SpeakerRoleId,
  StatementId,
} from './ids.ts';
import { dateText } from './ledger.ts';
import { speakerKinds } from './people.ts';
import { placements } from './placements.ts';
import { areGaps } from './spoken-words.ts';
import { SuggestionReason, statementKinds, statementStates } from './statements.ts';

/**
 * What a Verbatim package (BagIt) holds, file by file: the same records are written by an export and
 * read back by a restore, so that ids, hashes and spans come home unchanged. A package is somebody
 * else's file when it is read: every record is checked against its schema before it is used.
 *
 * Raised whenever an older Verbatim could not restore what is written.
 */
export const packageFormatVersion = 2;
/** Those that can be restored. The first knew one speaker a statement, and no interrupted words. */
export const readablePackageVersions = [1, 2] as const;

const instant = v.pipe(v.string(), v.minLength(4), v.maxLength(64));
const text = v.string();
const textOrNull = v.nullable(v.string());
/** No more than an integer of the database or of JavaScript can be. */
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Of a person, an organization, a code, a collection. */
const name = v.pipe(
  v.string(),
  v.check((given) => given.trim() !== '', 'a name'),
);
/** A day, a month, a year. */
const day = v.nullable(dateText);

const mark = v.variant('kind', [
  v.object({ kind: v.picklist(['emphasis', 'strong', 'code']), start: count, end: count }),
  v.object({ kind: v.literal('link'), start: count, end: count, href: text }),
]);
const inlineText = v.object({ text, marks: v.array(mark) });
const blockBase = {
  role: v.picklist(['body', 'furniture']),
  purpose: v.nullable(
    v.picklist([
      'subscription',
      'contact',
      'related',
      'share',
      'promotion',
      'comments',
      'consent',
      'byline',
      'caption',
      'navigation',
      'running-head',
      'correction',
      'dateline',
      'other',
    ]),
  ),
  decided: v.exactOptional(v.literal('by-person')),
  page: v.exactOptional(v.pipe(count, v.minValue(1))),
};
const blockSchema = v.variant('kind', [
  v.object({ ...blockBase, kind: v.literal('heading'), level: v.picklist([2, 3, 4, 5, 6]), content: inlineText }),
  v.object({ ...blockBase, kind: v.literal('paragraph'), content: inlineText }),
  v.object({
    ...blockBase,
    kind: v.literal('quotation'),
    paragraphs: v.array(inlineText),
    attribution: v.nullable(inlineText),
  }),
  v.object({
    ...blockBase,
    kind: v.literal('list'),
    ordered: v.boolean(),
    items: v.array(v.object({ depth: count, content: inlineText })),
  }),
  v.object({
    ...blockBase,
    kind: v.literal('figure'),
    image: v.nullable(Sha256),
    source: textOrNull,
    alternative: text,
    width: v.nullable(v.number()),
    height: v.nullable(v.number()),
    caption: v.nullable(inlineText),
  }),
  v.object({
    ...blockBase,
    kind: v.literal('table'),
    caption: v.nullable(inlineText),
    rows: v.array(v.object({ header: v.boolean(), cells: v.array(inlineText) })),
  }),
  v.object({ ...blockBase, kind: v.literal('preformatted'), text }),
  v.object({ ...blockBase, kind: v.literal('rule') }),
]);
/** The schema answers to the type: a block kind that one of the two lacks fails to compile. */
const block: v.GenericSchema<unknown, Block> = blockSchema;

/** As much of ISO 8601 as is known: a date that is none would be shown and sorted by as one. */
const dateValue = v.pipe(
  v.string(),
  v.check(
    (value) => /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\S+)?)?)?$/.test(value) && !Number.isNaN(Date.parse(value)),
    'a date',
  ),
);
const preciseDate = v.object({ value: dateValue, precision: v.picklist(['year', 'month', 'day', 'minute', 'second']) });
const metadataSchema = v.object({
  title: text,
  subheading: textOrNull,
  byline: v.array(text),
  publication: textOrNull,
  section: textOrNull,
  published: v.nullable(preciseDate),
  modified: v.nullable(preciseDate),
  url: textOrNull,
  language: textOrNull,
  description: textOrNull,
  leadImage: v.nullable(Sha256),
  sources: v.record(text, v.object({ from: text, overruled: v.array(v.object({ from: text, value: text })) })),
});
const metadata: v.GenericSchema<unknown, ArticleMetadata> = metadataSchema;

export const CaptureRecord = v.object({
  id: CaptureId,
  original: Sha256,
  part: text,
  name: text,
  format: text,
  mediaType: text,
  bytes: count,
  url: textOrNull,
  captured: v.nullable(instant),
  /** Who says so. Not told by older packages, whose `captured` may be the file's own time. */
  capturedBy: v.exactOptional(v.picklist(captureTellers)),
  /** When the file was last changed. */
  fileDated: v.exactOptional(instant),
  imported: instant,
  /** Packages of the first format don't say it. */
  source: v.optional(v.nullable(CaptureSource), null),
});
export type CaptureRecord = v.InferOutput<typeof CaptureRecord>;

export const RevisionRecord = v.object({
  id: RevisionId,
  capture: CaptureId,
  number: v.pipe(count, v.minValue(1)),
  extractor: text,
  sha256: Sha256,
  words: count,
  created: instant,
  metadata,
  document: v.object({ blocks: v.array(block) }),
  text,
  captions: text,
  removals: v.array(
    v.object({
      step: text,
      reason: text,
      text,
      place: v.exactOptional(v.object({ before: count, blocks: v.nullable(v.array(block)) })),
      returned: v.exactOptional(v.literal('by-person')),
    }),
  ),
  people: v.array(v.object({ name: text, role: textOrNull, organization: textOrNull })),
  /** The originals that the document shows as images. */
  images: v.array(v.object({ sha256: Sha256, mediaType: text, bytes: count })),
});
export type RevisionRecord = v.InferOutput<typeof RevisionRecord>;

/** A revision whose words the library couldn't read any more: what tells of it, without them. */
export const UnreadRevision = v.object({
  id: RevisionId,
  capture: CaptureId,
  number: v.pipe(count, v.minValue(1)),
  sha256: Sha256,
  created: instant,
});
export type UnreadRevision = v.InferOutput<typeof UnreadRevision>;

export const PlacementRecord = v.object({
  revision: RevisionId,
  placement: v.picklist(placements),
  start: v.nullable(count),
  end: v.nullable(count),
});
export type PlacementRecord = v.InferOutput<typeof PlacementRecord>;

const quotation = { quote: text, prefix: text, suffix: text };

export const StatementRecord = v.pipe(
  v.object({
    id: StatementId,
    madeIn: RevisionId,
    kind: v.picklist(statementKinds),
    state: v.picklist(statementStates),
    speaker: v.nullable(v.object({ id: SpeakerId, name })),
    role: textOrNull,
    organization: v.nullable(v.object({ id: OrganizationId, name })),
    /** Whoever speaks together with the speaker. */
    jointly: v.exactOptional(
      v.array(
        v.object({
          speaker: v.object({ id: SpeakerId, name }),
          role: textOrNull,
          organization: v.nullable(v.object({ id: OrganizationId, name })),
        }),
      ),
    ),
    /** How the article calls a speaker whom it doesn't name. */
    described: v.exactOptional(text),
    said: day,
    /** Of a suggestion: the day that the words around it give, or empty. `said` is another where a person changed it. */
    saidInWords: v.exactOptional(v.union([v.literal(''), dateText])),
    confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    cue: textOrNull,
    /** Why it was suggested. */
    reason: v.exactOptional(SuggestionReason),
    ...quotation,
    /** What interrupts its words, in UTF-16 units of `quote`. */
    gaps: v.exactOptional(v.array(v.object({ start: count, end: count }))),
    created: instant,
    modified: instant,
    placements: v.array(PlacementRecord),
  }),
  v.check(
    ({ gaps, quote }) => gaps === undefined || (gaps.length > 0 && areGaps(gaps, quote.length)),
    'gaps inside its quotation, in order',
  ),
  v.check(
    ({ speaker, jointly }) => jointly === undefined || (jointly.length > 0 && speaker !== null),
    'a speaker with whom the others speak',
  ),
);
export type StatementRecord = v.InferOutput<typeof StatementRecord>;

export const AnnotationRecord = v.object({
  id: AnnotationId,
  madeIn: RevisionId,
  color: v.nullable(v.picklist(highlightColors)),
  note: text,
  ...quotation,
  codes: v.array(CodeId),
  created: instant,
  modified: instant,
  placements: v.array(PlacementRecord),
});
export type AnnotationRecord = v.InferOutput<typeof AnnotationRecord>;

/** One article, whole: `data/articles/<slug>-<id8>.json`. */
export const ArticleRecord = v.object({
  type: v.literal('verbatim-article'),
  version: v.picklist(readablePackageVersions),
  id: ArticleId,
  url: textOrNull,
  title: text,
  byline: v.array(text),
  publication: textOrNull,
  published: textOrNull,
  publishedKey: textOrNull,
  language: textOrNull,
  words: count,
  current: RevisionId,
  position: count,
  added: instant,
  captures: v.pipe(v.array(CaptureRecord), v.minLength(1)),
  revisions: v.pipe(v.array(RevisionRecord), v.minLength(1)),
  /** Older revisions that are not among them, where there are any; the files they were made of are. */
  unread: v.exactOptional(v.array(UnreadRevision)),
  statements: v.array(StatementRecord),
  annotations: v.array(AnnotationRecord),
});
export type ArticleRecord = v.InferOutput<typeof ArticleRecord>;

/** One code: `data/codes.json` holds a list, parents before children. */
export const CodeRecord = v.object({
  id: CodeId,
  name,
  parent: v.nullable(CodeId),
  definition: text,
  color: count,
  created: instant,
  modified: instant,
});
export type CodeRecord = v.InferOutput<typeof CodeRecord>;

/** One collection: `data/collections.json` holds a list, parents before children. */
export const CollectionRecord = v.object({
  id: CollectionId,
  name,
  parent: v.nullable(CollectionId),
  position: count,
  query: textOrNull,
  created: instant,
  modified: instant,
  articles: v.array(v.object({ article: ArticleId, position: count })),
});
export type CollectionRecord = v.InferOutput<typeof CollectionRecord>;

/** One line of `data/awaited.jsonl`: a page that files told of, with what waits for it. Only where there are any. */
export const AwaitedRecord = v.object({
  url: textOrNull,
  address: textOrNull,
  title: textOrNull,
  published: v.nullable(preciseDate),
  files: v.array(text),
  tags: v.array(text),
  marks: v.array(
    v.object({
      id: AnnotationId,
      mark: v.object({
        id: textOrNull,
        quote: v.nullable(v.object({ exact: text, prefix: text, suffix: text })),
        start: v.nullable(count),
        note: text,
        color: v.nullable(v.picklist(highlightColors)),
        tags: v.array(text),
        created: v.nullable(instant),
        modified: v.nullable(instant),
      }),
    }),
  ),
});
export type AwaitedRecord = v.InferOutput<typeof AwaitedRecord>;

/** One line of `data/events.jsonl`. */
export const EventRecord = v.object({
  id: EventId,
  at: instant,
  kind: text,
  agent: text,
  subject: textOrNull,
  outcome: v.picklist(['success', 'warning', 'failure']),
  detail: text,
});
export type EventRecord = v.InferOutput<typeof EventRecord>;

/** Somebody who speaks in it, with what a person keeps of them: only where there is something, and where it was to go along. */
export const SpeakerRecord = v.object({
  id: SpeakerId,
  name,
  kind: v.exactOptional(v.picklist(speakerKinds)),
  /** Other names by which the same person is known. */
  aliases: v.exactOptional(v.array(text)),
  notes: v.exactOptional(text),
  /** Roles that were noted by hand; the others stand with the statements. */
  roles: v.exactOptional(
    v.array(
      v.object({
        id: SpeakerRoleId,
        role: textOrNull,
        organization: textOrNull,
        since: day,
        until: day,
        /** The one that says so, where it is in the package. */
        article: v.nullable(ArticleId),
      }),
    ),
  ),
});
export type SpeakerRecord = v.InferOutput<typeof SpeakerRecord>;

/** What the package is: `data/library.json`. Written last, so that its counts are true. */
export const LibraryRecord = v.object({
  type: v.literal('verbatim-library'),
  version: v.number(),
  agent: text,
  /** Its name; empty in a package of a selection. */
  library: text,
  exported: instant,
  selection: text,
  notes: v.boolean(),
  articles: count,
  statements: count,
  annotations: count,
  speakers: v.array(SpeakerRecord),
  organizations: v.array(v.object({ id: OrganizationId, name })),
});
export type LibraryRecord = v.InferOutput<typeof LibraryRecord>;

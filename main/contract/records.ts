import * as v from 'valibot';
import type { ArticleMetadata, PreciseDate, ReadingDocument, RemovalLogEntry } from './document.ts';
import type { AlikeArticle } from './duplicates.ts';
import type {
  AnnotationId,
  ArticleId,
  CaptureId,
  CodeId,
  CollectionId,
  EventId,
  ImportId,
  OrganizationId,
  RevisionId,
  SpeakerId,
  StatementId,
} from './ids.ts';
import { Sha256 } from './ids.ts';

/** What the contract's replies are made of. All instants are ISO 8601 in UTC with milliseconds. */
export type Instant = string;

/** A span of a revision's canonical text, `[start, end)` in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface LibraryInformation {
  readonly name: string;
  readonly path: string;
  readonly mode: 'write' | 'read';
  readonly articles: number;
  readonly statements: number;
  readonly annotations: number;
  readonly binned: number;
}
export type LibraryState =
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly library: LibraryInformation }
  /** Another process has it open for writing; reading is possible. */
  | { readonly status: 'busy'; readonly name: string; readonly path: string; readonly heldBy: string }
  | {
      readonly status: 'failed';
      readonly name: string;
      readonly path: string;
      readonly code: string;
      readonly message: string;
    };

/** The record of a web archive that a capture was taken from (WARC 1.1, section 5). */
export const ArchiveRecord = v.object({
  /** `WARC-Record-ID`, or null where the archive's format has none (ARC). */
  id: v.nullable(v.string()),
  /** Where the record begins in its archive, in bytes of the file as it is, and how long it is there. */
  offset: v.number(),
  length: v.number(),
  /** When it was captured, as the archive writes it. */
  date: v.nullable(v.string()),
  /** The payload's digest as the archive writes it ("sha1:…"), or null. */
  digest: v.nullable(v.string()),
});
export type ArchiveRecord = v.InferOutput<typeof ArchiveRecord>;

/**
 * What a container says of a document in it that doesn't say so itself: an export with its list of pages, a
 * table whose cells hold articles. Kept with the capture, so that reading it again gives the same.
 */
export const ToldOfMember = v.object({
  /** Which document of its file it is; empty where the file itself says. */
  part: v.string(),
  /** The program that wrote it, as the source of what follows. */
  program: v.string(),
  /** Whether it goes before what the document says of itself (`over`) or fills its gaps (`under`). */
  precedence: v.picklist(['over', 'under']),
  title: v.nullable(v.string()),
  url: v.nullable(v.string()),
  byline: v.array(v.string()),
  publication: v.nullable(v.string()),
  /** As written. */
  published: v.nullable(v.string()),
  language: v.nullable(v.string()),
  description: v.nullable(v.string()),
  /** When the page was saved, or null. */
  saved: v.nullable(v.string()),
});
export type ToldOfMember = v.InferOutput<typeof ToldOfMember>;

/** What a capture was taken out of, where it did not come as a file of its own. */
export const CaptureSource = v.object({
  /** The container's name as it was given, the outermost first: `saves.zip › crawl.warc.gz`. */
  container: v.string(),
  /** The capture's name inside it. */
  member: v.string(),
  record: v.nullable(ArchiveRecord),
  told: v.optional(ToldOfMember),
  /** The web archive itself, where the library knows of it; its hash is null until it has been read to the end. */
  archive: v.nullable(v.object({ name: v.string(), bytes: v.number(), sha256: v.nullable(Sha256) })),
});
export type CaptureSource = v.InferOutput<typeof CaptureSource>;

export interface Capture {
  readonly id: CaptureId;
  readonly original: Sha256;
  /** The file's name as it was given (without folders). */
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  readonly captured: Instant | null;
  readonly imported: Instant;
  readonly url: string | null;
  /** Null for a capture that came as a file of its own. */
  readonly source: CaptureSource | null;
}

export interface RevisionSummary {
  readonly id: RevisionId;
  readonly capture: CaptureId;
  readonly number: number;
  readonly extractor: string;
  readonly sha256: Sha256;
  readonly words: number;
  readonly created: Instant;
  /** When the page of its capture was saved, where that is known. */
  readonly captured: Instant | null;
}

export interface Revision extends RevisionSummary {
  readonly metadata: ArticleMetadata;
  readonly document: ReadingDocument;
  /** The canonical text; its SHA-256 is `sha256`. */
  readonly text: string;
  readonly removals: readonly RemovalLogEntry[];
}

export const statementKinds = ['block', 'direct', 'mixed', 'indirect'] as const;
export const StatementKind = v.picklist(statementKinds);
export type StatementKind = v.InferOutput<typeof StatementKind>;
export const statementStates = ['suggested', 'confirmed', 'rejected'] as const;
export const StatementState = v.picklist(statementStates);
export type StatementState = v.InferOutput<typeof StatementState>;

/** Where a mark stands in the current revision. A lost one keeps its quotation and has no span. */
export const placements = ['exact', 'moved', 'changed', 'lost'] as const;
export type Placement = (typeof placements)[number];

/** A revision that a person made by correcting the one before. */
export interface CorrectedRevision {
  readonly revision: RevisionId;
  readonly number: number;
  /** How the marks of the one before stand in it. */
  readonly placed: Readonly<Record<Placement, number>>;
}

export interface SpeakerReference {
  readonly id: SpeakerId;
  readonly name: string;
  /** As of then: the role that the article gives. */
  readonly role: string | null;
  readonly organization: string | null;
}

export interface Statement {
  readonly id: StatementId;
  readonly article: ArticleId;
  readonly revision: RevisionId;
  readonly kind: StatementKind;
  readonly state: StatementState;
  readonly placement: Placement;
  /** Null when the statement is lost in the current revision. */
  readonly span: Span | null;
  /** The words: the span of the revision, or the quotation kept of a lost one. */
  readonly text: string;
  readonly speaker: SpeakerReference | null;
  readonly said: PreciseDate | null;
  readonly published: PreciseDate | null;
  readonly captured: Instant | null;
  /** 0 to 1 for a suggestion; 1 for a person's own. */
  readonly confidence: number;
  /** The words that introduced it ("issued the following statement Wednesday:"), if any. */
  readonly cue: string | null;
  readonly created: Instant;
  readonly modified: Instant;
}

/** A row of the ledger: the statement with what is needed to recognise its article. */
export interface StatementRow extends Statement {
  readonly articleTitle: string;
  readonly publication: string | null;
}

export const highlightColors = ['amber', 'green', 'blue', 'rose'] as const;
export const HighlightColor = v.picklist(highlightColors);
export type HighlightColor = v.InferOutput<typeof HighlightColor>;

/** W3C Web Annotation selectors, as kept with every mark. */
export interface Selectors {
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  readonly position: Span;
}

export interface Annotation {
  readonly id: AnnotationId;
  readonly article: ArticleId;
  /** The revision in which it was made; `span` is its place in the current one. */
  readonly madeIn: RevisionId;
  readonly revision: RevisionId;
  readonly placement: Placement;
  readonly span: Span | null;
  /** The words it was made on. */
  readonly quote: string;
  /** The words that stand in its place now, when they differ. */
  readonly current: string | null;
  readonly color: HighlightColor | null;
  /** Markdown; empty when there is none. */
  readonly note: string;
  readonly codes: readonly CodeId[];
  readonly created: Instant;
  readonly modified: Instant;
}

export interface Code {
  readonly id: CodeId;
  readonly name: string;
  readonly parent: CodeId | null;
  /** From the root to the code itself. */
  readonly path: readonly string[];
  readonly definition: string;
  /** One of the eight colours of the interface, 0 to 7. */
  readonly color: number;
  readonly annotations: number;
}

export interface Collection {
  readonly id: CollectionId;
  readonly name: string;
  readonly parent: CollectionId | null;
  readonly position: number;
  /** A saved search has a query; a collection made by hand has none. */
  readonly query: string | null;
  readonly articles: number;
}

export interface ArticleSummary {
  readonly id: ArticleId;
  readonly title: string;
  readonly byline: readonly string[];
  readonly publication: string | null;
  readonly published: PreciseDate | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly words: number;
  /** SHA-256 of the current revision's canonical text. */
  readonly sha256: Sha256;
  readonly revisions: number;
  readonly statements: number;
  readonly annotations: number;
}

/** Everything the reader shows. */
export interface ArticleView {
  readonly article: ArticleSummary;
  readonly revision: Revision;
  /** False when an older revision is shown. */
  readonly current: boolean;
  /** Whether reading the original again would be done by the extractor that made the shown revision. */
  readonly upToDate: boolean;
  /** Whether the shown revision's original has pages, whose pictures `/page/…` serves. */
  readonly hasPages: boolean;
  /** The one that the article is known by; an older capture that is taken in later has a higher number and isn't it. */
  readonly currentRevision: RevisionId;
  readonly revisions: readonly RevisionSummary[];
  readonly captures: readonly Capture[];
  readonly statements: readonly Statement[];
  readonly annotations: readonly Annotation[];
  readonly people: readonly Person[];
  readonly collections: readonly CollectionId[];
  /** Other articles that may be the same work, the most alike first. */
  readonly alike: readonly AlikeArticle[];
  /** Offset in the canonical text of the first line that was in view, or 0. */
  readonly position: number;
}

/** Somebody whom the article introduces by name; offered as the speaker of a statement. */
export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly organization: string | null;
}

export interface Speaker {
  readonly id: SpeakerId;
  readonly name: string;
  readonly statements: number;
}
export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
}

export interface Snippet {
  readonly text: string;
  /** Spans of `text` that match. */
  readonly marks: readonly (readonly [number, number])[];
}
export interface SearchRow {
  readonly article: ArticleSummary;
  readonly score: number;
  readonly snippet: Snippet;
}
export interface SearchSummary {
  /** Exact. */
  readonly total: number;
  /** Articles that could not be searched (no text), listed by `search.unsearchable`. */
  readonly unsearchable: number;
  /** True when no article has all the words and the best partial matches are shown. */
  readonly partial: boolean;
  /** The query as it was understood, one phrase a part, for the line under the field. */
  readonly understood: readonly string[];
  /** The plain words and phrases looked for, for marking them in the reader. */
  readonly terms: readonly string[];
}
export interface SearchResult {
  readonly rows: readonly SearchRow[];
  readonly summary: SearchSummary;
}
export const SearchSort = v.picklist(['relevance', 'newest', 'oldest']);
export type SearchSort = v.InferOutput<typeof SearchSort>;

/**
 * `mentioned`: the file tells of an article and doesn't hold it, which is no fault. `unmapped`: a table that
 * waits for a person to say what its columns mean.
 */
export const importOutcomes = [
  'taken',
  'partial',
  'duplicate',
  'revision',
  'mentioned',
  'unmapped',
  'refused',
] as const;
export const ImportOutcome = v.picklist(importOutcomes);
export type ImportOutcome = v.InferOutput<typeof ImportOutcome>;

/**
 * Where an import is. Whatever is not over goes on when it is resumed: what a person paused, what was
 * interrupted because the program or the connection ended, what never came to its turn.
 */
export const importStates = ['waiting', 'running', 'paused', 'interrupted', 'cancelled', 'ended'] as const;
export type ImportState = (typeof importStates)[number];

/** One line of an import's report. */
export interface ImportLine {
  /** Its number in the library; 0 until it is kept. */
  readonly number: number;
  /** The path relative to what was chosen, for the person to recognise. */
  readonly path: string;
  readonly outcome: ImportOutcome;
  readonly article: ArticleId | null;
  readonly revision: RevisionId | null;
  readonly title: string | null;
  /** Why, and what to do, for anything but `taken`; also "possible duplicate of …" for a taken one. */
  readonly reason: string | null;
  readonly bytes: number;
  /** Whether the library knows which file on this machine it is about, so that it can be shown and tried again. */
  readonly hasFile: boolean;
}
export interface ImportSummary {
  readonly id: ImportId;
  readonly state: ImportState;
  /** What the person chose, by name, for her to recognise. */
  readonly chosen: readonly string[];
  readonly started: Instant;
  readonly ended: Instant | null;
  readonly cancelled: boolean;
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** How the marks of articles with a new revision were placed again. */
  readonly placed: Readonly<Record<Placement, number>>;
}

/** A folder whose new files are taken in by themselves while the library is open for writing. */
export interface WatchedFolder {
  readonly id: number;
  readonly path: string;
  /** The collection that they are put into, or null. */
  readonly collection: string | null;
}

/** An import's report as a file of CSV. */
export interface ReportFile {
  readonly lines: number;
  /** Where a browser fetches it, when no place was granted; served by `handleFetch`. */
  readonly download: { readonly url: string; readonly name: string } | null;
  /** The file written, for a person to recognise, when a place was granted. */
  readonly written: string | null;
}

export interface ProvenanceEvent {
  readonly id: EventId;
  readonly at: Instant;
  /** "import", "revision", "export", "check", "migration", "backup", "annotation", "statement", "bin", … */
  readonly kind: string;
  readonly agent: string;
  /** Kind and id of what it was done to ("article 0193…"), or null. */
  readonly subject: string | null;
  readonly outcome: 'success' | 'warning' | 'failure';
  readonly detail: string;
}

/** One line of `check`: what was looked at, whether it is sound, and the words for a person. */
export interface CheckLine {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}
export interface Backup {
  readonly name: string;
  readonly created: Instant;
  readonly bytes: number;
  readonly reason: string;
}
export interface HealthState {
  readonly originals: { readonly count: number; readonly bytes: number };
  readonly databaseBytes: number;
  readonly schemaVersion: number;
  readonly lastCheck: { readonly at: Instant; readonly ok: boolean; readonly lines: readonly CheckLine[] } | null;
  readonly backups: readonly Backup[];
  /** How many articles were made by an earlier version of an extractor that there is. */
  readonly olderExtraction: number;
}

export interface BinItem {
  readonly kind: 'article' | 'annotation' | 'statement' | 'collection' | 'code';
  readonly id: string;
  readonly label: string;
  readonly binned: Instant;
}

export const extractionOutcomes = ['unchanged', 'revision', 'failed'] as const;
export type ExtractionOutcome = (typeof extractionOutcomes)[number];

/** What became of one article whose original was read again. */
export interface ExtractionLine {
  readonly article: ArticleId;
  readonly title: string;
  readonly outcome: ExtractionOutcome;
  /** The new one, for `revision`. */
  readonly revision: RevisionId | null;
  /** How its marks stand in the new revision; null without one. */
  readonly placed: Readonly<Record<Placement, number>> | null;
  /** Why, and what to do, for `failed`; else a remark, or null. */
  readonly reason: string | null;
}
export interface ExtractAgainResult {
  readonly counts: Readonly<Record<ExtractionOutcome, number>>;
  readonly placed: Readonly<Record<Placement, number>>;
  /** Articles with marks that have changed or were lost, at most five hundred. */
  readonly marksChanged: readonly ExtractionLine[];
  /** The same of those that failed. */
  readonly failed: readonly ExtractionLine[];
  readonly cancelled: boolean;
}

export const exportFormats = ['bagit', 'bagit-zip', 'markdown', 'annotations', 'csv'] as const;
export const ExportFormat = v.picklist(exportFormats);
export type ExportFormat = v.InferOutput<typeof ExportFormat>;

export interface ExportResult {
  readonly format: ExportFormat;
  readonly articles: number;
  readonly statements: number;
  readonly annotations: number;
  readonly files: number;
  readonly bytes: number;
  /** Items whose words failed the verbatim check, and why. */
  readonly leftOut: readonly {
    readonly kind: 'article' | 'statement' | 'annotation';
    readonly id: string;
    readonly label: string;
    readonly reason: string;
  }[];
  /** The validation of the finished package by our own reader, line by line. */
  readonly validation: readonly CheckLine[];
  /** Where a browser fetches it, when no folder was granted; served by `handleFetch`. */
  readonly download: { readonly url: string; readonly name: string } | null;
  /** The folder or file written, for a person to recognise, when a target was granted. */
  readonly written: string | null;
}

export const Theme = v.picklist(['system', 'paper', 'sepia', 'night']);
export const Settings = v.object({
  theme: Theme,
  /** Reading size in CSS pixels. */
  textSize: v.pipe(v.number(), v.integer(), v.minValue(14), v.maxValue(30)),
  /** Measure in characters. */
  textWidth: v.pipe(v.number(), v.integer(), v.minValue(48), v.maxValue(84)),
});
export type Settings = v.InferOutput<typeof Settings>;
export const defaultSettings: Settings = { theme: 'system', textSize: 19, textWidth: 66 };

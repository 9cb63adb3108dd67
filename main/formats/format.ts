import type {
  ArchiveRecord,
  ArticleMetadata,
  Block,
  CaptureTeller,
  ColumnChoice,
  ForeignMarks,
  MemberDescription,
  PreciseDate,
  RemovalLogEntry,
  TableColumns,
} from '../contract/index.ts';
import type { RecordIndex } from './read/archives/records/record-index.ts';

/**
 * How a kind of file is read. Readers run in a worker without a database handle and never touch the
 * network. They turn bytes into captures; what a capture means (statements, people, identity) is the
 * core's.
 */
export interface FormatReader {
  /** Short and stable, kept with every capture: "html", "text", "markdown". */
  readonly name: string;
  /** Part of the extractor's version ("html/1"); raised whenever the same bytes would give other blocks. */
  readonly version: string;
  readonly mediaType: string;
  /** 0 (no) to 1 (certain). Content first; the name only breaks ties. */
  sniff(head: Uint8Array, name: string): number;
  /** Throws a VerbatimError with the reason, and what to do, where the whole file can't be read. */
  read(source: FormatSource): AsyncIterable<FoundInFile>;
  /**
   * All words that the original holds, in its own order, whatever the extractor made of them: a line break
   * wherever it begins another line, and what a reader of it does not see marked as hidden (`reading/verbatim-check/marked-words.ts`).
   * The verbatim check looks up every block of a revision in them; other white space does not count.
   */
  words(bytes: Uint8Array): string | Promise<string>;
  /** Where an original has pages: how many, and a picture of each. */
  readonly pages?: PagePictures;
}

/** Draws an original's pages when somebody asks to see one; what is drawn is shown and not kept. */
export interface PagePictures {
  /** Throws a VerbatimError with the reason where the original can't be opened. */
  count(bytes: Uint8Array): Promise<number>;
  /** `page` counts from 1. Throws `not-found` where there is no such page, `unsupported` where it can't be drawn. */
  draw(bytes: Uint8Array, page: number): Promise<PagePicture>;
}

export interface PagePicture {
  /** PNG. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface FormatSource {
  readonly bytes: Uint8Array;
  /** The file's own name, without folders. */
  readonly name: string;
  /** When the file was last changed, ISO 8601, or null: no word on when anything in it was captured. */
  readonly modified: string | null;
  /**
   * Bytes of what the document refers to and what came with it, or null: a relative path into the
   * page's own folder (browsers' `_files`), never out of it; for a member of a web archive the absolute
   * address of something else in the same archive.
   */
  companion(address: string): Promise<Uint8Array | null>;
  /** What the container that it came out of says of it; readers needn't look: it is put to what they find. */
  readonly told?: MemberDescription | null;
  readonly signal: AbortSignal;
}

/** An image a document shows, stored as an original of its own under its hash. */
export interface CapturedImage {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What stands in a file: an article, or word of one whose text is somewhere else. */
export type FoundInFile = CapturedDocument | MentionedArticle;

export interface CapturedDocument {
  /**
   * Which document of the file; empty where it holds one. No two of a file have the same: an original's
   * part is taken in once.
   */
  readonly part: string;
  readonly metadata: ArticleMetadata;
  readonly blocks: readonly Block[];
  readonly images: readonly CapturedImage[];
  readonly removals: readonly RemovalLogEntry[];
  /** When the page was captured, where the file says so; else null. */
  readonly captured: string | null;
  /** Who says so, where it isn't the file itself. */
  readonly capturedBy?: CaptureTeller;
  /** Why this was taken only in part, for the report; null when it is whole. */
  readonly partial: string | null;
  /** Sentences for the report on what is whole: the agency has cancelled it, it is embargoed. */
  readonly remark?: string;
  /** What a person made of it in the program that wrote the file. */
  readonly marks?: ForeignMarks;
}

/**
 * An article that a file tells of without holding its words: a feed's teaser, a line of a sitemap, a
 * bookmark. It becomes no article; the report lists it, and the library waits for its page: when that
 * comes, whatever was told of it is put on it.
 */
export interface MentionedArticle {
  readonly kind: 'mentioned';
  /** Which entry of the file, as the report shows it: an address, an identifier, a number. */
  readonly part: string;
  readonly title: string | null;
  /** As the file has it, made absolute; null where it has none. */
  readonly url: string | null;
  readonly published: PreciseDate | null;
  /** Why it is no article, and what to do. */
  readonly reason: string;
  /** What a person made of it in the program that wrote the file. */
  readonly marks?: ForeignMarks;
}

export function isMention(found: FoundInFile): found is MentionedArticle {
  return 'kind' in found;
}

/**
 * How a file that holds other files is opened: a zip, a mailbox, a web archive. A container is a folder
 * that travels in one file: each member is an original of its own and is told apart and read like a file
 * on the disk. Container readers run in a thread of their own without a database handle; they stream, so
 * that a container of any size needs no more memory than its largest member.
 */
export interface ContainerReader {
  /** Short and stable: "zip", "tar", "mbox", "warc", "wacz". */
  readonly name: string;
  /**
   * Whether the container is evidence itself, a web archive: the library then keeps its name, place and
   * hash with every capture, and a copy of it where the person chooses.
   */
  readonly isArchive: boolean;
  /** Whether its members are rows, whose columns a person explains. */
  readonly isTable?: boolean;
  readonly mediaType: string;
  /** 0 (no) to 1 (certain), by content first. */
  sniff(head: Uint8Array, name: string): number;
  /** Throws a VerbatimError with the reason where the whole container can't be opened (encrypted, damaged, a bomb). */
  open(source: ContainerSource): Promise<OpenContainer>;
}

export interface ContainerSource {
  /** The container's file; only ever opened for reading. */
  readonly path: string;
  /** The container's own name, without folders. */
  readonly name: string;
  /** Where an interrupted run goes on: the `position` of the last member that was dealt with; null from the start. */
  readonly after: string | null;
  readonly signal: AbortSignal;
  /** What is known of tables' columns: by their signatures, and what was asked for with this import. */
  readonly tables?: KnownTables;
  /** A folder of its own for what has to be laid down; it is removed when the container is closed, however that comes. */
  readonly scratch: string;
  /** Makes an empty index of records on disk, for containers that must find one member by another. Close it. */
  openIndex(): RecordIndex;
  /** Tells how many of the container's bytes are behind. Call it at least every few seconds of work. */
  progress(bytes: number): void;
}

export interface KnownTables {
  readonly known: Readonly<Record<string, ColumnChoice>>;
  /** For each field the name of its column; null where nothing was asked for. */
  readonly wanted: Readonly<Record<string, string>> | null;
}

export interface OpenContainer {
  /** The members in the container's order, each read when it is asked for. */
  members(): AsyncIterable<Member>;
  /**
   * Bytes of something else in the container that a member refers to: by a path relative to the member's
   * own folder, or by an absolute address where the container knows such. Null where it isn't there.
   */
  resource(member: string, address: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

export type Member =
  | {
      readonly kind: 'file';
      /** Its name inside the container, for the person, and what `resource` is asked with. */
      readonly path: string;
      /** Its name as a file of its own, where its path doesn't end in one: a record's path is an address. */
      readonly name?: string;
      readonly bytes: Uint8Array;
      /** ISO 8601, or null where the container doesn't say. */
      readonly modified: string | null;
      /** When the container says that it was captured, or delivered. */
      readonly captured?: string | null;
      readonly record: ArchiveRecord | null;
      /** The reader that is to read it, where its container knows; without it the bytes tell. */
      readonly format?: string;
      /** What the container says of it besides. */
      readonly told?: MemberDescription;
      readonly marks?: ForeignMarks;
      /** See `ContainerSource.after`. */
      readonly position: string;
    }
  /** The columns of a table, before its rows; without fields nobody has said what they mean, and no row follows. */
  | { readonly kind: 'columns'; readonly table: TableColumns; readonly fields: ColumnChoice | null }
  /** Articles that the container tells of without holding them; a few hundred at a time. */
  | { readonly kind: 'mentions'; readonly mentions: readonly MentionedArticle[]; readonly position: string }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string; readonly position: string }
  /** Told once, at the end: what was there and is no article, counted. */
  | { readonly kind: 'summary'; readonly reason: string; readonly isEmpty: boolean };

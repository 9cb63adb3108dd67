import type { ArticleMetadata, Block, RemovalLogEntry } from '../contract/index.ts';

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
  read(source: FormatSource): AsyncIterable<CapturedDocument>;
  /**
   * All words that the original holds, in its own order, whatever the extractor made of them. The
   * verbatim check looks up every block of a revision in them; white space does not count.
   */
  words(bytes: Uint8Array): string;
}

export interface FormatSource {
  readonly bytes: Uint8Array;
  /** The file's own name, without folders. */
  readonly name: string;
  /** When the file was last changed, ISO 8601; the best guess at the capture date, or null. */
  readonly modified: string | null;
  /**
   * Bytes of a file that the page refers to by a relative address (browsers' `_files` folder), or
   * null. Never leaves the page's own folder.
   */
  companion(relativePath: string): Promise<Uint8Array | null>;
  readonly signal: AbortSignal;
}

/** An image a document shows, stored as an original of its own under its hash. */
export interface CapturedImage {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface CapturedDocument {
  /** Which document of the file; empty where it holds one. */
  readonly part: string;
  readonly metadata: ArticleMetadata;
  readonly blocks: readonly Block[];
  readonly images: readonly CapturedImage[];
  readonly removals: readonly RemovalLogEntry[];
  /** When the page was captured, where the file says so; else null. */
  readonly captured: string | null;
  /** Why this was taken only in part, for the report; null when it is whole. */
  readonly partial: string | null;
}

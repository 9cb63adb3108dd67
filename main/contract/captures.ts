import * as v from 'valibot';
import { type CaptureId, Sha256 } from './ids.ts';
import type { Instant } from './instant.ts';

/** Bytes are counted in integers that the database can hold. */
const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The record of a web archive that a capture was taken from (WARC 1.1, section 5). */
export const ArchiveRecord = v.object({
  /** `WARC-Record-ID`, or null where the archive's format has none (ARC). */
  id: v.nullable(v.string()),
  /** Where the record begins in its archive, in bytes of the file as it is, and how long it is there. */
  offset: bytes,
  length: bytes,
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
export const MemberDescription = v.object({
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

export type MemberDescription = v.InferOutput<typeof MemberDescription>;

/** What a capture was taken out of, where it did not come as a file of its own. */
export const CaptureSource = v.object({
  /** The container's name as it was given, the outermost first: `saves.zip › crawl.warc.gz`. */
  container: v.string(),
  /** The capture's name inside it. */
  member: v.string(),
  record: v.nullable(ArchiveRecord),
  told: v.optional(MemberDescription),
  /** The web archive itself, where the library knows of it; its hash is null until it has been read to the end. */
  archive: v.nullable(v.object({ name: v.string(), bytes, sha256: v.nullable(Sha256) })),
});

export type CaptureSource = v.InferOutput<typeof CaptureSource>;

/**
 * Who tells when something was captured: a web archive's record of it, the original itself (what its saver wrote into it, a
 * letter's own lines), the file that it came out of; or only the package that the article came with, whose word it is then.
 */
export const captureTellers = ['record', 'original', 'container', 'package'] as const;

export type CaptureTeller = (typeof captureTellers)[number];

export interface Capture {
  readonly id: CaptureId;
  readonly original: Sha256;
  /** The file's name as it was given (without folders). */
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  /** When it was captured, where somebody says so. A file's own time is no such word. */
  readonly captured: Instant | null;
  /** Who says so; null where nobody does, and of what an older version took in, where it may be the file's own time. */
  readonly capturedBy: CaptureTeller | null;
  /** When the file was last changed, as the disk or its container had it. */
  readonly fileDated: Instant | null;
  readonly imported: Instant;
  readonly url: string | null;
  /** Null for a capture that came as a file of its own. */
  readonly source: CaptureSource | null;
}

import type { PackedDocument } from '../../../db/packed-document.ts';
import type {
  ArticleMetadata,
  CaptureTeller,
  ForeignMarks,
  MemberDescription,
  OriginalPassage,
  Person,
  ReadingDocument,
  RemovalLogEntry,
  Sha256,
} from '../../contract/index.ts';
import type { CapturedImage, MentionedArticle, PagePicture } from '../../formats/format.ts';
import type { CopyComparison } from '../../reading/verbatim-check/compare-copy.ts';
import type { PassageSought } from '../verbatim-check/passage-of-original.ts';
import type { ReadingCopy } from './reading-copy.ts';

/** What a parser is asked. Bytes are transferred, not copied. */
export type ParserRequest =
  | {
      /** `parse` answers with documents, `prepare` with the same as rows. */
      readonly type: 'parse' | 'prepare';
      readonly id: number;
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly modified: string | null;
      /** The folder whose files the page may refer to (`page_files`); `asked`: whoever asked knows them; or null. */
      readonly companions: { readonly folder: string } | 'asked' | null;
      /** The reader that is to read it; null leaves it to the bytes. */
      readonly format: string | null;
      /** What its container says of it, or null. */
      readonly told: MemberDescription | null;
    }
  | ({ readonly type: 'compare'; readonly id: number; readonly bytes: Uint8Array } & CopiesOfOriginal)
  | ({ readonly type: 'passage'; readonly id: number; readonly bytes: Uint8Array } & PassageSought)
  | { readonly type: 'pages'; readonly id: number; readonly bytes: Uint8Array; readonly format: string }
  | {
      readonly type: 'page';
      readonly id: number;
      readonly bytes: Uint8Array;
      readonly format: string;
      readonly page: number;
    };

/** Reading copies that are to be compared with the original they were made of. */
export interface CopiesOfOriginal {
  /** The hash that the original is kept under. */
  readonly original: Sha256;
  readonly format: string;
  /** The file's own name, by which a format is told where content alone doesn't. */
  readonly name: string;
  /** What its container says of it, or null. */
  readonly told: MemberDescription | null;
  readonly copies: readonly ReadingCopyToCompare[];
}

export interface ReadingCopyToCompare {
  /** Which document of the original it is. */
  readonly part: string;
  readonly document: ReadingDocument;
  readonly metadata: ArticleMetadata;
  /** The canonical text, and the hash that it is kept under. */
  readonly text: string;
  readonly sha256: Sha256;
}

/** What became of the comparison of one copy. */
/** A copy beside what its original says. */
export type CopyBesideOriginal = (
  | CopyComparison
  /** It is not what it says of itself, whatever its original says; why. */
  | { readonly outcome: 'broken'; readonly reason: string }
  /** The bytes don't have the hash that the original is kept under: the words may be its own, and nobody can tell. */
  | { readonly outcome: 'original-changed' }
) & {
  /** What our readers find in the original of what the copy claims besides its words; null where they find no such document. */
  readonly metadata: ArticleMetadata | null;
  readonly people: readonly Person[] | null;
  /** Which document of the original it is, as our readers name it: the copy's own word for it, or that of the very same one. */
  readonly part: string | null;
  /** When its bytes say that it was captured; null where they don't. */
  readonly dated: DatedCapture | null;
};

/** The same, with what follows from the copy's own blocks and words: its record is a claim of that too. */
export type ComparedCopy = CopyBesideOriginal & Pick<ReadingCopy, 'captions' | 'words'>;

/** When something was captured, with who tells it. */
export interface DatedCapture {
  readonly captured: string;
  readonly capturedBy: CaptureTeller;
}

/** One document of a file, with all that the writer needs to keep it as a revision. */
export interface ParsedDocument extends ReadingCopy {
  readonly part: string;
  readonly extractor: string;
  readonly metadata: ArticleMetadata;
  readonly removals: readonly RemovalLogEntry[];
  readonly images: readonly CapturedImage[];
  readonly captured: string | null;
  readonly capturedBy: CaptureTeller | null;
  readonly partial: string | null;
  readonly remark: string | null;
  /** What a person made of it in another program, or null. */
  readonly marks: ForeignMarks | null;
}

/**
 * The same as the writer takes it: what is JSON in the library is made JSON where the file is parsed, and goes on
 * packed, so that no thread that others wait for makes it, reads it or holds it.
 */
export interface DocumentInRows
  extends Pick<ParsedDocument, 'part' | 'captured' | 'capturedBy' | 'partial' | 'remark' | 'marks' | 'images'> {
  readonly packed: PackedDocument;
  /** Canonical, or null. */
  readonly url: string | null;
  /** When the page says that it was changed. */
  readonly modified: string | null;
}

export type ParseResult<Document = ParsedDocument> =
  | {
      readonly kind: 'documents';
      readonly format: string;
      readonly mediaType: string;
      /** Empty where the file does nothing but mention articles. */
      readonly documents: readonly Document[];
      readonly mentions: readonly MentionedArticle[];
    }
  /** No reader knows this, or it holds nothing to read: why, and what to do. */
  | { readonly kind: 'refused'; readonly reason: string };

/** The answer to a companion that was asked for while a document is read. */
export interface ParserCompanion {
  readonly type: 'companion';
  readonly key: number;
  readonly bytes: Uint8Array | null;
}

/** What a parser says: its reply, or that it needs something that came with the document. */
export type ParserMessage =
  | ParserReply
  | { readonly type: 'companion'; readonly id: number; readonly key: number; readonly address: string };

export type ParserReply =
  | { readonly type: 'parsed'; readonly id: number; readonly result: ParseResult }
  | { readonly type: 'prepared'; readonly id: number; readonly result: ParseResult<DocumentInRows> }
  | { readonly type: 'compared'; readonly id: number; readonly compared: readonly ComparedCopy[] }
  | { readonly type: 'passage'; readonly id: number; readonly passage: OriginalPassage | null }
  | { readonly type: 'pages'; readonly id: number; readonly count: number }
  | { readonly type: 'page'; readonly id: number; readonly picture: PagePicture };

import type { Sha256 } from './ids.ts';

/**
 * The reading copy as data. A document is an ordered list of typed blocks with inline marks;
 * it is never HTML. Offsets count UTF-16 units, everywhere.
 */

/** An inline mark on `[start, end)` of the text that carries it. */
export type InlineMark =
  | { readonly kind: 'emphasis' | 'strong' | 'code'; readonly start: number; readonly end: number }
  | { readonly kind: 'link'; readonly start: number; readonly end: number; readonly href: string };

/** A run of text with its marks. White space is folded; the characters are the original's. */
export interface InlineText {
  readonly text: string;
  readonly marks: readonly InlineMark[];
}

/**
 * What a block is for. `body` counts in the canonical text; `furniture` is kept, can be shown, and
 * stands outside it.
 */
export type BlockRole = 'body' | 'furniture';

/** Why a block is furniture, or what special part of the body it is. */
export type BlockPurpose =
  | 'subscription'
  | 'contact'
  | 'related'
  | 'share'
  | 'promotion'
  | 'comments'
  | 'consent'
  | 'byline'
  | 'caption'
  | 'navigation'
  /** Head or foot of a printed page: the paper's name, the page's number. */
  | 'running-head'
  | 'correction'
  | 'dateline'
  | 'other';

interface BlockBase {
  readonly role: BlockRole;
  /** Null for an ordinary block of the body. */
  readonly purpose: BlockPurpose | null;
  /** Set where a person, not the extractor, decided that the block is there or what it is for. */
  readonly decided?: 'by-person';
  /** The page of the original on which it begins, from 1, where the original has pages. */
  readonly page?: number;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly level: 2 | 3 | 4 | 5 | 6;
  readonly content: InlineText;
}
export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  readonly content: InlineText;
}
export interface QuotationBlock extends BlockBase {
  readonly kind: 'quotation';
  readonly paragraphs: readonly InlineText[];
  /** The line that names whose words these are ("— Ada Byron, mayor"), where the page has one. */
  readonly attribution: InlineText | null;
}
export interface ListBlock extends BlockBase {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Nested lists are flattened; `depth` starts at 0. */
  readonly items: readonly { readonly depth: number; readonly content: InlineText }[];
}
export interface FigureBlock extends BlockBase {
  readonly kind: 'figure';
  /** The image's bytes in the library, or null where the page kept no bytes (the address is in `source`). */
  readonly image: Sha256 | null;
  readonly source: string | null;
  readonly alternative: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Shown under the image; outside the canonical text, in the index as `captions`. */
  readonly caption: InlineText | null;
}
export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly caption: InlineText | null;
  readonly rows: readonly { readonly header: boolean; readonly cells: readonly InlineText[] }[];
}
export interface PreformattedBlock extends BlockBase {
  readonly kind: 'preformatted';
  readonly text: string;
}
export interface RuleBlock extends BlockBase {
  readonly kind: 'rule';
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | QuotationBlock
  | ListBlock
  | FigureBlock
  | TableBlock
  | PreformattedBlock
  | RuleBlock;

export type BlockKind = Block['kind'];

/** The reading copy: what a revision shows. The headline and byline stand in the metadata, not here. */
export interface ReadingDocument {
  readonly blocks: readonly Block[];
}

/** A date as precisely as its source gave it. */
export interface PreciseDate {
  /**
   * ISO 8601 cut at the known precision: `2016`, `2016-11`, `2016-11-16`, `2016-11-16T14:05`,
   * `2016-11-16T14:05:09+01:00`. A zone is kept as written and never invented.
   */
  readonly value: string;
  readonly precision: 'year' | 'month' | 'day' | 'minute' | 'second';
}

/** Where a part that was left out would stand, and what it is. */
export interface LeftOutPlace {
  /** Index in the document's blocks: it stood before that one, and after those before it. */
  readonly before: number;
  /** Its blocks, whole, as blocks of the body; null where the lines of the entry's text say all of it (a menu). */
  readonly blocks: readonly Block[] | null;
}

/** One line of what extraction left out: at which step, why, and the words that went. In reading order. */
export interface RemovalLogEntry {
  readonly step: string;
  readonly reason: string;
  /** The removed words, cut to 2,000 units. */
  readonly text: string;
  /**
   * What a person needs to put it back. Absent where it is back already, where it is too much to be
   * kept twice, and in logs that were written before places were kept.
   */
  readonly place?: LeftOutPlace;
  /** Set where a person put it back. The line stays: what the page hides inside a sentence is still known by it. */
  readonly returned?: 'by-person';
}

/** Where a metadata value came from ("json-ld", "opengraph", "meta", "page", "front-matter", …). */
export type MetadataSource = string;

/** What is known about an article besides its words. Absent values are null, never empty strings. */
export interface ArticleMetadata {
  readonly title: string;
  readonly subheading: string | null;
  readonly byline: readonly string[];
  readonly publication: string | null;
  readonly section: string | null;
  readonly published: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly description: string | null;
  readonly leadImage: Sha256 | null;
  /** For each field that was found: the source that won and the values it overruled. */
  readonly sources: Readonly<
    Partial<
      Record<
        Exclude<keyof ArticleMetadata, 'sources'>,
        {
          readonly from: MetadataSource;
          readonly overruled: readonly { readonly from: MetadataSource; readonly value: string }[];
        }
      >
    >
  >;
}

import type { HighlightColor } from './annotations.ts';
import type { PreciseDate } from './document.ts';
import type { AwaitedPageId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What a person made of articles in another program, as its export tells it. */

/** One mark: a highlight, a note on words, or a note on the article as a whole. */
export interface ForeignMark {
  /** As the export names it; null where it names none: what was marked then stands for it. */
  readonly id: string | null;
  /** The marked words with what stood around them (empty where unknown); null for a note on the whole article. */
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null;
  /** Offset of the words in the other program's text; it only chooses between equal places. */
  readonly start: number | null;
  /** Markdown; empty when there is none. */
  readonly note: string;
  readonly color: HighlightColor | null;
  readonly tags: readonly string[];
  readonly created: Instant | null;
  readonly modified: Instant | null;
}

/** All that an export tells of one article besides its words. */
export interface ForeignMarks {
  /** The program as its makers write it ("Pocket"); part of what makes a mark the same one when it comes again. */
  readonly program: string;
  /** Tags and folders that the article was put under. They become collections. */
  readonly tags: readonly string[];
  readonly marks: readonly ForeignMark[];
}

/** An article that some file told of and that the library doesn't hold; what was told is ready for it. */
export interface AwaitedPage {
  readonly id: AwaitedPageId;
  readonly title: string | null;
  /** As the file has it, to be opened in a browser; null where it has none. */
  readonly address: string | null;
  readonly published: PreciseDate | null;
  readonly tags: readonly string[];
  /** How many highlights and notes wait for it. */
  readonly marks: number;
  /** The files that told of it. */
  readonly files: readonly string[];
  /** When it was first told of. */
  readonly told: Instant;
}

/** A file that told of pages that are still awaited. */
export interface AwaitedFile {
  readonly file: string;
  readonly pages: number;
}

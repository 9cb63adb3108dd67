import type { Block, InlineText } from '../../../../../contract/index.ts';
import type { TaggedSection } from '../structure.ts';

/** A block on its way, with what decides whether it is the article's. */
export interface Draft {
  readonly block: Block;
  readonly page: number;
  /** Size of its type in points. */
  readonly size: number;
  /** Share of its letters that stand under links, 0 to 1. */
  readonly linked: number;
  /** Where the document's structure says it stands. */
  readonly sections: ReadonlySet<TaggedSection>;
  /** It stands in none of the document's own paragraphs, headings or lists, though the document has such. */
  readonly loose: boolean;
  /** Its place in the order of the page's tags, or -1. */
  readonly order: number;
  /** How many lines it fills. */
  readonly lines: number;
  /** For a list's item: how it was typed. */
  readonly item: DraftItem | null;
}

/** An item remembers how it was typed, because a list of one is none. */
export interface DraftItem {
  readonly typed: InlineText;
  readonly number: number | null;
  /** The tagged list it stands in. */
  readonly list: number | null;
  readonly isTagged: boolean;
  /** Where it begins, in points from the edge at which reading starts. */
  readonly left: number;
}

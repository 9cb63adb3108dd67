import type { Block } from '../../../../contract/index.ts';
import type { ItemContent } from './content.ts';

/** An item of a feed or of an agency, as its file writes it: what all such formats are brought to first. */
export interface NewsItem {
  /** Which item of the file: its identifier, its address, its number; empty where the file holds one. */
  readonly part: string;
  readonly title: string | null;
  readonly subheading: string | null;
  /** Lines or names, as written. */
  readonly bylines: readonly string[];
  readonly publication: string | null;
  readonly section: string | null;
  /** Dates as written. */
  readonly published: string | null;
  readonly modified: string | null;
  /** An address on the web, or a name for all time (`urn:`, `tag:`). */
  readonly url: string | null;
  readonly language: string | null;
  readonly description: string | null;
  /** Its words; null where it only says that there are some. */
  readonly content: ItemContent | null;
  /** Why it is no article where it has no words, and what to do. */
  readonly withoutContent: string;
  /** Lines that stand above its words: a dateline, the line of a correction. */
  readonly opening: readonly Block[];
  readonly pictures: readonly ItemPicture[];
  readonly partial: string | null;
  /** What the agency says of the item: cancelled, embargoed. */
  readonly remark: string | null;
}

/** A picture whose bytes are elsewhere. */
export interface ItemPicture {
  /** Absolute. */
  readonly address: string;
  readonly caption: string | null;
}

/** An item of which nothing is known yet. */
export const emptyItem: NewsItem = {
  part: '',
  title: null,
  subheading: null,
  bylines: [],
  publication: null,
  section: null,
  published: null,
  modified: null,
  url: null,
  language: null,
  description: null,
  content: null,
  withoutContent: 'It holds no text.',
  opening: [],
  pictures: [],
  partial: null,
  remark: null,
};

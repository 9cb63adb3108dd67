import type { Block, RemovalLogEntry } from '../../../../contract/index.ts';
import { markFurniture } from '../../../../reading/document/furniture.ts';
import type { CapturedImage } from '../../../format.ts';
import { parsePage } from '../../../shared/html/tree.ts';
import { folded } from '../../../shared/xml/find.ts';
import { decodeReferences } from '../../../shared/xml/references.ts';
import { textToBlocks } from '../../documents/text/blocks.ts';
import { findHeadings } from '../../documents/text/headings.ts';
import { normaliseText } from '../../documents/text/lines.ts';
import { readFragment } from '../../web/html/read-fragment.ts';
import { plainText } from '../../web/html/removal-log.ts';

/** An item's words as its file holds them. */
export type ItemContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'markup';
      readonly markup: string;
      /** What its addresses are relative to, or null. */
      readonly base: string | null;
    };

const tagNames =
  'a|abbr|article|aside|b|blockquote|br|center|cite|code|dd|div|dl|dt|em|figure|figcaption|font|h[1-6]|header|hr|html|body|i|iframe|img|li|main|ol|p|picture|pre|q|s|section|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul|video|audio|svg|math';
const tag = new RegExp(`<\\/?(?:${tagNames})(?:\\s[^<>]*)?\\/?>`, 'iu');
const escapedTag = new RegExp(`&lt;\\/?(?:${tagNames})(?:\\s(?:(?!&[lg]t;).){0,2000})?\\/?&gt;`, 'iu');
const someReference = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/iu;

export function hasTags(text: string): boolean {
  return tag.test(text);
}

/**
 * Content of which the file doesn't say whether it is HTML: tags decide. HTML that was escaped once too
 * often is unescaped: nobody writes about tags and uses none.
 */
export function contentOf(value: string, base: string | null): ItemContent | null {
  if (value.trim() === '') return null;
  if (hasTags(value)) return { kind: 'markup', markup: value, base };
  if (escapedTag.test(value)) return { kind: 'markup', markup: decodeReferences(value), base };
  return { kind: 'text', text: someReference.test(value) ? decodeReferences(value) : value };
}

/** The same for content that is said to be HTML: it may be text that somebody forgot to mark up, with its lines. */
export function htmlContentOf(value: string, base: string | null): ItemContent | null {
  const content = contentOf(value, base);
  if (content?.kind !== 'text' || value.trim().includes('\n')) return content;
  return { kind: 'markup', markup: value, base };
}

/** A title's or a summary's text, where it may be HTML. */
export function lineOf(value: string): string | null {
  const unescaped = hasTags(value) ? value : decodeReferences(value);
  const text = hasTags(unescaped) ? textOfMarkup(unescaped) : unescaped;
  return folded(text);
}

/** The same where the file says that it is HTML: an unknown tag is a tag too. */
export function lineOfHtml(value: string): string | null {
  return folded(textOfMarkup(value));
}

function textOfMarkup(markup: string): string {
  return plainText(parsePage(markup).root);
}

export interface ReadContent {
  readonly blocks: readonly Block[];
  readonly images: readonly CapturedImage[];
  readonly removals: readonly RemovalLogEntry[];
  readonly truncated: boolean;
}

/** Content as blocks. Pictures that it only points to keep their address; nothing is fetched. */
export async function readContent(content: ItemContent, signal: AbortSignal): Promise<ReadContent> {
  if (content.kind === 'markup') {
    const { markup, base } = content;
    return readFragment({ markup, address: base, resource: () => Promise.resolve(null), signal });
  }
  const blocks = markFurniture(findHeadings(textToBlocks(normaliseText(content.text))));
  return { blocks, images: [], removals: [], truncated: false };
}

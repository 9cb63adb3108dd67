import type { Block, InlineText } from '../../../../../contract/index.ts';
import { looksLikeHeadline } from '../../../../../reading/document/title.ts';
import { countWords } from '../../../../../reading/document/word-count.ts';
import type { Draft, DraftItem } from './draft.ts';
import { type LineJoiner, withoutStrong } from './joining.ts';
import type { Line } from './lines.ts';
import { readMarker } from './markers.ts';
import type { Setting } from './measure.ts';
import { isContentsEntry, isHeadingLike, type Paragraph } from './paragraphs.ts';

/** From paragraphs to blocks: which of them are headings, items, quotations, captions. */

/** Reads paragraphs in order; tables and figures are put between them by who calls. */
export class BlockMaker {
  readonly #joiner: LineJoiner;
  readonly #setting: Setting;
  /** Sizes of headings, the largest first: their place is their level. */
  readonly #headingSizes: readonly number[];

  constructor(paragraphs: readonly Paragraph[], joiner: LineJoiner, setting: Setting) {
    this.#joiner = joiner;
    this.#setting = setting;
    const sizes = paragraphs
      .filter((paragraph) => isHeading(paragraph, setting))
      .map(({ lines }) => Math.round(lines[0]?.size ?? 0))
      .filter((size) => size > setting.bodySize);
    this.#headingSizes = [...new Set(sizes)].sort((first, second) => second - first);
  }

  /** One paragraph as a block; items and quotations become blocks of one, to be gathered afterwards. */
  make(paragraph: Paragraph, before: Draft | null): Draft {
    const first = paragraph.lines[0];
    if (first === undefined) throw new Error('A paragraph has at least one line');
    const content = this.#joiner.join(paragraph.lines);
    return {
      block: this.#block(paragraph, first, content, before),
      page: first.page,
      size: first.size,
      linked: linkedShare(content),
      sections: first.element?.sections ?? new Set(),
      loose: first.element?.kind === 'loose',
      order: first.order,
      lines: paragraph.lines.length,
      item: itemOf(first, content),
    };
  }

  #block(paragraph: Paragraph, first: Line, content: InlineText, before: Draft | null): Block {
    const body = { role: 'body', purpose: null, page: first.page } as const;
    const { element } = first;
    switch (element?.kind) {
      case 'heading':
        return { ...body, kind: 'heading', level: levelOf(element.level), content: withoutStrong(content) };
      case 'item':
      case 'label': {
        const marker = readMarker(content.text);
        const item = {
          depth: Math.max(0, Math.min(4, element.depth)),
          content: dropStart(content, marker?.length ?? 0),
        };
        return { ...body, kind: 'list', ordered: marker?.ordered ?? false, items: [item] };
      }
      case 'caption':
        return captionBlock(content, body);
      default:
    }
    if (isContentsEntry(content.text))
      return { ...body, role: 'furniture', purpose: 'navigation', kind: 'paragraph', content: withoutStrong(content) };
    if (element?.quotation != null) return { ...body, kind: 'quotation', paragraphs: [content], attribution: null };
    if (isCaption(content.text) && first.size <= this.#setting.bodySize * 1.02 && !isHeadingLike(first, this.#setting))
      return captionBlock(content, body);
    if (element?.kind !== 'paragraph' && isHeading(paragraph, this.#setting))
      return { ...body, kind: 'heading', level: this.#level(first), content: withoutStrong(content) };
    const marker = readMarker(content.text);
    if (marker !== null && element === null)
      return {
        ...body,
        kind: 'list',
        ordered: marker.ordered,
        items: [{ depth: 0, content: dropStart(content, marker.length) }],
      };
    if (element === null && isSetIn(paragraph, before))
      return { ...body, kind: 'quotation', paragraphs: [content], attribution: null };
    return { ...body, kind: 'paragraph', content };
  }

  #level(line: Line): 2 | 3 | 4 | 5 | 6 {
    const place = this.#headingSizes.indexOf(Math.round(line.size));
    return levelOf(place < 0 ? this.#headingSizes.length + 1 : place + 1);
  }
}

function itemOf(first: Line, content: InlineText): DraftItem | null {
  const isTagged = first.element?.kind === 'item' || first.element?.kind === 'label';
  const marker = readMarker(content.text);
  if (!isTagged && (marker === null || first.element !== null)) return null;
  return {
    typed: content,
    number: marker?.number ?? null,
    list: isTagged ? (first.element?.list ?? null) : null,
    isTagged,
    left: first.rightToLeft ? -first.right : first.left,
  };
}

/** The headline is the first level; a block's begins with the second. */
function levelOf(level: number): 2 | 3 | 4 | 5 | 6 {
  const levels = [2, 2, 3, 4, 5, 6, 6] as const;
  return levels[Math.max(0, Math.min(6, level))] ?? 6;
}

function isHeading(paragraph: Paragraph, setting: Setting): boolean {
  const { lines } = paragraph;
  if (!lines.every((line) => isHeadingLike(line, setting))) return false;
  const text = lines.map((line) => line.text).join(' ');
  const isLarge = lines.every((line) => line.size > setting.bodySize * 1.12);
  if (!/\p{L}{2}/u.test(text) || isContentsEntry(text) || text.length > (isLarge ? 260 : 160)) return false;
  if (lines.length > (isLarge ? 6 : 3)) return false;
  // A bold sentence is a sentence; a large one is one when it is long.
  if (isLarge) return countWords(text, 31) <= 30 && !(countWords(text, 13) > 12 && /[.]["”’»)]*\s*$/u.test(text));
  return looksLikeHeadline(text.replace(/:\s*$/u, '').trim()) && readMarker(text) === null;
}

const captionStart =
  /^(?:(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|photo|foto|bild|picture|image|chart|map|graphic|grafik|karte)\s*\d{1,3}\s*[.:–—|]\s|(?:photo|foto|bild|picture|image|chart|map|graphic|grafik|karte)\s*[:|]\s|(?:photo(?:graph)?s?|foto|picture|image|illustration) (?:by|courtesy|von|:))/iu;

function isCaption(text: string): boolean {
  return text.length < 900 && captionStart.test(text);
}

function captionBlock(
  content: InlineText,
  base: { readonly role: 'body'; readonly purpose: null; readonly page: number },
): Block {
  return { ...base, role: 'furniture', purpose: 'caption', kind: 'paragraph', content };
}

/** A passage set in from the column's edge below a colon is somebody's words. */
function isSetIn(paragraph: Paragraph, before: Draft | null): boolean {
  const { lines } = paragraph;
  const isAfterColon = before?.block.kind === 'paragraph' && before.block.content.text.endsWith(':');
  const isAfterQuotation = before?.block.kind === 'quotation' && before.page === lines[0]?.page;
  if ((!isAfterColon && !isAfterQuotation) || lines.length < 2) return false;
  return lines.every((line) => line.left > line.edges.left + line.size * 1.2);
}

export function linkedShare(content: InlineText): number {
  const letters = content.text.length;
  const linked = content.marks.reduce((sum, mark) => (mark.kind === 'link' ? sum + mark.end - mark.start : sum), 0);
  return letters === 0 ? 0 : Math.min(1, linked / letters);
}

export function dropStart(content: InlineText, count: number): InlineText {
  if (count === 0) return content;
  return {
    text: content.text.slice(count),
    marks: content.marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - count), end: mark.end - count }))
      .filter(({ start, end }) => end > start),
  };
}

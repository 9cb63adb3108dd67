import { Marked, type Token, type Tokens } from 'marked';
import {
  type Block,
  type InlineText,
  type ListBlock,
  type RemovalLogEntry,
  removalText,
} from '../../../../contract/index.ts';
import { isHeadLine } from '../../../../reading/document/head.ts';
import { attachAttributions, plain, readAttribution } from '../text/blocks.ts';
import { BoundedTokenizer } from './bounded-tokenizer.ts';
import { highlightSyntax } from './highlights.ts';
import { decodeReferences, type FoundImage, fold, hardBreak, inlineOf, wordsOfHtml } from './inline.ts';

/** Markdown's tokens as blocks. No HTML is ever made of them. */

/** A figure's place in the blocks, filled when its bytes are found. */
export interface ImageAt {
  readonly index: number;
  readonly image: FoundImage;
}

export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  /** The depth of each heading in the source, by its index in `blocks`. */
  readonly depths: ReadonlyMap<number, number>;
  readonly images: readonly ImageAt[];
  readonly removals: readonly RemovalLogEntry[];
}

const body = { role: 'body', purpose: null } as const;
/** How many blocks at the top may be the article's head. */
const headBlocks = 8;

export function lex(source: string): Token[] {
  return lexBounded(source).tokens;
}

/** As an earlier version of the reader had them: the signs around marked words among the words. */
export function lexWithSigns(source: string): Token[] {
  return new Marked({ gfm: true }).setOptions({ tokenizer: new BoundedTokenizer() }).lexer(source);
}

/** The tokens, and whether signs that are nested too deep or stand alone too often were read as words. */
function lexBounded(source: string): { readonly tokens: Token[]; readonly wasBounded: boolean } {
  const tokenizer = new BoundedTokenizer();
  const extensions = source.includes('==') ? [highlightSyntax] : [];
  const tokens = new Marked({ gfm: true }, ...extensions).setOptions({ tokenizer }).lexer(source);
  return { tokens, wasBounded: tokenizer.wasBounded };
}

export function markdownToBlocks(source: string): MarkdownBlocks {
  const blocks: Block[] = [];
  const depths = new Map<number, number>();
  const images: ImageAt[] = [];
  const removals: RemovalLogEntry[] = [];
  const pushImages = (found: readonly FoundImage[]) => {
    for (const image of found) {
      images.push({ index: blocks.length, image });
      blocks.push({
        kind: 'figure',
        ...body,
        image: null,
        source: null,
        alternative: image.alternative,
        width: null,
        height: null,
        caption: image.caption === null ? null : plain(image.caption),
      });
    }
  };
  const pushParagraph = (content: InlineText) => {
    if (content.text !== '') blocks.push({ kind: 'paragraph', ...body, content });
  };
  const { tokens, wasBounded } = lexBounded(source);
  if (wasBounded)
    removals.push({
      step: 'nesting',
      reason: 'Signs of Markdown that stand too deep in one another, or too often alone, were read as words.',
      text: '',
    });
  for (const token of tokens) {
    switch (token.type) {
      case 'heading': {
        const inline = inlineOf(token.tokens);
        const content = fold(inline);
        if (content.text !== '') {
          depths.set(blocks.length, token.depth);
          blocks.push({ kind: 'heading', ...body, level: headingLevel(token.depth), content });
        }
        pushImages(inline.images);
        break;
      }
      case 'paragraph':
      case 'text': {
        const inline = inlineOf('tokens' in token && token.tokens !== undefined ? token.tokens : [token]);
        for (const content of blocks.length < headBlocks ? headLines(inline) : [fold(inline)]) pushParagraph(content);
        pushImages(inline.images);
        break;
      }
      case 'blockquote': {
        const quotation = readQuotation(token.tokens ?? []);
        const [first] = quotation.paragraphs;
        if (first !== undefined) blocks.push({ kind: 'quotation', ...body, ...quotation });
        break;
      }
      case 'list': {
        const items = readItems(token as Tokens.List, 0);
        const list: ListBlock = {
          kind: 'list',
          ...body,
          ordered: token.ordered === true,
          items: items.map(({ depth, content }) => ({ depth, content })),
        };
        if (list.items.length > 0) blocks.push(list);
        pushImages(items.flatMap(({ images: inItem }) => inItem));
        break;
      }
      case 'table':
        blocks.push(readTable(token as Tokens.Table));
        break;
      case 'code':
        if (token.text.trim() !== '') blocks.push({ kind: 'preformatted', ...body, text: token.text });
        break;
      case 'hr':
        blocks.push({ kind: 'rule', ...body });
        break;
      case 'html': {
        const words = wordsOfHtml(token.raw);
        for (const text of words) pushParagraph(plain(text));
        if (token.raw.trim() !== '')
          removals.push({
            step: 'html',
            reason: 'Raw HTML: its words were kept, its tags and scripts were not.',
            text: removalText(token.raw.trim()),
          });
        break;
      }
      case 'def':
        // A footnote of one word has the shape of a link's address.
        if (token.raw.startsWith('[^')) pushParagraph(plain(token.raw.trim()));
        break;
      default:
        break;
    }
  }
  // Attributions join the quotation above them: indexes are counted again.
  return recount(blocks, depths, images, removals);
}

/** A byline and a date set in one paragraph, a line each, are two. */
function headLines(inline: InlineText): InlineText[] {
  const lines: InlineText[] = [];
  let from = 0;
  for (const match of `${inline.text}\n`.matchAll(/[\n\u2028]/gu)) {
    lines.push(fold(inline, from, match.index));
    from = match.index + 1;
  }
  const isHead = lines.every(({ text }) => text.length <= 100) && lines.some(({ text }) => isHeadLine(text, null));
  return isHead ? lines : [fold(inline)];
}

function recount(
  blocks: readonly Block[],
  depths: ReadonlyMap<number, number>,
  images: readonly ImageAt[],
  removals: readonly RemovalLogEntry[],
): MarkdownBlocks {
  const attached = attachAttributions(blocks);
  if (attached.length === blocks.length) return { blocks, depths, images, removals };
  const kept = blocks.filter((block, index) => {
    const before = blocks[index - 1];
    return !(
      block.kind === 'paragraph' &&
      before?.kind === 'quotation' &&
      before.attribution === null &&
      readAttribution(block.content.text) !== null
    );
  });
  const place = (index: number) => {
    const block = blocks[index];
    return block === undefined ? index : kept.indexOf(block);
  };
  return {
    blocks: attached,
    depths: new Map([...depths].map(([index, depth]) => [place(index), depth])),
    images: images.map(({ index, image }) => ({ index: place(index), image })),
    removals,
  };
}

function headingLevel(depth: number): 2 | 3 | 4 | 5 | 6 {
  return depth <= 2 ? 2 : depth === 3 ? 3 : depth === 4 ? 4 : depth === 5 ? 5 : 6;
}

function readQuotation(tokens: readonly Token[]): { paragraphs: InlineText[]; attribution: InlineText | null } {
  const paragraphs = quotedParagraphs(tokens).filter(({ text }) => text !== '');
  const last = paragraphs.at(-1);
  const named = last === undefined || paragraphs.length < 2 ? null : readAttribution(last.text);
  return named === null || last === undefined
    ? { paragraphs, attribution: null }
    : { paragraphs: paragraphs.slice(0, -1), attribution: last };
}

function quotedParagraphs(tokens: readonly Token[]): InlineText[] {
  return tokens.flatMap((token): InlineText[] => {
    if (token.type === 'blockquote') return quotedParagraphs(token.tokens ?? []);
    if (token.type === 'list') return readItems(token as Tokens.List, 0).map(({ content }) => content);
    if (token.type === 'code') return [plain(token.text)];
    if (token.type === 'html') return wordsOfHtml(token.raw).map(plain);
    if (token.type === 'space' || token.type === 'hr' || token.type === 'def') return [];
    if (token.type === 'table')
      return (token as Tokens.Table).rows.map((row) =>
        plain(row.map((cell) => fold(inlineOf(cell.tokens)).text).join(' ')),
      );
    const inline = inlineOf('tokens' in token && token.tokens !== undefined ? token.tokens : [token]);
    // "> — Ada Byron" directly under the words is a line of the same paragraph.
    const dash = /[\n\u2028]\s*(?=(?:[—–―]|--?)\s*\p{Lu})/u.exec(inline.text);
    return dash === null ? [fold(inline)] : [fold(inline, 0, dash.index), fold(inline, dash.index)];
  });
}

interface Item {
  readonly depth: number;
  readonly content: InlineText;
  readonly images: readonly FoundImage[];
}

function readItems(list: Tokens.List, depth: number): Item[] {
  return list.items
    .flatMap((item) => {
      const own = item.tokens.filter((token) => token.type !== 'list');
      const inline = inlineOf(
        own.flatMap((token, index): Token[] => (index === 0 ? [token] : [{ type: 'br', raw: '\n' }, token])),
      );
      const content = fold(inline);
      const nested = item.tokens.flatMap((token) =>
        token.type === 'list' ? readItems(token as Tokens.List, Math.min(4, depth + 1)) : [],
      );
      return content.text === '' && inline.images.length === 0
        ? nested
        : [{ depth, content, images: inline.images }, ...nested];
    })
    .filter((item) => item.content.text !== '');
}

function readTable(table: Tokens.Table): Block {
  const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => fold(inlineOf(cell.tokens)));
  return {
    kind: 'table',
    ...body,
    caption: null,
    rows: [
      { header: true, cells: cells(table.header) },
      ...table.rows.map((row) => ({ header: false, cells: cells(row) })),
    ],
  };
}

/** All words of the source in its order, whatever becomes of them; a line for each run. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      switch (token.type) {
        case 'space':
          return '';
        case 'html':
          return wordsOfHtml(token.raw).join('\n');
        case 'def':
          return token.raw;
        case 'code':
          return token.text;
        case 'blockquote':
          return wordsOf(token.tokens ?? []);
        case 'list':
          return (token as Tokens.List).items.map((item) => wordsOf(item.tokens)).join('\n');
        case 'table': {
          const table = token as Tokens.Table;
          return [table.header, ...table.rows].flatMap((row) => row.map((cell) => linesOf(cell.tokens))).join('\n');
        }
        default:
          return 'tokens' in token && token.tokens !== undefined ? linesOf(token.tokens) : decodeReferences(token.raw);
      }
    })
    .join('\n');
}

/** A line that the source breaks by its signs is a line of its own for the check as well, as a cell of a table is. */
function linesOf(tokens: readonly Token[]): string {
  return inlineOf(tokens).text.replaceAll(hardBreak, '\n');
}

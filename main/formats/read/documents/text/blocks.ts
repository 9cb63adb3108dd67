import type { Block, InlineText, ListBlock } from '../../../../contract/index.ts';
import { countWords } from '../../../../reading/document/word-count.ts';
import {
  chunksOf,
  foldSpaces,
  isRuleLine,
  isUnderline,
  measureWrap,
  quotePrefix,
  readMarker,
  unwrap,
  type WrapWidth,
} from './lines.ts';

/** Plain text as blocks: paragraphs, headings, lists, quotations and rules, by the habits of typists. */

export function plain(text: string): InlineText {
  return { text, marks: [] };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', role: 'body', purpose: null, content: plain(text) };
}

/** "— Ada Byron, mayor" under a quotation. */
export function readAttribution(text: string): string | null {
  return text.length <= 160 && /^(?:[—–―]|--?)\s*\p{Lu}/u.test(text) && !/[^.]{30,}\.\s+\p{Lu}/u.test(text)
    ? text
    : null;
}

export function textToBlocks(text: string): Block[] {
  const chunks = chunksOf(text).flatMap(splitAtQuotes);
  const width = measureWrap(chunks.map((chunk) => chunk.map((line) => line.slice(quotePrefix(line).length))));
  const drafts: Draft[] = [];
  const indented = chunks.filter(isIndented).length;
  for (const chunk of chunks) {
    const isQuoted = quotePrefix(chunk[0] ?? '') !== '' || (indented * 3 < chunks.length * 2 && isSetIn(chunk, drafts));
    if (isQuoted) pushQuotation(drafts, chunk, width);
    else drafts.push(...readChunk(chunk, width));
  }
  return attachAttributions(mergeLists(drafts, width));
}

function isIndented(chunk: readonly string[]): boolean {
  return chunk.every((line) => /^(?: {3}|\t)/u.test(line)) && readMarker(chunk[0] ?? '') === null;
}

/** Set in from the margin below a colon: a quotation by another sign, where the rest of the text is not set in. */
function isSetIn(chunk: readonly string[], drafts: readonly Draft[]): boolean {
  const before = drafts.at(-1)?.block;
  const follows = before?.kind === 'quotation' || (before?.kind === 'paragraph' && before.content.text.endsWith(':'));
  return follows && isIndented(chunk) && countWords(chunk.join(' '), 8) >= 8;
}

/** Quoted lines and others never share a chunk. */
function splitAtQuotes(chunk: readonly string[]): string[][] {
  const parts: string[][] = [];
  let quoted: boolean | null = null;
  for (const line of chunk) {
    const isQuoted = quotePrefix(line) !== '';
    if (isQuoted !== quoted) parts.push([]);
    parts.at(-1)?.push(line);
    quoted = isQuoted;
  }
  return parts;
}

function pushQuotation(drafts: Draft[], chunk: readonly string[], width: WrapWidth): void {
  const inner = chunk.map((line) => line.slice(quotePrefix(line).length)).join('\n');
  const paragraphs = chunksOf(inner).flatMap((lines) => unwrap(lines, width));
  if (paragraphs.length === 0) return;
  const last = paragraphs.at(-1) ?? '';
  const attribution = paragraphs.length > 1 ? readAttribution(last) : null;
  const words = (attribution === null ? paragraphs : paragraphs.slice(0, -1)).map(plain);
  const before = drafts.at(-1)?.block;
  const own = attribution === null ? null : plain(attribution);
  if (before?.kind === 'quotation' && before.attribution === null) {
    drafts[drafts.length - 1] = draft({
      ...before,
      paragraphs: [...before.paragraphs, ...words],
      attribution: own,
    });
  } else {
    drafts.push(draft({ kind: 'quotation', role: 'body', purpose: null, paragraphs: words, attribution: own }));
  }
}

/** A block on its way: a list remembers how it was typed, because a list of one is none. */
interface Draft {
  readonly block: Block;
  readonly typed: readonly string[];
  readonly number: number | null;
}

function draft(block: Block): Draft {
  return { block, typed: [], number: null };
}

function readChunk(chunk: readonly string[], width: WrapWidth): Draft[] {
  const [first = '', second, ...rest] = chunk;
  if (isRuleLine(first)) {
    const rule = draft({ kind: 'rule', role: 'body', purpose: null });
    return chunk.length === 1 ? [rule] : [rule, ...readChunk(chunk.slice(1), width)];
  }
  if (second !== undefined && isUnderline(second) && first.trim().length <= 120) {
    const heading = draft({
      kind: 'heading',
      level: 2,
      role: 'body',
      purpose: null,
      content: plain(foldSpaces(first)),
    });
    return rest.length === 0 ? [heading] : [heading, ...readChunk(rest, width)];
  }
  const split = chunk.findIndex((line, index) => isRuleLine(line) || isUnderline(chunk[index + 1] ?? ''));
  if (split > 0) return [...readChunk(chunk.slice(0, split), width), ...readChunk(chunk.slice(split), width)];
  const firstItem = chunk.findIndex((line) => readMarker(line) !== null);
  const prose = firstItem < 0 ? chunk : chunk.slice(0, firstItem);
  const drafts = unwrap(prose, width).map((text) => draft(paragraph(text)));
  return firstItem < 0 ? drafts : [...drafts, ...readItems(chunk.slice(firstItem), width)];
}

function readItems(lines: readonly string[], width: WrapWidth): Draft[] {
  const items: { indent: number; number: number | null; lines: string[] }[] = [];
  let used = 0;
  for (const line of lines) {
    const marker = readMarker(line);
    const item = items.at(-1);
    if (marker !== null) {
      items.push({ indent: marker.indent, number: marker.number, lines: [line.slice(marker.length)] });
    } else if (item !== undefined && (/^\s{2,}\S/u.test(line) || width !== null || /^\p{Ll}/u.test(line))) {
      item.lines.push(line);
    } else {
      break;
    }
    used += 1;
  }
  const typed = lines.slice(0, used);
  const after = used < lines.length ? readChunk(lines.slice(used), width) : [];
  const first = items[0];
  const start = first?.number ?? null;
  // Numbers that don't count on ("1984. A year …") are part of the words.
  if (!items.every((item, index) => item.number === (start === null ? null : start + index))) {
    return [...unwrap(typed, width).map((text) => draft(paragraph(text))), ...after];
  }
  const list: ListBlock = {
    kind: 'list',
    role: 'body',
    purpose: null,
    ordered: start !== null,
    items: items.map((item) => ({
      depth: Math.max(0, Math.min(4, Math.floor((item.indent - (first?.indent ?? 0)) / 2))),
      content: plain(foldSpaces(item.lines.map((line) => line.trim()).join(' '))),
    })),
  };
  return [{ block: list, typed, number: start }, ...after];
}

/** Items that empty lines part are one list; one item alone, or numbers from the middle, are paragraphs. */
function mergeLists(drafts: readonly Draft[], width: WrapWidth): Block[] {
  const merged: Draft[] = [];
  for (const next of drafts) {
    const before = merged.at(-1);
    if (next.block.kind === 'list' && before?.block.kind === 'list' && goesOn(before.block, before.number, next)) {
      merged[merged.length - 1] = {
        block: { ...before.block, items: [...before.block.items, ...next.block.items] },
        typed: [...before.typed, ...next.typed],
        number: before.number,
      };
    } else {
      merged.push(next);
    }
  }
  return merged.flatMap(({ block, typed, number }) =>
    block.kind === 'list' && (block.items.length < 2 || (number !== null && number !== 1))
      ? unwrap(typed, width).map(paragraph)
      : [block],
  );
}

function goesOn(before: ListBlock, start: number | null, next: Draft): boolean {
  return start === null ? next.number === null : next.number === start + before.items.length;
}

/** The line of a name below a quotation becomes the quotation's attribution. */
export function attachAttributions(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const before = result.at(-1);
    const own = block.kind === 'paragraph' ? readAttribution(block.content.text) : null;
    if (own !== null && before?.kind === 'quotation' && before.attribution === null) {
      result[result.length - 1] = { ...before, attribution: plain(own) };
    } else {
      result.push(block);
    }
  }
  return result;
}

import {
  type Block,
  type BlockPurpose,
  type BlockRole,
  type InlineText,
  type RemovalLogEntry,
  removalText,
} from '../../../../contract/index.ts';
import { Addresses } from '../../../shared/html/addresses.ts';
import { InlineBuilder } from '../../../shared/html/inline.ts';
import { leftOut, movedBy } from '../../../shared/left-out.ts';
import type { Gone } from './gone.ts';
import { type Row, tableOf } from './tables.ts';

/** How a run of words is set. */
export interface RunStyle {
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** Where it leads, as written; null for no link. */
  readonly link: string | null;
}

export const plainRun: RunStyle = { strong: false, emphasis: false, link: null };

/** What a paragraph is, once it has ended. */
export type ParagraphForm =
  | { readonly kind: 'paragraph' | 'quotation' | 'caption' | 'title' }
  /** `level` 1 is the highest below the title. */
  | { readonly kind: 'heading'; readonly level: number }
  /** `list` tells lists apart that follow one another. */
  | { readonly kind: 'item'; readonly list: string; readonly ordered: boolean; readonly depth: number }
  /** A line of a table of contents or an index. */
  | { readonly kind: 'navigation'; readonly depth: number };

export interface Picture {
  /** What the document calls it: `OfficeDocument.resource` is asked with this. */
  readonly name: string;
  readonly alternative: string;
  /** In CSS pixels, or null. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Deeper lists are made to be slow; a page is no wider. */
const deepestItem = 8;
/** Smaller pictures are bullets and spacers. */
const smallestSide = 32;

const web = new Addresses(null);

/**
 * Takes a word processor's text as it runs, and makes blocks of it: words, line breaks, pictures, then the
 * end of a paragraph and what the paragraph is. Figures name their picture in `source` until `toDocument`
 * looks it up.
 */
export class BlockFlow {
  readonly blocks: Block[] = [];
  /** Of what is left out, with places among `blocks`. */
  readonly removals: RemovalLogEntry[] = [];
  /** Block that the document itself calls its title. */
  title: Block | null = null;
  readonly #role: BlockRole;
  readonly #purpose: BlockPurpose | null;
  readonly #line = new InlineBuilder();
  /** That of the marks which are open in the line. */
  #style = plainRun;
  readonly #lines: InlineText[] = [];
  #breaks = 0;
  /** What stands in a paragraph without being its words: it follows the paragraph. */
  readonly #attached: Block[] = [];
  /** The list or quotation that the next paragraph may go on. */
  #open: OpenBlock | null = null;
  /** Whether anything was shown since the last removal: parts that are left out together are told together. */
  #shown = true;
  #removed: Removed | null = null;
  readonly #goneLine = new InlineBuilder();

  constructor(surroundings: BlockPurpose | null = null) {
    this.#role = surroundings === null ? 'body' : 'furniture';
    this.#purpose = surroundings;
  }

  append(words: string, style: RunStyle = plainRun): void {
    if (words === '') return;
    // What parts words has no style of its own: two bold words are one bold passage.
    if (words.trim() !== '') {
      this.#breaks = 0;
      this.#shown = true;
      this.#setStyle({ ...style, link: style.link === null ? null : web.link(style.link) });
    }
    this.#line.append(words);
  }

  /** Closes the marks that end here and opens those that begin; what goes on stays open. */
  #setStyle(style: RunStyle): void {
    const wanted = levels.map((level) => style[level]);
    const common = wanted.findIndex((value, index) => value !== this.#style[levels[index] ?? 'link']);
    if (common === -1) return;
    for (const level of levels.slice(common).reverse()) if (isSet(this.#style[level])) this.#line.closeMark();
    for (const level of levels.slice(common)) {
      if (!isSet(style[level])) continue;
      if (level === 'link') this.#line.openMark('link', style.link ?? '');
      else this.#line.openMark(level);
    }
    this.#style = style;
  }

  /** A line break within a paragraph; two of them are an empty line, which parts paragraphs. */
  lineBreak(): void {
    this.#breaks += 1;
    if (this.#breaks < 2) this.#line.lineBreak();
    else this.#endLine();
  }

  picture({ name, alternative, width, height }: Picture): void {
    if ((width !== null && width < smallestSide) || (height !== null && height < smallestSide)) return;
    this.#attached.push({
      kind: 'figure',
      role: this.#role,
      purpose: this.#purpose,
      image: null,
      source: name,
      alternative: alternative.replace(/\s+/gu, ' ').trim().slice(0, 2000),
      width: side(width),
      height: side(height),
      caption: null,
    });
  }

  /** Blocks of a box that is anchored in the paragraph. */
  attach(box: BlockFlow): void {
    box.finish();
    for (const block of box.blocks) this.#attached.push(block);
    this.#takeLog(box, this.blocks.length + (this.isInLine ? 1 : 0));
  }

  /** What went from a part whose blocks are not the document's one by one is put back before block number `before`. */
  #takeLog(part: BlockFlow, before: number): void {
    for (const { place, ...entry } of part.removals)
      this.removals.push(place === undefined ? entry : { ...entry, place: { ...place, before } });
  }

  /** Words so far that no paragraph has ended yet. */
  get isInLine(): boolean {
    return !this.#line.isEmpty || this.#lines.length > 0;
  }

  endParagraph(form: ParagraphForm): void {
    this.#endLine();
    this.#endGoneLine();
    this.#breaks = 0;
    const lines = this.#lines.splice(0);
    const attached = this.#attached.splice(0);
    // A caption stands under its picture, though in one paragraph with it.
    if (form.kind === 'caption') this.#add(attached);
    for (const content of lines) this.#place(content, form);
    if (form.kind !== 'caption') this.#add(attached);
    if (attached.length > 0) this.#open = null;
  }

  /** A table with its cells' flows; one that only lays out the page becomes the blocks of its cells. */
  table(rows: readonly Row[]): void {
    if (this.isInLine) this.endParagraph({ kind: 'paragraph' });
    for (const { cells } of rows) for (const cell of cells) cell.finish();
    this.#open = null;
    this.#shown = true;
    const last = this.blocks.at(-1);
    const caption = last?.kind === 'paragraph' && last.purpose === 'caption' ? last.content : null;
    const table = tableOf(rows, caption, { role: this.#role, purpose: this.#purpose });
    if (table === null) for (const { cells } of rows) for (const cell of cells) this.#join(cell);
    else {
      if (caption !== null) this.blocks.pop();
      this.blocks.push(table);
      for (const { cells } of rows) for (const cell of cells) this.#takeLog(cell, this.blocks.length);
    }
  }

  /** One by one: a call takes no million of arguments. */
  #add(blocks: readonly Block[]): void {
    for (const block of blocks) this.blocks.push(block);
  }

  /** What another flow holds, in its place. */
  #join(other: BlockFlow): void {
    const before = this.blocks.length;
    this.#add(other.blocks);
    for (const entry of other.removals) this.removals.push(movedBy(entry, before));
    this.title ??= other.title;
  }

  /** Logs a part that isn't shown, so that it can be put back where it stood. */
  leaveOut(gone: Gone, part: BlockFlow): void {
    part.finish();
    if (part.blocks.length === 0) return;
    const removed = this.#removal(gone);
    this.#endGoneLine();
    for (const block of part.blocks) removed.blocks.push(block);
  }

  /** The same for words within a paragraph. */
  leaveOutWords(gone: Gone, words: string): void {
    if (words === '') return;
    this.#removal(gone);
    this.#goneLine.append(words);
  }

  /** Logs what has no words that could be put back. */
  log(gone: Gone, what: string): void {
    this.#endRemoval();
    this.removals.push({ ...gone, text: removalText(what) });
  }

  /** To be called at the end: what is unfinished is ended. */
  finish(): void {
    this.endParagraph({ kind: 'paragraph' });
    this.#endRemoval();
    for (const [index, { place, ...entry }] of this.removals.entries())
      if (place !== undefined && place.before > this.blocks.length)
        this.removals[index] = { ...entry, place: { ...place, before: this.blocks.length } };
  }

  /** The removal that a part belongs to: what is left out at one place for one reason is one. */
  #removal({ step, reason }: Gone): Removed {
    const before = this.blocks.length + (this.isInLine ? 1 : 0);
    const last = this.#removed;
    if (last !== null && !this.#shown && last.step === step && last.reason === reason && last.before === before)
      return last;
    this.#endRemoval();
    this.#shown = false;
    this.#removed = { step, reason, before, blocks: [] };
    return this.#removed;
  }

  #endGoneLine(): void {
    const { content } = this.#goneLine.take();
    if (content.text !== '') this.#removed?.blocks.push({ kind: 'paragraph', role: 'body', purpose: null, content });
  }

  #endRemoval(): void {
    this.#endGoneLine();
    const removed = this.#removed;
    this.#removed = null;
    const entry = removed === null ? null : leftOut(removed.step, removed.reason, removed.blocks, removed.before);
    if (entry !== null) this.removals.push(entry);
  }

  #endLine(): void {
    const { content } = this.#line.take();
    if (content.text !== '') this.#lines.push(content);
  }

  #place(content: InlineText, form: ParagraphForm): void {
    const base = { role: this.#role, purpose: this.#purpose };
    const open = this.#open;
    this.#open = null;
    switch (form.kind) {
      case 'title': {
        const title: Block = { kind: 'heading', ...base, level: 2, content };
        this.title ??= title;
        this.blocks.push(title);
        return;
      }
      case 'heading': {
        const level = headingLevels[Math.max(0, form.level - 1)] ?? 6;
        this.blocks.push({ kind: 'heading', ...base, level, content });
        return;
      }
      case 'quotation': {
        const paragraphs = open?.kind === 'quotation' ? open.paragraphs : [];
        if (paragraphs.length === 0) this.blocks.push({ kind: 'quotation', ...base, paragraphs, attribution: null });
        paragraphs.push(content);
        this.#open = { kind: 'quotation', paragraphs };
        return;
      }
      case 'item':
      case 'navigation': {
        const isNavigation = form.kind === 'navigation';
        const list = isNavigation ? '' : form.list;
        const items = open?.kind === form.kind && (open.list === list || form.depth > 0) ? open.items : [];
        const around = isNavigation ? ({ role: 'furniture', purpose: 'navigation' } as const) : base;
        if (items.length === 0)
          this.blocks.push({ kind: 'list', ...around, ordered: !isNavigation && form.ordered, items });
        items.push({ depth: Math.min(deepestItem, Math.max(0, form.depth)), content });
        this.#open = { kind: form.kind, list, items };
        return;
      }
      case 'caption': {
        const last = this.blocks.at(-1);
        if (last?.kind === 'figure' && last.caption === null) this.blocks.splice(-1, 1, { ...last, caption: content });
        else this.blocks.push({ kind: 'paragraph', role: 'furniture', purpose: 'caption', content });
        return;
      }
      default:
        this.blocks.push({ kind: 'paragraph', ...base, content });
    }
  }
}

type OpenBlock =
  | { readonly kind: 'quotation'; readonly paragraphs: InlineText[] }
  | {
      readonly kind: 'item' | 'navigation';
      readonly list: string;
      readonly items: { readonly depth: number; readonly content: InlineText }[];
    };

interface Removed extends Gone {
  readonly before: number;
  readonly blocks: Block[];
}

/** Marks lie in one another in this order. */
const levels = ['link', 'strong', 'emphasis'] as const;

function isSet(value: string | boolean | null): boolean {
  return value !== null && value !== false;
}

/** Below the document's title, which has no level. */
const headingLevels = [2, 3, 4, 5, 6] as const;

function side(pixels: number | null): number | null {
  return pixels === null || !Number.isFinite(pixels) || pixels >= 100_000 ? null : Math.round(pixels);
}

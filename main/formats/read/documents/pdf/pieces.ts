import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { boolean, object, optional, safeParse, string } from 'valibot';
import { cleanText } from './characters.ts';
import type { TaggedContent } from './structure.ts';

/**
 * A page's text as pieces: runs of glyphs of one look with the place where they stand. Places are told
 * in points, along the direction in which most of the page's text runs: x to its right, y downwards.
 */

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the letters' foot. */
  readonly baseline: number;
  /** Height of the type in points. */
  readonly size: number;
  readonly look: Look;
  readonly rightToLeft: boolean;
  /** White space stands before it in the page's own order. */
  readonly spaced: boolean;
  /** Its place in the page's own order. */
  readonly order: number;
  /** What the document's structure says it is, where it has one. */
  readonly content: TaggedContent | null;
  /** Where a link under it leads, or null. */
  readonly href: string | null;
}

export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** What runs in the page's main direction, in the page's own order. */
  readonly pieces: readonly Piece[];
  /** What stands at another angle (a stamp in the margin, a watermark, a chart's axis). */
  readonly turned: readonly string[];
  /** All words in the page's own order, as the file gives them. */
  readonly raw: string;
  /** Whether the page has more than was read of it. */
  readonly isCut: boolean;
  /** From the place that pdf.js tells to the place that pieces tell. */
  place(x: number, y: number): { readonly x: number; readonly y: number };
}

/** More runs of glyphs than this on one page are not read, and that is told: no page for people has them. */
const mostPieces = 60_000;

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type TextItem = Extract<TextContent['items'][number], { str: string }>;

const fontSchema = object({
  name: optional(string(), ''),
  bold: optional(boolean(), false),
  black: optional(boolean(), false),
  italic: optional(boolean(), false),
});

/** Whether a font is bold or italic, by what it says and by its name. */
export function readLook(font: unknown): Look {
  const read = safeParse(fontSchema, font);
  if (!read.success) return { bold: false, italic: false };
  const { name, bold, black, italic } = read.output;
  return {
    bold: bold || black || /bold|black|heavy|demi/iu.test(name),
    italic: italic || /italic|oblique|kursiv/iu.test(name),
  };
}

interface Placed {
  readonly item: TextItem;
  readonly text: string;
  readonly spaced: boolean;
  readonly content: TaggedContent | null;
  readonly x: number;
  readonly y: number;
  /** In whole degrees, clockwise. */
  readonly angle: number;
  readonly size: number;
  readonly length: number;
}

/** Turns pdf.js's text items into pieces. `contentOf` gives the structure's word on marked content. */
export function readPieces(
  page: {
    readonly number: number;
    readonly viewport: PageViewport;
    readonly text: TextContent;
    readonly looks: ReadonlyMap<string, Look>;
  },
  contentOf: (id: string) => TaggedContent | null,
): PageText {
  const { placed, isCut } = placeItems(page.text, page.viewport, contentOf);
  const angle = mainAngle(placed);
  const frame = new Frame(page.viewport, angle);
  const pieces: Piece[] = [];
  const turned: string[] = [];
  const seen = new Map<string, Piece[]>();
  let last = '';
  for (const item of placed) {
    if (!isNearAngle(item.angle, angle)) {
      if (item.spaced || last === '' || turned.length === 0) turned.push(item.text);
      else turned.push((turned.pop() ?? '') + item.text);
      last = item.text;
      continue;
    }
    const { x, y } = frame.place(item.x, item.y);
    const piece: Piece = {
      text: item.text,
      left: x,
      right: x + item.length,
      baseline: y,
      size: item.size,
      look: page.looks.get(item.item.fontName) ?? { bold: false, italic: false },
      rightToLeft: item.item.dir === 'rtl',
      spaced: item.spaced,
      order: pieces.length,
      content: item.content,
      href: null,
    };
    // Some programs make bold letters and shadows by drawing the same words again, a little aside.
    const twins = seen.get(piece.text) ?? [];
    if (twins.some((twin) => isOverprint(twin, piece))) continue;
    if (twins.length < 50) seen.set(piece.text, [...twins, piece]);
    pieces.push(piece);
  }
  return {
    number: page.number,
    width: frame.width,
    height: frame.height,
    pieces,
    turned,
    raw: placed.map(({ text, spaced }) => (spaced ? ' ' : '') + text).join(''),
    isCut,
    place: (x, y) => frame.place(x, y),
  };
}

/** Scanned pages are seldom quite straight. */
function isNearAngle(first: number, second: number): boolean {
  const between = Math.abs(first - second) % 360;
  return Math.min(between, 360 - between) <= 4;
}

function isOverprint(first: Piece, second: Piece): boolean {
  const near = Math.max(first.size, second.size) * 0.15;
  return Math.abs(first.left - second.left) < near && Math.abs(first.baseline - second.baseline) < near;
}

function placeItems(
  text: TextContent,
  viewport: PageViewport,
  contentOf: (id: string) => TaggedContent | null,
): { readonly placed: readonly Placed[]; readonly isCut: boolean } {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform;
  const scale = Math.hypot(a, b);
  const marked: (TaggedContent | null)[] = [];
  const placed: Placed[] = [];
  let spaced = false;
  for (const item of text.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marked.pop();
      else marked.push(markedContent(item, contentOf) ?? marked.at(-1) ?? null);
      continue;
    }
    const cleaned = cleanText(item.str);
    if (cleaned.trim() === '') {
      if (item.str !== '' || item.hasEOL) spaced = true;
      continue;
    }
    if (placed.length >= mostPieces) return { placed, isCut: true };
    const [ta = 0, tb = 0, tc = 0, td = 0, tx = 0, ty = 0] = item.transform.map(Number);
    const along = { x: a * ta + c * tb, y: b * ta + d * tb };
    const up = { x: a * tc + c * td, y: b * tc + d * td };
    const vertical = text.styles[item.fontName]?.vertical === true;
    const turn = Math.round((Math.atan2(along.y, along.x) * 180) / Math.PI) + (vertical ? 90 : 0);
    const size = Math.hypot(up.x, up.y);
    const length = (vertical ? item.height : item.width) * scale;
    const x = a * tx + c * ty + e;
    const y = b * tx + d * ty + f;
    if ([x, y, size, length].every(Number.isFinite) && size > 0)
      placed.push({
        item,
        text: cleaned,
        spaced: spaced || /^\s/u.test(cleaned),
        content: marked.at(-1) ?? null,
        x,
        y,
        angle: (turn + 360) % 360,
        size,
        length,
      });
    spaced = item.hasEOL || /\s$/u.test(cleaned);
  }
  return { placed, isCut: false };
}

const artifact: TaggedContent = { kind: 'artifact' };

function markedContent(
  item: { readonly id?: string; readonly type: string },
  contentOf: (id: string) => TaggedContent | null,
): TaggedContent | null {
  if ('tag' in item && item.tag === 'Artifact') return artifact;
  return item.id === undefined ? null : contentOf(item.id);
}

/** The angle at which most letters of the page run. */
function mainAngle(placed: readonly Placed[]): number {
  const letters = new Map<number, number>();
  for (const { angle, text } of placed) letters.set(angle, (letters.get(angle) ?? 0) + text.length);
  let best = 0;
  for (const [angle, count] of letters) if (count > (letters.get(best) ?? 0)) best = angle;
  return best;
}

/** The page turned so that its text runs from left to right, its upper left corner at 0, 0. */
class Frame {
  readonly width: number;
  readonly height: number;
  readonly #cosine: number;
  readonly #sine: number;
  readonly #x: number;
  readonly #y: number;

  constructor(viewport: PageViewport, angle: number) {
    this.#cosine = Math.cos((angle * Math.PI) / 180);
    this.#sine = Math.sin((angle * Math.PI) / 180);
    const { width, height } = viewport;
    const corners = [this.#turn(0, 0), this.#turn(width, 0), this.#turn(0, height), this.#turn(width, height)];
    this.#x = Math.min(...corners.map(({ x }) => x));
    this.#y = Math.min(...corners.map(({ y }) => y));
    this.width = Math.max(...corners.map(({ x }) => x)) - this.#x;
    this.height = Math.max(...corners.map(({ y }) => y)) - this.#y;
  }

  #turn(x: number, y: number) {
    return { x: x * this.#cosine + y * this.#sine, y: y * this.#cosine - x * this.#sine };
  }

  place(x: number, y: number): { readonly x: number; readonly y: number } {
    const turned = this.#turn(x, y);
    return { x: turned.x - this.#x, y: turned.y - this.#y };
  }
}

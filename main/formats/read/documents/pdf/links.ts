import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { array, type InferOutput, number, object, optional, safeParse, string } from 'valibot';
import type { PageText, Piece } from './pieces.ts';

/** Links lie on a page as rectangles over the words; here they find the words under them. */

const annotationSchema = object({
  subtype: optional(string(), ''),
  url: optional(string()),
  unsafeUrl: optional(string()),
  rect: optional(array(number()), []),
  contentsObj: optional(object({ str: optional(string(), '') })),
  fieldValue: optional(string()),
});
export type PageAnnotation = InferOutput<typeof annotationSchema>;

/** More on one page are not read. */
const mostAnnotations = 5_000;

/**
 * A page's annotations. Those that are printed come cheaply; the others make pdf.js read the page's
 * text once more, so they are asked for only where no link is printed.
 */
export async function readAnnotations(page: PDFPageProxy): Promise<PageAnnotation[]> {
  const printed = check(await page.getAnnotations({ intent: 'print' }));
  return printed.some(({ url }) => url !== undefined)
    ? printed
    : check(await page.getAnnotations({ intent: 'display' }));
}

function check(annotations: readonly unknown[]): PageAnnotation[] {
  return annotations.slice(0, mostAnnotations).flatMap((annotation) => {
    const read = safeParse(annotationSchema, annotation);
    return read.success ? [read.output] : [];
  });
}

interface LinkArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly href: string;
}

/** The page with its links told to the pieces that lie under them; a piece that lies only partly there is parted. */
export function withLinks(page: PageText, annotations: readonly PageAnnotation[], viewport: PageViewport): PageText {
  const areas = annotations.flatMap((annotation) => areaOf(annotation, viewport, page.place));
  if (areas.length === 0) return page;
  areas.sort((first, second) => first.top - second.top);
  return { ...page, pieces: page.pieces.flatMap((piece) => linked(piece, areas)) };
}

function areaOf({ url, rect }: PageAnnotation, viewport: PageViewport, place: PageText['place']): LinkArea[] {
  const [x1, y1, x2, y2] = rect;
  if (url === undefined || !/^(?:https?:|mailto:)/iu.test(url)) return [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform;
  const corners = [place(a * x1 + c * y1 + e, b * x1 + d * y1 + f), place(a * x2 + c * y2 + e, b * x2 + d * y2 + f)];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return [{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), href: url }];
}

function linked(piece: Piece, areas: readonly LinkArea[]): Piece[] {
  const middle = piece.baseline - piece.size * 0.3;
  const area = areas.find(
    ({ top, bottom, left, right }) =>
      top <= middle && bottom >= middle && Math.min(right, piece.right) - Math.max(left, piece.left) > piece.size * 0.2,
  );
  if (area === undefined) return [piece];
  const start = piece.rightToLeft ? 0 : cutAt(piece, area.left);
  const end = piece.rightToLeft ? piece.text.length : cutAt(piece, area.right);
  if (start >= end) return [piece];
  const parts = [
    { from: 0, to: start, href: null },
    { from: start, to: end, href: area.href },
    { from: end, to: piece.text.length, href: null },
  ].filter(({ from, to }) => to > from);
  return parts.flatMap(({ from, to, href }, index): Piece[] => {
    const part: Piece = {
      ...piece,
      text: piece.text.slice(from, to),
      left: placeOf(piece, from),
      right: placeOf(piece, to),
      spaced: index === 0 ? piece.spaced : false,
      href,
    };
    // What lies after one link may lie under the next.
    return href === null && from > 0 ? linked(part, areas) : [part];
  });
}

function placeOf(piece: Piece, index: number): number {
  return piece.left + ((piece.right - piece.left) * index) / Math.max(1, piece.text.length);
}

/** Where a piece's words are cut by an edge of a link: at the word's edge that is nearest, because letters are of many widths. */
function cutAt(piece: Piece, edge: number): number {
  const { text } = piece;
  if (edge <= piece.left + piece.size * 0.2) return 0;
  if (edge >= piece.right - piece.size * 0.2) return text.length;
  const guess = Math.round(((edge - piece.left) / (piece.right - piece.left)) * text.length);
  for (let away = 0; away <= 4; away += 1)
    for (const index of [guess - away, guess + away])
      if (index > 0 && index < text.length && /\W/u.test(text[index] ?? '') !== /\W/u.test(text[index - 1] ?? ''))
        return index;
  return guess;
}

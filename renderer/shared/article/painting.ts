import { type HighlightColor, highlightColors } from '../../../main/contract/annotations.ts';
import type { Span } from '../../../main/contract/canonical-text.ts';
import { type PageText, paintRanges } from './page-text.ts';
import { shared } from './spans.ts';

/** The layers of paint, from the lowest to the topmost. Their looks stand in styles/reader-paint.css. */
const layers = [
  'statement',
  'speaker',
  ...highlightColors,
  'overlap',
  'noted',
  'term',
  'draft',
  'active',
  'found',
  'found-now',
  'cursor',
] as const;
export type Layer = (typeof layers)[number];

const nameOf = (layer: Layer) => `verbatim-${layer}`;

/** Whether this browser can paint at all; the text reads on without. */
const canPaint = typeof CSS !== 'undefined' && 'highlights' in CSS;

/** Paints spans of the text on one layer, instead of what was there. Other layers, and other people's, stay. */
export function paint(page: PageText, layer: Layer, spans: readonly Span[]): void {
  if (!canPaint) return;
  const ranges = spans.flatMap((span) => paintRanges(page, span));
  if (ranges.length === 0) {
    CSS.highlights.delete(nameOf(layer));
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = layers.indexOf(layer);
  CSS.highlights.set(nameOf(layer), highlight);
}

/** Paints the coloured marks, and where they lie on each other. */
export function paintColors(
  page: PageText,
  marks: readonly { readonly color: HighlightColor | null; readonly span: Span }[],
): void {
  for (const color of highlightColors)
    paint(
      page,
      color,
      marks.filter((mark) => mark.color === color).map(({ span }) => span),
    );
  paint(
    page,
    'noted',
    marks.filter((mark) => mark.color === null).map(({ span }) => span),
  );
  paint(page, 'overlap', shared(marks.filter((mark) => mark.color !== null).map(({ span }) => span)));
}

/** Takes all layers of the reader off the page. */
export function unpaint(): void {
  if (!canPaint) return;
  for (const layer of layers) CSS.highlights.delete(nameOf(layer));
}

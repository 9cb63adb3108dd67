import { rowsOf, type Segment } from './segments.ts';

/**
 * The order in which the parts of a page are read. A page is cut where a white strip runs down between
 * two blocks of lines (a gutter); what lies across the strip, such as a headline, parts what is above
 * it from what is below. Columns are read one after the other, tables row by row.
 */

/** Segments that are read line by line. */
export interface Region {
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
}

/** A gutter is at least this wide, in letter heights. */
const narrowestGutter = 0.8;
/** Columns of fewer lines are no columns. */
const fewestLines = 3;
const deepest = 12;
/** On a page with more segments no columns are looked for: each cut looks at every one of them. */
const mostSegments = 4_000;

export function regionsOf(segments: readonly Segment[], rightToLeft: boolean): Region[] {
  if (segments.length === 0) return [];
  if (segments.length > mostSegments) return [region(segments)];
  return cut(segments, rightToLeft, deepest);
}

function region(segments: readonly Segment[]): Region {
  return {
    segments,
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
  };
}

function cut(segments: readonly Segment[], rightToLeft: boolean, depth: number): Region[] {
  const gutter = depth === 0 || segments.length < fewestLines * 2 ? null : findGutter(segments);
  if (gutter === null) return [region(segments)];
  return gutter.bands.flatMap((band) => {
    if (band.kind === 'across') return cut(band.segments, rightToLeft, depth - 1);
    const sides = [cut(band.left, rightToLeft, depth - 1), cut(band.right, rightToLeft, depth - 1)];
    return (rightToLeft ? sides.reverse() : sides).flat();
  });
}

type Band =
  | { readonly kind: 'across'; readonly segments: readonly Segment[] }
  | { readonly kind: 'columns'; readonly left: readonly Segment[]; readonly right: readonly Segment[] };

interface Gutter {
  readonly bands: readonly Band[];
  /** Lines that it parts. */
  readonly weight: number;
}

function findGutter(segments: readonly Segment[]): Gutter | null {
  const sizes = segments.map(({ size }) => size).sort((first, second) => first - second);
  const size = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const width = narrowestGutter * size;
  let best: Gutter | null = null;
  for (const edge of leftEdges(segments, size)) {
    const gutter = tryGutter(segments, edge, width);
    if (gutter !== null && gutter.weight > (best?.weight ?? 0)) best = gutter;
  }
  return best;
}

/** Where several lines begin: a column's left edge. */
function leftEdges(segments: readonly Segment[], size: number): number[] {
  const lefts = segments.map(({ left }) => left).sort((first, second) => first - second);
  const edges: number[] = [];
  let start = 0;
  for (let index = 1; index <= lefts.length; index += 1) {
    const first = lefts[start] ?? 0;
    if (index < lefts.length && (lefts[index] ?? 0) - first <= size * 0.5) continue;
    if (index - start >= 2) edges.push(first);
    start = index;
  }
  return edges.slice(1);
}

function tryGutter(segments: readonly Segment[], edge: number, width: number): Gutter | null {
  const slack = width * 0.1;
  const side = (segment: Segment): 'left' | 'right' | 'across' => {
    if (segment.right <= edge - width) return 'left';
    return segment.left >= edge - slack ? 'right' : 'across';
  };
  const sorted = [...segments].sort((first, second) => first.baseline - second.baseline);
  const bands: Band[] = [];
  let weight = 0;
  let stretch: Segment[] = [];
  const endStretch = () => {
    if (stretch.length === 0) return;
    const left = stretch.filter((segment) => side(segment) === 'left');
    const right = stretch.filter((segment) => side(segment) === 'right');
    const lines = columnsIn(left, right);
    if (lines > 0) {
      weight += lines;
      // What stands above both columns and belongs to one of them only by its place opens them.
      bands.push({ kind: 'columns', left, right });
    } else pushAcross(stretch);
    stretch = [];
  };
  const pushAcross = (more: readonly Segment[]) => {
    const before = bands.at(-1);
    if (before?.kind === 'across')
      bands[bands.length - 1] = { kind: 'across', segments: [...before.segments, ...more] };
    else bands.push({ kind: 'across', segments: more });
  };
  for (const segment of sorted) {
    if (side(segment) === 'across') {
      endStretch();
      pushAcross([segment]);
    } else stretch.push(segment);
  }
  endStretch();
  return weight > 0 ? { bands, weight } : null;
}

/** How many lines stand side by side in two columns, or 0 where it is a table or nothing of the kind. */
function columnsIn(left: readonly Segment[], right: readonly Segment[]): number {
  const leftRows = rowsOf(left);
  const rightRows = rowsOf(right);
  if (Math.min(leftRows.length, rightRows.length) < fewestLines) return 0;
  const top = Math.max(leftRows[0]?.[0]?.top ?? 0, rightRows[0]?.[0]?.top ?? 0);
  const bottom = Math.min(leftRows.at(-1)?.[0]?.bottom ?? 0, rightRows.at(-1)?.[0]?.bottom ?? 0);
  if (bottom <= top) return 0;
  const beside = (rows: readonly Segment[][]) =>
    rows.filter((row) => (row[0]?.baseline ?? 0) >= top && (row[0]?.baseline ?? 0) <= bottom);
  const leftBeside = beside(leftRows);
  const rightBeside = beside(rightRows);
  const lines = Math.min(leftBeside.length, rightBeside.length);
  if (lines < fewestLines) return 0;
  if (!flows(leftBeside) || !flows(rightBeside)) {
    // The cells of a table stand on the same feet; the lines of a list beside a text do not.
    const aligned = leftBeside.filter((row) =>
      rightBeside.some((other) => Math.abs((row[0]?.baseline ?? 0) - (other[0]?.baseline ?? 0)) < 1),
    ).length;
    if (aligned > Math.min(leftBeside.length, rightBeside.length) * 0.5) return 0;
  }
  return lines;
}

/** Whether lines fill their column as running text does. */
function flows(rows: readonly Segment[][]): boolean {
  const left = Math.min(...rows.flat().map((segment) => segment.left));
  const right = Math.max(...rows.flat().map((segment) => segment.right));
  const size = rows[0]?.[0]?.size ?? 10;
  const width = right - left;
  if (width < size * 6) return false;
  const full = rows.filter((row) => row.reduce((sum, segment) => sum + segment.right - segment.left, 0) > width * 0.7);
  return full.length >= rows.length * 0.5;
}

import type { PageText, Piece } from '../pieces.ts';
import { regionsOf } from './columns.ts';
import { withEdges } from './edges.ts';
import { type Line, makeLine } from './lines.ts';
import { makeSegment, onOneLine, rowsOf, segmentsOf } from './segments.ts';

/** A page's lines in reading order: as its tags say, or else as it is laid out. */

/** Numbers the columns of a whole document. */
export class Flow {
  #region = 0;

  /** The order that the page's look gives. */
  byLayout(page: PageText, pieces: readonly Piece[]): Line[] {
    const segments = segmentsOf(pieces);
    const backwards = pieces.filter(({ rightToLeft }) => rightToLeft).length > pieces.length / 2;
    const lines = regionsOf(segments, backwards).flatMap((region) => {
      const place = { page: page.number, region: this.#region++, edges: { left: region.left, right: region.right } };
      return rowsOf(joinInitials(region.segments)).map((row) =>
        makeLine(
          row.flatMap((segment) => segment.pieces),
          place,
        ),
      );
    });
    return withEdges(lines);
  }

  /** The order that the document's tags give. */
  byTags(page: PageText, pieces: readonly Piece[]): Line[] {
    const ordered = pieces
      .map((piece) => ({ piece, order: piece.content?.kind === 'element' ? piece.content.order : -1 }))
      .sort((first, second) => first.order - second.order)
      .map(({ piece }) => piece);
    const rows: Piece[][] = [];
    for (const piece of ordered) {
      const row = rows.at(-1);
      const before = row?.at(-1);
      if (row !== undefined && before !== undefined && goesOn(before, piece)) row.push(piece);
      else rows.push([piece]);
    }
    const stretches: Piece[][][] = [];
    for (const row of rows) {
      const stretch = stretches.at(-1);
      const before = stretch?.at(-1);
      if (stretch !== undefined && before !== undefined && isUnder(before, row)) stretch.push(row);
      else stretches.push([row]);
    }
    const lines = stretches.flatMap((stretch) => {
      const all = stretch.flat();
      const edges = {
        left: Math.min(...all.map(({ left }) => left)),
        right: Math.max(...all.map(({ right }) => right)),
      };
      const place = { page: page.number, region: this.#region++, edges };
      return stretch.map((row) => makeLine(row, place));
    });
    return withEdges(lines);
  }
}

/** In the order of tags a line goes on while the next piece stands on its foot, in the same block. */
function goesOn(before: Piece, piece: Piece): boolean {
  if (!onOneLine(before, piece)) return false;
  const first = before.content?.kind === 'element' ? before.content.element : null;
  const second = piece.content?.kind === 'element' ? piece.content.element : null;
  return first?.block === second?.block;
}

/** Rows that stand one under the other, as a column's do. */
function isUnder(before: readonly Piece[], row: readonly Piece[]): boolean {
  const first = makeSegment(before);
  const second = makeSegment(row);
  const down = second.baseline - first.baseline;
  const size = Math.max(first.size, second.size);
  return down > 0 && down < size * 4 && first.left < second.right && second.left < first.right;
}

/**
 * A large first letter that spans several lines goes to the first of them, which stands beside it and
 * not on its foot.
 */
function joinInitials(segments: readonly ReturnType<typeof makeSegment>[]): ReturnType<typeof makeSegment>[] {
  const result = [...segments];
  for (const initial of segments) {
    const letters = initial.pieces.map(({ text }) => text).join('');
    if (!/^["“„«'‘]?\p{Lu}$/u.test(letters.trim())) continue;
    const beside = result.filter(
      (segment) =>
        segment !== initial &&
        segment.size < initial.size * 0.6 &&
        segment.baseline > initial.baseline - initial.size &&
        segment.baseline <= initial.baseline + segment.size * 0.3 &&
        segment.left >= initial.right - initial.size * 0.2 &&
        segment.left < initial.right + initial.size * 0.6,
    );
    const first = beside.sort((one, other) => one.baseline - other.baseline)[0];
    if (first === undefined || beside.length < 2) continue;
    const [piece] = first.pieces;
    if (piece === undefined) continue;
    result.splice(result.indexOf(initial), 1);
    const set: Piece = {
      ...piece,
      text: letters.trim(),
      left: Math.min(initial.left, piece.left - 0.1),
      right: piece.left,
      spaced: false,
    };
    result[result.indexOf(first)] = makeSegment([set, ...first.pieces]);
  }
  return result;
}

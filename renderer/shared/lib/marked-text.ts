/** A piece of a text, marked or not. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its marks (spans in UTF-16 units, in any order, overlapping or not). */
export function markedPieces(text: string, marks: readonly (readonly [number, number])[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(start, from);
    const stop = Math.min(end, text.length);
    if (stop <= begin) continue;
    if (begin > from) pieces.push({ text: text.slice(from, begin), marked: false });
    pieces.push({ text: text.slice(begin, stop), marked: true });
    from = stop;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}

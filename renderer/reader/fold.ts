import type { Span } from '../../main/contract/canonical-text.ts';

/** A text folded for comparing (case and diacritics), with the way back to the original's offsets. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of the folded text and its end: the offset in the original. */
  readonly origin: readonly number[];
}

/** Folds case, diacritics, typographic quotation marks and white space, so that what is typed finds what is printed. */
export function fold(text: string): FoldedText {
  const pieces: string[] = [];
  let piece = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) origin.push(at);
    piece += plain;
    at += character.length;
    // One string of millions of letters put together one by one takes fifty times its size until it is read.
    if (piece.length < 4096) continue;
    pieces.push(piece);
    piece = '';
  }
  origin.push(at);
  pieces.push(piece);
  return { text: pieces.join(''), origin };
}

function foldCharacter(character: string): string {
  if (character < '\u0080') return /\s/.test(character) ? ' ' : character.toLowerCase();
  if (/[\u2018\u2019\u201A\u2032]/.test(character)) return "'";
  if (/[\u201C\u201D\u201E\u2033\u00AB\u00BB]/.test(character)) return '"';
  if (/\s/.test(character)) return ' ';
  return character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every place of the words looked for, in order and without overlaps. An empty search finds nothing. */
export function findAll(text: FoldedText, wanted: string): readonly Span[] {
  const needle = fold(wanted).text;
  if (needle === '') return [];
  const found: Span[] = [];
  for (let at = text.text.indexOf(needle); at >= 0; at = text.text.indexOf(needle, at + needle.length))
    found.push(spanOf(text, at, at + needle.length));
  return found;
}

function spanOf(text: FoldedText, from: number, to: number): Span {
  const start = text.origin[from] ?? 0;
  const last = text.origin[to - 1] ?? start;
  // A character that folds to several units ends where the next origin begins.
  let end = to;
  while (end < text.origin.length - 1 && text.origin[end] === last) end++;
  return { start, end: text.origin[end] ?? last };
}

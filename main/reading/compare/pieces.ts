import { wordsOf } from '../../contract/index.ts';

/** A whole word, or a sign between words; offsets in UTF-16 units of its text. White space is no piece. */
export interface Piece {
  readonly text: string;
  /** Case and diacritics folded; empty for a sign. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What holds two words together without white space: don’t, first-rate, 1,200, 3.5, 14:05. */
const joint = /^['’.,:‐‑-]$/u;
/** Scripts that part words by sense and not by space. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The pieces that a comparison is made of: the words of the search index (main/contract/words.ts), with
 * what is joined to one in print kept whole, and each sign between them, because an archive of exact
 * words does not pass over a moved comma or a changed quotation mark.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, word } of wordsOf(text)) {
    const between = text.slice(at, start);
    const last = pieces.at(-1);
    if (last !== undefined && last.word !== '' && last.end === at && joint.test(between)) {
      pieces[pieces.length - 1] = {
        text: text.slice(last.start, end),
        word: `${last.word}${between}${word}`,
        start: last.start,
        end,
      };
    } else {
      addSigns(text, at, start, pieces);
      if (isBeyondAscii(word) && unspaced.test(word)) addUnspaced(text, start, end, pieces);
      else pieces.push({ text: text.slice(start, end), word, start, end });
    }
    at = end;
  }
  addSigns(text, at, text.length, pieces);
  return pieces;
}

/** Most words are told by their ends. */
function isBeyondAscii(word: string): boolean {
  return word.charCodeAt(0) > 127 || word.charCodeAt(word.length - 1) > 127;
}

function addSigns(text: string, from: number, to: number, pieces: Piece[]): void {
  let at = from;
  for (const sign of text.slice(from, to)) {
    if (!/\s/u.test(sign)) pieces.push({ text: sign, word: '', start: at, end: at + sign.length });
    at += sign.length;
  }
}

function addUnspaced(text: string, start: number, end: number, pieces: Piece[]): void {
  for (const { segment, index } of segmenter.segment(text.slice(start, end)))
    pieces.push({ text: segment, word: segment, start: start + index, end: start + index + segment.length });
}

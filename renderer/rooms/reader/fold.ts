import type { Span } from '../../../main/contract/canonical-text.ts';
import { firstIndex } from '../../shared/article/pieces.ts';

/** A text folded for comparing (case and diacritics), with the way back to the original's offsets. */
export interface FoldedText {
  readonly text: string;
  /**
   * Where the original's offsets don't go on as the folded text's do, in order: from `unit` on they count from
   * `origin`. Few, even in a long text: most characters fold to as many units as they have.
   */
  readonly turns: readonly Turn[];
}

interface Turn {
  readonly unit: number;
  readonly origin: number;
}

/** Folds case, diacritics, typographic quotation marks and white space, so that what is typed finds what is printed. */
export function fold(text: string): FoldedText {
  const pieces: string[] = [];
  const turns: Turn[] = [{ unit: 0, origin: 0 }];
  let unit = 0;
  // What is plain is folded stretch by stretch: one character after the other took seconds for a million words.
  for (const { 0: stretch, index } of text.matchAll(/[\0-\x7f]+|[^\0-\x7f]+/g)) {
    if (stretch.charCodeAt(0) < 0x80) {
      pieces.push(stretch.replace(/[\t-\r]/g, ' ').toLowerCase());
      unit += stretch.length;
      continue;
    }
    let at = index;
    for (const character of stretch) {
      const plain = foldCharacter(character);
      pieces.push(plain);
      if (plain.length !== character.length) {
        // Each of its units stands for the whole character.
        for (let own = 0; own < plain.length; own++) turns.push({ unit: unit + own, origin: at });
        turns.push({ unit: unit + plain.length, origin: at + character.length });
      }
      unit += plain.length;
      at += character.length;
    }
  }
  return { text: pieces.join(''), turns };
}

/** The offset in the original of a unit of the folded text, or of its end. */
function originOf({ turns }: FoldedText, unit: number): number {
  const turn = turns[firstIndex(turns, (one) => one.unit > unit) - 1];
  return turn === undefined ? unit : turn.origin + unit - turn.unit;
}

function foldCharacter(character: string): string {
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
  const last = originOf(text, to - 1);
  // A character that folds to several units ends where the next origin begins.
  let end = to;
  while (end < text.text.length && originOf(text, end) === last) end++;
  return { start: originOf(text, from), end: originOf(text, end) };
}

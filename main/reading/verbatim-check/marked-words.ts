/**
 * All words of an original as its format's reader tells them: a line break wherever the original begins another
 * line, and signs around what a reader of it does not see. Both are found in the original's bytes by our own
 * readers; what a record says of them counts for nothing.
 */

/** Noncharacters that Unicode leaves to programs (23.7): no text that is exchanged holds them. */
const hiddenBegins = '\uFDD0';
const hiddenEnds = '\uFDD1';
const signs = /[\uFDD0\uFDD1]/gu;

/** Words that stand in the original unseen. They may be left out of a sentence, or read with it. */
export function hiddenWords(words: string): string {
  return `${hiddenBegins}${words}${hiddenEnds}`;
}

/** Words as an original has them, which can't be taken for signs of ours. */
export function withoutSigns(words: string): string {
  return words.replace(signs, '');
}

/** Marked words, ready to be searched. Everything counts in the squeezed text. */
export interface OriginalWords {
  /** Without white space, which a reading copy folds. */
  readonly text: string;
  /** Where lines begin and end, rising; the first and the last offset are among them. */
  readonly breaks: readonly number[];
  /** What may be passed over, by rising starts; one may stand in another. */
  readonly hidden: readonly { readonly start: number; readonly end: number }[];
}

/** White space is folded by a reading copy, so it does not count in the comparison. */
export function squeeze(text: string): string {
  return text.replace(/[\s\uFDD0\uFDD1]+/gu, '');
}

export function readMarkedWords(marked: string): OriginalWords {
  const pieces: string[] = [];
  const breaks: number[] = [0];
  const hidden: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let length = 0;
  const addBreak = (): void => {
    if (breaks.at(-1) !== length) breaks.push(length);
  };
  for (const { 0: piece } of marked.matchAll(/\n|[\uFDD0\uFDD1]|[^\n\uFDD0\uFDD1]+/gu)) {
    if (piece === '\n') addBreak();
    else if (piece === hiddenBegins) {
      const range = { start: length, end: length };
      open.push(range);
      hidden.push(range);
    } else if (piece === hiddenEnds) {
      const range = open.pop();
      if (range !== undefined) range.end = length;
    } else {
      const text = squeeze(piece);
      pieces.push(text);
      length += text.length;
    }
  }
  addBreak();
  return { text: pieces.join(''), breaks, hidden: hidden.filter(({ start, end }) => end > start) };
}

/**
 * From characters to paragraphs. Plain text comes in three shapes: paragraphs parted by empty lines,
 * one paragraph a line, and lines broken at a width ("hard-wrapped", as e-mail programs do). The shape is
 * measured over the whole text, because no single line shows it.
 */

/**
 * Line ends made one kind; control characters and those that show nothing (soft hyphen, zero-width space)
 * dropped, because they would hide words from the search. The rest is the original's.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?|\u0085|\u2028|\u2029|\f|\v/gu, '\n')
    .replace(/[\p{Cc}--[\n\t]]|[\u00AD\u200B\u2060\uFEFF]/gv, '');
}

/** Spaces folded, as every block's text is. A non-breaking space is a character of the original. */
export function foldSpaces(text: string): string {
  return text.replace(/[\s--[\u00A0\u202F\u2007]]+/gv, ' ').trim();
}

/** What stands at the front of a quoted line ("> ", ">> "), or empty. */
export function quotePrefix(line: string): string {
  return /^\s{0,3}(?:>\s?)+/u.exec(line)?.[0] ?? '';
}

/** The width at which a text's lines were broken, in UTF-16 units; null when they were not. */
export type WrapWidth = number | null;

/** Lines that stand together, between empty lines. */
export function chunksOf(text: string): string[][] {
  const chunks: string[][] = [];
  let chunk: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      chunk.push(line);
    } else if (chunk.length > 0) {
      chunks.push(chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

const listMarker = /^(\s*)(?:[-*•·‣◦]|(\d{1,3})[.)])\s+(?=\S)/u;
const ruleLine = /^\s*(?:([-_*=~#])(?:\s*\1){2,}|[⁂—–]{3,})\s*$/u;

/** A list's marker at the front of a line: its depth in units of two columns, its number, its length. */
export function readMarker(
  line: string,
): { readonly indent: number; readonly number: number | null; readonly length: number } | null {
  const match = listMarker.exec(line);
  if (match === null || ruleLine.test(line)) return null;
  const indent = (match[1] ?? '').replace(/\t/gu, '    ').length;
  return { indent, number: match[2] === undefined ? null : Number(match[2]), length: match[0].length };
}

export function isRuleLine(line: string): boolean {
  return ruleLine.test(line);
}

/** A line that makes a heading of the one above it. */
export function isUnderline(line: string): boolean {
  return /^\s*(?:={3,}|-{3,}|~{3,})\s*$/u.test(line);
}

/** True when the next line's first word would not have fitted on this one. */
function isForcedBreak(line: string, next: string, width: number): boolean {
  const firstWord = /^\S+/u.exec(next.trim())?.[0] ?? '';
  return line.trimEnd().length + 1 + firstWord.length > width - 2;
}

/** "Subject: The pier": a line that stands for itself. */
const labelledLine = /^\s*\p{Lu}[\p{L}-]{1,15}:\s+\S/u;

const endsLikeSentence = /[.!?…:]["'”’»)\]]*\s*$/u;

export function measureWrap(chunks: readonly (readonly string[])[]): WrapWidth {
  const breaks: { line: string; next: string }[] = [];
  for (const chunk of chunks) {
    for (const [index, line] of chunk.entries()) {
      const next = chunk[index + 1];
      if (next === undefined || readMarker(next) !== null || isRuleLine(line) || isRuleLine(next)) continue;
      // The lines of a letter's head say nothing about the width of its text.
      if (labelledLine.test(line)) continue;
      breaks.push({ line, next });
    }
  }
  if (breaks.length < 2) return null;
  const lengths = breaks.map(({ line }) => line.trimEnd().length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  if (width < 36 || width > 132) return null;
  const forced = breaks.filter(({ line, next }) => isForcedBreak(line, next, width)).length;
  // Where most lines end with a full stop they are paragraphs that happen to be of one length.
  const closed = breaks.filter(({ line }) => endsLikeSentence.test(line)).length;
  return forced >= breaks.length * 0.6 && closed < breaks.length * 0.5 ? width : null;
}

/** Two lines as one: with a space, but not after a compound's hyphen or between Chinese or Japanese characters. */
function join(line: string, next: string): string {
  const left = line.trimEnd();
  const right = next.trimStart();
  if (/\p{L}[-\u2010]$/u.test(left) && /^\p{Ll}/u.test(right) && !/^(?:und|oder|and|or|to|bis)\b/u.test(right))
    return left + right;
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、]/u;
  if (cjk.test(left.slice(-1)) && cjk.test(right.slice(0, 1))) return left + right;
  return `${left} ${right}`;
}

function indentOf(line: string): number {
  return (/^[ \t\u00A0]*/u.exec(line)?.[0] ?? '').replace(/\t/gu, '    ').length;
}

/** The paragraphs of lines that stand together. */
export function unwrap(lines: readonly string[], width: WrapWidth): string[] {
  const paragraphs: string[] = [];
  let current: string | null = null;
  let previous = '';
  for (const line of lines) {
    if (current !== null && belongsTogether(previous, line, width)) {
      current = join(current, line);
    } else {
      if (current !== null) paragraphs.push(foldSpaces(current));
      current = line;
    }
    previous = line;
  }
  if (current !== null) paragraphs.push(foldSpaces(current));
  return paragraphs.filter((paragraph) => paragraph !== '');
}

function belongsTogether(previous: string, line: string, width: WrapWidth): boolean {
  if (labelledLine.test(previous) && labelledLine.test(line)) return false;
  const isClosed = endsLikeSentence.test(previous);
  if (width !== null && isForcedBreak(previous, line, width)) {
    // An indented line after a full stop begins a paragraph where none are parted by empty lines.
    return !(isClosed && indentOf(line) >= indentOf(previous) + 2);
  }
  if (isClosed) return false;
  // A small letter goes on with what the line before began, and so do the lines of a shouted headline.
  if (/^\s*\p{Ll}/u.test(line) && !/^\s*(?:https?:|www\.|\S+@)/u.test(line)) return true;
  return isShouted(previous) && isShouted(line) && width !== null;
}

function isShouted(line: string): boolean {
  return /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(line) && line === line.toUpperCase() && !/\d{4}/u.test(line);
}

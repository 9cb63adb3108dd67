import type { Line } from './lines.ts';
import { readMarker } from './markers.ts';
import type { Setting } from './measure.ts';

/** From lines to paragraphs: by what the tags say, else by spacing, indents and lines that end early. */

export interface Paragraph {
  readonly lines: readonly Line[];
}

const endsSentence = /[.!?…:;。！？]["”’»)\]]*\s*$/u;
const beginsSmall = /^["“„«'‘(]?\p{Ll}/u;

/** Parts lines in reading order into paragraphs; one that goes on in the next column or page is one. */
export function paragraphsOf(lines: readonly Line[], setting: Setting): Paragraph[] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const before = current?.at(-1);
    if (current === undefined || before === undefined) {
      paragraphs.push([line]);
    } else if (before.region === line.region && before.page === line.page) {
      if (startsAnew(current, before, line, setting)) paragraphs.push([line]);
      else current.push(line);
    } else {
      const open = openParagraph(paragraphs, line, setting);
      if (open === null) paragraphs.push([line]);
      else open.push(line);
    }
  }
  return paragraphs.map((own) => ({ lines: own }));
}

function startsAnew(paragraph: readonly Line[], before: Line, line: Line, setting: Setting): boolean {
  const tagged = byTags(before, line);
  if (tagged !== null) return tagged;
  if (differsInSize(before, line)) return true;
  const leading = setting.leading(line.size);
  const down = line.baseline - before.baseline;
  if (down <= 0) return true;
  if (down > leading * 1.32 + 0.5) return true;
  const isClosed = endsSentence.test(before.text);
  const isForced = wasFull(before, line);
  if (isSeparateLink(before, line)) return true;
  if (isHeadingLike(before, setting) && isHeadingLike(line, setting) && !isClosed && before.bold === line.bold)
    return false;
  if (isHeadingLike(before, setting) !== isHeadingLike(line, setting)) return true;
  if (readMarker(line.text) !== null && (isClosed || readMarker(paragraph[0]?.text ?? '') !== null || !isForced))
    return true;
  if (isContentsEntry(before.text)) return true;
  // A small letter goes on with what the line before began, however early that ends.
  if (!isForced) return (isClosed || !goesOnWith(before, line)) && !isHanging(paragraph, line);
  // Wider than the usual distance, and nothing that goes on.
  if (down > leading * 1.14 + 0.4 && isClosed) return true;
  if (!isClosed) return false;
  const indent = line.rightToLeft ? before.right - line.right : line.left - before.left;
  const step = line.size * 0.7;
  if (indent > step) return true;
  return indent < -step && paragraph.length > 1 && readMarker(paragraph[0]?.text ?? '') === null;
}

function goesOnWith(before: Line, line: Line): boolean {
  return beginsSmall.test(line.text) || /[\p{L}\p{N}][-‐]\s*$/u.test(before.text);
}

/** "2.1 The harbour . . . . . . 12": a line of a table of contents. */
export function isContentsEntry(text: string): boolean {
  return /(?:\.\s?){4,}\s*[\divxlc]{1,5}\s*$/iu.test(text);
}

/** What the document's tags say of two lines: one block, two, or nothing. */
function byTags(before: Line, line: Line): boolean | null {
  const first = before.element;
  const second = line.element;
  if (first === null || second === null) return first === second ? null : true;
  if (first.block !== null || second.block !== null) return first.block !== second.block;
  const isSameplace =
    first.list === second.list &&
    first.quotation === second.quotation &&
    first.table?.row === second.table?.row &&
    [...first.sections].join() === [...second.sections].join();
  return isSameplace ? null : true;
}

function differsInSize(before: Line, line: Line): boolean {
  return Math.abs(before.size - line.size) > Math.max(before.size, line.size) * 0.09;
}

/** Larger than the body, or bold in a text that isn't. */
export function isHeadingLike(line: Line, setting: Setting): boolean {
  return line.size > setting.bodySize * 1.12 || (line.bold && !setting.bodyBold);
}

/** True when the next line's first word would not have fitted on this one. */
function wasFull(before: Line, line: Line): boolean {
  const room = before.rightToLeft ? before.left - before.edges.left : before.edges.right - before.right;
  // A word needs a space before it, and ragged lines may end a little early.
  return room < line.firstWord + line.size * 0.3;
}

/** The second line of an item stands under its words, however short the first one is. */
function isHanging(paragraph: readonly Line[], line: Line): boolean {
  const first = paragraph[0];
  if (first === undefined || readMarker(first.text) === null) return false;
  return line.left > first.left + line.size * 0.5 && beginsSmall.test(line.text);
}

/** Two lines that are links to two places: entries of a list of links. */
function isSeparateLink(before: Line, line: Line): boolean {
  const first = whollyLinked(before);
  const second = whollyLinked(line);
  return first !== null && second !== null && first !== second;
}

function whollyLinked(line: Line): string | null {
  const [span] = line.spans;
  return line.spans.length === 1 && span !== undefined ? span.href : null;
}

/** So many paragraphs may stand between a broken one and where it goes on: footnotes, captions. */
const furthest = 8;

/** The paragraph of an earlier column or page that goes on with this line, or null. */
function openParagraph(paragraphs: Line[][], line: Line, setting: Setting): Line[] | null {
  const latest = paragraphs.at(-1);
  const block = line.element?.block ?? null;
  if (latest !== undefined && block !== null && latest.at(-1)?.element?.block === block) return latest;
  if (readMarker(line.text) !== null || (isHeadingLike(line, setting) && !beginsSmall.test(line.text))) return null;
  for (let back = 1; back <= Math.min(furthest, paragraphs.length); back += 1) {
    const paragraph = paragraphs.at(-back);
    const last = paragraph?.at(-1);
    if (paragraph === undefined || last === undefined) return null;
    if (line.page - last.page > 1) return null;
    // Notes below a column are smaller than what they interrupt.
    const isAside = last.size < line.size * 0.95 || last.element?.sections.has('note') === true;
    if (isAside) continue;
    return goesOnIn(paragraph, last, line, setting) ? paragraph : null;
  }
  return null;
}

function goesOnIn(paragraph: readonly Line[], last: Line, line: Line, setting: Setting): boolean {
  if (Math.abs(last.size - line.size) > line.size * 0.06 || last.bold !== line.bold) return false;
  if (last.rightToLeft !== line.rightToLeft || !isContinuable(last, line)) return false;
  if (isHeadingLike(last, setting) && !isHeadingLike(line, setting)) return false;
  if (endsSentence.test(last.text)) return false;
  if (beginsSmall.test(line.text) || /[-‐]$/u.test(last.text.trim())) return true;
  const previous = paragraph.at(-2);
  // A line of its own says nothing about the width of its column.
  return previous !== undefined && wasFull(last, line) && /[\p{L}\p{N},–—"”’»)]\s*$/u.test(last.text);
}

function isContinuable(last: Line, line: Line): boolean {
  const first = last.element;
  const second = line.element;
  if (first === null || second === null) return first === second;
  return (
    first.kind === second.kind &&
    (first.kind === 'paragraph' || first.kind === 'loose' || first.kind === 'item') &&
    (first.quotation === null) === (second.quotation === null) &&
    last.page !== line.page
  );
}

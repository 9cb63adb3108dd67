import type { Span } from '../../../main/contract/canonical-text.ts';
import type { OrderedSpans, Segments } from './sentences.ts';

/**
 * A selection with a fixed end and a moving one. `anchor` is what was chosen first, as a whole sentence,
 * word or point; extending keeps it inside the selection whichever way the focus goes.
 */
export interface Cursor {
  readonly anchor: Span;
  readonly focus: number;
}

export type Unit = 'sentence' | 'word' | 'character';
export type Direction = 'next' | 'previous';

export function spanOfCursor(cursor: Cursor): Span {
  return { start: Math.min(cursor.anchor.start, cursor.focus), end: Math.max(cursor.anchor.end, cursor.focus) };
}

export function cursorOf(span: Span, forward = true): Cursor {
  return forward
    ? { anchor: { start: span.start, end: span.start }, focus: span.end }
    : { anchor: { start: span.end, end: span.end }, focus: span.start };
}

/** The sentence, or word, that stands at an offset or next after it. */
export function cursorAt(segments: Segments, offset: number, unit: 'sentence' | 'word' = 'sentence'): Cursor | null {
  const spans = spansOf(segments, unit);
  const span = spans.firstEndingAfter(offset) ?? spans.last();
  return span === null ? null : { anchor: span, focus: span.end };
}

function spansOf(segments: Segments, unit: 'sentence' | 'word'): OrderedSpans {
  return unit === 'sentence' ? segments.sentences : segments.words;
}

/** The cursor on the next or previous sentence or word; it stays where it is at the text's ends. */
export function moved(segments: Segments, cursor: Cursor, unit: 'sentence' | 'word', direction: Direction): Cursor {
  const spans = spansOf(segments, unit);
  const { start, end } = spanOfCursor(cursor);
  const target =
    direction === 'next' ? spans.firstStartingAt(Math.max(end, start + 1)) : spans.lastStartingBefore(start);
  return target === null ? cursor : { anchor: target, focus: target.end };
}

/** The same selection with its moving end one unit further in a direction; it shrinks before it turns round. */
export function extended(segments: Segments, text: string, cursor: Cursor, unit: Unit, direction: Direction): Cursor {
  const { anchor } = cursor;
  let from = cursor.focus;
  if (direction === 'previous' && from === anchor.end) from = anchor.start;
  else if (direction === 'next' && from === anchor.start) from = anchor.end;
  const focus =
    unit === 'character'
      ? byCharacter(text, from, direction)
      : direction === 'next'
        ? forwards(spansOf(segments, unit), anchor, from)
        : backwards(spansOf(segments, unit), anchor, from);
  return focus === null ? cursor : { anchor, focus };
}

function forwards(spans: OrderedSpans, anchor: Span, from: number): number | null {
  if (from >= anchor.end) return spans.firstEndingAfter(from)?.end ?? null;
  return Math.min(anchor.start, spans.firstStartingAt(from + 1)?.start ?? anchor.start);
}

function backwards(spans: OrderedSpans, anchor: Span, from: number): number | null {
  if (from <= anchor.start) return spans.lastStartingBefore(from)?.start ?? null;
  return Math.max(anchor.end, spans.lastEndingBefore(from)?.end ?? anchor.end);
}

/** The selection with its ends changed: what moved stands still, and the other end moves from now on. */
export function swapped(cursor: Cursor): Cursor {
  const { start, end } = spanOfCursor(cursor);
  return cursor.focus === end ? cursorOf({ start, end }, false) : cursorOf({ start, end });
}

/** One character as a reader counts it: a surrogate pair or an accented letter isn't cut. */
function byCharacter(text: string, from: number, direction: Direction): number | null {
  const window = direction === 'next' ? text.slice(from, from + 64) : text.slice(Math.max(0, from - 64), from);
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(window)];
  const character = direction === 'next' ? characters[0] : characters.at(-1);
  if (character === undefined) return null;
  return direction === 'next' ? from + character.segment.length : from - character.segment.length;
}

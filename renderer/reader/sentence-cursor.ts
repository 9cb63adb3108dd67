import type { Span } from '../../main/contract/canonical-text.ts';
import { firstIndex } from './pieces.ts';
import type { Segments } from './sentences.ts';

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
  const spans = unit === 'sentence' ? segments.sentences : segments.words;
  const span = spans[firstIndex(spans, (one) => one.end > offset)] ?? spans.at(-1);
  return span === undefined ? null : { anchor: span, focus: span.end };
}

/** The cursor on the next or previous sentence or word; it stays where it is at the text's ends. */
export function moved(segments: Segments, cursor: Cursor, unit: 'sentence' | 'word', direction: Direction): Cursor {
  const spans = unit === 'sentence' ? segments.sentences : segments.words;
  const { start, end } = spanOfCursor(cursor);
  const target =
    direction === 'next'
      ? spans[firstIndex(spans, (one) => one.start >= Math.max(end, start + 1))]
      : spans[firstIndex(spans, (one) => one.start >= start) - 1];
  return target === undefined ? cursor : { anchor: target, focus: target.end };
}

/** The same selection with its moving end one unit further in a direction; it shrinks before it turns round. */
export function extended(segments: Segments, text: string, cursor: Cursor, unit: Unit, direction: Direction): Cursor {
  const { anchor } = cursor;
  let from = cursor.focus;
  if (direction === 'previous' && from === anchor.end) from = anchor.start;
  else if (direction === 'next' && from === anchor.start) from = anchor.end;
  const spans = unit === 'sentence' ? segments.sentences : segments.words;
  const focus =
    unit === 'character'
      ? byCharacter(text, from, direction)
      : direction === 'next'
        ? forwards(spans, anchor, from)
        : backwards(spans, anchor, from);
  return focus === null ? cursor : { anchor, focus };
}

function forwards(spans: readonly Span[], anchor: Span, from: number): number | null {
  if (from >= anchor.end) return spans[firstIndex(spans, (one) => one.end > from)]?.end ?? null;
  return Math.min(anchor.start, spans[firstIndex(spans, (one) => one.start > from)]?.start ?? anchor.start);
}

function backwards(spans: readonly Span[], anchor: Span, from: number): number | null {
  if (from <= anchor.start) return spans[firstIndex(spans, (one) => one.start >= from) - 1]?.start ?? null;
  return Math.max(anchor.end, spans[firstIndex(spans, (one) => one.end >= from) - 1]?.end ?? anchor.end);
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

import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../main/contract/sentences.ts';
import { findAll, fold } from '../../../renderer/rooms/reader/fold.ts';
import {
  type Cursor,
  cursorAt,
  cursorOf,
  extended,
  moved,
  spanOfCursor,
  swapped,
} from '../../../renderer/rooms/reader/sentence-cursor.ts';
import { segmentsOf } from '../../../renderer/rooms/reader/sentences.ts';
import { shared, trimmed } from '../../../renderer/shared/article/spans.ts';

describe('finding words', () => {
  const text = 'Łódź’s CAFÉ is open. The cafe\u0301 ﬂoats; cafes do not. “Open”';
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end));

  it('folds case, diacritics and typographic marks, and gives the original’s spans', () => {
    expect(words(findAll(fold(text), 'cafe'))).toEqual(['CAFÉ', 'cafe\u0301', 'cafe']);
    expect(words(findAll(fold(text), '"open"'))).toEqual(['“Open”']);
    expect(words(findAll(fold(text), "'s"))).toEqual(['’s']);
    expect(findAll(fold(text), '')).toEqual([]);
  });

  it('finds behind characters that fold to fewer or more units, in a text of any length', () => {
    const long = `${'e\u0301ﬂ 🌊 İstanbul '.repeat(20_000)}the quay`;
    expect(findAll(fold(long), 'THE QUAY')).toEqual([{ start: long.length - 8, end: long.length }]);
    const found = findAll(fold(long), 'istanbul');
    expect(found).toHaveLength(20_000);
    expect(found.every(({ start, end }) => long.slice(start, end) === 'İstanbul')).toBe(true);
  });
});

describe('spans', () => {
  it('finds where two or more lie on each other', () => {
    expect(
      shared([
        { start: 0, end: 10 },
        { start: 5, end: 15 },
        { start: 8, end: 9 },
        { start: 15, end: 20 },
      ]),
    ).toEqual([{ start: 5, end: 10 }]);
    expect(
      shared([
        { start: 0, end: 4 },
        { start: 4, end: 8 },
      ]),
    ).toEqual([]);
  });
  it('drops white space at the ends', () => {
    expect(trimmed('  a b \n', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 });
    expect(trimmed('a  b', { start: 1, end: 3 })).toBeNull();
  });
});

describe('sentence cursor', () => {
  const text = 'The quay is shut. “Nobody asked us,” Mr. Doule said. We wait.\n\nMonday came.';
  const segments = segmentsOf(
    text,
    [
      { start: 0, end: 61 },
      { start: 63, end: 75 },
    ],
    'en',
  );
  const at = (cursor: Cursor | null) => {
    if (cursor === null) return null;
    const { start, end } = spanOfCursor(cursor);
    return text.slice(start, end);
  };
  const first = cursorAt(segments, 0) as Cursor;

  it('starts on the sentence in view and goes from sentence to sentence, across paragraphs', () => {
    expect(at(first)).toBe('The quay is shut.');
    const last = cursorAt(segments, 70) as Cursor;
    expect(at(last)).toBe('Monday came.');
    expect(at(moved(segments, last, 'sentence', 'next'))).toBe('Monday came.');
    expect(at(moved(segments, last, 'sentence', 'previous'))).toBe('We wait.');
    expect(at(moved(segments, first, 'sentence', 'previous'))).toBe('The quay is shut.');
  });

  it('goes by the sentences that the core knows: a title, a month and an initial end none', () => {
    const own = 'Dr. Alder met J. Sol on Nov. 16. “We left,” said Rep. Doule.';
    const sentences = segmentsOf(own, [{ start: 0, end: own.length }], 'en');
    const words = (cursor: Cursor | null) =>
      cursor === null ? null : own.slice(spanOfCursor(cursor).start, spanOfCursor(cursor).end);
    const one = cursorAt(sentences, 0) as Cursor;
    expect(words(one)).toBe('Dr. Alder met J. Sol on Nov. 16.');
    expect(words(moved(sentences, one, 'sentence', 'next'))).toBe('“We left,” said Rep. Doule.');
  });

  it('parts a run of any length as the core does, wherever it is asked', () => {
    const run = 'Dr. Alder met J. Sol on Nov. 16. “We left!” he said… They were gone. '.repeat(3000).trimEnd();
    const long = segmentsOf(
      `${run}\n\nMonday came.`,
      [
        { start: 0, end: run.length },
        { start: run.length + 2, end: run.length + 14 },
      ],
      'en',
    );
    const middle = long.sentences.firstEndingAfter(100_000);
    const all = sentencesOf(run);
    expect(middle).toEqual(all.find(({ end }) => end > 100_000));
    const found = [];
    for (let at = 0; ; ) {
      const next = long.sentences.firstStartingAt(at);
      if (next === null) break;
      found.push(next);
      at = next.end;
    }
    expect(found).toEqual([...all, { start: run.length + 2, end: run.length + 14 }]);
    expect(long.words.lastStartingBefore(run.length + 2)).toEqual({ start: run.length - 5, end: run.length - 1 });
  });

  it('extends by sentence and shrinks again before it turns round', () => {
    const wait = cursorAt(segments, 55) as Cursor;
    const more = extended(segments, text, wait, 'sentence', 'next');
    expect(at(more)).toBe('We wait.\n\nMonday came.');
    const less = extended(segments, text, more, 'sentence', 'previous');
    expect(at(less)).toBe('We wait.');
    const back = extended(segments, text, less, 'sentence', 'previous');
    expect(at(back)?.endsWith('said. We wait.')).toBe(true);
    expect(at(extended(segments, text, back, 'sentence', 'next'))).toBe('We wait.');
  });

  it('makes any selection at all: from any character to any other', () => {
    let cursor = moved(segments, first, 'word', 'next');
    expect(at(cursor)).toBe('Nobody');
    cursor = extended(segments, text, cursor, 'word', 'next');
    expect(at(cursor)).toBe('Nobody asked');
    cursor = extended(segments, text, cursor, 'character', 'previous');
    expect(at(cursor)).toBe('Nobody aske');
    cursor = extended(segments, text, swapped(cursor), 'character', 'next');
    cursor = extended(segments, text, cursor, 'character', 'next');
    expect(at(cursor)).toBe('body aske');
    expect(at(extended(segments, text, swapped(cursor), 'word', 'next'))).toBe('body asked');
  });

  it('never cuts a character that a reader counts as one', () => {
    const flags = 'Go 👩‍👩‍👧 e\u0301h';
    const own = segmentsOf(flags, [{ start: 0, end: flags.length }], null);
    let cursor = cursorOf({ start: 3, end: 3 });
    cursor = extended(own, flags, cursor, 'character', 'next');
    expect(flags.slice(3, spanOfCursor(cursor).end)).toBe('👩‍👩‍👧');
    cursor = extended(own, flags, extended(own, flags, cursor, 'character', 'next'), 'character', 'next');
    expect(flags.slice(3, spanOfCursor(cursor).end)).toBe('👩‍👩‍👧 e\u0301');
  });
});

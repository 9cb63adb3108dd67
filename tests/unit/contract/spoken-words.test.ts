import { describe, expect, it } from 'vitest';
import { areGaps, gapsBetween, spokenSpans, spokenWords } from '../../../main/contract/index.ts';

const quote = 'We will not,” said Ines Alder, “not now.';
const words = ['We will not,', 'not now.'];
const spans = words.map((part) => ({ start: quote.indexOf(part), end: quote.indexOf(part) + part.length }));
const gaps = gapsBetween(spans);

/** The words of the statement where it stands in a text, or null where nobody can say which they are. */
function wordsIn(text: string, part = text): string | null {
  const start = text.indexOf(part);
  const found = spokenSpans(text, { start, end: start + part.length }, quote, gaps);
  return found.length === 0 ? null : spokenWords(text, found);
}

describe('words that a cue interrupts', () => {
  it('are the stretches around it, in the same words and in words that moved', () => {
    expect(wordsIn(quote)).toBe('We will not, […] not now.');
    expect(wordsIn(`The trust was asked. “${quote}”`, quote)).toBe('We will not, […] not now.');
  });

  it('are what stands around the same cue where they have changed', () => {
    expect(wordsIn('We shall never,” said Ines Alder, “not now.')).toBe('We shall never, […] not now.');
  });

  it('are the same words where the cue has changed', () => {
    expect(wordsIn('We will not,” Alder told the council, “not now.')).toBe('We will not, […] not now.');
  });

  it('have no place where both have changed: the reporter’s words would be taken for the speaker’s', () => {
    expect(wordsIn('We shall never,” Alder told the council, “not now.')).toBeNull();
  });

  it('are the whole span where nothing interrupts them', () => {
    expect(spokenSpans('so be it', { start: 3, end: 8 }, 'be it', [])).toEqual([{ start: 3, end: 8 }]);
  });
});

describe('what interrupts a quotation', () => {
  it('lies inside it, in order, with words around it', () => {
    expect(areGaps(gaps, quote.length)).toBe(true);
    for (const wrong of [
      [{ start: 0, end: 5 }],
      [{ start: 5, end: quote.length }],
      [{ start: 5, end: 5 }],
      [{ start: 5, end: 900 }],
      [
        { start: 20, end: 24 },
        { start: 5, end: 8 },
      ],
    ])
      expect(areGaps(wrong, quote.length)).toBe(false);
  });
});

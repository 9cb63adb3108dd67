import { describe, expect, it } from 'vitest';
import { shownTitle } from '../../../renderer/shared/lib/short-words.ts';
import { softPieces } from '../../../renderer/shared/lib/soft-breaks.ts';

describe('words too long to be words', () => {
  it('may break after every hundred letters; the pieces are the text', () => {
    const text = `Before it ${'a'.repeat(450)} and after.`;
    const pieces = softPieces(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.map((piece) => piece.length)).toEqual([110, 100, 100, 100, 61]);
  });

  it('never break within a character', () => {
    const text = `x${'🌊'.repeat(300)}`;
    const pieces = softPieces(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
    expect(pieces.length).toBeGreaterThan(4);
  });

  it('are none in ordinary text, however long it is', () => {
    expect(softPieces('A sentence of ordinary words. '.repeat(500))).toEqual([]);
    expect(softPieces(`https://courier.example/${'path/'.repeat(30)}`)).toEqual([]);
  });
});

it('cuts a title that goes on for pages, not within a character', () => {
  expect(shownTitle('A headline')).toBe('A headline');
  expect(shownTitle(`${'a'.repeat(399)}🌊${'b'.repeat(5000)}`)).toBe(`${'a'.repeat(399)}…`);
});

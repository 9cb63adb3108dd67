import { describe, expect, it } from 'vitest';
import { findSameWords } from '../../../main/reading/compare/same-words.ts';

const words = 'We will keep every ferry running this winter, and we owe the people of this town an answer.';
const around = (passage: string) => `The board met on Monday night. ${passage} Nobody answered the board.`;

/** What is found, with the differences as words. */
function found(passage: string) {
  const result = findSameWords(words, around(passage));
  if (result === null) return null;
  const cut = (text: string, spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end));
  return {
    kind: result.kind,
    text: result.text,
    added: cut(result.text, result.added),
    gone: cut(words, result.gone),
  };
}

describe('words of a statement in another text', () => {
  it('are whole where all of them stand there', () => {
    expect(found(`“${words}”`)).toEqual({ kind: 'whole', text: words.slice(0, -1), added: [], gone: [] });
  });

  it('are cut where some are left out', () => {
    expect(found('We will keep every ferry running this winter.')).toEqual({
      kind: 'cut',
      text: 'We will keep every ferry running this winter',
      added: [],
      gone: [', and we owe the people of this town an answer.'],
    });
    expect(found('We owe the people of this town an answer.')?.kind).toBe('cut');
  });

  it('are altered where others take their place', () => {
    expect(
      found('We will keep every ferry running this summer, and we owe the people of this town an answer.'),
    ).toEqual({
      kind: 'altered',
      text: 'We will keep every ferry running this summer, and we owe the people of this town an answer',
      added: ['summer'],
      gone: ['winter'],
    });
  });

  it('are not those of a sentence that only talks of the same', () => {
    expect(found('The ferry will run in winter, and the people of this town know it.')).toBeNull();
    expect(findSameWords('We will not.', around('We will not.'))).toBeNull();
  });

  it('are found once, where most of them stand', () => {
    const other = 'We will keep every promise. ';
    const result = findSameWords(words, around(`${other.repeat(3)}${words}`));
    expect(result?.kind).toBe('whole');
  });

  it('are looked for in a time that long texts don’t multiply', { timeout: 20_000 }, () => {
    const long = 'we will keep every ferry running '.repeat(4000);
    const began = performance.now();
    findSameWords(long, long);
    // A product of the lengths would be half a thousand million steps.
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../main/contract/sentences.ts';

describe('sentences', () => {
  const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  it.each([
    [['Dr. Alder met Rep. Sol on Nov. 16.', 'They spoke.']],
    [['“Stop!” he said.', 'Nobody stopped.']],
    [['The U.S. Navy came.', 'It left.']],
    [['He has lived in the U.S.', 'The council knows.']],
    [['J. R. Alder asked: “Why?”', 'No one answered.']],
    [['It cost $4.50 a day…', 'Then it cost more.']],
    [['Am 16. November tagte der Rat.', 'Er tagte lange.']],
    [['No. 4 is closed.', 'No. 5 is not.']],
  ])('%j', (sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences);
  });
  it('covers the text without its white space', () => {
    expect(split('  One.   Two  ')).toEqual(['One.', 'Two']);
    expect(split('   ')).toEqual([]);
  });
});

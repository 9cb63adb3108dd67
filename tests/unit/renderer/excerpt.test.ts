import { expect, test } from 'vitest';
import type { ComparedStatement, ComparedWords } from '../../../main/contract/comparison.ts';
import { excerptOf } from '../../../renderer/rooms/compare/excerpt.ts';

const words = (text: string, ...marked: readonly string[]) =>
  ({
    text,
    marks: marked.map((mark) => ({ start: text.indexOf(mark), end: text.indexOf(mark) + mark.length })),
  }) as unknown as ComparedWords;
const shown = (statement: ComparedStatement) => {
  const { left, right } = excerptOf(statement);
  const side = (passages: typeof left) =>
    passages.map((one) => one && [one.text, ...one.marks.map(({ start, end }) => one.text.slice(start, end))]);
  return [side(left), side(right)];
};

test('a changed statement shows the paragraphs with a change on either side, and says that others stand between', () => {
  const left = words('One.\n\nTwo.\n\nThree is old.\n\nFour.\n\nFive.', 'old');
  const right = words('One.\n\nTwo.\n\nThree is new.\n\nFour.\n\nFive more.', 'new', 'more');
  expect(shown({ change: 'changed', left, right })).toEqual([
    [null, ['Three is old.', 'old'], null, ['Five.']],
    [null, ['Three is new.', 'new'], null, ['Five more.', 'more']],
  ]);
});

test('paragraphs that don’t correspond are all shown, and a mark across two is cut', () => {
  const left = words('One.');
  const right = words('One. And\n\nmore of it.', 'And\n\nmore');
  expect(shown({ change: 'changed', left, right })).toEqual([
    [['One.']],
    [
      ['One. And', 'And'],
      ['more of it.', 'more'],
    ],
  ]);
});

test('the same words by somebody else are all shown', () => {
  const same = words('One.\n\nTwo.');
  expect(shown({ change: 'changed', left: same, right: same })[0]).toEqual([['One.'], ['Two.']]);
});

test('one that went is shown whole, as one mark a paragraph', () => {
  expect(shown({ change: 'gone', left: words('One.\n\nTwo.'), right: null })).toEqual([
    [
      ['One.', 'One.'],
      ['Two.', 'Two.'],
    ],
    [],
  ]);
});

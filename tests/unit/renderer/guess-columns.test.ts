import { expect, it } from 'vitest';
import { fieldOf, guessColumns, isEnough, withField } from '../../../renderer/rooms/import/guess-columns.ts';

it('guesses columns by their names, each field once', () => {
  expect(guessColumns(['Headline', 'Title', 'meta.link', 'Full text', 'By', 'Published at', 'x'])).toEqual({
    title: 0,
    url: 2,
    body: 3,
    author: 4,
    date: 5,
  });
  expect(guessColumns(['a', 'b'])).toEqual({});
});

it('gives a field to one column and a column one field', () => {
  const choice = withField({ title: 0, url: 1 }, 1, 'title');
  expect(choice).toEqual({ title: 1 });
  expect(fieldOf(choice, 1)).toBe('title');
  expect(fieldOf(choice, 0)).toBeNull();
  expect(withField(choice, 1, null)).toEqual({});
  expect([{ note: 0 }, { url: 0 }].map(isEnough)).toEqual([false, true]);
});

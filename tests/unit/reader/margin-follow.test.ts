import { expect, it } from 'vitest';
import { followedTop } from '../../../renderer/rooms/reader/margin-follow.ts';

it('a card beside a long passage stays in view, from the passage’s first line to its last', () => {
  const card = { least: 400, most: 900 };
  expect(followedTop(card, 0)).toBe(400);
  expect(followedTop(card, 395)).toBe(407);
  expect(followedTop(card, 700)).toBe(712);
  expect(followedTop(card, 2000)).toBe(900);
});

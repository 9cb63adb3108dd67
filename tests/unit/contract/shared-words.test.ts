import { expect, it } from 'vitest';
import { howShared, joinedSpans } from '../../../main/contract/index.ts';

const span = (start: number, end: number) => ({ start, end });

it.each([
  ['the same words', [span(3, 9)], [span(3, 9)], 'same'],
  ['a quotation within', [span(4, 6)], [span(3, 9)], 'within'],
  ['a quotation around', [span(3, 9)], [span(4, 9)], 'around'],
  ['across an edge', [span(3, 9)], [span(6, 12)], 'across'],
  ['side by side', [span(3, 9)], [span(9, 12)], null],
  ['in a gap of the other', [span(5, 7)], [span(3, 5), span(7, 9)], null],
  ['partly in a gap', [span(4, 7)], [span(3, 5), span(7, 9)], 'across'],
  ['stretches within one', [span(3, 4), span(6, 7)], [span(3, 9)], 'within'],
])('%s', (_what, own, other, how) => {
  expect(howShared(own, other)).toBe(how);
});

it('joins the stretches of two statements in the text’s order', () => {
  expect(joinedSpans([span(10, 14)], [span(2, 5), span(12, 20)])).toEqual([span(2, 5), span(10, 20)]);
  expect(joinedSpans([span(2, 5)], [span(5, 8)])).toEqual([span(2, 8)]);
});

import { describe, expect, test } from 'vitest';
import { fieldQuery, queryPieces, toggleWord } from '../../../renderer/shared/lib/query-pieces.ts';

describe('the search field', () => {
  test('recognises fields, their values and operators', () => {
    const kinds = queryPieces('trust speaker:alder -title:"old pier" (a OR b)').map(({ text, kind }) => [text, kind]);
    expect(kinds.filter(([, kind]) => kind !== 'plain')).toEqual([
      ['speaker:', 'field'],
      ['alder', 'value'],
      ['-title:', 'field'],
      ['"old pier"', 'value'],
      ['(', 'operator'],
      ['OR', 'operator'],
      [')', 'operator'],
    ]);
  });
  test.each(['don’t', 'C++ 100% ""', 'speaker:', '"never closed', '  a  :b://c ', 'ratio:3', '(((', '🚢 quay'])(
    'draws every character of %j, in order',
    (query) => {
      expect(
        queryPieces(query)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(query);
    },
  );
  test('a word that looks like a field but is none stays plain', () => {
    expect(queryPieces('ratio:3')).toEqual([{ text: 'ratio:3', kind: 'plain' }]);
  });
});

test('a refinement goes in once and comes out again', () => {
  expect(toggleWord('', 'in:notes')).toBe('in:notes');
  expect(toggleWord('pier "night watch"', 'in:notes')).toBe('pier "night watch" in:notes');
  expect(toggleWord('pier in:notes "night watch"', 'in:notes')).toBe('pier "night watch"');
});

test('a value with spaces or quotes becomes one field', () => {
  expect(fieldQuery('speaker', 'Ines Alder')).toBe('speaker:"Ines Alder"');
  expect(fieldQuery('code', 'the "new" rule')).toBe('code:"the new rule"');
});

import { describe, expect, it } from 'vitest';
import { matchOf } from '../../../main/core/search/match.ts';
import { parseQuery } from '../../../main/core/search/parser.ts';

const kinds: readonly (readonly [kind: string, text: string])[] = [
  ['NOT after NOT', `${'NOT '.repeat(200_000)}harbour`],
  ['minus and NOT', `${'-NOT '.repeat(200_000)}harbour`],
  ['parentheses', `${'('.repeat(200_000)}harbour${')'.repeat(200_000)}`],
  ['parentheses that never end', `${'(a '.repeat(200_000)}harbour`],
  ['minus before parentheses', `${'-('.repeat(200_000)}harbour${')'.repeat(200_000)}`],
  ['OR after OR', `${'a OR '.repeat(200_000)}harbour`],
  ['quotation marks', `${'"a" '.repeat(200_000)}harbour`],
  ['fields of fields', `${'title:'.repeat(200_000)}harbour`],
];

describe('searches that lie in themselves without end', () => {
  it.each(kinds)('%s: what was asked for is read', (_kind, text) => {
    const { query } = parseQuery(text);
    expect(JSON.stringify(query)).toContain('harbour');
    if (query !== null) expect(matchOf(query)?.match).toContain('harbour');
  });

  it('counts how often something is negated', () => {
    const plain = parseQuery('harbour').query;
    expect(parseQuery('NOT NOT harbour').query).toEqual(plain);
    expect(parseQuery('NOT NOT NOT harbour').query).toEqual({ kind: 'not', part: plain });
    expect(parseQuery('NOT').query).toMatchObject({ kind: 'words', words: ['not'] });
  });
});

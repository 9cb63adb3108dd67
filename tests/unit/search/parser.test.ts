import { describe, expect, test } from 'vitest';
import { confine } from '../../../main/core/search/confine.ts';
import { matchOf } from '../../../main/core/search/match.ts';
import { parseQuery } from '../../../main/core/search/parser.ts';
import type { Query } from '../../../main/core/search/query.ts';

/** A tree in one line, for reading in a test. */
function show(query: Query | null): string {
  if (query === null) return '';
  switch (query.kind) {
    case 'words': {
      const words = `${query.phrase || query.words.length > 1 ? `"${query.words.join(' ')}"` : query.words[0]}`;
      return `${query.field === null ? '' : `${query.field}=`}${words}${query.prefix ? '*' : ''}`;
    }
    case 'speaker':
    case 'role':
    case 'organization':
    case 'collection':
    case 'code':
      return `${query.kind}=${query.phrase ? `"${query.words.join(' ')}"` : query.words.join('+')}`;
    case 'kind':
    case 'state':
    case 'language':
    case 'said':
      return `${query.kind} ${query.value}`;
    case 'date':
      return `${query.side} ${query.value}`;
    case 'in':
      return `in ${query.place}`;
    case 'statement':
      return `statement{${show(query.query)}}`;
    case 'unnamed':
    case 'notes':
      return query.kind;
    case 'not':
      return `not ${show(query.part)}`;
    case 'and':
    case 'or':
      return `(${query.parts.map(show).join(` ${query.kind} `)})`;
  }
}
const read = (text: string) => show(parseQuery(text).query);
const typed = (text: string) => show(parseQuery(text, { typing: true }).query);

describe('what a person types', () => {
  test.each([
    ['words are joined by AND', 'harbour trust', '(harbour and trust)'],
    ['AND may be said', 'harbour AND trust', '(harbour and trust)'],
    ['small words are words', 'this or that and not', '(this and or and that and and and not)'],
    ['a phrase', '"relationship of trust"', '"relationship of trust"'],
    ['curly quotation marks', '“public safety” «trust»', '("public safety" and "trust")'],
    ['OR joins its neighbours, before words are joined', 'harbour trust OR faith', '(harbour and (trust or faith))'],
    [
      'what is asked of a statement',
      'role:chief org:"Harbour Board" kind:block state:confirmed said:2016-11',
      '(role=chief and organization="harbour board" and kind block and state confirmed and said 2016-11)',
    ],
    [
      'other words for a field',
      'publication:courier organisation:board',
      '(publication=courier and organization=board)',
    ],
    ['a collection and a language', 'collection:winter language:pt-BR', '(collection=winter and language pt-br)'],
    [
      'a field that knows a few words takes others as words',
      'kind:hearted state:Ohio',
      '("kind hearted" and "state ohio")',
    ],
    ['a filter holds for both sides of OR', 'trust OR faith speaker:alder', '((trust or faith) and speaker=alder)'],
    ['parentheses', '(harbour board) OR ferry', '((harbour and board) or ferry)'],
    ['not', 'trust -police -"night shift" -(a OR b)', '(trust and not police and not "night shift" and not (a or b))'],
    ['NOT in capitals', 'trust NOT police', '(trust and not police)'],
    ['a minus inside a word', 'Marrow-Bay', '"marrow bay"'],
    ['only what is excluded', '-police', 'not police'],
    ['prefixes', 'harb* "public saf"*', '(harb* and "public saf"*)'],
    [
      'fields',
      'title:harbour by:reyl from:"Ellery Courier"',
      '(title=harbour and byline=reyl and publication="ellery courier")',
    ],
    ['a field with a blank after it', 'speaker: alder', 'speaker=alder'],
    ['whoever nobody names', 'speaker:? -speaker:?', '(unnamed and not unnamed)'],
    ['a field in capitals', 'Speaker:alder', 'speaker=alder'],
    ['a field over a group', 'title:(harbour OR ferry)', '(title=harbour or title=ferry)'],
    ['several speakers', 'speaker:(alder OR reyl)', '(speaker=alder or speaker=reyl)'],
    ['quoted names', 'speaker:"Ines Alder" code:"Public trust"', '(speaker="ines alder" and code="public trust")'],
    [
      'negative fields',
      '-speaker:alder -from:courier -after:2016',
      '(not speaker=alder and not publication=courier and not after 2016)',
    ],
    ['dates', 'before:2016-12 after:2016-11-01 before:2017', '(before 2016-12 and after 2016-11-01 and before 2017)'],
    ['dates in other shapes', 'after:2016-2-3 before:2016/11', '(after 2016-02-03 and before 2016-11)'],
    ['case and diacritics', 'Café ÉLAN', '(cafe and elan)'],
  ])('%s', (_name, text, tree) => {
    expect(read(text)).toBe(tree);
  });

  test.each([
    ['an apostrophe', "don't", '"don t"'],
    ['signs', 'C++', 'c'],
    ['an address', 'https://courier.example/a', '"https courier example a"'],
    ['a quotation that is not closed', 'harbour "night shift', '(harbour and "night shift")'],
    ['parentheses that are not closed', '((harbour OR ferry', '(harbour or ferry)'],
    ['parentheses that were not opened', 'harbour) ferry)', '(harbour and ferry)'],
    ['empty parentheses and quotes', '() "" harbour', 'harbour'],
    ['operators without neighbours', 'OR harbour OR', 'harbour'],
    ['operators in a row', 'harbour OR OR AND ferry', '(harbour or ferry)'],
    ['nothing but operators', 'OR AND', '(or and and)'],
    ['a minus alone', 'harbour - ferry', '(harbour and ferry)'],
    ['many dashes', '--harbour', 'not harbour'],
    ['a star alone', '*', ''],
    ['a field without a value', 'harbour speaker:', 'harbour'],
    ['fields on fields', 'title:by:reyl', 'byline=reyl'],
    ['an unknown field', 'note:harbour', '"note harbour"'],
    ['a field that was a word', 'after:lunch in:town', '("after lunch" and "in town")'],
    ['control characters', 'har\u0000bour\u0007', '"har bour"'],
    ['nothing', ' \n\t', ''],
  ])('%s is legal and means the obvious', (_name, text, tree) => {
    expect(read(text)).toBe(tree);
  });

  test('what holds no letter is named as left out', () => {
    expect(parseQuery('🎉')).toEqual({ query: null, ignored: [{ text: '🎉', reason: 'no-word' }] });
    expect(show(parseQuery('harbour ++').query)).toBe('harbour');
    expect(parseQuery('harbour after:20').ignored).toEqual([{ text: 'after:20', reason: 'no-date' }]);
    expect(parseQuery('before:2016-02-30').ignored).toEqual([{ text: 'before:2016-02-30', reason: 'no-date' }]);
  });

  test('any 4,000 characters are read, however deep', () => {
    for (const text of [
      '('.repeat(3999),
      `${'('.repeat(3000)}a`,
      '(a '.repeat(1333),
      '-('.repeat(2000),
      'NOT '.repeat(1000),
    ])
      expect(() => parseQuery(`${text}b`)).not.toThrow();
    expect(read(`${'('.repeat(2000)}harbour${')'.repeat(1999)}`)).toBe('harbour');
  });
});

describe('while it is typed', () => {
  test.each([
    ['the last word may go on', 'harbour tru', '(harbour and tru*)'],
    ['a blank ends it', 'harbour tru ', '(harbour and tru)'],
    ['one letter is too little to go by', 'harbour t', 'harbour'],
    ['a star stays', 'tru*', 'tru*'],
    ['in a field too', 'from:cour', 'publication=cour*'],
    ['a closed phrase is whole', '"public safety"', '"public safety"'],
    ['an open one may go on', '"public saf', '"public saf"*'],
    ['by more than a letter', '"relationship of t', '"relationship of"'],
    ['a sign after it ends it', 'trust.', 'trust'],
    ['the letter after an apostrophe', "don't", '"don t"'],
    ['excluded words too', 'harbour -tru', '(harbour and not tru*)'],
  ])('%s', (_name, text, tree) => {
    expect(typed(text)).toBe(tree);
  });
});

describe('in:', () => {
  const confined = (text: string) => {
    const { query } = parseQuery(text);
    return show(query && confine(query));
  };
  test.each([
    ['words must stand in one statement', 'trust oath in:statement', 'statement{(trust and oath)}'],
    [
      'and be its speaker’s',
      'in:statement trust speaker:alder after:2016',
      '(statement{(trust and speaker=alder)} and after 2016)',
    ],
    ['what is excluded too', 'in:statement trust -oath', 'statement{(trust and not oath)}'],
    ['a field keeps its place', 'trust title:harbour in:statement', '(statement{trust} and title=harbour)'],
    ['any statement', 'in:statement', 'statement{}'],
    ['notes', 'trust (oath OR duty) in:notes', '(notes=trust and (notes=oath or notes=duty))'],
    ['notes without a word', 'in:notes -trust', '(notes and not notes=trust)'],
    ['either place', 'trust in:notes in:statement', '(notes=trust or statement{trust})'],
    ['not there', 'trust -in:statement', '(trust and not statement{trust})'],
    ['only in its parentheses', 'harbour (trust in:notes)', '(harbour and notes=trust)'],
    ['words beside other things', 'in:statement (trust OR title:oath)', '(statement{trust} or title=oath)'],
  ])('%s', (_name, text, tree) => {
    expect(confined(text)).toBe(tree);
  });
});

describe('what FTS5 is given', () => {
  const match = (text: string) => {
    const { query } = parseQuery(text);
    return query && matchOf(query);
  };
  test('every term is a quoted string', () => {
    expect(match('don\'t C++ "a""b" NEAR(x) title:tr* OR y:z -^w')?.match).toBe(
      '(("don t" AND "c" AND "a" AND "b" AND "near" AND "x" AND ({title} : "tr" * OR "y z")) NOT "w")',
    );
  });
  test('what begins with a "not" comes as its opposite', () => {
    expect(match('-a')).toEqual({ match: '"a"', negative: true });
    expect(match('-a -b')).toEqual({ match: '("a" OR "b")', negative: true });
    expect(match('a OR -b')).toEqual({ match: '("b" NOT "a")', negative: true });
    expect(match('-(a -b)')).toEqual({ match: '("a" NOT "b")', negative: true });
  });
});

import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Span, SpeakerId, spokenWords } from '../../../main/contract/index.ts';
import { attributionOf } from '../../../main/reading/statements/attribution.ts';
import { citedPassage, type PassageStatement } from '../../../main/reading/statements/cited-passage.ts';

const text = [
  'The quay stays shut.',
  '“We will not open it,” said Ines Alder on Friday, “not this winter and not the next.” The wardens sighed.',
  'Tomas Reyl of the union disagreed: “She told us ‘you may sleep here’ in May.” Nobody answered.',
  'Alder said that the town would be asked.',
].join('\n\n');

function span(words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

function person(name: string, role: string | null = null, organization: string | null = null) {
  return { id: parse(SpeakerId, '01890000-0000-7000-8000-000000000001'), name, role, organization };
}

const alder: PassageStatement = {
  spans: [span('We will not open it,'), span('not this winter and not the next.')],
  kind: 'direct',
  state: 'confirmed',
  placement: 'exact',
  speakers: [person('Ines Alder', 'harbour warden', 'Port Office')],
  described: null,
  said: { value: '2024-11-15', precision: 'day' },
};
const reyl: PassageStatement = {
  spans: [span('She told us ‘you may sleep here’ in May.')],
  kind: 'direct',
  state: 'confirmed',
  placement: 'moved',
  speakers: [person('Tomas Reyl', null, 'union')],
  described: null,
  said: null,
};
const quotedByReyl: PassageStatement = { ...alder, said: null, spans: [span('you may sleep here')] };
const reported: PassageStatement = { ...alder, kind: 'indirect', spans: [span('that the town would be asked.')] };

function told(selected: Span, statements: readonly PassageStatement[] = [alder, reyl, quotedByReyl, reported]) {
  const passage = citedPassage(text, selected, statements);
  return { words: spokenWords(text, passage.spans), who: attributionOf(text, passage).sentences.join(' ') };
}
/** From the first of some words to the last of others. */
function from(first: string, last: string): Span {
  return { start: span(first).start, end: span(last).end };
}

const who = 'Ines Alder, harbour warden, Port Office, said 15 November 2024';

describe('a copied passage', () => {
  it('is its speaker’s where it lies in a statement, whole or in part, with or without its marks', () => {
    expect(told(span('will not open'))).toEqual({ words: 'will not open', who: `${who}.` });
    expect(told(span('“We will not open it,”'))).toEqual({ words: 'We will not open it,', who: `${who}.` });
    expect(told(span(' this winter and not'))).toEqual({ words: 'this winter and not', who: `${who}.` });
  });

  it('passes over what interrupts its speaker', () => {
    expect(told(from('open it', 'not this winter'))).toEqual({ words: 'open it, […] not this winter', who: `${who}.` });
  });

  it('says which words are the article’s where it reaches beyond the statement', () => {
    expect(told(from('not this winter', 'The wardens sighed.'))).toEqual({
      words: 'not this winter and not the next.” The wardens sighed.',
      who: `Not all of these words are the speaker’s. ${who}: “not this winter and not the next.” The article’s own words: “The wardens sighed.”`,
    });
    // It begins in what interrupts her: nobody would know that these are not her words.
    expect(told(from('said Ines', 'this winter')).who).toBe(
      `Not all of these words are the speaker’s. ${who}: “not this winter”. The article’s own words: “said Ines Alder on Friday,”.`,
    );
  });

  it('names everybody whose statement it reaches into', () => {
    expect(told(from('not the next', 'She told us')).who).toBe(
      `These words are not one speaker’s. ${who}: “not the next.” Tomas Reyl, union: “She told us”. The article’s own words: “The wardens sighed. Tomas Reyl of the union disagreed:”.`,
    );
  });

  it('says within whose words somebody is quoted', () => {
    expect(told(span('may sleep')).who).toBe(
      'Ines Alder, harbour warden, Port Office, within the words of Tomas Reyl, union.',
    );
  });

  it('says that reported speech is in the article’s words', () => {
    expect(told(span('the town would be asked')).who).toBe(`${who}, reported in the article’s words.`);
  });

  it('is the article’s own where nobody says it', () => {
    expect(told(span('The wardens sighed.'))).toEqual({ words: 'The wardens sighed.', who: '' });
    expect(told(span('said Ines Alder'))).toEqual({ words: 'said Ines Alder', who: '' });
  });

  it('says that nobody confirmed a suggestion, that its speaker is not known, who confirmed it elsewhere', () => {
    const open: PassageStatement = { ...alder, state: 'suggested', speakers: [], said: null };
    expect(told(span('will not open'), [open]).who).toBe(
      'Speaker not known. Who said it is suggested by Verbatim and confirmed by nobody.',
    );
    expect(told(span('will not open'), [{ ...open, described: 'a spokeswoman for the port' }]).who).toMatch(
      /^a spokeswoman for the port\. /,
    );
    expect(told(span('will not open'), [{ ...alder, fromPackage: 'Quays' }]).who).toBe(
      `${who}. Confirmed in the package Quays, not here.`,
    );
    expect(told(from('not the next', 'She told us'), [alder, { ...reyl, state: 'suggested' }]).who).toMatch(
      /Not all of these speakers are confirmed: Verbatim suggested some\.$/,
    );
  });

  it('says that words have changed since their statement was made', () => {
    const passage = citedPassage(text, span('will not open'), [{ ...alder, placement: 'changed' }]);
    const { sentences, reservations, seal } = attributionOf(text, passage);
    expect(sentences).toEqual([`${who}.`, 'The words have changed since the statement was made.']);
    expect(reservations).toEqual(['The words have changed since the statement was made.']);
    expect(seal).toBe('changed');
  });

  it('takes a confirmed statement before a suggestion of the same words', () => {
    expect(told(span('will not open'), [{ ...alder, state: 'suggested' }, alder]).who).toBe(`${who}.`);
  });

  it('names several who speak together', () => {
    const together = { ...alder, speakers: [...alder.speakers, ...reyl.speakers] };
    expect(told(span('will not open'), [together]).who).toBe(
      'Ines Alder, harbour warden, Port Office; Tomas Reyl, union, said 15 November 2024.',
    );
  });

  it('tells long words by their ends', () => {
    const long = `${'word '.repeat(40)}end`;
    const passage = citedPassage(`${long} own`, { start: 0, end: long.length + 4 }, [
      { ...alder, spans: [{ start: 0, end: long.length }] },
    ]);
    expect(attributionOf(`${long} own`, passage).sentences.join(' ')).toContain(
      '“word word word word word … word word word word end”',
    );
  });
});

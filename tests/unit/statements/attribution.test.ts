import { describe, expect, it } from 'vitest';
import { lead, onDay, printedWholeIn, three, two } from './articles.ts';

/** Who a suggested statement's speaker is, when it was said, and how it is introduced. */

describe('the speaker', () => {
  const cases: readonly (readonly [
    string,
    readonly string[],
    { name: string; role: string | null; organization: string | null } | null,
  ])[] = [
    [
      'by last name',
      ['Ines Alder, the harbour commissioner, spoke to the crews.', 'Alder issued the following statement:'],
      { name: 'Ines Alder', role: 'harbour commissioner', organization: null },
    ],
    [
      'by pronoun',
      ['Dr. Jonas Pell, chief executive of Tessaly Ferries, resigned.', 'He said in a statement:'],
      { name: 'Jonas Pell', role: 'chief executive', organization: 'Tessaly Ferries' },
    ],
    [
      'by office',
      ['Police chief Marta Dunn met the families.', 'The chief released this statement:'],
      { name: 'Marta Dunn', role: 'Police chief', organization: null },
    ],
    [
      'with a party',
      ['Rep. Maria Sol, D-Tessaly, voted against it.', 'Sol said in a statement:'],
      { name: 'Maria Sol', role: 'Rep.', organization: null },
    ],
    [
      'speaking for others',
      ['The crews went home.', 'Lena Park, a spokeswoman for the Harbour Commission, said in a statement:'],
      { name: 'Lena Park', role: 'spokeswoman', organization: 'Harbour Commission' },
    ],
    [
      'after the verb',
      ['The crews went home.', 'The following statement was released by Mayor Ada Byron:'],
      { name: 'Ada Byron', role: 'Mayor', organization: null },
    ],
    [
      'as its source',
      ['The crews went home.', 'Here is the full statement from Sheriff Omar Field:'],
      { name: 'Omar Field', role: 'Sheriff', organization: null },
    ],
    [
      'an organisation',
      ['The crews went home.', 'The Port Ellery Police Department said in a statement:'],
      { name: 'Port Ellery Police Department', role: null, organization: 'Port Ellery Police Department' },
    ],
    [
      'an organisation taken up',
      ['The Port Ellery Police Department sent four boats.', 'The department said in a statement:'],
      { name: 'Port Ellery Police Department', role: null, organization: 'Port Ellery Police Department' },
    ],
    [
      'a company',
      ['The crews went home.', 'Tessaly Ferries issued the following statement:'],
      { name: 'Tessaly Ferries', role: null, organization: 'Tessaly Ferries' },
    ],
    ['nobody who is named', ['The crews went home.', 'A statement left on the door read in full:'], null],
    [
      'the person, not the one who is criticised',
      [
        'Mayor Ada Byron and Harbour Commissioner Ines Alder met on Monday.',
        'Responding to Alder, Byron said in a statement:',
      ],
      { name: 'Ada Byron', role: 'Mayor', organization: null },
    ],
    [
      'the mayor, not the board on which she has no vote',
      ['The crews went home.', 'Mayor Ada Byron, who has no vote on the board, said in a statement:'],
      { name: 'Ada Byron', role: 'Mayor', organization: null },
    ],
    [
      'the one commission that is named',
      ['The Port Ellery Harbour Commission met.', 'Commissioner Ines Alder said in a statement:'],
      { name: 'Ines Alder', role: 'Commissioner', organization: 'Port Ellery Harbour Commission' },
    ],
    [
      'with the organisation in the role',
      ['Tessaly State University President Harold Venn resigned.', 'In an email to students, he wrote:'],
      { name: 'Harold Venn', role: 'Tessaly State University President', organization: 'Tessaly State University' },
    ],
    [
      'with the role set off before the name',
      ['The company’s chief executive, Jonas Pell, resigned.', 'Pell said in a statement:'],
      { name: 'Jonas Pell', role: 'chief executive', organization: null },
    ],
    [
      'a member of a council',
      ['Council member Ruth Okafor spoke.', 'Okafor’s statement:'],
      { name: 'Ruth Okafor', role: 'Council member', organization: null },
    ],
    [
      'with a full role before the name',
      ['Tessaly County Sheriff’s Office spokesman Sgt. Pete Dugan spoke.', 'Dugan said in a statement:'],
      {
        name: 'Pete Dugan',
        role: 'Tessaly County Sheriff’s Office spokesman',
        organization: 'Tessaly County Sheriff’s Office',
      },
    ],
  ];
  it.each(cases)('is found: %s', (_, before, speaker) => {
    const [found] = printedWholeIn([...before, two]);
    expect(found?.text).toBe(two);
    expect(found?.speakers).toEqual(speaker === null ? [] : [speaker]);
  });
});

describe('the day it was said', () => {
  const said = (cue: string, published: string | null) =>
    printedWholeIn([lead, cue, two], { published: published === null ? null : onDay(published) })[0]?.said;
  it.each([
    ['Alder issued the following statement Wednesday:', '2016-11-16', '2016-11-16'],
    ['Alder issued the following statement Wednesday:', '2016-11-18', '2016-11-16'],
    ['Alder issued the following statement on Wednesday:', '2016-11-15', '2016-11-09'],
    ['Alder issued the following statement last Wednesday:', '2016-11-16', '2016-11-09'],
    ['Alder issued the following statement today:', '2016-11-16', '2016-11-16'],
    ['Alder issued the following statement yesterday:', '2016-11-16', '2016-11-15'],
    ['Alder issued the following statement on Nov. 3:', '2016-11-16', '2016-11-03'],
    ['Alder issued the following statement on Dec. 30:', '2017-01-02', '2016-12-30'],
    ['Alder issued the following statement on November 3, 2015:', '2016-11-16', '2015-11-03'],
    ['After Monday’s storm, Alder issued the following statement Tuesday:', '2016-11-16', '2016-11-15'],
  ])('%s (%s)', (cue, published, day) => {
    expect(said(cue, published)).toEqual({ value: day, precision: 'day' });
  });
  it.each([
    'Alder, who resigns on Friday, issued the following statement:',
    'In a statement about the fire of March 4, 2009, Alder said:',
    'Alder, whose board decided 12 of the 14 claims, said in a statement:',
    'Ahead of the vote on May 20, Alder issued the following statement:',
  ])('is not the day of anything else: %s', (cue) => {
    expect(said(cue, '2016-05-16')).toBeNull();
  });
  it.each([
    ['Alder issued the following statement at 10 a.m. on Monday 16th May:', '2016-05-16'],
    ['In a statement on the storm of last Saturday, Alder said Sunday:', '2016-05-15'],
    ['Alder issued the following statement on the 3rd of May:', '2016-05-03'],
  ])('is that of the saying among others: %s', (cue, day) => {
    expect(said(cue, '2016-05-16')).toEqual(onDay(day));
  });
  it('is left open without a published date, unless it is written in full', () => {
    expect(said('Alder issued the following statement Wednesday:', null)).toBeNull();
    expect(said('Alder issued the following statement on November 3, 2015:', null)).toEqual(onDay('2015-11-03'));
    expect(said('Alder issued the following statement:', '2016-11-16')).toBeNull();
  });
});

describe('the introduction', () => {
  it.each([
    'Alder’s statement in full:',
    'The full statement is below:',
    'Read Alder’s full statement below.',
    'Here is Alder’s statement:',
    'In a statement released Thursday, Alder said:',
    'Alder wrote in an email to the Courier:',
    'Alder posted this on her page:',
    'Alder had this to say:',
    'Alder sent the following to the crews on Thursday:',
    'The following is a statement from Ines Alder:',
    'Alder told the families in a letter:',
    'Alder issued a statement Wednesday, saying:',
    'The letter, signed by Alder, said:',
    'Statement from Ines Alder:',
    'Alder’s statement:',
    'Full statement:',
    '# Alder’s statement',
    '# The statement in full',
    'Alder, in a written statement, said:',
    'In an open letter to the families of the bay, Alder wrote:',
    'Alder gave the Courier this statement:',
  ])('%s', (cue) => {
    const [found, ...others] = printedWholeIn([
      lead,
      cue,
      two,
      three,
      'The council is to vote on the plan on Tuesday.',
    ]);
    expect(others).toEqual([]);
    expect(found?.text).toBe([two, three].join('\n\n'));
    expect(found?.speakers[0]?.name).toBe('Ines Alder');
    expect(found?.cue).toBe(cue.replace('# ', ''));
  });
  it('names nobody where an organisation speaks that the article does not name', () => {
    expect(printedWholeIn([lead, 'In a statement, the company said:', two])[0]?.speakers).toEqual([]);
  });
});

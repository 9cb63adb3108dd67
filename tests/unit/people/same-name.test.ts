import { describe, expect, it } from 'vitest';
import type { SpeakerId } from '../../../main/contract/index.ts';
import { mostProposed, type NamedPerson, proposeSameNames } from '../../../main/reading/people/same-name.ts';

function person(name: string, organization: string | null = null, more: Partial<NamedPerson> = {}): NamedPerson {
  return { id: name as SpeakerId, name, kind: 'person', organization, statements: 1, ...more };
}

function proposed(people: readonly NamedPerson[], apart: readonly (readonly [SpeakerId, SpeakerId])[] = []) {
  return proposeSameNames({ people, apart }).map(({ one, other, reasons }) => [one, other, reasons.join(' ')]);
}

describe('two names that may be one', () => {
  it.each([
    ['Jane Kast', 'Dr. Jane Kast', 'title'],
    ['Jane Kast', 'Police Chief Jane Kast', 'title'],
    ['Anna Müller', 'Bürgermeisterin Anna Müller', 'title'],
    ['Jane Kast', 'J. Kast', 'initials'],
    ['Jane Rose Kast', 'J.R. Kast', 'initials'],
    ['Jane Kast', 'Kast', 'family-name'],
    ['Jane Kast', 'Mrs Kast', 'title family-name'],
    ['Jane Rose Kast', 'Jane Kast', 'middle-names'],
    ['Jane R. Kast', 'J. Kast', 'initials middle-names'],
    ['Søren Kjær', 'Soren Kjaer', 'spelling'],
    ['Łukasz Nowak', 'Lukasz Nowak', 'spelling'],
    ['Jörg Müller', 'Joerg Mueller', 'spelling'],
    ["Sean O'Brien", 'Sean OBrien', 'spelling'],
    ['Jean-Luc Roy', 'Jean Luc Roy', 'spelling'],
    ['Jane Kast', 'Kast, Jane', 'spelling'],
    ['Ludwig van der Berg', 'Ludwig Berg', 'spelling'],
    ['Иван Петров', 'И. Петров', 'initials'],
  ])('%s and %s: %s', (one, other, reasons) => {
    expect(proposed([person(other, null, { statements: 9 }), person(one)])).toEqual(
      reasons === 'spelling' ? [[expect.any(String), expect.any(String), reasons]] : [[one, other, reasons]],
    );
  });

  it('of an organization are those that differ in signs alone', () => {
    const organization = (name: string) => person(name, name, { kind: 'organization' });
    expect(
      proposed([organization('Harbour-Trust'), organization('Harbour Trust'), organization('Harbour Trust Ltd')]),
    ).toEqual([['Harbour-Trust', 'Harbour Trust', 'spelling']]);
  });
});

describe('two names that are not proposed', () => {
  it.each([
    ['Jane Kast', 'Otto Kast'],
    ['Jane Kast', 'Jane Reyl'],
    ['Jane Kast', 'O. Kast'],
    ['Jane Rose Kast', 'Jane Mary Kast'],
    ['Kim', 'K.'],
    ['王明', '王'],
  ])('%s and %s', (one, other) => {
    expect(proposed([person(one), person(other)])).toEqual([]);
  });

  it('are those of which one can mean two people, unless its organization is one’s alone', () => {
    const [jane, john] = [person('Jane Kast', 'Harbour Trust'), person('John Kast', 'City Hall')];
    expect(proposed([jane, john, person('J. Kast'), person('Kast')])).toEqual([]);
    expect(proposed([jane, john, person('J. Kast', 'harbour trust')])).toEqual([
      ['Jane Kast', 'J. Kast', 'initials organization'],
    ]);
  });

  it('are those that a person told apart, whichever was named first', () => {
    const two = [person('Jane Kast'), person('J. Kast')];
    const [jane, short] = ['Jane Kast' as SpeakerId, 'J. Kast' as SpeakerId];
    expect(proposed(two, [[jane, short]])).toEqual([]);
    expect(proposed(two, [[short, jane]])).toEqual([]);
  });
});

it('tells the likeliest first: spelling and titles before initials, more words before fewer', () => {
  expect(
    proposed([
      person('Kast', null, { statements: 50 }),
      person('Jane Kast'),
      person('O. Reyl', null, { statements: 2 }),
      person('Otto Reyl', null, { statements: 2 }),
      person('A. Voss', null, { statements: 3 }),
      person('Ada Voss', null, { statements: 3 }),
      person('Dr Ina Holm'),
      person('Ina Holm'),
    ]).map(([one]) => one),
  ).toEqual(['Ina Holm', 'Ada Voss', 'Otto Reyl', 'Jane Kast']);
});

it('of a family of thousands compares each with few, and tells no more than a person can look through', () => {
  const people = Array.from({ length: 30_000 }, (_, index) =>
    person(`${'abcdefghijklmnopqrst'.charAt(index % 20)}${index.toString(36)}na Kast`, null, {
      id: `${index}` as SpeakerId,
    }),
  );
  const alike = Array.from({ length: 3000 }, (_, index) =>
    person(`Jane${' R.'.repeat(index % 3)} Kast`, null, { id: `jane ${index}` as SpeakerId }),
  );
  expect(proposeSameNames({ people: [...people, ...alike], apart: [] }).length).toBeLessThanOrEqual(mostProposed);
});

import { describe, expect, it } from 'vitest';
import { printedWholeIn } from './articles.ts';

const before =
  'Mayor Ada Byron met harbour director Tomas Reyl on Monday. Police chief Pete Dugan was there as well, and the talks took two hours.';
const words =
  '“We have watched over this pier for forty years and we will not let it go. I thank the crews who worked through the night and I promise that the boats will be back before the summer is over.”';

/** Whose words the statement is that a sentence introduces, in an article that has named three people before. */
function speakerOf(introduction: string, lead = before): string | null | undefined {
  const [found] = printedWholeIn([lead, `${introduction} ${words}`, 'Engineers were told to report in two weeks.']);
  return found === undefined ? undefined : (found.speakers[0]?.name ?? null);
}

describe('whoever the introducing sentence makes speak is the speaker', () => {
  it.each([
    ['a relative clause', 'Tomas Reyl, who defeated Pete Dugan last year, said in a statement:', 'Tomas Reyl'],
    ['an apposition', 'Cy Dee, an attorney for Tomas Reyl, said in a statement:', 'Cy Dee'],
    ['a title inside an apposition', 'Cy Dee, deputy to Mayor Ada Byron, said in a statement:', 'Cy Dee'],
    ['brackets', 'Cy Dee (the brother of Tomas Reyl) said in a statement:', 'Cy Dee'],
    ['something before', 'After meeting with Mayor Ada Byron, Cy Dee said in a statement:', 'Cy Dee'],
    ['an age and a street', 'Cy Dee, 44, of Dock Street, said in a statement:', 'Cy Dee'],
    ['a French apposition', 'Cy Dee, avocat de Tomas Reyl, a déclaré dans un communiqué :', 'Cy Dee'],
    ['a Spanish one', 'Cy Dee, portavoz de Tomas Reyl, dijo en un comunicado:', 'Cy Dee'],
    ['an apposition without its last comma', 'Cy Dee, mayor of Port Ellery said in a statement:', 'Cy Dee'],
    ['a description that is named', 'Reyl’s wife, Mara Reyl, issued the following statement:', 'Mara Reyl'],
    [
      'somebody else’s words, read out',
      'Tomas Reyl read the following statement on behalf of Mayor Ada Byron:',
      'Ada Byron',
    ],
  ])('past %s', (_, introduction, name) => {
    expect(speakerOf(introduction)).toBe(name);
  });

  it.each([
    ['a title and a month', 'Governor April Marsh issued the following statement:', 'April Marsh'],
    ['initials', 'J.K. Dowling issued the following statement:', 'J.K. Dowling'],
    ['one word', 'Zula said in a statement:', 'Zula'],
    ['an abbreviation', 'NOSTA issued the following statement:', 'NOSTA'],
    ['a place that stands for who sits there', 'The Kremlin said in a statement:', 'Kremlin'],
    ['a street', 'Downing Street said in a statement:', 'Downing Street'],
    ['a name in -’s', 'St Mary’s said in a statement:', 'St Mary’s'],
    ['a name that is a title too', 'Mayor Hollis Dean said in a statement:', 'Hollis Dean'],
    ['a name that is an organisation’s word', 'Mayor Victor Order said in a statement:', 'Victor Order'],
    ['an Arabic particle', 'Abdel Karim el-Sawi issued the following statement:', 'Abdel Karim el-Sawi'],
    ['two family names', 'Maite Ordóñez y Rivas said in a statement:', 'Maite Ordóñez y Rivas'],
    ['a French particle', "Charles d'Arcy said in a statement:", "Charles d'Arcy"],
    ['an article that is part of a name', 'Le Duc said in a statement:', 'Le Duc'],
    ['a firm’s small letter', 'ePort said in a statement:', 'ePort'],
  ])('by name, though nothing else vouches for it: %s', (_, introduction, name) => {
    expect(speakerOf(introduction)).toBe(name);
  });
});

describe('whoever is not named stays open, and is never whoever was named last', () => {
  it.each([
    'The estate of Tomas Reyl said in a statement:',
    'An aide to Mayor Ada Byron said in a statement:',
    'The office of Mayor Ada Byron issued the following statement:',
    'Reyl’s widow said in a statement:',
    'The victim’s family said in a statement:',
    'One survivor said in a statement:',
    'A spokesperson said in a statement:',
    'Residents said in a statement:',
    'Residents thanked Tomas Reyl, a doctor said in a statement:',
    'Many Democrats said in a statement:',
    'The Tessalian embassy said in a statement:',
    'The following statement was issued:',
    // Several speakers are not one of them.
    'Cy Dee, Bo Li and Ana Voss said in a joint statement:',
    // Two people may be meant.
    'Then they parted. She said in a statement:',
  ])('%s', (introduction) => {
    expect(speakerOf(introduction)).toBeNull();
  });

  it.each(['Ein Sprecher der Hafenbehörde', 'Zahlreiche Anwohner', 'Anwohner'])(
    'in German, whose nouns all begin with a capital: %s',
    (who) => {
      const [found] = printedWholeIn(
        [
          before,
          `${who} erklärte in einer Mitteilung: „Wir bleiben hier, und wir geben den Pier nicht auf.“`,
          'Der Rat tagt am Donnerstag.',
        ],
        { language: 'de' },
      );
      expect(found?.text).toContain('Wir bleiben hier');
      expect(found?.speakers).toEqual([]);
    },
  );

  it('but where the sentence takes up the statement itself, the one person before it is meant', () => {
    expect(speakerOf('Asked by residents, Byron read a prepared statement. It read in full:')).toBe('Ada Byron');
  });

  it('though only one is named in the paragraph before', () => {
    const [found] = printedWholeIn([
      'Mayor Ada Byron met harbour director Tomas Reyl on Monday.',
      'The talks took two hours, and police chief Pete Dugan was there as well.',
      `The following statement was issued: ${words}`,
      'Engineers were told to report in two weeks.',
    ]);
    expect(found?.speakers).toEqual([]);
  });

  it('but a pronoun looks past paragraphs without a name', () => {
    const [found] = printedWholeIn([
      'Mayor Ada Byron came to the pier on Monday, before the boats left.',
      'The talks took two hours, and nothing was decided.',
      `She said in a statement: ${words}`,
      'Engineers were told to report in two weeks.',
    ]);
    expect(found?.speakers[0]?.name).toBe('Ada Byron');
  });

  it('but a pronoun means the one person who was named', () => {
    expect(
      speakerOf('She said in a statement:', 'Mayor Ada Byron came to the pier on Monday, before the boats left.'),
    ).toBe('Ada Byron');
  });
});

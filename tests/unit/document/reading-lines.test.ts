import { describe, expect, it } from 'vitest';
import { readByline, reporterOfContactLine, splitNames } from '../../../main/reading/document/byline.ts';
import { readDateLine, readDateline } from '../../../main/reading/document/head.ts';
import { guessLanguage } from '../../../main/reading/document/language.ts';
import { looksLikeHeadline, titleFromText } from '../../../main/reading/document/title.ts';

describe('titles', () => {
  it('are a short first sentence without its full stop', () => {
    expect(titleFromText('The pier is closed. It stays so.')).toBe('The pier is closed');
    expect(titleFromText('Why is the pier closed? Nobody says.')).toBe('Why is the pier closed?');
  });
  it('are cut where a clause ends, or at a word that may end a line', () => {
    expect(
      titleFromText(
        'The council voted on Thursday to buy the old ice house on the quay, to turn it into a library for readers of all ages.',
      ),
    ).toBe('The council voted on Thursday to buy the old ice house on the quay…');
    const cut = titleFromText(
      'Seventeen fishing families of the northern quay asked the harbour commission yesterday evening for the keys of the old ice house',
    );
    expect(cut).toMatch(/\p{L}…$/u);
    expect(cut.length).toBeLessThan(95);
    expect(cut).not.toMatch(/\b(?:the|of|for|and)…$/u);
  });
  it('leave out where it was written', () => {
    expect(titleFromText('PORT ELLERY, Tessaly (TP) — The pier is closed.')).toBe('The pier is closed');
  });
  it('never end in half a character', () => {
    expect(titleFromText('🌊'.repeat(200))).toMatch(/^(?:🌊)+…$/u);
  });
  it.each([
    ['Harbour to reopen', true],
    ['Who pays for the pier?', true],
    ['The pier is closed.', false],
    ['For these reasons:', false],
    ['港の桟橋は閉鎖される。', false],
    ['and then it closed', false],
    ['Write to editor@courier.example', false],
    ['It was late. The quay was empty. Nobody came. All was still', false],
  ])('know a headline: %s', (line, expected) => {
    expect(looksLikeHeadline(line)).toBe(expected);
  });
});

describe('bylines', () => {
  it.each([
    ['By Tomas Reyl', ['Tomas Reyl'], null],
    ['BY TOMAS REYL AND ANA VOSS', ['Tomas Reyl', 'Ana Voss'], null],
    ['By Tomas Reyl, Port Ellery Courier', ['Tomas Reyl'], 'Port Ellery Courier'],
    ['By Ana de la Cruz, Bo Li and J. P. O’Neill', ['Ana de la Cruz', 'Bo Li', 'J. P. O’Neill'], null],
    ['By Tomas Reyl Port Ellery Daily Star', ['Tomas Reyl'], 'Port Ellery Daily Star'],
    ['Tomas Reyl, Staff Writer', ['Tomas Reyl'], 'Staff Writer'],
    ['Von Jutta Möhring', ['Jutta Möhring'], null],
    ['Par Jean-Luc Morel', ['Jean-Luc Morel'], null],
  ])('%s', (line, names, affiliation) => {
    expect(readByline(line)).toEqual({ names, affiliation });
  });
  it.each([
    'By noon the quay was empty',
    'By Monday',
    'By the time she came, it was over.',
    'The pier is closed',
    'Von Montag an gilt die neue Ordnung',
  ])('is none: %s', (line) => {
    expect(readByline(line)).toBeNull();
  });
  it('is nothing at all where one part is no name', () => {
    expect(splitNames('Tomas Reyl and the harbour staff')).toEqual([]);
  });
  it.each([
    ['Contact reporter Tomas Reyl at treyl@courier.example or 555-0100', 'Tomas Reyl'],
    ['Contact Courier reporter Tomas Reyl at treyl@courier.example', 'Tomas Reyl'],
    ['Email Ana Voss at avoss@courier.example', 'Ana Voss'],
    ['Tomas Reyl can be reached at 555-0100.', 'Tomas Reyl'],
    ['Reporter Tomas Reyl can be reached at 555-0100.', 'Tomas Reyl'],
    ['Contact the newsroom at news@courier.example', null],
    ['Follow us on Facebook', null],
  ])('of a contact line: %s', (line, name) => {
    expect(reporterOfContactLine(line)).toBe(name);
  });
});

describe('date lines', () => {
  it.each([
    ['November 16, 2016', '2016-11-16'],
    ['Wednesday, Nov. 16, 2016', '2016-11-16'],
    ['16 November 2016', '2016-11-16'],
    ['2016-11-16', '2016-11-16'],
    ['Published on November 16, 2016', '2016-11-16'],
    ['16. November 2016', '2016-11-16'],
  ])('%s', (line, value) => {
    expect(readDateLine(line, null)?.value).toBe(value);
  });
  it.each(['November 16', 'The storm of November 16, 2016', 'November 16, 2016 was a Wednesday', 'Room 2016'])(
    'is none: %s',
    (line) => {
      expect(readDateLine(line, 'en')).toBeNull();
    },
  );
  it('stand in a dateline as well', () => {
    expect(readDateline('PORT ELLERY, Tessaly, Nov. 16, 2016 -- The pier is closed.', 'en')?.value).toBe('2016-11-16');
    expect(readDateline('On Nov. 16, 2016 the pier was closed.', 'en')).toBeNull();
  });
});

describe('the language', () => {
  it.each([
    ['en', 'The pier of the town is closed and it will not be open before the spring of next year, they said.'],
    ['de', 'Der Hafen der Stadt ist geschlossen und er wird auch im Frühjahr nicht vor dem Mai wieder geöffnet.'],
    ['fr', 'Le port de la ville est fermé et il ne sera pas ouvert avant le printemps, selon la mairie du village.'],
    ['es', 'El puerto de la ciudad está cerrado y no se abre hasta la primavera, según el alcalde de la villa.'],
    ['it', 'Il porto della città è chiuso e non si apre prima della primavera, secondo il sindaco del paese.'],
  ])('%s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });
  it('is left open for little text and for others', () => {
    expect(guessLanguage('The pier is closed.')).toBeNull();
    expect(
      guessLanguage('Havnen er stengt, og den blir ikke åpnet før våren, sa ordføreren i byen på onsdag kveld.'),
    ).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { isFullName, namesIn } from '../../../main/formats/read/web/html/metadata/names.ts';

const names = (line: string, publication: string | null = null) => namesIn(line, { publication });

describe('the names in a byline', () => {
  it.each([
    ['end where a month and a day begin', 'Rhea Vance December 6, 2017', ['Rhea Vance']],
    ['end where a Spanish day begins', 'Rhea Vance 6 de mayo de 2022', ['Rhea Vance']],
    ['end before what invites comments', 'Rhea Leave a comment', ['Rhea']],
    ['end before the time it takes to read', 'Rhea Vance Lesezeit: 4 Minuten', ['Rhea Vance']],
    ['end before a preposition that has lost its day', 'HafenBlog am', ['HafenBlog']],
    ['do without the agency they stand before', 'By Rhea Vance Associated Press', ['Rhea Vance']],
    ['do without the town after them', 'Von Rhea Vance, Marrow', ['Rhea Vance']],
    ['keep an agency that signs too', 'Rhea Vance, dpa', ['Rhea Vance', 'dpa']],
    ['are the agency’s alone where it signs alone', 'PTI, Marrow', ['PTI']],
    ['are written as names are, not in capitals', 'BY RHEA VANCE AND OLA BRANDT', ['Rhea Vance', 'Ola Brandt']],
    ['do without a dietitian’s degree', 'Rhea Vance, RDN', ['Rhea Vance']],
    ['do without whom they are written for', 'Rhea Vance, Special to the Port Ellery Courier', ['Rhea Vance']],
    ['stand after a Russian label', 'Текст: Лида Береговая', ['Лида Береговая']],
    ['stand after a Chinese label', '责任编辑：王芳', ['王芳']],
    ['are none where a button stands', 'Log Out', []],
    ['are none where an account is offered', 'Courier Account', []],
    ['are none where more articles are offered', 'Zeige alle Artikel', []],
  ])('%s', (_rule, line, expected) => {
    expect(names(line)).toEqual(expected);
  });

  it('do without the paper they stand before', () => {
    expect(names('Rhea Vance Port Ellery Courier', 'portellerycourier')).toEqual(['Rhea Vance']);
  });

  it('are one name where "and" joins the parts of an office', () => {
    expect(names('Amt für Hafen und Fischerei')).toEqual(['Amt für Hafen und Fischerei']);
    expect(names('Rhea Vance und Ola Brandt')).toEqual(['Rhea Vance', 'Ola Brandt']);
  });
});

describe('a full name', () => {
  it.each(['Rhea Vance', 'J. R. Vance', 'Rhea van der Vance', 'Dr. Rhea Vance', 'Rhea Vance-O’Neill', '王芳'])(
    'is %s',
    (name) => {
      expect(isFullName(name)).toBe(true);
    },
  );
  it.each(['Rhea', 'rhea vance', 'Folgen Sie uns auf Hafenfunk', 'Courier Editorial', 'Associated Press'])(
    'is not %s',
    (name) => {
      expect(isFullName(name)).toBe(false);
    },
  );
});

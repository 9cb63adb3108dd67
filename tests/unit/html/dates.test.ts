import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../main/reading/document/dates.ts';

describe('parseDate', () => {
  it.each([
    ['2016', null, '2016', 'year'],
    ['2016-11', null, '2016-11', 'month'],
    ['2016-11-16', null, '2016-11-16', 'day'],
    ['2016-11-16T14:05Z', null, '2016-11-16T14:05Z', 'minute'],
    ['2016-11-16T14:05:09.123+0100', null, '2016-11-16T14:05:09+01:00', 'second'],
    ['2016-11-16 14:05:09', null, '2016-11-16T14:05:09', 'second'],
    ['Wed, 16 Nov 2016 14:05:09 -0700', null, '2016-11-16T14:05:09-07:00', 'second'],
    ['Wed, 16 Nov 2016 14:05:09 GMT', null, '2016-11-16T14:05:09Z', 'second'],
    ['Thu Oct 17 14:22:11 CEST 2019', null, '2019-10-17T14:22:11+02:00', 'second'],
    ['1479305109', null, '2016-11-16T14:05:09Z', 'second'],
    ['November 16, 2016', 'en', '2016-11-16', 'day'],
    ['Published Wednesday, Nov. 16th, 2016 at 2:05 p.m. EST', 'en', '2016-11-16T14:05-05:00', 'minute'],
    ['16. November 2016, 14.05 Uhr', 'de', '2016-11-16T14:05', 'minute'],
    ['1er août 2019', 'fr', '2019-08-01', 'day'],
    ['le 11 février 2019 à 14h05', 'fr', '2019-02-11T14:05', 'minute'],
    ['16 de noviembre de 2016', 'es', '2016-11-16', 'day'],
    ['12 listopada 2016', 'pl', '2016-11-12', 'day'],
    ['12. listopada 2016.', 'hr', '2016-10-12', 'day'],
    ['16 ноября 2016', 'ru', '2016-11-16', 'day'],
    ['2016年11月16日 12:30', 'ja', '2016-11-16T12:30', 'minute'],
    ['16.11.2016', null, '2016-11-16', 'day'],
    ['3/4/2016', 'en-US', '2016-03-04', 'day'],
    ['3/4/2016', 'en-GB', '2016-04-03', 'day'],
    ['25/4/2016', null, '2016-04-25', 'day'],
    ['29 February 2016', 'en', '2016-02-29', 'day'],
  ] as const)('reads %s (%s)', (text, language, value, precision) => {
    expect(parseDate(text, language)).toEqual({ value, precision });
  });

  it.each([
    ['3/4/2016', 'en'],
    ['3/4/2016', null],
    ['12 listopad 2016', null],
    ['30 February 2016', 'en'],
    ['2016 people came', 'en'],
    ['on a Wednesday', 'en'],
    ['', null],
    ['May 3', 'en'],
  ])('guesses nothing from %s (%s)', (text, language) => {
    expect(parseDate(text, language)).toBeNull();
  });
});

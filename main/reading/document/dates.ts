import type { PreciseDate } from '../../contract/index.ts';
import { monthOf } from './month-names.ts';

/** Dates as pages and papers write them, kept exactly as precise as they were written. */

interface Parts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly time: Time | null;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** "Z", "+01:00" or "" where none was given. */
  readonly zone: string;
}

/** Offsets that RFC 2822 4.3 gives the names it allows; other abbreviations mean different zones in different places. */
const namedZones: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  // Central Europe's two have one meaning.
  cet: '+01:00',
  cest: '+02:00',
  mez: '+01:00',
  mesz: '+02:00',
};

const earliestYear = 1400;
const latestYear = 2200;
/** A longer text is no date, and is not searched for one. */
const longestDate = 200;

/**
 * Reads a date: ISO 8601, RFC 2822, Unix time, or a written one in many languages. `language` (BCP 47)
 * settles month names and the order in 3/4/2016; a date that could be two days is null, never guessed.
 */
export function parseDate(text: string, language: string | null): PreciseDate | null {
  const source = text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u202a-\u202e]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (source === '' || source.length > longestDate) return null;
  const parts = fromIso(source) ?? fromUnix(source) ?? fromWords(source, language) ?? fromNumbers(source, language);
  return parts === null ? null : precise(parts);
}

function precise({ year, month, day, time }: Parts): PreciseDate | null {
  if (year < earliestYear || year > latestYear) return null;
  const yearText = String(year).padStart(4, '0');
  if (month === null) return { value: yearText, precision: 'year' };
  if (month < 1 || month > 12) return null;
  const monthText = `${yearText}-${two(month)}`;
  if (day === null) return { value: monthText, precision: 'month' };
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const dayText = `${monthText}-${two(day)}`;
  if (time === null || time.hour > 23 || time.minute > 59 || (time.second ?? 0) > 60)
    return { value: dayText, precision: 'day' };
  const minutes = `${dayText}T${two(time.hour)}:${two(time.minute)}`;
  return time.second === null
    ? { value: minutes + time.zone, precision: 'minute' }
    : { value: `${minutes}:${two(time.second)}${time.zone}`, precision: 'second' };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const iso =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:(?:T|t| |T | T| - |, )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|z|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)|UTC|GMT)?)?)?)?(?=$|[^\d:])/u;
const isoBasic = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?\s?(Z|[+-]\d{2}:?\d{2})?)?$/u;

function fromIso(text: string): Parts | null {
  const match = iso.exec(text) ?? isoBasic.exec(text);
  if (match === null) return null;
  // A bare year needs the text for itself: "2016 people" is no date.
  if (match[2] === undefined && match[0] !== text) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    time:
      hour === undefined || minute === undefined
        ? null
        : {
            hour: Number(hour),
            minute: Number(minute),
            second: second === undefined ? null : Number(second),
            zone: zoneOf(zone ?? ''),
          },
  };
}

/** Seconds or milliseconds since 1970, which are in UTC by definition. */
function fromUnix(text: string): Parts | null {
  if (!/^(?:\d{10}|\d{13})$/u.test(text)) return null;
  const date = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time: { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), zone: 'Z' },
  };
}

function zoneOf(written: string): string {
  const zone = written.trim().toLowerCase();
  const named = namedZones[zone];
  if (named !== undefined) return named;
  const match = /^(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d{2})?$/u.exec(zone);
  if (match === null) return '';
  const hours = Number(match[2]);
  return hours > 14 ? '' : `${match[1] ?? ''}${two(hours)}:${match[3] ?? '00'}`;
}

const clock =
  /(?<![\d.,/-])(\d{1,2})(?:(?::|(?<=\d)h(?=\d)|\.(?=\d{2}\s?(?:uhr|[ap]\.?m\b|$)))(\d{2})(?::(\d{2}))?)?\s?([ap]\.?m\.?(?![\p{L}])|uhr\b|h\b)?(?:\s?(?:\(?((?:gmt|utc)\s?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}|z|utc?|gmt|[ecmp][sd]t|ces?t|mes?z|ut)\)?)(?![\p{L}\d]))?/giu;

/** The first time of day in a text that holds a date already. */
function timeIn(text: string): Time | null {
  for (const match of text.matchAll(clock)) {
    const [, hourText, minute, second, half, zone] = match;
    // A lone number is an hour only with "p.m." or "Uhr".
    if (minute === undefined && half === undefined) continue;
    let hour = Number(hourText);
    const halfDay = half?.toLowerCase().replaceAll('.', '') ?? '';
    if (halfDay === 'pm' || halfDay === 'am') {
      if (hour > 12 || hour === 0) continue;
      hour = (hour % 12) + (halfDay === 'pm' ? 12 : 0);
    }
    if (hour > 23 || Number(minute ?? 0) > 59) continue;
    return {
      hour,
      minute: Number(minute ?? 0),
      second: second === undefined ? null : Number(second),
      zone: zoneOf(zone ?? ''),
    };
  }
  return null;
}

const word = "[\\p{L}][\\p{L}\\p{M}’'.]*";
// "16. November 2016", "16 de noviembre de 2016", "16th of November, 2016", "16-Nov-2016".
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|ère|º|ª|-?го|\\.)?[\\s,\\-–/]{0,2}(?:of |de |d['’]|di |del |the )?(${word})[\\s,\\-–/]{0,2}(?:de |del |di |of )?[’']?(\\d{4}|\\d{2}(?=$|,? ))(?!\\d)`,
  'u',
);
// "November 16, 2016", "Nov. 16th 2016".
const monthFirst = new RegExp(`(${word})\\.?\\s?(\\d{1,2})(?:st|nd|rd|th|\\.)?,?\\s?(?:of )?(\\d{4})(?!\\d)`, 'u');
// "2016 November 16".
const yearFirst = new RegExp(`(?<!\\d)(\\d{4})[\\s,.\\-]{1,2}(${word})\\s(\\d{1,2})(?!\\d)`, 'u');
// "Thu Oct 17 14:22:11 CEST 2019", as Unix programs print it.
const ctime = /\b(\p{L}{3}) {1,2}(\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?(?: (?:[A-Z]{2,5}|[+-]\d{4}))?) (\d{4})\b/u;
const monthAndYear = new RegExp(`(?:^|[\\s(])(${word}),?\\s(?:de |del |of )?(\\d{4})(?!\\d)`, 'u');
const eastAsian = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?/u;

function fullYear(text: string): number {
  const year = Number(text);
  // Two digits: the turn of the century is read as news archives mean it.
  return text.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

function fromWords(text: string, language: string | null): Parts | null {
  const eastern = eastAsian.exec(text);
  if (eastern !== null) {
    const [whole, year, month, day] = eastern;
    return {
      year: Number(year),
      month: Number(month),
      day: day === undefined ? null : Number(day),
      time: day === undefined ? null : timeIn(text.replace(whole, ' ')),
    };
  }
  const printed = ctime.exec(text);
  const printedMonth = printed === null ? null : monthOf(printed[1] ?? '', language);
  if (printed !== null && printedMonth !== null)
    return {
      year: Number(printed[4]),
      month: printedMonth,
      day: Number(printed[2]),
      time: timeIn(printed[3] ?? ''),
    };
  for (const [pattern, yearAt, monthAt, dayAt] of [
    [dayFirst, 3, 2, 1],
    [monthFirst, 3, 1, 2],
    [yearFirst, 1, 2, 3],
    [monthAndYear, 2, 1, null],
  ] as const) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const month = monthOf(match[monthAt] ?? '', language);
    if (month === null) continue;
    return {
      year: fullYear(match[yearAt] ?? ''),
      month,
      day: dayAt === null ? null : Number(match[dayAt]),
      time: dayAt === null ? null : timeIn(text.replace(match[0], ' ')),
    };
  }
  return null;
}

const yearNumbers = /(?<!\d)(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/u;
const dayNumbers = /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/u;

function fromNumbers(text: string, language: string | null): Parts | null {
  const fromYear = yearNumbers.exec(text);
  if (fromYear !== null)
    return {
      year: Number(fromYear[1]),
      month: Number(fromYear[3]),
      day: Number(fromYear[4]),
      time: timeIn(text.replace(fromYear[0], ' ')),
    };
  const match = dayNumbers.exec(text);
  if (match === null) return null;
  const order = orderOf(Number(match[1]), Number(match[3]), match[2] ?? '', language);
  if (order === null) return null;
  return {
    year: fullYear(match[4] ?? ''),
    month: order.month,
    day: order.day,
    time: timeIn(text.replace(match[0], ' ')),
  };
}

/** Which number is the day. Points mean day first everywhere; with strokes it depends on the country. */
function orderOf(
  first: number,
  second: number,
  separator: string,
  language: string | null,
): { day: number; month: number } | null {
  if (separator === '.' || first > 12) return { day: first, month: second };
  if (second > 12) return { day: second, month: first };
  if (first === second) return { day: first, month: second };
  const tag = (language ?? '').toLowerCase().replace('_', '-');
  if (tag === '' || tag === 'en') return null;
  return /^en-(?:us|ph)\b/u.test(tag) ? { day: second, month: first } : { day: first, month: second };
}

import type { PreciseDate } from '../../contract/index.ts';
import { parseDate } from '../document/dates.ts';

/**
 * When words were said, from what their introduction states: a full date, a day without its year, a
 * weekday, "today" or "yesterday". All but the first are counted from the day of publication, and are
 * null without one.
 */

const weekdays: readonly RegExp[] = [
  /\b(?:sunday|sonntags?|dimanche|domingo|domenica)\b/iu,
  /\b(?:monday|montags?|lundi|lunes|lunedì)/iu,
  /\b(?:tuesday|dienstags?|mardi|martes|martedì)/iu,
  /\b(?:wednesday|mittwochs?|mercredi|miércoles|mercoledì)/iu,
  /\b(?:thursday|donnerstags?|jeudi|jueves|giovedì)/iu,
  /\b(?:friday|freitags?|vendredi|viernes|venerdì)/iu,
  /\b(?:saturday|samstags?|sonnabend|samedi|sábado|sabato)\b/iu,
];

const today = /\b(?:today|this (?:morning|afternoon|evening)|tonight|heute|aujourd[’']hui|hoy|oggi)\b/iu;
const yesterday = /\b(?:yesterday|last night|gestern|hier(?: soir)?|ayer|ieri)\b/iu;
const months =
  'jan|feb|fév|mar|mär|apr|avr|abr|may|mai|mag|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic|ene|gen';
const monthNumbers: readonly RegExp[] = [
  /^(?:jan|ene|gen)/iu,
  /^(?:feb|fév|fev)/iu,
  /^(?:mar|mär)/iu,
  /^(?:apr|avr|abr)/iu,
  /^(?:may|mai|mag)/iu,
  /^(?:jun|juin|giu)/iu,
  /^(?:jul|juil|lug)/iu,
  /^(?:aug|aoû|ago)/iu,
  /^(?:sep|set)/iu,
  /^(?:oct|okt|ott|out)/iu,
  /^nov/iu,
  /^(?:dec|dez|déc|dic)/iu,
];
const monthDay = new RegExp(
  `\\b(?:(?<month>(?:${months})\\p{L}*)\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?|(?<dayFirst>\\d{1,2})(?:\\.|er|º)?(?: de)? (?<monthAfter>(?:${months})\\p{L}*)\\.?)(?!\\d)(?:,? (?:de )?(?<year>\\d{4}))?`,
  'iu',
);

export function saidDate(sentence: string, published: PreciseDate | null, language: string | null): PreciseDate | null {
  // "After Monday's storm" dates the storm.
  const introduction = sentence.replace(/[\p{L}\p{M}]+['’]s(?![\p{L}])/gu, '');
  const written = monthDay.exec(introduction);
  if (written?.groups?.year !== undefined) {
    const date = parseDate(written[0], language);
    if (date !== null) return date;
  }
  const iso = /\b\d{4}-\d{2}-\d{2}\b/u.exec(introduction);
  if (iso !== null) return day(iso[0]);
  const reference = /^\d{4}-\d{2}-\d{2}/u.exec(published?.value ?? '')?.[0];
  if (reference === undefined) return null;
  const from = new Date(`${reference}T00:00:00Z`);
  if (written !== null) {
    const named = written.groups?.month ?? written.groups?.monthAfter ?? '';
    const month = monthNumbers.findIndex((pattern) => pattern.test(named));
    const number = Number(written.groups?.day ?? written.groups?.dayFirst);
    return month < 0 ? null : lastSuchDay(from, month, number);
  }
  const weekday = lastWeekday(introduction);
  if (weekday >= 0) {
    let back = (from.getUTCDay() - weekday + 7) % 7;
    // "last Wednesday", said on a Wednesday, is the one before.
    if (back === 0 && /\b(?:last|letzten|vergangenen|dernier|pasado|scorso)\b/iu.test(introduction)) back = 7;
    return day(isoDay(from.getTime() - back * 86_400_000));
  }
  if (today.test(introduction)) return day(reference);
  if (yesterday.test(introduction)) return day(isoDay(from.getTime() - 86_400_000));
  return null;
}

/** The weekday named last, which stands nearest to the words that follow: 0 for Sunday, -1 for none. */
function lastWeekday(text: string): number {
  let found = -1;
  let at = -1;
  for (const [weekday, pattern] of weekdays.entries()) {
    for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
      if (match.index > at) {
        at = match.index;
        found = weekday;
      }
    }
  }
  return found;
}

function day(value: string): PreciseDate {
  return { value, precision: 'day' };
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The most recent such day on or before `from`; null for a day that no year has. */
function lastSuchDay(from: Date, month: number, number: number): PreciseDate | null {
  for (const year of [from.getUTCFullYear(), from.getUTCFullYear() - 1]) {
    const date = new Date(Date.UTC(year, month, number));
    if (date.getUTCMonth() === month && date.getTime() <= from.getTime()) return day(isoDay(date.getTime()));
  }
  return null;
}

import type { PreciseDate } from '../../contract/index.ts';
import { monthOf } from '../document/month-names.ts';
import { reportingWords } from './reporting-words.ts';
import { speechVerb } from './subject.ts';

/**
 * When words were said, from what their introduction states of the saying: a full date, a day without its year, a
 * weekday, "today" or "yesterday". All but the first are counted from the day of publication, and are null without one.
 * A date of anything else in the sentence ("about the fire of March 4", "who resigns on Friday") is not when they were said.
 */

const weekdays: readonly RegExp[] = [
  /\b(?:sunday|sonntags?|dimanche|domingo|domenica|zondag)\b/giu,
  /\b(?:monday|montags?|lundi|lunes|lunedì|segunda-feira|maandag)/giu,
  /\b(?:tuesday|dienstags?|mardi|martes|martedì|terça-feira|dinsdag)/giu,
  /\b(?:wednesday|mittwochs?|mercredi|miércoles|mercoledì|quarta-feira|woensdag)/giu,
  /\b(?:thursday|donnerstags?|jeudi|jueves|giovedì|quinta-feira|donderdag)/giu,
  /\b(?:friday|freitags?|vendredi|viernes|venerdì|sexta-feira|vrijdag)/giu,
  /\b(?:saturday|samstags?|sonnabend|samedi|sábado|sabato|zaterdag)\b/giu,
];

/** "November 3, 2015", "Nov. 3". */
const monthFirst =
  /(?<![\p{L}])(?<month>\p{L}{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|\d|\p{L})(?:,? (?<year>\d{4}))?/gu;
/** "3 November 2015", "3rd of May", "3. November", "12 de mayo de 2021". */
const dayFirst =
  /(?<![\d.:])(?<day>\d{1,2})(?:st|nd|rd|th|\.|er|º|ª)?(?: of| de| d[’'])? ?(?<month>\p{L}{3,})(?!\p{L})\.?(?:,? (?:de |del )?(?<year>\d{4}))?/gu;
const isoDate = /\b\d{4}-\d{2}-\d{2}\b/gu;

/** A date in a sentence, and what day it names; null for a day that no year has. */
interface Dated {
  readonly at: number;
  readonly date: PreciseDate | null;
}

export function saidDate(sentence: string, published: PreciseDate | null, language: string | null): PreciseDate | null {
  // "After Monday's storm" dates the storm.
  const introduction = sentence.replace(/[\p{L}\p{M}]+['’]s(?![\p{L}])/gu, (owner) => ' '.repeat(owner.length));
  const reference = /^\d{4}-\d{2}-\d{2}/u.exec(published?.value ?? '')?.[0];
  const from = reference === undefined ? null : new Date(`${reference}T00:00:00Z`);
  const code = /^[a-z]+/iu.exec(language ?? '')?.[0].toLowerCase() ?? 'en';
  const ofSaying = (found: readonly Dated[]) =>
    found.filter(({ at, date }) => date !== null && datesTheSaying(introduction, at, code));
  // A date that is written out says more than the weekday beside it; of several weekdays the last stands nearest to the words.
  const [first] = ofSaying(written(introduction, from, code));
  if (first !== undefined || from === null) return first?.date ?? null;
  const days = ofSaying(counted(introduction, from, code));
  return days.toSorted((one, other) => one.at - other.at).at(-1)?.date ?? null;
}

function written(text: string, from: Date | null, code: string): Dated[] {
  if (!/\d/u.test(text)) return [];
  const iso = [...text.matchAll(isoDate)].map((match): Dated => ({ at: match.index, date: day(match[0]) }));
  // "ago 12 barcos": in other languages the day stands first.
  const orders = code === 'en' ? [monthFirst, dayFirst] : [dayFirst];
  const named = orders.flatMap((order) =>
    [...text.matchAll(order)].flatMap((match): Dated[] => {
      const { month = '', day: number = '', year } = match.groups ?? {};
      const index = monthOf(month, code);
      // "may 3 ships" is no day of May.
      if (index === null || /^\p{Ll}/u.test(month) !== /^(?:es|fr|it|pt|nl)$/u.test(code)) return [];
      if (year !== undefined) return [{ at: match.index, date: validDay(Number(year), index - 1, Number(number)) }];
      return from === null ? [] : [{ at: match.index, date: lastSuchDay(from, index - 1, Number(number)) }];
    }),
  );
  return [...iso, ...named];
}

function counted(text: string, from: Date, code: string): Dated[] {
  const days = weekdays.flatMap((pattern, weekday) =>
    [...text.matchAll(pattern)].map((match): Dated => {
      let back = (from.getUTCDay() - weekday + 7) % 7;
      // "last Wednesday", said on a Wednesday, is the one before.
      const isLast = /\b(?:last|letzten|vergangenen|dernier|pasado|scorso)\s*$/iu.test(text.slice(0, match.index));
      if (back === 0 && (isLast || /^\S+ (?:dernier|pasado|scorso)/iu.test(text.slice(match.index)))) back = 7;
      return { at: match.index, date: day(isoDay(from.getTime() - back * 86_400_000)) };
    }),
  );
  const { today, yesterday } = reportingWords(code);
  const dayAway = (pattern: RegExp, back: number) =>
    [...text.matchAll(pattern)].map(
      (match): Dated => ({ at: match.index, date: day(isoDay(from.getTime() - back * 86_400_000)) }),
    );
  return [...days, ...dayAway(today, 0), ...dayAway(yesterday, 1)];
}

/** What may stand between the word that a date belongs to and the date. */
const leadsToDate =
  /(?:(?:^|(?<=\s))(?:on|late|early|earlier|last|this|past|at|the|morning|afternoon|evening|am|vom|le|el|il|op|na|no|em|vergangenen|letzten|\d{1,2}(?:[:.]\d{2})?|[ap]\.?m\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s*)+$/iu;
/** What a relative clause tells is not the saying. */
const inRelativeClause = /(?:^|[\s,])(?:who|which|whose|where|when|that)\s[^,]*$/iu;
/** Words are said in these, and they have days. */
const occasion =
  /(?<!\p{L})(?:statement|remarks?|letter|message|memo(?:randum)?|e-?mail|release|declaration|communiqué|response|reply|apology|announcement|note|post|speech|testimony|thread|tweet|interview|hearing|conference|briefing|address|broadcast|sermon|meeting|session|following|text|in full)$/iu;
const toldSomebody = /(?<!\p{L})(?:told|tells|asked|informed|reminded|assured)(?:\s[\p{L}’'-]+){1,5}$/u;
const ofSomething =
  /(?<!\p{L})(?:of|about|after|before|for|since|until|against|following|ahead of|von|vom|über|nach|seit|bis|de|du|des|sur|après|avant|depuis|sobre|tras|del|desde|di|su|dopo|dal|da|do|sobre|após|desde|van|over|sinds)(?:\s(?:the|a|an|den|dem|der|la|le|el|il|o|a|het))?$/iu;

function datesTheSaying(text: string, at: number, code: string): boolean {
  const before = text.slice(0, at);
  const lead = before.replace(leadsToDate, '').trimEnd();
  // "— Ada Byron (@byron) May 4, 2019": the day of a post.
  if (lead === '' || /[,:;(]$|\(@[\p{L}\d_.]+\)$/u.test(lead)) return !inRelativeClause.test(before);
  if (ofSomething.test(lead) || inRelativeClause.test(before)) return false;
  // Of languages whose sentences nobody has looked at here, what hangs on no preposition is believed.
  if (code !== 'en') return true;
  const endsWithVerb = [reportingWords(code).verb, speechVerb].some((verb) =>
    [...lead.matchAll(verb)].some((match) => match.index + match[0].length === lead.length),
  );
  if (endsWithVerb || occasion.test(lead) || toldSomebody.test(lead)) return true;
  // "said Alder on Monday", "said in Berlin on Monday"; but not "the storm in Corran on Monday".
  return (
    /\p{Lu}[\p{L}\p{M}’'.-]*$/u.test(lead) &&
    /(?:said|says|wrote|added|in \p{Lu}[\p{L}-]*|told) (?:\S+ ){0,4}?\S*$/u.test(lead)
  );
}

function validDay(year: number, month: number, number: number): PreciseDate | null {
  const date = new Date(Date.UTC(year, month, number));
  return date.getUTCMonth() === month ? day(isoDay(date.getTime())) : null;
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

import { languages as spelled } from '../languages/index.ts';

/** Names of months in the languages that saved pages come in, from the runtime's own tables (CLDR). */

const languages =
  'en de fr es it pt nl pl cs sk sl hr sr bs ro hu sv da nb fi et lv lt ru uk be bg mk el tr ca gl eu ga cy is sq mt lb af id ms vi sw ar he fa hi az ka hy kk'.split(
    ' ',
  );

/** Spellings that pages use and CLDR doesn't list. */
const further = new Map(spelled.map(({ code, monthSpellings }) => [code, monthSpellings ?? []]));

/** Lower case, without accents and dots: "Févr." and "fevr" are one name. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{Mn}.'’]/gu, '')
    .toLowerCase();
}

type Names = ReadonlyMap<string, number>;
const perLanguage = new Map<string, Names>();

function namesIn(language: string): Names {
  const known = perLanguage.get(language);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  for (const width of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC', calendar: 'gregory' });
    const withDay = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: width,
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    for (let month = 1; month <= 12; month += 1) {
      const date = new Date(Date.UTC(2017, month - 1, 15));
      const parts = [...alone.formatToParts(date), ...withDay.formatToParts(date)];
      for (const part of parts) {
        const name = foldName(part.value);
        if (part.type === 'month' && /^\p{L}[\p{L}\p{M}]+$/u.test(name) && !names.has(name)) names.set(name, month);
      }
    }
  }
  for (const [name, month] of further.get(language) ?? []) names.set(name, month);
  perLanguage.set(language, names);
  return names;
}

let merged: ReadonlyMap<string, number | null> | null = null;

/** Names of all languages together; null where languages disagree ("listopad" is October or November). */
function namesOfAll(): ReadonlyMap<string, number | null> {
  if (merged !== null) return merged;
  const all = new Map<string, number | null>();
  for (const language of languages)
    for (const [name, month] of namesIn(language)) {
      const other = all.get(name);
      all.set(name, other === undefined || other === month ? month : null);
    }
  // English is what pages without a language are most often written in.
  for (const [name, month] of namesIn('en')) all.set(name, month);
  merged = all;
  return all;
}

/** The month, 1 to 12, of a name in a language (BCP 47) or, where that doesn't know it, in any. */
export function monthOf(name: string, language: string | null): number | null {
  const folded = foldName(name);
  const primary = language?.toLowerCase().split(/[-_]/u)[0] ?? '';
  if (languages.includes(primary)) {
    const month = namesIn(primary).get(folded);
    if (month !== undefined) return month;
  }
  const english = namesIn('en').get(folded);
  return english ?? namesOfAll().get(folded) ?? null;
}

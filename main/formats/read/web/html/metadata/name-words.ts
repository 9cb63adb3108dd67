import { phrasesOf } from '../../../../../reading/languages/index.ts';
import type { BylinePhrases } from '../../../../../reading/languages/language.ts';
import { holding, phraseSource, wholeLine } from '../../../../../reading/languages/phrases.ts';

/** The words that stand in bylines around names, in the languages that papers use. */

function of(kind: keyof BylinePhrases): readonly string[] {
  return phrasesOf(({ bylines }) => bylines?.[kind]);
}
/** The same as a pattern's source; as words of their own, or as they stand. */
const source = (kind: keyof BylinePhrases): string => phraseSource(of(kind));
const word = (kind: keyof BylinePhrases): string => phraseSource(of(kind), { opens: true, closes: true });

/** What stands before a name: "Text by", "Autor:", "Von" before a capital. */
export const opener = new RegExp(
  `^(?:(?:${source('works')}\\s+)?${phraseSource(of('prepositions'), { closes: true })}[:\\s]+|` +
    `${source('labels')}\\s*(?::|：|\\||–|-)\\s*|` +
    `${source('beforeCapital')}\\s+(?=\\p{Lu}))`,
  'iu',
);

const weekday = phraseSource([...of('weekdays'), ...of('weekdayAbbreviations')], { opens: true, closes: true });
const beforeWeekday = word('beforeWeekday');

/** What follows a name: all from here on is none of it. */
export const closer = new RegExp(
  `\\s*(?:[|•·–—:≈(<…]|\\[|\\s-\\s|\\d{1,2}[./]\\d{1,2}|\\d{4}|${word('closers')}|${word('beforeTime')}\\s+\\d|` +
    `\\d+\\s*${phraseSource(of('afterNumber'), { closes: true })}|` +
    `(?:${beforeWeekday}\\s+)?${weekday},?\\s*(?=\\d|$)|${beforeWeekday}\\s+(?=${source('weekdays')})).*$`,
  'iu',
);

/** Texts that stand where a name is looked for, and are none: also an account that runs the page, and bare numbers. */
export const notNames = new RegExp(`^(?:the )?(?:${source('notNames')}|\\S*admin|[\\d.:/\\s-]+)$`, 'iu');

const roleWord = holding(of('roles'));
const roleBeginning = new RegExp(`^${phraseSource(of('roleBeginnings'), { closes: true })}`, 'iu');

/** Whether a text says what somebody does, not who it is. */
export function saysRole(text: string): boolean {
  return roleWord.test(text) || roleBeginning.test(text);
}

/** Degrees and the like after a name. */
export const degree = wholeLine([
  ...[
    'ph[.][ ]d[.]',
    'm[.]d[.]',
    'jr[.]',
    'sr[.]',
    'ii',
    'iii',
    'iv',
    'esq[.]',
    'm[.]sc[.]',
    'b[.]sc[.]',
    'mba',
    'm[.]a[.]',
  ],
  ...['b[.]a[.]', 'rn', 'rd[n]', 'dvm', 'facs', 'jd', 'j.d.', 'llm', 'dipl.<any>', 'mph', 'ms', 'cpt', 'lmft', 'lcsw'],
  ...['psyd', 'pharmd', 'do', 'cpa'],
]);

/** News agencies: they sign like persons, alone or after one. */
export const agency = wholeLine([
  ...[
    'dpa',
    'dpa{-|/}<word>',
    'afp',
    'apa',
    'ap',
    'reuters',
    '[keystone-]sda',
    'ansa',
    '[agencia] efe',
    'europa press',
  ],
  ...['pti', 'ani', 'ians', 'kna', 'epd', 'sid', 'dts', 'ots', 'xinhua', 'tass', 'bloomberg', 'dapd'],
  ...['[the] associated press', 'agence france-presse', 'usa today', 'press association', '[the] canadian press'],
]);

/** Desks, papers and firms sign too; a person who is named elsewhere on the page goes before them. */
export const deskWord = new RegExp(`(?<!\\p{L})${source('desks')}(?!\\p{L})`, 'iu');

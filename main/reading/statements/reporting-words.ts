import { languages } from '../languages/index.ts';
import type { StatementPhrases } from '../languages/language.ts';
import { phraseSource } from '../languages/phrases.ts';

/** The words of a language by which reporters say who says something. */
export interface ReportingWords {
  readonly code: string;
  /** A verb that reports quoted words, anywhere. */
  readonly verb: RegExp;
  /** A verb that reports words in the reporter's own. */
  readonly telling: RegExp;
  readonly accordingTo: RegExp;
  /** "that", where a clause begins with it. */
  readonly that: RegExp;
  /** Right before what is a name or a thing. */
  readonly naming: RegExp;
  /** A whole verb behind which stands whom somebody speaks to: "told". */
  readonly toHearers: RegExp;
  /** "what Alder calls" at the end of a text; null where nobody has collected its words. */
  readonly calling: RegExp | null;
  /** A whole word: what bears a name that stands in marks before it; null as above. */
  readonly namedThing: RegExp | null;
  /** A whole word that may follow quoted words and is no noun that they describe; null as above. */
  readonly behindFragment: RegExp | null;
  /** A whole word: a verb that goes on with an interrupted sentence; null as above. */
  readonly goingOn: RegExp | null;
  /** A determiner and up to two words at the end of a text: "the dazzling ". */
  readonly determinedAtEnd: RegExp;
  /** Whether a verb may stand without its subject: "dijo", "ha detto". */
  readonly leavesOutSubjects: boolean;
  /** Whether a dash opens the words of somebody who speaks. */
  readonly opensByDash: boolean;
  /** Whether the verb stands second, and the subject behind it where anything else comes first. */
  readonly isVerbSecond: boolean;
  /** "today" and "yesterday", everywhere. */
  readonly today: RegExp;
  readonly yesterday: RegExp;
  readonly she: RegExp;
  readonly he: RegExp;
  readonly they: RegExp;
  readonly it: RegExp;
}

const compiled = new Map<string, ReportingWords>();

/** The words of an article's language ("en-GB"), of English where it isn't said or not known here. */
export function reportingWords(language: string | null): ReportingWords {
  const code = /^[a-z]+/iu.exec(language ?? '')?.[0].toLowerCase() ?? 'en';
  const known = compiled.get(code);
  if (known !== undefined) return known;
  const own = languages.find((one) => one.code === code && one.statements?.reporting !== undefined);
  const words = compile(own?.code ?? 'en', own?.statements ?? languages[0]?.statements ?? {});
  compiled.set(code, words);
  return words;
}

function compile(code: string, words: StatementPhrases): ReportingWords {
  const anywhere = (phrases: readonly string[] | undefined, flags: string) =>
    new RegExp(`(?<![\\p{L}-])${phraseSource(phrases ?? [])}(?!\\p{L})`, flags);
  const whole = (phrases: readonly string[] | undefined) => new RegExp(`^${phraseSource(phrases ?? [])}$`, 'iu');
  const collected = (phrases: readonly string[] | undefined) => (phrases === undefined ? null : whole(phrases));
  const { whatIsCalled, calling } = words;
  return {
    code,
    calling:
      whatIsCalled === undefined || calling === undefined
        ? null
        : new RegExp(
            `(?<what>(?<!\\p{L})${phraseSource(whatIsCalled)}\\s)(?<subject>[^,;:()“”"]{2,60}?)\\s(?<verb>${phraseSource(calling)})(?:\\s(?:a|an|the))?\\s$`,
            'iu',
          ),
    namedThing: collected(words.namedThings),
    behindFragment: collected(words.behindFragments),
    determinedAtEnd: new RegExp(
      `(?<!\\p{L})${phraseSource(words.determiners ?? [])}(?:\\s[\\p{L}’'-]+){0,2}\\s$`,
      'iu',
    ),
    verb: anywhere(words.reporting, 'giu'),
    telling: anywhere(words.telling, 'giu'),
    accordingTo: anywhere(words.accordingTo, 'iu'),
    that: new RegExp(`^\\s*${phraseSource(words.that ?? [])}(?!\\p{L}|[’']s)\\s*`, 'iu'),
    goingOn: collected(words.goingOn),
    naming: new RegExp(
      `(?<!\\p{L})(?:${phraseSource(words.naming ?? [])}|${phraseSource(words.inscribed ?? [])}(?:\\s[\\p{L}’']+){0,5})(?!\\p{L})[\\s,:]*$`,
      'iu',
    ),
    leavesOutSubjects: /^(?:es|it|pt)$/u.test(code),
    opensByDash: /^(?:es|fr|it|pt)$/u.test(code),
    isVerbSecond: /^(?:de|nl)$/u.test(code),
    toHearers: whole(words.toHearers),
    today: anywhere(words.today, 'giu'),
    yesterday: anywhere(words.yesterday, 'giu'),
    she: whole(words.pronouns?.she),
    he: whole(words.pronouns?.he),
    they: whole(words.pronouns?.they),
    it: whole(words.pronouns?.it),
  };
}

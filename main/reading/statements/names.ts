import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';

/** Personal names in running text, told from other capitalised words. */

const particles =
  'de la|de los|van der|van den|von der|von und zu|de|da|di|del|della|du|van|von|zu|ter|al|bin|ibn|dos|af|av';
const particleWords = 'de|la|los|van|der|den|von|und|zu|da|di|del|della|du|ter|al|bin|ibn|dos|af|av';
const particle = new RegExp(`^(?:${particleWords})$`, 'u');
const word = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*";
/** Abbreviations in front of or behind names; any other full stop ends a sentence, and the name. */
const abbreviated =
  '(?:Dr|Mr|Mrs|Ms|Prof|Rep|Sen|Gov|Sgt|Lt|Col|Capt|Gen|Maj|Adm|Cpl|Rev|Hon|St|Jr|Sr|Rt|Cmdr|Insp|Det|Supt|Asst|Dep)\\.';
const initial = '\\p{Lu}\\.(?:-?\\p{Lu}\\.)*';

/** A run of capitalised words and initials, with the particles between them. */
export const capitalRun = new RegExp(
  `(?<![\\p{L}\\p{M}\\d’'.@#-])(?:${abbreviated}|${initial}|${word})(?:[ \\u00A0](?:(?:${particles})[ \\u00A0])*(?:${abbreviated}|${initial}|${word})){0,9}`,
  'gu',
);

const openers = new Set(
  (
    'the a an in on at to for from with by as of and or but if when while after before because since although though until once unless ' +
    'however meanwhile moreover also then there here this that these those it he she they we i you his her their our its my your who ' +
    'what where why how not no yes all some many most more few both each every several another other such only even still yet so now ' +
    'today yesterday tomorrow later earlier last next first second third during under over between through without within according ' +
    'sorry thanks hello goodbye welcome congratulations yeah oh wow well despite following asked speaking writing addressing responding like unlike among against about above below near former is are was ' +
    'were has have had will would can could may might should must do does did let please thank dear mr mrs ms miss mme mlle señor señora sr sra signor signora said says ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november ' +
    'december jan feb mar apr jun jul aug sep sept oct nov dec der die das den dem des ein eine einer einem auch nach vor bei mit von aus ' +
    'für im am zum zur und oder aber wenn als wie es er sie wir ich herr frau laut le la les un une des dans pour avec selon il elle nous ' +
    'je mais el los las una según en por para con pero lo gli una nel per ma secondo ' +
    'zahlreiche mehrere viele einige manche wenige beide alle zwei drei vier plusieurs certains quelques varios algunos muchos alcuni molti'
  ).split(' '),
);

const notInNames = new RegExp(`^${phraseSource(phrasesOf(({ statements }) => statements?.notInNames))}$`, 'u');

/** Family names that are words for places and things as well: the text must vouch for them. */
const doubtful = /^(?:Park|North|South|East|West|White|Law|Day|Street|Lake|River|Bill|Star|Church|Cup|House|Beach)$/u;

export function isOpener(token: string): boolean {
  // "Asking Alder", "Regarding Byron".
  return /^\p{Lu}\p{Ll}{3,}ing$/u.test(token) || isOrdinaryWord(token);
}

/** Whether a word with a capital is a small word that begins a sentence, a day, a month; "Reiling" and "Manning" are none. */
export function isOrdinaryWord(token: string): boolean {
  const word = token.toLowerCase().replace(/\.$/u, '');
  // "First-year", "Mid-March".
  return (
    openers.has(word) ||
    /^(?:first|second|third|mid|half|full|part|late|early|all|non|pre|post|ex|self|co)-/u.test(word)
  );
}

/**
 * Whether words have the shape of a person's full name: two to four, none of them an organisation's or a
 * place's. `isVouched`: a role or a verb of speech beside them says that it is one.
 */
export function isFullName(tokens: readonly string[], isVouched: boolean): boolean {
  const proper = tokens.filter((token) => !particle.test(token));
  if (proper.length < 2 || proper.length > 4) return false;
  if (
    proper.some(
      (token, index) =>
        notInNames.test(token.replace(/\.$/u, '')) || (index === 0 ? isOpener(token) : isOrdinaryWord(token)),
    )
  )
    return false;
  if (!isVouched && proper.some((token) => doubtful.test(token))) return false;
  const last = proper.at(-1) ?? '';
  if (/^\p{Lu}\.?$/u.test(last)) return false;
  // All capitals are an abbreviation's ("AMC Theatres") or a headline's.
  if (/^\p{Lu}{3,}$/u.test(proper[0] ?? '') && !isVouched) return false;
  return !proper.every((token) => token.length > 2 && token === token.toUpperCase());
}

export function lastName(name: string): string {
  const tokens = name.replace(/,? (?:Jr|Sr|II|III)\.?$/u, '').split(' ');
  return tokens.at(-1) ?? name;
}

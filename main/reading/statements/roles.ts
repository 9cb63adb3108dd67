import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';

/** The words by which articles say who somebody is. */

const roleWords = [...new Set(phrasesOf(({ statements }) => statements?.roles))];

/** German makes one word of office and field: "Hafenkommissarin", "Innenminister". */
const germanCompound =
  '\\p{L}+(?:kommissar|sprecher|minister|präsident|leiter|direktor|sekretär|chef|anwalt|kanzler)(?:in)?|\\p{L}+(?:vorsitzende[rn]?)|hafenmeister(?:in)?';
const sorted = `${roleWords.toSorted((a, b) => b.length - a.length).join('|')}|${germanCompound}`;

/** Matches one role word, whole, in any case. */
export const roleWord = new RegExp(`(?<![\\p{L}\\p{M}-])(?:${sorted})(?![\\p{L}\\p{M}])`, 'iu');
const wholeRoleWords = new Set(roleWords);
const wholeGermanCompound = new RegExp(`^(?:${germanCompound})$`, 'iu');

/** Ranks that are ordinary words too when they begin with a small letter. */
const rankWord = /^(?:Major|General|Private|Member|Gen\.?|Maj\.?|Col\.?)$/u;

/** Asked of every word of every name: words are looked up, as a pattern of hundreds of them took a twentieth of the finding. */
export function isRoleWord(token: string): boolean {
  const word = token.endsWith('.') ? token.slice(0, -1) : token;
  return wholeRoleWords.has(word.toLowerCase()) || wholeGermanCompound.test(word) || rankWord.test(token);
}

const modifiers = new Set(phrasesOf(({ statements }) => statements?.roleModifiers));

/** Whether a word is one that a role is made of, before its head ("deputy city", "acting fire"). */
export function isRoleModifier(token: string): boolean {
  return modifiers.has(token.toLowerCase().replace('’', "'").replace(/[.,]$/u, ''));
}

/** The last word of organisations' names. */
const organizationNoun =
  'Department|Commission|Order|Brotherhood|Legislature|Council|Committee|Board|Office|Ministry|Agency|Authority|Association|Federation|Union|Party|University|College|School|Schools|District|Institute|Institution|Bureau|Court|Hospital|Company|Corporation|Corp|Inc|Ltd|LLC|Group|Bank|Fund|Foundation|Trust|Society|Club|League|Church|Diocese|Police|Parliament|Senate|Congress|Assembly|Government|Service|Services|Administration|Centre|Center|Museum|Library|Airport|Port|Airlines|Ferries|Railway|Network|Alliance|Coalition|Campaign|Chamber|Guard|Patrol|Force|House|Team|Organisation|Organization|Ministerium|Polizei|Behörde|Verband|Partei|Universität|Amt|Stadtrat|Regierung';

const calendarWord =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.';

/** An organisation by its name: "Tucson Police Department", "University of Tessaly", "Ministry of the Sea". */
export const organizationName = new RegExp(
  `(?<![\\p{L}\\p{M}’'-])(?:(?:\\p{Lu}[\\p{L}\\p{M}’'.&-]*|of|and|&) ){0,8}(?:${organizationNoun})(?: (?:of|for|on|des|der|für|de)(?: the| la| l’)?(?! (?:${calendarWord}))(?: \\p{Lu}[\\p{L}\\p{M}’'-]*(?: and)?){1,4})?(?![\\p{L}\\p{M}])(?! (?!${calendarWord})\\p{Lu})`,
  'gu',
);

/** Cheaper than {@link organizationName}, which tries every capital: a text without such a word names none. */
export const organizationWord = new RegExp(`(?:${organizationNoun})(?![\\p{L}\\p{M}])`, 'u');

export const organizationEnd = new RegExp(`(?:^|\\s)(?:${organizationNoun})$`, 'u');

/** "the department", "the company": the organisation's noun as it is taken up again. */
export const organizationAgain = new RegExp(
  `${phraseSource(
    phrasesOf(({ statements }) => statements?.articles),
    { opens: true },
  )} ` +
    `(${phraseSource(
      phrasesOf(({ statements }) => statements?.organizations),
      { closes: true },
    )})`,
  'iu',
);

/** Which organisation a role belongs to, by its noun: a commissioner to a commission. */
export const organizationOfRole: readonly (readonly [RegExp, RegExp])[] = [
  [/\bchief$/iu, /\b(?:Department|Force|Service|Bureau|Agency|Police)$/u],
  [/\bcommissioner$/iu, /\b(?:Commission|Department|Board)$/u],
  [/\b(?:council(?:man|woman|lor|or| ?member)|alderman)$/iu, /\bCouncil$/u],
  [/\b(?:minister|secretary)$/iu, /\b(?:Ministry|Department|Office)\b/u],
  [/\bsheriff$/iu, /\bSheriff[’']s (?:Office|Department)$/u],
  [/\b(?:attorney|prosecutor)$/iu, /\bAttorney[’']s Office$|\bOffice$/u],
  [/\bsuperintendent$/iu, /\b(?:District|Schools)$/u],
  [
    /\b(?:spokes(?:man|woman|person)|director|chair(?:man|woman|person)?|president|head|manager|officer|captain|sergeant|lieutenant|detective|administrator)$/iu,
    /./u,
  ],
];

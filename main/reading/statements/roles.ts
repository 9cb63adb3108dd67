import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';

/** The words by which articles say who somebody is. */

const roleWords =
  'chief|commissioner|commander|captain|capt|lieutenant|lt|sergeant|sgt|detective|officer|sheriff|marshal|constable|superintendent|inspector|colonel|admiral|adm|' +
  'mayor|governor|gov|president|president-elect|vice-president|chancellor|premier|minister|prime minister|secretary|ambassador|senator|sen|representative|rep|congressman|congresswoman|councilman|councilwoman|councillor|councilor|council member|councilmember|alderman|assemblyman|assemblywoman|delegate|legislator|lawmaker|mp|mep|' +
  'spokesman|spokeswoman|spokesperson|press secretary|' +
  'director|manager|administrator|executive|ceo|cfo|coo|cto|chairman|chairwoman|chairperson|chair|founder|co-founder|owner|partner|head|leader|deputy|treasurer|trustee|supervisor|coordinator|coach|principal|' +
  'attorney|prosecutor|judge|justice|lawyer|solicitor|' +
  'professor|lecturer|prof|dean|rector|provost|dr|doctor|scientist|researcher|economist|analyst|historian|physician|surgeon|' +
  'bishop|archbishop|cardinal|pope|rabbi|imam|pastor|reverend|rev|father|sister|' +
  'defendant|plaintiff|complainant|claimant|' +
  'king|queen|prince|princess|duke|lord|lady|sir|dame|' +
  'editor|author|writer|activist|organizer|organiser|advocate|adviser|advisor|envoy|harbourmaster|harbormaster|harbour master|harbor master|warden|coastguard|skipper|pilot|librarian|curator|' +
  'bürgermeister|bürgermeisterin|oberbürgermeister|oberbürgermeisterin|minister|ministerin|innenminister|innenministerin|außenminister|außenministerin|finanzminister|finanzministerin|ministerpräsident|ministerpräsidentin|kanzler|kanzlerin|bundeskanzler|bundeskanzlerin|präsident|präsidentin|bundespräsident|sprecher|sprecherin|polizeisprecher|polizeisprecherin|polizeichef|polizeichefin|polizeipräsident|polizeipräsidentin|regierungssprecher|senator|senatorin|abgeordnete|abgeordneter|vorsitzende|vorsitzender|chef|chefin|parteichef|parteichefin|fraktionschef|generalsekretär|generalsekretärin|direktor|direktorin|leiter|leiterin|geschäftsführer|geschäftsführerin|professor|professorin|' +
  'blogger|bloggerin|autorin|autor|journalist|journalistin|schriftsteller|schriftstellerin|forscher|forscherin|experte|expertin|anwalt|anwältin|richter|richterin|staatsanwalt|staatsanwältin|bischof|bischöfin|trainer|trainerin|unternehmer|unternehmerin|landrat|landrätin|stadtrat|stadträtin|gesundheitsminister|gesundheitsministerin|verteidigungsminister|verteidigungsministerin|justizminister|justizministerin|verbandschef|verbandschefin|vorstandschef|vorstandschefin|vorstand|rektor|rektorin|virologe|virologin|historiker|historikerin|' +
  'maire|ministre|président|présidente|préfet|préfète|procureur|procureure|directeur|directrice|porte-parole|député|députée|sénateur|sénatrice|premier ministre|première ministre|' +
  'alcalde|alcaldesa|ministro|ministra|presidente|presidenta|gobernador|gobernadora|portavoz|director|directora|diputado|diputada|senador|senadora|fiscal|consejero|consejera|' +
  'burgemeester|wethouder|statenlid|gedeputeerde|woordvoerder|woordvoerster|raadslid|directeur|voorzitter|hoogleraar|bewoner|bewoonster|winkelier|bakker|' +
  'prefeito|prefeita|vereador|vereadora|deputado|porta-voz|autarca|governador|governadora|secretário|secretária|diretor|diretora|' +
  'conseiller|conseillère|adjoint|adjointe|élu|élue|' +
  'sindaco|sindaca|consigliere|consigliera|parroco|vescovo|presidente|governatore|portavoce|direttore|direttrice|questore|prefetto|deputato|deputata|senatore|senatrice|assessore|assessora';

/** German makes one word of office and field: "Hafenkommissarin", "Innenminister". */
const germanCompound =
  '\\p{L}+(?:kommissar|sprecher|minister|präsident|leiter|direktor|sekretär|chef|anwalt|kanzler)(?:in)?|\\p{L}+(?:vorsitzende[rn]?)|hafenmeister(?:in)?';
const sorted = `${[...new Set(roleWords.split('|'))].sort((a, b) => b.length - a.length).join('|')}|${germanCompound}`;

/** Matches one role word, whole, in any case. */
export const roleWord = new RegExp(`(?<![\\p{L}\\p{M}-])(?:${sorted})(?![\\p{L}\\p{M}])`, 'iu');
const wholeRoleWords = new Set(roleWords.split('|'));
const wholeGermanCompound = new RegExp(`^(?:${germanCompound})$`, 'iu');

/** Ranks that are ordinary words too when they begin with a small letter. */
const rankWord = /^(?:Major|General|Private|Member|Gen\.?|Maj\.?|Col\.?)$/u;

/** Asked of every word of every name: words are looked up, as a pattern of hundreds of them took a twentieth of the finding. */
export function isRoleWord(token: string): boolean {
  const word = token.endsWith('.') ? token.slice(0, -1) : token;
  return wholeRoleWords.has(word.toLowerCase()) || wholeGermanCompound.test(word) || rankWord.test(token);
}

/** Small words that a role is made of, before its head ("deputy city", "acting fire"). */
const modifiers = new Set(
  (
    'deputy assistant associate vice former acting interim executive managing senior junior chief general city county state federal ' +
    'national regional local police fire harbour harbor port coastguard maritime school board council commission department district health public ' +
    'press media foreign interior finance defence defense prime attorney union company party police-department ex-police campaign ' +
    "white house parliamentary opposition council longtime then current newly elected co sheriff’s sheriff's mayoral presidential"
  ).split(' '),
);

export function isRoleModifier(token: string): boolean {
  return modifiers.has(token.toLowerCase().replace(/[.,]$/u, ''));
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

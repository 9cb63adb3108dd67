import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import { lastName } from './names.ts';
import type { Passage } from './passages.ts';
import { withoutQuotations } from './passages.ts';
import { type Cast, startingIn } from './people.ts';
import type { Speaker } from './speaker.ts';

/**
 * Tells the reporter's narration from the continuing words of a statement that no quotation marks
 * enclose. Signs are weighed; none of them alone is proof but the first person, which no reporter uses.
 */
export interface Voice {
  /** First-person words outside quotations. */
  readonly isFirstPerson: boolean;
  /** Signs of narration less signs of a statement: above 1.5 the reporter speaks. */
  readonly narration: number;
}

const firstPerson =
  /(?<![\p{L}’'-])(?:[Ww]e|[Uu]s(?! (?:dollars?|troops|officials))|[Oo]urs?|[Oo]urselves|I|[Mm]y|me|myself|[Ww]ir|uns|[Uu]nser\p{L}{0,2}|[Ii]ch|mir|mich|[Mm]ein(?:e[nmrs]?)?|[Nn]ous|[Nn]otre|[Jj]e|[Jj][’']|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Nn]oi|[Nn]ostr[oaie])(?![\p{L}])/gu;

const attribution =
  /(?<![\p{L}])(?:said|says|told|added|tweeted|replied|testified|according to|declined to|did not respond|could not be reached|did not immediately|announced|sagte|sagt|erklärte|betonte|teilte|laut|a déclaré|a ajouté|a dit|selon|dijo|afirmó|añadió|según|ha detto|ha dichiarato|ha aggiunto|secondo)(?![\p{L}])/giu;
const firstPersonSubject = /(?:\b(?:I|we|we['’]ve|I['’]ve|have|has been|wir|ich|nous|as (?:I|we))(?: \p{L}+)?) $/iu;

const aboutTheStatement =
  /^(?:the|her|his|its|their|this|these|those|such) (?:\p{L}+ )?(?:statement|announcement|letter|comments?|remarks|news|message|response|decision|move|controversy|dispute|incident)s? (?:comes?|came|follow(?:s|ed)?|was|were|is|are|drew|marks?|also|did|had|has)\b|\bin (?:the|her|his|its|their) (?:statement|letter|message)\b|^(?:die|der|das) (?:erklärung|mitteilung|brief) (?:kam|folgt|war)/iu;
const aboutToHappen =
  /\b(?:is|are|was|were) (?:to [\p{Ll}]+|(?:expected|scheduled|set|due|slated|planned|likely) to)\b|\bwill (?:vote|meet|hear|decide|hold a (?:hearing|vote|meeting)|appear in court)\b/iu;
const timeWords = new RegExp(
  [
    `(?<!\\p{L})${phraseSource(
      phrasesOf(({ statements }) => statements?.days),
      { closes: true },
    )}`,
    phraseSource(
      phrasesOf(({ statements }) => statements?.times),
      { opens: true, closes: true },
    ),
    '\\b(?:in|since|until) (?:19|20)\\d{2}\\b',
  ].join('|'),
  'iu',
);
const normative =
  /\b(?:must|should|will|remains?|committed|commitment|deserves?|thank|please|continues? to|important|believe|hope|responsib\p{L}+|priority|condemn|support|welcome|regret|sorry|apologi[sz]e|safety|every (?:resident|citizen|child|student))\b/iu;

export function voiceOf(passage: Passage, speaker: Speaker | null, cast: Cast): Voice {
  const own = withoutQuotations(passage.text);
  const isFirstPerson = (own.match(firstPerson) ?? []).some(
    (word) => word !== 'I' || !/\b(?:World War|Part|Chapter|Phase|Title) I\b/u.test(own),
  );
  let narration = 0;
  const speech = [...own.matchAll(attribution)].filter((match) => !firstPersonSubject.test(own.slice(0, match.index)));
  if (speech.length > 0) narration += 2.5;
  if (speaker !== null && namesSpeaker(own, speaker)) narration += 2.5;
  else if (
    speaker !== null &&
    speaker.person.name !== speaker.person.organization &&
    /^(?:He|She|Er|Sie|Il|Elle|Él|Ella)(?![\p{L}])/u.test(own)
  )
    narration += 2;
  if (aboutTheStatement.test(own)) narration += 3;
  if (aboutToHappen.test(own)) narration += 1.5;
  if (timeWords.test(own)) narration += 1;
  if (introducesSomebody(passage, speaker, cast)) narration += 1;
  if (/\p{L}/u.test(own) && own.length - own.replace(/ {12,}/gu, '').length > 12) narration += 1;
  narration += pastTense(own);
  if (isFirstPerson) narration -= 3;
  if (normative.test(own)) narration -= 0.75;
  const organization = speaker?.person.organization ?? null;
  if (organization !== null && own.includes(organization)) narration -= 0.75;
  return { isFirstPerson, narration };
}

/** The speaker in the third person; an organisation calls itself by its name, so that says nothing. */
function namesSpeaker(text: string, speaker: Speaker): boolean {
  if (speaker.person.name === speaker.person.organization) return false;
  const name = lastName(speaker.person.name);
  return name.length > 2 && new RegExp(`(?<![\\p{L}])${literally(name)}(?:['’]s?)?(?![\\p{L}])`, 'u').test(text);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

function introducesSomebody(passage: Passage, speaker: Speaker | null, cast: Cast): boolean {
  return startingIn(cast.people, (person) => person.first, passage.start, passage.end).some(
    (person) => person.role !== null && person.name !== speaker?.person.name,
  );
}

/** Half a point for telling what happened, in the past and with figures. */
function pastTense(text: string): number {
  const past = text.match(/\b(?:was|were|had|began|took|went|came|left|found|made|\p{L}{3,}ed)\b/giu)?.length ?? 0;
  const present = text.match(/\b(?:is|are|has|have|will|must|should|can|do|does|remain|continue)\b/giu)?.length ?? 0;
  return (past >= 2 && past > present ? 0.75 : 0) + (/\d/u.test(text) ? 0.5 : 0);
}

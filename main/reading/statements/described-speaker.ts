import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import type { KnownPerson } from './people.ts';
import { organizationAgain, organizationName, roleWord } from './roles.ts';
import { type Scene, toPerson, type Who } from './scene.ts';
import { organizationAsSpeaker } from './speaker.ts';
import { isAdverbial } from './subject.ts';

/** What a description begins with. */
export const determiner = new RegExp(
  `^(?:${phraseSource(phrasesOf(({ statements }) => statements?.determiners))}\\s|l[’'])`,
  'iu',
);

/** Whether words say what somebody is, not how they are called. */
export function isDescription(phrase: string): boolean {
  return determiner.test(phrase) || roleWord.test(phrase) || /[’']s? \p{Ll}/u.test(phrase);
}

/** "the chief": the one person whom the article has given that role, or who had it last. */
export function byRole(phrase: string, at: number, { cast }: Scene): Who | null {
  if (!/^(?:the|der|die|le|la|l[’']|el|il|o|a|de)(?:\s|(?<=[’']))/iu.test(phrase)) return null;
  const head = phrase.split(/ (?:of|for|to|from|at|in|de|du|des|von|di|del|della|van|da|do)(?: |$)/iu)[0] ?? '';
  const role = roleWord.exec(head)?.[0].toLowerCase();
  // "The commissioner’s office" is not the commissioner.
  if (role === undefined || !head.toLowerCase().endsWith(role)) return null;
  const isSuch = (person: KnownPerson) => (person.role ?? '').toLowerCase().split(/[ -]/u).includes(role);
  const known = cast.mentions.findLast(({ start, person }) => start < at && isSuch(person))?.person;
  return known === undefined ? null : { speakers: [toPerson(known)], described: null, by: 'role' };
}

const wholeOrganizationAgain = new RegExp(`^${organizationAgain.source}$`, 'iu');

/** An organisation that the phrase names, or takes up again: "the department". */
export function byOrganization(phrase: string, at: number, { cast }: Scene): Who | null {
  const organization = (name: string): Who => ({
    speakers: [organizationAsSpeaker(name)],
    described: null,
    by: 'organization',
  });
  const [match] = [...phrase.matchAll(organizationName)];
  if (
    match !== undefined &&
    /^(?:the|la|le|el|il|die|der|das)?\s*$/iu.test(phrase.slice(0, match.index)) &&
    match[0].includes(' ')
  )
    return organization(match[0]);
  const noun = wholeOrganizationAgain.exec(phrase)?.[1]?.toLowerCase();
  if (noun === undefined) return null;
  const known = cast.organizations.findLast(
    ({ name, start }) => start < at && name.toLowerCase().split(' ').at(-1) === noun,
  );
  return known === undefined ? null : organization(known.name);
}

/** Words that are no subject of speech. */
const nobody =
  /^(?:was|were|is|are|be|been|had|has|have|will|would|could|may|never|not|it|this|that|which|there|what|who|es|das|ce|cela|ça|esto|eso|questo|ciò|isto|isso|het|dat)$/iu;

/** "The idea": nobody speaks in a thought. */
const thought = new RegExp(
  `^(?:${phraseSource(phrasesOf(({ statements }) => statements?.determiners))}\\s)?${phraseSource(phrasesOf(({ statements }) => statements?.thoughts))}$`,
  'iu',
);

/** What begins so is a piece of a sentence, and nobody. */
const noDescription =
  /^(?:\p{L}{2,}ing|that|needless|particularly|especially|including|as|something|anything|everything|them|things?|also|just|even|only|and|but|because|like|although|though|aunque|però|pero|mais|mas|maar|aber)(?:\s|$)/iu;
/** Ends in what goes on: the piece is of more than one clause. */
const isCutOff = /\s(?:and|but|or|that|while|und|aber|et|mais|y|pero|ma|mas|en|maar)$/iu;
/** A verb outside of a relative clause: the piece is a sentence. */
const verbInside =
  /^(?:(?!\s(?:who|that|which|qui|que|che|die|der|das|dat)\s).)*\s(?:was|were|is|are|had|has|been|can|could|will|would|may|might|must|should|sont|est|sind|ist|war|wird|son|è|sono|são|zijn)(?:\s|$)/iu;

const kind = new RegExp(
  `(?<!\\p{L})${phraseSource(phrasesOf(({ statements }) => statements?.kindsOfPeople))}(?!\\p{L})`,
  'iu',
);

/** The phrase itself, where it can be who speaks. */
export function described(phrase: string, language: string | null): Who | null {
  const bare = phrase.trim().replace(/\s+/gu, ' ');
  if (bare === '' || bare.length > 90 || !/\p{L}{2}/u.test(bare)) return null;
  if (
    noDescription.test(bare) ||
    isAdverbial(bare) ||
    nobody.test(bare) ||
    thought.test(bare) ||
    isCutOff.test(bare) ||
    verbInside.test(bare)
  )
    return null;
  // "spent most", "she used": without an article a description is of many, or says what somebody is.
  const isSomebody =
    determiner.test(bare) ||
    roleWord.test(bare) ||
    kind.test(bare) ||
    many.test(bare) ||
    /^(?:\p{Lu}\S*\s){0,3}\p{Lu}\S*[’']s? \p{Ll}/u.test(bare);
  // Every German noun has a capital: there a word alone may be who somebody is.
  if (!isSomebody && !(/^de\b/iu.test(language ?? '') && /^\p{Lu}/u.test(bare))) return null;
  // At the beginning of a sentence an article has a capital.
  const inSentence = determiner.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
  return { speakers: [], described: inSentence, by: 'description' };
}

/** A head in the plural, as most languages build it, or a number before it. */
const many =
  /^(?:\p{Ll}+\s){0,3}(?:\p{Ll}+s|people|men|women|children|\p{Ll}{3,}(?:nti|ori|ini|ali|iani))(?:\s(?:of|from|in|at|for|with|near|de|di|da|van|who)\s|$)|police|staff|(?:one|two|three|four|many|some|several|both|all)\s/iu;

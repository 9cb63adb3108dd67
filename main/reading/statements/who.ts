import type { Person, PreciseDate, Span } from '../../contract/index.ts';
import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import { namedBy } from './named-subject.ts';
import { isOpener } from './names.ts';
import type { Passage } from './passages.ts';
import { type Cast, type KnownPerson, startingIn } from './people.ts';
import type { ReportingClause } from './reporting-clause.ts';
import type { ReportingWords } from './reporting-words.ts';
import { isRoleWord, organizationAgain, organizationName, roleWord } from './roles.ts';
import { isWithin } from './spans-in-order.ts';
import { organizationAsSpeaker } from './speaker.ts';
import type { Phrase } from './subject.ts';

/** Whom the subject of a reporting verb means. */
export interface Who {
  readonly speakers: readonly Person[];
  /** The subject's own words, where it names nobody. */
  readonly described: string | null;
  readonly by: 'name' | 'role' | 'pronoun' | 'organization' | 'description';
}

/** An article as it is read for who says what. */
export interface Reading {
  readonly passages: readonly Passage[];
  readonly cast: Cast;
  readonly language: string | null;
  readonly published: PreciseDate | null;
}

/** What is known where a clause is read. */
export interface Scene extends Reading {
  readonly words: ReportingWords;
  /** Words in quotation marks, in order: who is named in them isn't taken up by what stands around. */
  readonly quoted: readonly Span[];
  /** Who spoke last before, and where. */
  readonly last: { readonly who: Who; readonly at: number } | null;
}

/** Of a clause in `text`, which begins at `base` of the canonical text; null where its subject can't be read. */
export function whoSays(clause: ReportingClause, text: string, base: number, scene: Scene): Who | 'nobody' | null {
  const subject = withoutDay(text, clause.subject);
  const phrase = text.slice(subject.start, subject.end);
  const at = base + subject.start;
  const pronoun = takenUp(pronounOf(phrase, clause.isInverted), at, scene);
  if (pronoun !== undefined) return pronoun;
  if (noOne.test(phrase)) return 'nobody';
  if (relative.test(phrase)) return nameBefore(base + subject.start, scene);
  const several = together(phrase, subject, base, scene);
  if (several !== null) return { speakers: several, described: null, by: 'name' };
  const named = nameIn(phrase, subject, base, scene, clause.isInverted) ?? nameAtEnd(phrase, scene);
  if (named !== null) return named;
  const beside = clause.beside;
  // "a spokesman for the port, Otto Kast": the name beside a description is who it describes.
  if (beside !== null && isDescription(phrase)) {
    const person = nameIn(text.slice(beside.start, beside.end), beside, base, scene, false);
    if (person?.by === 'name') return person;
  }
  return byRole(phrase, at, scene) ?? byOrganization(phrase, at, scene) ?? described(phrase);
}

/** Nobody says anything. */
const noOne = /^(?:nobody|no one|none|niemand|keiner|personne|nadie|nessuno|ninguém)(?:\s|$)/iu;

const relative = /^(?:who|which|qui|que|quien|che|wie)(?:\s|$)/iu;

/** "Jack Stubb, who once told …": whoever stands right before. */
function nameBefore(at: number, { cast }: Scene): Who | null {
  const mention = startingIn(cast.possible, ({ start }) => start, at - 60, at).at(-1);
  return mention === undefined ? null : { speakers: [toPerson(mention.person)], described: null, by: 'name' };
}

const day = `(?:(?:on|am|op|el|na|no|le|last|vergangenen|afgelopen|de)\\s)?${phraseSource([
  ...phrasesOf(({ weekdays }) => weekdays),
  ...phrasesOf(({ statements }) => statements?.today),
  ...phrasesOf(({ statements }) => statements?.yesterday),
])}`;
const onlyDay = new RegExp(`^${day}$`, 'iu');
const dayFirst = new RegExp(`^${day}\\s+`, 'iu');
const dayLast = new RegExp(`\\s+${day}$`, 'iu');

/** "jeudi Inès Le Dantec", "wethouder Ineke Alders donderdag": a day beside the subject is no part of it. */
function withoutDay(text: string, { start, end }: Phrase): Phrase {
  const phrase = text.slice(start, end);
  const first = dayFirst.exec(phrase)?.[0].length ?? 0;
  const last = dayLast.exec(phrase.slice(first))?.[0].length ?? 0;
  return first + last < phrase.length ? { start: start + first, end: end - last } : { start, end };
}

/** "she on Wednesday", "In the corridor she": of a subject with a pronoun at its edge, the pronoun. */
function pronounOf(phrase: string, isInverted: boolean): string {
  const words = phrase.trim().split(/\s+/u);
  return (
    (isInverted
      ? words[0]
      : words.length > 1 && /^(?:in|at|on|after|asked|afterwards|later|then)$/iu.test(words[0] ?? '')
        ? words.at(-1)
        : phrase) ?? phrase
  );
}

/** "the painter Ivo Stanek", "wethouder Ineke Alders": a name at the end, with what its bearer is before it. */
function nameAtEnd(phrase: string, scene: Scene): Who | null {
  const match =
    /^((?:(?:\p{Lu}?\p{Ll}[\p{L}’'-]*|[Ll][’'])\s?){1,5}?)\s?((?:\p{Lu}\.\s?|\p{Lu}[\p{L}\p{M}’'-]*\.?)(?:\s(?:(?:de|di|da|do|del|la|van|der|den|von|e|y|el|al|’t|'t|ter)\s)*\p{Lu}[\p{L}\p{M}’'-]*\.?){0,4})$/u.exec(
      phrase,
    );
  const role = match?.[1]?.trim() ?? '';
  const name = match?.[2] ?? '';
  if (match === null || !/\p{Ll}$/u.test(role) || !/(?:^|\s)\p{Ll}\p{L}+$/u.test(` ${role}`) || leads.test(role))
    return null;
  const bare = role
    .replace(determiner, '')
    .replace(/^(?:its|his|her|their|seine?|ihre?|su|sus|son|sa|suo|sua|seu|zijn|haar)\s/iu, '');
  const person = fullName({ name, role: bare === '' ? null : bare, organization: null }, scene);
  return person === null ? null : { speakers: [person], described: null, by: 'name' };
}

/** Ends in what leads to somebody else. */
const leads =
  /(?:^|\s)(?:of|for|to|from|with|by|in|at|on|and|für|von|des|der|pour|de|du|des|para|del|di|do|da|voor|van|que|che|dat|that|than|as|è|is|was|hat|had)$/iu;

function toPerson({ name, role, organization }: Person): Person {
  return { name, role, organization };
}

const determiner =
  /^(?:the|a|an|one|its|her|his|their|der|die|das|ein|eine|le|la|l[’']|un|une|el|los|las|una|il|lo|o|a|os|as|um|uma|de|het|een)(?:\s|(?<=[’']))/iu;

function isDescription(phrase: string): boolean {
  return determiner.test(phrase) || roleWord.test(phrase) || /[’']s? \p{Ll}/u.test(phrase);
}

/** "Reyl’s lawyer": whose somebody is does not speak. */
function isOwner(text: string, end: number): boolean {
  return /^(?:[’']s?|s[’']) \p{Ll}/u.test(text.slice(end)) || /(?:[’']s|s[’'])$/u.test(text.slice(0, end));
}

function nameIn(phrase: string, place: Phrase, base: number, scene: Scene, isFirst: boolean): Who | null {
  const mentions = startingIn(scene.cast.mentions, ({ start }) => start, base + place.start, base + place.end).filter(
    ({ start, person }) => {
      const from = start - base - place.start;
      const length = lengthOfName(phrase, from, person);
      return !isOwner(phrase, from + length) && !isBehind(phrase, from);
    },
  );
  const mention = isFirst ? mentions[0] : mentions.at(-1);
  const own = fullName(namedBy(phrase, scene.passages, scene.language), scene);
  if (mention !== undefined) {
    const { person } = mention;
    const isLonger =
      own !== null && own.organization === null && own.name !== person.name && own.name.endsWith(person.name);
    return {
      speakers: [toPerson(isLonger && own.role === null ? { ...person, name: own.name } : person)],
      described: null,
      by: 'name',
    };
  }
  if (own === null) {
    // "Fielding said", where the article has a Will Fielding.
    const alone = /^\p{Lu}[\p{L}\p{M}’'-]+$/u.test(phrase)
      ? fullName({ name: phrase, role: null, organization: null }, scene)
      : null;
    return alone === null || alone.name === phrase ? null : { speakers: [alone], described: null, by: 'name' };
  }
  return { speakers: [own], described: null, by: own.organization === own.name ? 'organization' : 'name' };
}

/** Who is called by the family name alone, by the name in full; as they are where nobody or several are called so. */
function fullName(person: Person | null, { cast, passages }: Pick<Scene, 'cast' | 'passages'>): Person | null {
  const bare = person?.name.replace(titled, '') ?? '';
  if (person === null || /^\p{Lu}\p{L}+\.?\s/u.test(bare)) return person;
  const known = namesInFull.get(cast) ?? new Map<string, Person | null>();
  namesInFull.set(cast, known);
  const found = known.get(bare);
  const full = found === undefined ? inFull(bare, cast, passages) : found;
  known.set(bare, full);
  return full ?? { ...person, name: bare };
}

/** What an article calls in full whom it calls by one name; each is looked for once. */
const namesInFull = new WeakMap<Cast, Map<string, Person | null>>();

function inFull(name: string, cast: Cast, passages: readonly Passage[]): Person | null {
  const people = new Map(cast.possible.map((mention) => [mention.person.name, mention.person]));
  const called = [...people.values()].filter((one) => one.name.split(' ').includes(name));
  const [only] = called;
  if (only !== undefined) return called.length === 1 ? toPerson(only) : null;
  // Names that are roles or things too ("Dean Castle", "Will Fielding") are nobody's to the list of people.
  const full = new Set<string>();
  for (const { text } of passages)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (/^\p{L}/u.test(text.slice(at + name.length, at + name.length + 2))) continue;
      const match = namesBefore.exec(text.slice(Math.max(0, at - 60), at));
      if (match === null) continue;
      const lead = (match[1] ?? '')
        .trim()
        .split(/\s+/u)
        .filter((token) => !isOpener(token));
      // "Dean Castle" is a name, "Congresswoman Deborah May" begins with a role.
      const first = lead.length > 1 ? lead.filter((token) => !isRoleWord(token)) : lead;
      if (
        first.length > 0 &&
        (first.length > 1 || !/^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Herr|Frau)\.?$/u.test(first[0] ?? ''))
      )
        full.add([...first, name].join(' '));
    }
  return full.size === 1 ? { name: [...full][0] ?? name, role: null, organization: null } : null;
}

/** Capitalised words right before a name, with particles between them. */
const namesBefore = /((?:(?<![\p{L}])\p{Lu}[\p{L}.’'-]*\s(?:(?:de|la|van|der|von|al|el|del|di|da)\s)*){1,3})$/u;
const titled = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Herr|Frau|M|Mme|Sr|Sra|Don|don|Doña)\.?\s/u;

function lengthOfName(phrase: string, from: number, person: Person): number {
  const whole = phrase.startsWith(person.name, from) ? person.name.length : 0;
  return Math.max(
    whole,
    /^[\p{Lu}][\p{L}\p{M}.-]*(?: \p{Lu}[\p{L}\p{M}.-]*)*/u.exec(phrase.slice(from))?.[0].length ?? 0,
  );
}

/** "a spokeswoman for Mayor Byron": what hangs on the head of a subject does not speak. */
function isBehind(phrase: string, from: number): boolean {
  return /\b(?:for|of|to|from|with|against|about|by|für|von|des|der|pour|de|du|para|del|per|di|do|da|voor|van) (?:(?:the|former|then|la|el|le|il|o|den|dem)\s)?(?:\p{Lu}?[\p{L}-]+ )?$/u.test(
    phrase.slice(0, from),
  );
}

/** Several people: "Bo Li and Ana Voss". Each must be named. */
function together(phrase: string, place: Phrase, base: number, scene: Scene): readonly Person[] | null {
  if (!/ (?:and|und|et|y|e|en|&) /u.test(phrase)) return null;
  const people: Person[] = [];
  for (const part of phrase.split(/\s*,\s*(?:and |und |et |y |e |en )?| (?:and|und|et|y|e|en|&) /u)) {
    const from = phrase.indexOf(part);
    const who = nameIn(part, { start: place.start + from, end: place.start + from + part.length }, base, scene, true);
    if (who?.by !== 'name') return null;
    people.push(...who.speakers);
  }
  return people.length > 1 ? people : null;
}

/** Undefined where the phrase is no pronoun; null where nobody can say whom it means. */
function takenUp(phrase: string, at: number, scene: Scene): Who | null | undefined {
  const { words } = scene;
  const bare = phrase.trim();
  if (bare === '' || onlyDay.test(bare)) {
    const person = words.leavesOutSubjects ? antecedent(at, null, scene) : null;
    return person === null ? null : { speakers: [toPerson(person)], described: null, by: 'pronoun' };
  }
  const isAged = /\b\d{1,3}(?:-year-old|-jährige[rn]?|-Jährige[rn]?)\b/u.test(bare);
  const gender = words.she.test(bare) ? 'she' : words.he.test(bare) ? 'he' : null;
  if (gender === null && !isAged) {
    if (!words.they.test(bare)) return undefined;
    const last = scene.last?.who ?? null;
    return last !== null && (last.speakers.length > 1 || last.described !== null) ? { ...last, by: 'pronoun' } : null;
  }
  const person = antecedent(at, gender, scene);
  return person === null ? null : { speakers: [toPerson(person)], described: null, by: 'pronoun' };
}

/** How many paragraphs before it a pronoun may look for whom it means. */
const reach = 3;

/**
 * Whom a pronoun means: the one person that may be meant in its paragraph, or in the nearest one before with any; where a
 * paragraph names several, whoever spoke in it last. Else nobody knows.
 */
function antecedent(at: number, gender: 'she' | 'he' | null, scene: Scene): KnownPerson | null {
  const { passages, cast, quoted, last } = scene;
  const spoke = last?.who.speakers.length === 1 ? last.who.speakers[0] : undefined;
  const here = passages.findLastIndex((passage) => passage.start <= at);
  for (let index = here; index >= Math.max(0, here - reach); index -= 1) {
    const from = passages[index]?.start ?? 0;
    const people = new Set<KnownPerson>();
    for (const { start, person } of startingIn(
      cast.possible,
      (mention) => mention.start,
      from,
      Math.min(at, passages[index]?.end ?? at),
    ))
      if (!isWithin(quoted, start) && !isOther(person, gender, scene)) people.add(person);
    const speaker = [...people].find(({ name }) => name === spoke?.name);
    if (people.size === 1) return [...people][0] ?? null;
    if (people.size > 1) return speaker !== undefined && (last?.at ?? -1) >= from ? speaker : null;
    // A paragraph of quotations alone belongs to whoever spoke in it.
    if (spoke !== undefined && last !== null && last.at >= from) {
      const known = cast.possible.find(({ person }) => person.name === spoke.name)?.person ?? { ...spoke, first: 0 };
      return isOther(known, gender, scene) ? null : known;
    }
  }
  return null;
}

const womanly =
  /(?:woman|Frau|Madame|Mme|señora|Sra|signora|Dona|mevrouw|Mrs|Ms|Miss|Dame|Lady|mother|sister|wife|widow|daughter|actress|(?:er|ent|ist|tor|eur|ant|ält|chef|kanzl)in|\p{L}+trice|alcaldesa|sindaca)\.?$/iu;
const manly =
  /(?:[a-z]man|Herr|Monsieur|señor|Sr|signor|Senhor|meneer|Mr|Sir|Lord|father|brother|husband|widower|son)\.?$/iu;

/** Whether what the article says of somebody rules a pronoun out. */
function isOther(person: KnownPerson, gender: 'she' | 'he' | null, scene: Scene): boolean {
  if (gender === null) return false;
  const head = (person.role ?? '').split(/ (?:of|for|at|in|der|des|de|du|di|van) /u)[0] ?? '';
  const signs = [head, titleBefore(person, scene)].filter((sign) => sign !== '');
  const isWoman = signs.some((sign) => womanly.test(sign));
  const isMan = signs.some((sign) => manly.test(sign) && !/woman$/iu.test(sign));
  return gender === 'he' ? isWoman && !isMan : isMan && !isWoman;
}

function titleBefore(person: KnownPerson, { cast, passages }: Scene): string {
  for (const mention of cast.mentions) {
    if (mention.person !== person) continue;
    const passage = passages.findLast(({ start }) => start <= mention.start);
    const before =
      passage?.text.slice(Math.max(0, mention.start - passage.start - 16), mention.start - passage.start) ?? '';
    const title =
      /(?:^|\s)(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Herr|Frau|Madame|Mme|Monsieur|M|señora?|Sra?|signora?)\.? $/iu.exec(
        before,
      )?.[1];
    if (title !== undefined) return title === 'M' ? 'Monsieur' : title;
  }
  return '';
}

/** "the chief": the one person whom the article has given that role, or who had it last. */
function byRole(phrase: string, at: number, { cast }: Scene): Who | null {
  if (!/^(?:the|der|die|le|la|l[’']|el|il|o|a|de)(?:\s|(?<=[’']))/iu.test(phrase)) return null;
  const head = phrase.split(/ (?:of|for|to|from|at|in|de|du|des|von|di|del|della|van|da|do)(?: |$)/iu)[0] ?? '';
  const role = roleWord.exec(head)?.[0].toLowerCase();
  // "The commissioner’s office" is not the commissioner.
  if (role === undefined || !head.toLowerCase().endsWith(role)) return null;
  const isSuch = (person: KnownPerson) => (person.role ?? '').toLowerCase().split(/[ -]/u).includes(role);
  const known = cast.mentions.findLast(({ start, person }) => start < at && isSuch(person))?.person;
  return known === undefined ? null : { speakers: [toPerson(known)], described: null, by: 'role' };
}

function byOrganization(phrase: string, at: number, { cast }: Scene): Who | null {
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
  const noun = new RegExp(`^${organizationAgain.source}$`, 'iu').exec(phrase)?.[1]?.toLowerCase();
  if (noun === undefined) return null;
  const known = cast.organizations.findLast(
    ({ name, start }) => start < at && name.toLowerCase().split(' ').at(-1) === noun,
  );
  return known === undefined ? null : organization(known.name);
}

/** Words that are no subject of speech. */
const nobody =
  /^(?:was|were|is|are|be|been|had|has|have|will|would|could|may|never|not|it|this|that|which|there|what|who|es|das|ce|cela|ça|esto|eso|questo|ciò|isto|isso|het|dat)$/iu;

/** What begins so is a piece of a sentence, and nobody. */
const noDescription =
  /^(?:particularly|especially|including|as|something|anything|everything|them|things?|also|just|even|only|and|but|because|like)(?:\s|$)|\s(?:was|were|is|are|had|has|been)$/iu;

function described(phrase: string): Who | null {
  const bare = phrase.trim().replace(/\s+/gu, ' ');
  if (bare === '' || bare.length > 90 || noDescription.test(bare) || nobody.test(bare) || !/\p{L}{2}/u.test(bare))
    return null;
  // At the beginning of a sentence an article has a capital.
  const inSentence = determiner.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
  return { speakers: [], described: inSentence, by: 'description' };
}

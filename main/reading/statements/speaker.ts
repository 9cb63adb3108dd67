import type { Person } from '../../contract/index.ts';
import { isAttribute, isOwner } from './attributes.ts';
import type { Cue } from './cue.ts';
import { namedBy } from './named-subject.ts';
import { capitalRun, isFullName, isOpener } from './names.ts';
import type { Passage } from './passages.ts';
import { type Cast, type KnownPerson, placeBefore, startingIn } from './people.ts';
import { organizationAgain, organizationEnd, organizationName, roleWord } from './roles.ts';
import { toPerson } from './scene.ts';
import { type Phrase, type Subject, speechVerb, subjectOf } from './subject.ts';

/** Whose words a cue introduces, and how sure that is. */
export interface Speaker {
  readonly person: Person;
  /** True where a pronoun or the text before the cue had to say it. */
  readonly isInferred: boolean;
  /** True where the cue itself names or takes up the speaker. */
  readonly isInCue: boolean;
}

interface Candidate {
  /** In the cue's text. */
  readonly at: number;
  readonly end: number;
  /** Null for an organisation that the article nowhere names in full: somebody speaks, nobody knows who. */
  readonly person: Person | null;
  readonly rank: 'person' | 'organization' | 'role' | 'pronoun';
}

export function speakerOf(cue: Cue, cast: Cast, passages: readonly Passage[], language: string | null): Speaker | null {
  const candidates = candidatesIn(cue, cast, passages, language);
  const subject = subjectOf(cue);
  if (subject !== null && invertedSpeaker(cue.text, candidates) === undefined)
    return speakerInSubject(cue, subject, candidates, cast, passages, language);
  const chosen = cue.form === 'heading' ? chooseInHeading(candidates) : chooseAround(cue, candidates);
  if (chosen !== undefined) {
    if (chosen.person === null) return null;
    return { person: toPerson(chosen.person), isInferred: chosen.rank === 'pronoun', isInCue: true };
  }
  const before = onlyNamedBefore(cue.start, cast, passages);
  return before === null ? null : { person: toPerson(before), isInferred: true, isInCue: false };
}

/**
 * A sentence that has a subject of its own is that subject's: a person or an organisation that it names, or somebody
 * who stays unnamed ("a spokesperson", "the victim’s family"), and never whoever was named last.
 */
function speakerInSubject(
  cue: Cue,
  subject: Subject,
  candidates: readonly Candidate[],
  cast: Cast,
  passages: readonly Passage[],
  language: string | null,
): Speaker | null {
  // Whoever reads it out for somebody: the words are the other's.
  const behalf = /\bon behalf of (?:the )?/iu.exec(cue.text);
  const other = behalf && candidates.find(({ at }) => at >= behalf.index && at <= behalf.index + behalf[0].length + 40);
  if (other?.person) return { person: toPerson(other.person), isInferred: false, isInCue: true };
  // Several people are several speakers; one of them would be the wrong one.
  if (subject.isJoint) return null;
  // "Her office issued": what an office gives out in somebody's name are theirs, where one person can be meant.
  if (/^(?:her|his) office$/iu.test(cue.text.slice(subject.start, subject.end))) {
    const head = onlyOneBefore(cue.start + subject.start, cast, passages);
    return head === null ? null : { person: toPerson(head), isInferred: true, isInCue: true };
  }
  const named = (phrase: Phrase) => speakerInPhrase(cue, phrase, candidates, passages, language);
  return named(subject) ?? (subject.beside && named(subject.beside));
}

/** Whom a phrase names; null where it is a description, or takes up somebody who can't be told. */
function speakerInPhrase(
  cue: Cue,
  phrase: Phrase,
  candidates: readonly Candidate[],
  passages: readonly Passage[],
  language: string | null,
): Speaker | null {
  const own = candidates.filter(
    ({ at, end }) =>
      at >= phrase.start &&
      at < phrase.end &&
      !isOwner(cue.text, at, end) &&
      !isAttribute(cue.text.slice(end, phrase.end), language),
  );
  const chosen = own.findLast(({ rank }) => rank === 'person') ?? own.at(-1);
  const named = namedBy(cue.text.slice(phrase.start, phrase.end), passages, language);
  if (chosen === undefined || isShortOf(chosen, named))
    return named === null ? null : { person: named, isInferred: chosen === undefined, isInCue: true };
  if (chosen.person === null) return null;
  return { person: toPerson(chosen.person), isInferred: chosen.rank === 'pronoun', isInCue: true };
}

/** Whether what was found in a subject misses a part of its name ("Abdel Karim" el-Sawi), or took a title for one. */
function isShortOf({ person, rank }: Candidate, named: Person | null): boolean {
  if (named === null || person === null || person.name === named.name) return false;
  if (named.role !== null && person.name.endsWith(` ${named.name}`)) return true;
  return rank === 'person' && named.organization === null && named.name.startsWith(`${person.name} `);
}

/** "said Magnus", "erklärte Bürgermeisterin Brand": who stands right after the verb. */
function invertedSpeaker(text: string, candidates: readonly Candidate[]): Candidate | undefined {
  const { end } = lastVerb(text);
  return candidates.find(({ at, rank }) => rank !== 'pronoun' && at >= end && isInverted(text.slice(end, at)));
}

/** An organisation speaks under its own name. */
export function organizationAsSpeaker(name: string): Person {
  return { name, role: null, organization: name };
}

/** "Statement from the Office of the Governor – John Rankin": the person, with the organisation beside. */
function chooseInHeading(candidates: readonly Candidate[]): Candidate | undefined {
  const person = candidates.find(({ rank }) => rank === 'person');
  const organization = candidates.find(({ rank }) => rank === 'organization');
  if (person === undefined || person.person === null) return candidates[0];
  const beside = person.person.organization ?? organization?.person?.name ?? null;
  return { ...person, person: { ...person.person, organization: beside } };
}

function candidatesIn(cue: Cue, cast: Cast, passages: readonly Passage[], language: string | null): Candidate[] {
  const { text } = cue;
  const found: Candidate[] = [];
  for (const { start, person } of startingIn(
    cast.mentions,
    (mention) => mention.start,
    cue.start,
    cue.start + text.length,
  )) {
    const at = start - cue.start;
    found.push({ at, end: at + nameLengthAt(text, at), person, rank: 'person' });
  }
  for (const match of text.matchAll(organizationName)) {
    let at = match.index;
    let name = match[0];
    for (let first = /^(\S+) /u.exec(name); first !== null && isOpener(first[1] ?? ''); first = /^(\S+) /u.exec(name)) {
      at += first[0].length;
      name = name.slice(first[0].length);
    }
    const isInName = found.some((other) => at < other.end && other.at < at + name.length);
    if (!isInName && !roleFollows(text, at + name.length)) {
      found.push({
        at,
        end: at + name.length,
        person: organizationAsSpeaker(fullOrganization(name, cast)),
        rank: 'organization',
      });
    }
  }
  addTakenUp(cue, cast, passages, found);
  if (!/^de\b/iu.test(language ?? '')) addUnknownNames(cue, found);
  return found.sort((a, b) => a.at - b.at);
}

function nameLengthAt(text: string, at: number): number {
  capitalRun.lastIndex = 0;
  const run = /^\S+(?: \p{Lu}[\p{L}\p{M}’'.-]*)*/u.exec(text.slice(at))?.[0] ?? '';
  return run.length;
}

/** "Harbour Commission chairwoman Ines Alder": the organisation is part of a role. */
function roleFollows(text: string, at: number): boolean {
  const next = /^(?:['’]s)? ([\p{L}-]+)/u.exec(text.slice(at))?.[1];
  return next !== undefined && roleWord.test(next) && roleWord.exec(next)?.[0] === next;
}

function fullOrganization(name: string, cast: Cast): string {
  return cast.organizations.find((known) => known.name.endsWith(` ${name}`))?.name ?? name;
}

const everyOrganizationAgain = new RegExp(organizationAgain, 'giu');

/** "the chief", "the department", "she": taken up from before. */
function addTakenUp(cue: Cue, cast: Cast, passages: readonly Passage[], found: Candidate[]): void {
  const { text } = cue;
  const overlaps = (at: number, end: number) => found.some((other) => at < other.end && other.at < end);
  for (const match of text.matchAll(
    /\b(?:the|die|der|le|la|el|il|l[’'])\s?([\p{Ll}][\p{L}-]*(?: [\p{Ll}][\p{L}-]*){0,2})/giu,
  )) {
    // "the office of the mayor" is not the mayor.
    const head = (match[1] ?? '').split(/ (?:of|for|to|from|at|in|de|du|des|von|di|del|della)(?: |$)/iu)[0] ?? '';
    const role = roleWord.exec(head)?.[0];
    const end = match.index + match[0].length;
    if (role === undefined || overlaps(match.index, end)) continue;
    const person = lastWithRole(role, cue.start + match.index, cast);
    if (person !== null) found.push({ at: match.index, end, person, rank: 'role' });
  }
  for (const match of text.matchAll(everyOrganizationAgain)) {
    const end = match.index + match[0].length;
    if (overlaps(match.index, end) || roleFollows(text, end)) continue;
    const noun = (match[1] ?? '').toLowerCase();
    const known =
      cast.organizations.findLast(({ name, start }) => start < cue.start + match.index && lastWord(name) === noun)
        ?.name ??
      cast.people.find(({ organization }) => organization !== null && lastWord(organization) === noun)?.organization ??
      null;
    const person = known === null ? null : organizationAsSpeaker(known);
    found.push({ at: match.index, end, person, rank: 'organization' });
  }
  for (const match of text.matchAll(/(?<![\p{L}])(?:he|she|er|sie|il|elle|él|ella|egli|lui|lei)(?![\p{L}])/giu)) {
    // French "il" and Italian "il" are also articles; a verb must follow a pronoun.
    if (/^il$/iu.test(match[0]) && !/^ (?:a|est|dit|écrit)\b/u.test(text.slice(match.index + 2))) continue;
    const person = onlyOneBefore(cue.start + match.index, cast, passages);
    found.push({ at: match.index, end: match.index + match[0].length, person, rank: 'pronoun' });
  }
}

/** A name that nothing else in the article vouches for, in the place where speakers stand. */
function addUnknownNames(cue: Cue, found: Candidate[]): void {
  for (const match of cue.text.matchAll(capitalRun)) {
    let tokens = match[0].split(/[ \u00A0]/u).map((token) => token.replace(/['’]s$/u, ''));
    let at = match.index;
    while (tokens[0] !== undefined && isOpener(tokens[0])) {
      at += tokens[0].length + 1;
      tokens = tokens.slice(1);
    }
    while (tokens.length > 0 && isOpener(tokens.at(-1) ?? '')) tokens = tokens.slice(0, -1);
    const name = tokens.join(' ');
    const end = at + name.length;
    if (tokens.length < 2 || found.some((other) => at < other.end && other.at < end)) continue;
    const isPerson = isFullName(tokens, false) && !organizationEnd.test(name);
    const person: Person = isPerson ? { name, role: null, organization: null } : organizationAsSpeaker(name);
    // An unknown run of capitals may be a place or a title: only directly before or after the verb.
    const isBefore = /^(?: <[^<>\s]+>)?(?: (?:has|have|had|also|later|then|today|\p{Lu}?\p{L}*day))*,? $/u.test(
      cue.text.slice(end, cue.pivot),
    );
    const isAfter = /^(?: (?:from|by|of))?(?: the)? $/u.test(cue.text.slice(cue.pivotEnd, at));
    const isHeaded = cue.form === 'heading' && isPerson;
    // "from the station on Gull Hill, said": where somebody stands does not speak.
    const isPlace = placeBefore.test(cue.text.slice(0, at));
    if ((isBefore || isAfter || isHeaded) && !isPlace)
      found.push({ at, end, person, rank: isPerson ? 'person' : 'organization' });
  }
}

function lastWord(name: string): string {
  return (name.split(' ').at(-1) ?? '').toLowerCase();
}

/** The one person who is named in a stretch of the text, or null. */
function onlyOneSince(from: number, offset: number, cast: Cast): KnownPerson | null {
  const people = new Set(
    cast.mentions.filter(({ start }) => start >= from && start < offset).map(({ person }) => person),
  );
  return people.size === 1 ? ([...people][0] ?? null) : null;
}

/** How many paragraphs before it a pronoun may look for whom it means. */
const reach = 5;

/** Whom a pronoun means: the one person that the nearest paragraph with a name names before it; of several nobody knows. */
function onlyOneBefore(offset: number, cast: Cast, passages: readonly Passage[]): KnownPerson | null {
  const last = passages.findLastIndex((passage) => passage.start <= offset);
  for (let index = last; index >= Math.max(0, last - reach); index--) {
    const from = passages[index]?.start ?? 0;
    if (cast.mentions.some(({ start }) => start >= from && start < offset)) return onlyOneSince(from, offset, cast);
  }
  return null;
}

function lastWithRole(role: string, offset: number, cast: Cast): KnownPerson | null {
  const wanted = role.toLowerCase();
  return (
    cast.mentions.findLast(
      ({ start, person }) => start < offset && (person.role ?? '').toLowerCase().split(/[ -]/u).includes(wanted),
    )?.person ?? null
  );
}

function chooseAround(cue: Cue, candidates: readonly Candidate[]): Candidate | undefined {
  const { text } = cue;
  // "a statement from Mayor Byron", "attributed to her".
  const source =
    /\b(?:statement|letter|message|remarks|release|memo|e-?mail|post|note|response)\b[^:]{0,40}?\b(?:from|by|of|attributed to)\s/iu.exec(
      text,
    );
  if (source !== null) {
    const from = source.index + source[0].length;
    const named = candidates.find(({ at }) => at >= from && at <= from + 60);
    if (named !== undefined) return named;
  }
  const inverted = invertedSpeaker(text, candidates);
  if (inverted !== undefined) return inverted;
  const verb = lastVerb(text);
  const before = candidates.filter((candidate) => candidate.at < verb.at && !isBeside(text, candidate));
  const nearest = before.at(-1);
  if (nearest === undefined) return candidates.find(({ at }) => at >= verb.at);
  if (nearest.rank !== 'organization') return nearest;
  // "Lena Park, a spokeswoman for the Harbour Commission, said": the person speaks.
  const person = before.findLast(({ rank }) => rank === 'person');
  return person !== undefined && roleWord.test(text.slice(person.end, nearest.at)) ? person : nearest;
}

/** "who has no vote on the board": behind a preposition an organisation is not who speaks, but for its spokesman. */
function isBeside(text: string, { at, rank }: Candidate): boolean {
  const before = text.slice(0, at);
  return (
    rank === 'organization' &&
    /(?<![\p{L}])(?:on|of|for|at|by|from|to|with|in|about|against)(?: the)? ?$/iu.test(before) &&
    !/(?:spokes\p{L}+|behalf|sprecher(?:in)?|porte-parole|portavoz|portavoce) (?:for|of|from|at|with|des|der|de|del|della)(?: the)? ?$/iu.test(
      before,
    )
  );
}

function lastVerb(text: string): { at: number; end: number } {
  const match = [...text.matchAll(speechVerb)].at(-1);
  return match === undefined
    ? { at: text.length, end: text.length }
    : { at: match.index, end: match.index + match[0].length };
}

/** Between verb and speaker stands at most a role: "erklärte die Bürgermeisterin", "said police chief". */
function isInverted(between: string): boolean {
  const words = between.trim();
  return (
    words === '' ||
    /^(?:the|die|der|das|le|la|el|il)$/iu.test(words) ||
    (words.split(' ').length <= 5 && roleWord.test(words) && !/[,:]/u.test(words))
  );
}

/**
 * The one person who is named before the cue in its paragraph, or in that and the two before; without any the organisation
 * named last: "The statement in full:". Of several people nobody knows which, and a wrong speaker is worse than none.
 */
function onlyNamedBefore(offset: number, cast: Cast, passages: readonly Passage[]): Person | null {
  const index = passages.findLastIndex((passage) => passage.start <= offset);
  const earliest = passages[Math.max(0, index - 2)]?.start ?? 0;
  const isNamed = ({ start }: { readonly start: number }) => start < offset && start >= earliest;
  if (cast.mentions.some(isNamed))
    return onlyOneSince(passages[index]?.start ?? 0, offset, cast) ?? onlyOneSince(earliest, offset, cast);
  const organization = cast.organizations.findLast(isNamed);
  return organization === undefined ? null : organizationAsSpeaker(organization.name);
}

/** "— Ada Byron, mayor of Port Ellery", under a quotation; "— Ada Byron (@byron) May 4, 2019" under a post. */
export function speakerOfAttribution(passage: Passage, cast: Cast): Person | null {
  const text = passage.text.replace(/^[\s—–―-]+/u, '');
  const isDashed = text.length < passage.text.length;
  const account = /^(.{2,60}?) \(@[\p{L}\d_.]+\)/u.exec(text)?.[1];
  const known = startingIn(cast.mentions, ({ start }) => start, passage.start, passage.end)[0];
  if (known !== undefined) return toPerson(known.person);
  const organization = startingIn(cast.organizations, ({ start }) => start, passage.start, passage.end)[0];
  if (account !== undefined) {
    const isPerson = isFullName(account.split(' '), true) && organization === undefined;
    return isPerson
      ? { name: account, role: null, organization: null }
      : organizationAsSpeaker(organization?.name ?? account);
  }
  const [name = '', ...rest] = text.replace(/[.)]$/u, '').split(/\s*[,(]\s*/u);
  if (!isDashed && rest.length === 0 && name.split(' ').length > 5) return null;
  if (isFullName(name.split(' '), true)) {
    const role = rest.join(', ');
    return { name, role: role === '' ? null : role, organization: organization?.name ?? null };
  }
  return organization === undefined ? null : organizationAsSpeaker(organization.name);
}

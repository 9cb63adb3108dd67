import type { Person } from '../../contract/index.ts';
import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import { antecedent } from './antecedent.ts';
import { byOrganization, byRole, described, isDescription } from './described-speaker.ts';
import { nameAtEnd, nameIn } from './named-speaker.ts';
import { startingIn } from './people.ts';
import type { ReportingClause } from './reporting-clause.ts';
import { organizationEnd, roleWord } from './roles.ts';
import { type Scene, toPerson, type Who } from './scene.ts';
import { pronounIn } from './sentence-subjects.ts';
import type { Phrase } from './subject.ts';

/** Of a clause in `text`, which begins at `base` of the canonical text; null where its subject can't be read. */
export function whoSays(clause: ReportingClause, text: string, base: number, scene: Scene): Who | 'nobody' | null {
  const subject = withoutDay(text, clause.subject);
  const phrase = text.slice(subject.start, subject.end);
  const at = base + subject.start;
  const pronoun = takenUp(pronounOf(phrase, clause.isInverted), at, scene);
  if (pronoun !== undefined) return pronoun;
  if (noOne.test(phrase)) return 'nobody';
  if (relative.test(phrase)) return nameBefore(base + subject.start, scene);
  const officer = officerOf(text, subject.start, clause);
  const officerName =
    officer === null ? null : nameIn(text.slice(officer.start, officer.end), officer, base, scene, true);
  if (officerName !== null) return officerName;
  const several = together(phrase, subject, base, scene);
  if (several !== null) return { speakers: several, described: null, by: 'name' };
  const named = nameIn(phrase, subject, base, scene, clause.isInverted) ?? nameAtEnd(phrase, scene);
  if (named !== null) return named;
  const beside = clause.beside;
  // "a spokesman for the port, Otto Kast": the name beside a description is who it describes.
  const besideWords = beside === null ? '' : text.slice(beside.start, beside.end);
  // "said the fire marshal, whose father’s Pillsbury paycheck …": what a relative clause tells of him is not his name.
  if (beside !== null && isDescription(phrase) && !relative.test(besideWords)) {
    const person = nameIn(besideWords, beside, base, scene, false);
    if (person?.by === 'name') return person;
  }
  return byRole(phrase, at, scene) ?? byOrganization(phrase, at, scene) ?? described(phrase, scene.language);
}

/**
 * "University of Texas at San Antonio professor Angela Speck said": of a long name of an organisation the head is cut
 * short; whoever stands right before the verb, behind what they are, speaks.
 */
function officerOf(text: string, start: number, { verb, isInverted }: ReportingClause): Phrase | null {
  const lead = isInverted ? '' : text.slice(start, verb.start);
  if (lead.length > longestOffice || /[,;:()]/u.test(lead)) return null;
  const organization = /^(?:[Tt]he )?((?:\p{Lu}[\p{L}’'&.-]*\s){1,5})(?:of|for|at)\s/u.exec(lead)?.[1]?.trim();
  const named = /(?<!\p{L})(\p{Ll}[\p{L}-]+)\s((?:\p{Lu}[\p{L}\p{M}.’'-]*\s){2,4})$/u.exec(lead);
  if (organization === undefined || named === null || !organizationEnd.test(organization)) return null;
  const [, role = '', name = ''] = named;
  const from = start + named.index + role.length + 1;
  return roleWord.exec(role)?.[0] === role ? { start: from, end: from + name.trimEnd().length } : null;
}

/** In UTF-16 units. */
const longestOffice = 160;

/** Nobody says anything. */
const noOne = /^(?:nobody|no one|none|niemand|keiner|personne|nadie|nessuno|ninguém)(?:\s|$)/iu;

const relative = /^(?:who|whose|which|qui|que|quien|che|wie)(?:\s|$)/iu;

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
  if (bare === '' || onlyDay.test(bare)) return words.leavesOutSubjects ? antecedent(at, 'person', scene) : null;
  const pronoun = pronounIn(bare, words);
  if (pronoun !== null) return antecedent(at, pronoun, scene);
  return /\b\d{1,3}(?:-year-old|-jährige[rn]?|-Jährige[rn]?)\b/u.test(bare)
    ? antecedent(at, 'person', scene)
    : undefined;
}

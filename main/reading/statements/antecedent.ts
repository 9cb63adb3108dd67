import type { Person, Span } from '../../contract/index.ts';
import { isBeside } from './attributes.ts';
import { borneBy, isGivenName } from './given-names.ts';
import { type Cast, startingIn } from './people.ts';
import { type Scene, toPerson, type Who } from './scene.ts';
import { type Pronoun, type SentenceSubject, sentenceSubjects } from './sentence-subjects.ts';
import { isWithin } from './spans-in-order.ts';

/** How many paragraphs before it a pronoun may look for whom it means, and how many sentences of each. */
const reach = 3;
const farthest = 40;

/**
 * Whom a pronoun at an offset means: in its paragraph, or in the nearest one before that has anybody, whoever the last
 * sentence is about or spoke in it, unless somebody else who may be meant is named behind that; without such a sentence the
 * one person who is named there. Else nobody knows, and null.
 */
export function antecedent(at: number, pronoun: Pronoun | 'person', scene: Scene): Who | null {
  const { passages } = scene;
  const here = passages.findLastIndex((passage) => passage.start <= at);
  for (let index = here; index >= Math.max(0, here - reach); index -= 1) {
    const passage = passages[index];
    if (passage === undefined) continue;
    const found = inPassage(index, Math.min(at, passage.end), pronoun, scene);
    if (found === 'several') return null;
    if (found !== null) return { ...found, by: 'pronoun' };
  }
  return null;
}

function inPassage(index: number, to: number, pronoun: Pronoun | 'person', scene: Scene): Who | 'several' | null {
  const all = sentenceSubjects(index, scene);
  const end = all.findLastIndex(({ start }) => start < to) + 1;
  const subjects = all.slice(Math.max(0, end - farthest), end);
  const from = subjects[0]?.start ?? scene.passages[index]?.start ?? 0;
  const last = scene.last !== null && scene.last.at >= from && scene.last.at < to ? scene.last : null;
  const about = lastSubject(subjects, last, to, pronoun, scene);
  if (pronoun === 'they' || pronoun === 'it') return about?.who ?? null;
  if (about !== null) {
    const isMeant = (name: string) => about.who.speakers.some((speaker) => speaker.name === name);
    // "Byron met Kast. “…,” she said": two who may be meant. "Byron told Kast that …" goes on about Byron.
    const behind = about.reports ? about.end : about.start;
    const rival = peopleNamed(behind, to, pronoun, scene).find(({ name, isPerson }) => isPerson && !isMeant(name));
    return rival === undefined || about.who === last?.who ? about.who : 'several';
  }
  const named = peopleNamed(from, to, pronoun, scene);
  const [only, ...others] = new Set(named.filter(({ isBeside }) => !isBeside).map(({ name }) => name));
  if (only === undefined) return null;
  const person = named.find(({ name }) => name === only);
  if (person === undefined || others.length > 0) return 'several';
  return { speakers: [toPerson(person)], described: null, by: 'pronoun' };
}

/** Whom a sentence is about, between offsets of the canonical text. */
interface About extends Span {
  readonly who: Who;
  readonly reports: boolean;
}

/** Whom the last sentence before an offset is about that may be meant, and where what is told of them ends. */
function lastSubject(
  subjects: readonly SentenceSubject[],
  last: Scene['last'],
  to: number,
  pronoun: Pronoun | 'person',
  scene: Scene,
): About | null {
  const spoken = last === null ? [] : [{ start: last.at, end: last.at, who: last.who, pronoun: null, reports: true }];
  let found: About | null = null;
  for (const subject of [...subjects, ...spoken].sort((one, other) => one.start - other.start)) {
    if (subject.start >= to) break;
    const { start, reports } = subject;
    const end = Math.min(subject.end, to);
    // "She left the room." goes on about the same person. A body is taken up by the next sentence or not at all.
    if (subject.who === null) {
      // Its own sentence says nothing of whom it means.
      if (subject.end >= to) continue;
      if (found !== null && subject.pronoun === pronoun) found = { who: found.who, start, end, reports };
      else if (pronoun === 'it') found = null;
    } else if (mayMean(subject.who, pronoun, scene)) found = { who: subject.who, start, end, reports };
  }
  return found;
}

/** People who may be meant, where they are named outside of quotation marks, in the text's order. */
function peopleNamed(from: number, to: number, pronoun: Pronoun | 'person', scene: Scene): Named[] {
  const passage = scene.passages.findLast(({ start }) => start <= from);
  return startingIn(scene.cast.possible, ({ start }) => start, from, to)
    .filter(({ start, person }) => !isWithin(scene.quoted, start) && !isRuledOut(person, pronoun, scene))
    .map(({ start, person }) => ({
      ...toPerson(person),
      start,
      isPerson: person.isSure || isGivenName(person.name.split(/[\s-]/u)[0] ?? ''),
      isBeside: passage !== undefined && isBeside(passage.text, start - passage.start, scene.language),
    }));
}

interface Named extends Person {
  readonly start: number;
  /** "a programme hosted by Ada Byron": somebody else's sentence. */
  readonly isBeside: boolean;
  /** Whether more than the shape of the words says so. */
  readonly isPerson: boolean;
}

function mayMean({ speakers, described }: Who, pronoun: Pronoun | 'person', scene: Scene): boolean {
  const [only] = speakers;
  switch (pronoun) {
    case 'they':
      return speakers.length > 1 || described !== null;
    case 'it':
      return only !== undefined && speakers.length === 1 && only.organization === only.name;
    case 'she':
    case 'he':
    case 'person':
      if (only === undefined) return described !== null && isOnePerson(described) && !contradicts([described], pronoun);
      // "Stability AI chief" is what somebody is, and no name.
      return (
        speakers.length === 1 &&
        only.organization !== only.name &&
        !/\s\p{Ll}+$/u.test(only.name) &&
        !isRuledOut(only, pronoun, scene)
      );
  }
}

/** "residents", "police": many, or a body. */
function isOnePerson(described: string): boolean {
  const head = described.split(/ (?:of|for|at|in|from|who|whose|der|des|de|du|di|van) /u)[0] ?? '';
  return !/(?:[^s]s|police|staff|family|crew|crowd|public|polizei|company|firm|people|team)$/iu.test(head);
}

const womanly =
  /(?:woman|Frau|Madame|Mme|señora|Sra|signora|Dona|mevrouw|Mrs|Ms|Miss|Dame|Lady|mother|sister|wife|widow|daughter|actress|(?:er|ent|ist|tor|eur|ant|ält|chef|kanzl)in|\p{L}+trice|alcaldesa|sindaca)\.?$/iu;
const manly =
  /(?:[a-z]man|Herr|Monsieur|señor|Sr|signor|Senhor|meneer|Mr|Sir|Lord|father|brother|husband|widower|son)\.?$/iu;

/** Whether what is said of somebody makes them a man where a woman is meant, or the reverse. */
function contradicts(signs: readonly string[], pronoun: Pronoun | 'person'): boolean {
  const isWoman = signs.some((sign) => womanly.test(sign));
  const isMan = signs.some((sign) => manly.test(sign) && !/woman$/iu.test(sign));
  return (pronoun === 'he' && isWoman && !isMan) || (pronoun === 'she' && isMan && !isWoman);
}

/** Whether what the article says of somebody, or a given name that only the other sex bears, rules a pronoun out. */
function isRuledOut(person: Person, pronoun: Pronoun | 'person', scene: Scene): boolean {
  if (pronoun !== 'she' && pronoun !== 'he') return false;
  const head = (person.role ?? '').split(/ (?:of|for|at|in|der|des|de|du|di|van) /u)[0] ?? '';
  const signs = [head, titleBefore(person.name, scene)].filter((sign) => sign !== '');
  if (signs.some((sign) => womanly.test(sign) || manly.test(sign))) return contradicts(signs, pronoun);
  const [given = ''] = person.name.split(/[\s-]/u);
  return borneBy(given, scene.language) === (pronoun === 'he' ? 'women' : 'men');
}

/** The title that stands before somebody's name anywhere in an article; each is looked for once. */
const titles = new WeakMap<Cast, Map<string, string>>();

function titleBefore(name: string, scene: Scene): string {
  const known = titles.get(scene.cast) ?? new Map<string, string>();
  titles.set(scene.cast, known);
  const title = known.get(name) ?? titleOf(name, scene);
  known.set(name, title);
  return title;
}

function titleOf(name: string, { cast, passages }: Scene): string {
  for (const mention of cast.mentions) {
    if (mention.person.name !== name) continue;
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

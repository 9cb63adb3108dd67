import { type Span, sentencesOf } from '../../contract/index.ts';
import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import { isAttributeIn } from './attributes.ts';
import { byOrganization, byRole, described } from './described-speaker.ts';
import { isGivenName } from './given-names.ts';
import { isOrdinaryWord } from './names.ts';
import type { Passage } from './passages.ts';
import { startingIn } from './people.ts';
import type { ReportingWords } from './reporting-words.ts';
import { isRoleModifier, isRoleWord, roleWord } from './roles.ts';
import { type Scene, toPerson, type Who } from './scene.ts';

export type Pronoun = 'she' | 'he' | 'they' | 'it';

/** Whom a sentence is about: what stands first in it and isn't where or when. Both are null where that can't be read. */
export interface SentenceSubject extends Span {
  readonly who: Who | null;
  readonly pronoun: Pronoun | null;
  /** Whether the sentence says that somebody says something. */
  readonly reports: boolean;
}

/** By passage; each is read once for an article. */
const known = new WeakMap<readonly Passage[], Map<number, readonly SentenceSubject[]>>();

/** Of the sentences of a passage, without what stands in quotation marks, in their order. */
export function sentenceSubjects(index: number, scene: Scene): readonly SentenceSubject[] {
  const ofArticle = known.get(scene.passages) ?? new Map<number, readonly SentenceSubject[]>();
  known.set(scene.passages, ofArticle);
  const made = ofArticle.get(index);
  if (made !== undefined) return made;
  const passage = scene.passages[index];
  const subjects = passage === undefined ? [] : readPassage(passage, scene);
  ofArticle.set(index, subjects);
  return subjects;
}

function readPassage(passage: Passage, scene: Scene): SentenceSubject[] {
  const text = withoutQuoted(passage, scene.quoted);
  return sentencesOf(text).map(({ start, end }) => ({
    ...subjectIn(text.slice(start, end), passage.start + start, scene),
    reports: text.slice(start, end).search(scene.words.telling) >= 0,
    start: passage.start + start,
    end: passage.start + end,
  }));
}

/** Blanks in place of the words in quotation marks, so that offsets and the ends of sentences hold. */
function withoutQuoted({ text, start }: Passage, quoted: readonly Span[]): string {
  let kept = '';
  for (const span of startingIn(quoted, (one) => one.start, start, start + text.length)) {
    const from = Math.max(kept.length, span.start - start);
    const to = Math.min(text.length, span.end - start);
    if (to - from < 4) continue;
    const end = text.slice(to - 2, to);
    kept += text.slice(kept.length, from + 1) + ' '.repeat(to - from - 3) + (/^[.!?…]/u.test(end) ? end : ` ${end[1]}`);
  }
  return kept + text.slice(kept.length);
}

/** Where, when and how a sentence may begin before it says of whom. */
const opening = new RegExp(
  `^[\\s"'“”„«»‘’「」.,]*(?:(?:and|but|so|then|later|afterwards|still|now|aber|doch|dann|und|mais|puis|et|pero|luego|y|ma|poi|e|mas|maar|toen|en)\\s)?` +
    `(?:(?:in|on|at|by|for|from|during|${phraseSource(phrasesOf(({ statements }) => statements?.clauseOpeners))})(?!\\p{L})[^,.;:]{1,80},\\s)?`,
  'iu',
);

/** Names of people's kinds that no office is: "the neighbour", "her mother". */
const kind = phraseSource(phrasesOf(({ statements }) => statements?.kindsOfPeople));
const description = new RegExp(
  `^((?:${phraseSource(phrasesOf(({ statements }) => statements?.determiners))}|\\p{Lu}[\\p{L}’'-]+[’']s)\\s(?:[\\p{L}’'-]+\\s){0,3}?(?:(?:${roleWord.source}|${kind})(?![\\p{L}’'])\\s?)+(?<!\\s)(?: of (?!the |an? )\\p{Ll}+)?)(?=[\\s,])`,
  'iu',
);
const leads = new RegExp(`(?:^|\\s)${phraseSource(phrasesOf(({ statements }) => statements?.complements))}\\s`, 'u');

function subjectIn(sentence: string, base: number, scene: Scene): Pick<SentenceSubject, 'who' | 'pronoun'> {
  const from = opening.exec(sentence)?.[0].length ?? 0;
  const rest = sentence.slice(from);
  const word = /^[\p{L}’']+/u.exec(rest)?.[0] ?? '';
  const pronoun = pronounIn(word, scene.words);
  if (pronoun !== null) return { who: null, pronoun };
  const named = nameFirst(rest, base + from, scene);
  if (named === 'several') return { who: null, pronoun: null };
  const phrase = description.exec(rest)?.[1];
  const who =
    named ??
    (phrase === undefined ? null : nameBeside(rest, phrase.length, base + from, scene)) ??
    (phrase === undefined
      ? byOrganizationFirst(rest, base + from, scene)
      : (byRole(phrase, base + from, scene) ?? described(phrase, scene.language)));
  return { who, pronoun: null };
}

/** Which pronoun a word is. */
export function pronounIn(word: string, words: ReportingWords): Pronoun | null {
  if (words.she.test(word)) return 'she';
  if (words.he.test(word)) return 'he';
  if (words.they.test(word)) return 'they';
  return words.it.test(word) ? 'it' : null;
}

/** "Tomas Reyl, 44, …", "Prosecutor Dana Fry …": a name with nothing before it but what its bearer is. */
function nameFirst(rest: string, base: number, scene: Scene): Who | 'several' | null {
  const [mention] = startingIn(scene.cast.possible, ({ start }) => start, base, base + Math.min(60, rest.length));
  if (mention === undefined) return givenNameFirst(rest);
  const lead = rest.slice(0, mention.start - base);
  const tokens = lead.trim() === '' ? [] : lead.trim().split(/\s+/u);
  const isRole = (token: string) => isRoleWord(token) || isRoleModifier(token) || /^\p{Ll}[\p{L}-]+$/u.test(token);
  if (/[,;:()]/u.test(lead) || leads.test(` ${lead}`) || tokens.length > 5) return null;
  if (tokens.length > 0 && !(tokens.slice(1).every(isRole) && isRoleWord(tokens.at(-1) ?? ''))) return null;
  const end = rest.slice(lead.length).search(/[^\p{L}\p{M}.’' -]|\s\p{Ll}/u);
  const after = rest.slice(lead.length + Math.max(0, end));
  if (/^\s(?:and|und|et|y|e|en)\s/u.test(after)) return 'several';
  if (/[’']s?$/u.test(rest.slice(0, lead.length + Math.max(0, end)))) return null;
  // "Alder supporters gathered": not Alder.
  if (isAttributeIn(after, 0, scene.language)) return null;
  return { speakers: [toPerson(mention.person)], described: null, by: 'name' };
}

/** "The director, Hanneke Vos, made it …": the name between commas behind what its bearer is. */
function nameBeside(rest: string, end: number, base: number, scene: Scene): Who | null {
  const lead = /^(?: (?:of|for|at|from|de|del|della|du|des|der|van|da|do) [^,.;:]{1,60})?, /u.exec(
    rest.slice(end),
  )?.[0];
  return lead === undefined ? null : nameFirstIn(rest.slice(end + lead.length), base + end + lead.length, scene);
}

function nameFirstIn(rest: string, base: number, scene: Scene): Who | null {
  const who = nameFirst(rest, base, scene);
  return who === 'several' ? null : who;
}

/** "Amanda alleges that …": somebody whom the article calls by a given name alone. */
function givenNameFirst(rest: string): Who | null {
  const name = /^\p{Lu}\p{Ll}+(?=\s\p{Ll})/u.exec(rest)?.[0];
  if (name === undefined || !isGivenName(name) || isOrdinaryWord(name)) return null;
  return { speakers: [{ name, role: null, organization: null }], described: null, by: 'name' };
}

function byOrganizationFirst(rest: string, at: number, scene: Scene): Who | null {
  const phrase =
    /^(?:[Tt]he\s)?\p{Lu}[\p{L}’'.&-]*(?:\s(?:(?:of|for|and)\s)?\p{Lu}[\p{L}’'.&-]*){0,6}|^[Tt]he \p{Ll}+(?=\s)/u.exec(
      rest,
    )?.[0];
  return phrase === undefined ? null : byOrganization(phrase, at, scene);
}

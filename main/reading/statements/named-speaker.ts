import type { Person } from '../../contract/index.ts';
import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import { isAttribute, isOwner } from './attributes.ts';
import { determiner } from './described-speaker.ts';
import { isGivenName } from './given-names.ts';
import { namedBy, neverSurname } from './named-subject.ts';
import { isOpener } from './names.ts';
import type { Passage } from './passages.ts';
import { type Cast, startingIn } from './people.ts';
import { isRoleWord } from './roles.ts';
import { type Scene, toPerson, type Who } from './scene.ts';
import type { Phrase } from './subject.ts';

/** "the painter Ivo Stanek", "wethouder Ineke Alders": a name at the end, with what its bearer is before it. */
export function nameAtEnd(phrase: string, scene: Scene): Who | null {
  const match =
    /^((?:(?:\p{Lu}?\p{Ll}[\p{L}’'-]*|[Ll][’'])\s?){1,5}?)\s?((?:\p{Lu}\.\s?|\p{Lu}[\p{L}\p{M}’'-]*\.?)(?:\s(?:(?:de|di|da|do|del|la|van|der|den|von|e|y|el|al|’t|'t|ter)\s)*\p{Lu}[\p{L}\p{M}’'-]*\.?){0,4})$/u.exec(
      phrase,
    );
  const role = match?.[1]?.trim() ?? '';
  const name = match?.[2] ?? '';
  if (match === null || !/\p{Ll}$/u.test(role) || !/(?:^|\s)\p{Ll}\p{L}+$/u.test(` ${role}`) || leads.test(role))
    return null;
  // "when Ada Byron", "she cleared her name when Ada Byron": a piece of a sentence is no role.
  if (notRole.test(role) || neverSurname.test(name)) return null;
  const bare = role
    .replace(determiner, '')
    .replace(/^(?:its|his|her|their|seine?|ihre?|su|sus|son|sa|suo|sua|seu|zijn|haar)\s/iu, '');
  const person = fullName({ name, role: bare === '' ? null : bare, organization: null }, scene);
  return person === null ? null : { speakers: [person], described: null, by: 'name' };
}

/** Ends in what leads to somebody else. */
const leads =
  /(?:^|\s)(?:of|for|to|from|with|by|in|at|on|and|für|von|des|der|pour|de|du|des|para|del|di|do|da|voor|van|que|che|dat|that|than|as|like|è|is|was|hat|had)$/iu;

/** Words that join clauses or stand for people. */
const notRole = new RegExp(
  `(?<!\\p{L})(?:when|if|as|while|after|before|because|but|where|how|what|${phraseSource(
    phrasesOf(({ statements }) => [
      ...(statements?.pronouns?.she ?? []),
      ...(statements?.pronouns?.he ?? []),
      ...(statements?.pronouns?.they ?? []),
      ...(statements?.pronouns?.it ?? []),
    ]),
  )})(?!\\p{L})`,
  'iu',
);

/** Whom a phrase names, of those whom the article knows, else by the shape of its words; the head alone, or null. */
export function nameIn(phrase: string, place: Phrase, base: number, scene: Scene, isFirst: boolean): Who | null {
  // A script without capitals has no other sign of a name than to stand alone among Latin words.
  if (/^(?!\p{Script=Latin})\p{L}{2,8}$/u.test(phrase) && isLatin(scene.passages))
    return { speakers: [{ name: phrase, role: null, organization: null }], described: null, by: 'name' };
  const mentions = startingIn(scene.cast.mentions, ({ start }) => start, base + place.start, base + place.end).filter(
    ({ start, person }) => {
      const from = start - base - place.start;
      const length = lengthOfName(phrase, from, person);
      return (
        !isOwner(phrase, from, from + length) &&
        !isBehind(phrase, from) &&
        !isAttribute(phrase.slice(from + length), scene.language)
      );
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

function isLatin([first]: readonly Passage[]): boolean {
  return first !== undefined && /\p{Script=Latin}{2}/u.test(first.text);
}

/** Who is called by the family name alone, by the name in full; as they are where nobody or several are called so. */
function fullName(person: Person | null, { cast, passages }: Pick<Scene, 'cast' | 'passages'>): Person | null {
  const bare = person?.name.replace(titled, '') ?? '';
  if (person === null || /^\p{Lu}[\p{L}’'-]+\.?\s/u.test(bare)) return person;
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
        .filter((token) => !isOpener(token) && !isProduct.test(token));
      // "Dean Castle" is a name, "Congresswoman Deborah May" begins with a role.
      // "Will Fielding": a given name may be an ordinary word.
      const [given] = (match[1] ?? '').trim().split(/\s+/u);
      if (lead.length === 0 && given !== undefined && isGivenName(given)) lead.push(given);
      const first = lead.length > 1 ? lead.filter((token) => !isRoleWord(token)) : lead;
      if (
        first.length > 0 &&
        (first.length > 1 || !/^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Herr|Frau)\.?$/u.test(first[0] ?? ''))
      )
        full.add([...first, name].join(' '));
    }
  return full.size === 1 ? { name: [...full][0] ?? name, role: null, organization: null } : null;
}

/** "MagSafe": a capital inside a word, and none of those that begin family names. */
const isProduct = /^(?!Mc|Mac|De|Di|Du|La|Le|Fitz|Van)\p{Lu}\p{Ll}+\p{Lu}/u;

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

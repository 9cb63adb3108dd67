import type { Person } from '../../contract/index.ts';
import { borneBy } from './given-names.ts';
import { beforeGivenName } from './named-subject.ts';
import { capitalRun, isFullName, isOpener, isOrdinaryWord, lastName } from './names.ts';
import { organizationOf, organizationsIn } from './organizations.ts';
import type { Passage } from './passages.ts';
import { isRoleWord, organizationEnd } from './roles.ts';
import { rank, roleAround } from './roles-around-names.ts';

/** Who an article speaks of, with the role it gives them, and where it names them. */
export interface Cast {
  /** In the order in which they are introduced. */
  readonly people: readonly KnownPerson[];
  readonly mentions: readonly Mention[];
  /** The same with those whom nothing but the shape of their names tells from places and things. */
  readonly possible: readonly Mention[];
  readonly organizations: readonly { readonly start: number; readonly name: string }[];
}

export interface Mention {
  readonly start: number;
  readonly person: KnownPerson;
}

export interface KnownPerson extends Person {
  /** Offset of the first mention in the canonical text. */
  readonly first: number;
  /** Whether anything but the shape of the words says that this is a person. */
  readonly isSure: boolean;
}

interface Draft {
  name: string;
  role: string | null;
  organization: string | null;
  first: number;
  /** Whether anything but the shape of the words says that this is a person. */
  isSure: boolean;
  /** How often the family name stands alone. */
  alone: number;
}

/** Who was met so far. */
interface Register {
  readonly drafts: Draft[];
  readonly byName: Map<string, Draft>;
  /** In the order in which they were met. */
  readonly byLastName: Map<string, Draft[]>;
  /** Null where several bear it. */
  readonly byGivenName: Map<string, Draft | null>;
  readonly mentions: { start: number; draft: Draft }[];
  readonly language: string | null;
}

const speechVerb =
  '(?:said|says|told|added|wrote|writes|announced|asked|argued|explained|noted|tweeted|insisted|warned|replied|sagte|sagt|erklärte|schrieb|betonte|a déclaré|a dit|déclare|dijo|afirmó|declaró|ha detto|ha dichiarato|issued|released|read|made)';
/** Of entries in the text's order, those that begin in `[start, end)`. */
export function startingIn<Entry>(
  entries: readonly Entry[],
  startOf: (entry: Entry) => number,
  start: number,
  end: number,
): Entry[] {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && startOf(entry) < start) low = middle + 1;
    else high = middle;
  }
  const found: Entry[] = [];
  for (const entry of entries.slice(low, low + 1000)) {
    if (startOf(entry) >= end) break;
    found.push(entry);
  }
  return found;
}

/** How far around a name its role is looked for, in UTF-16 units. */
const surroundings = 200;
/** More than the words that lead to a name take: "according to the". */
const longestLead = 40;

/** "Theresa, 70, told" goes on about somebody who was named. */
const introducedByAge =
  /^\*?, (?:\d{1,3}, (?:is|was|has|had|who|whose|from|of|lives|works)|(?:an? )?\d{1,3}-year-old)(?!\p{L})/u;

const speaksNext = new RegExp(`^,? (?:also |later |then )?${speechVerb}(?![\\p{L}])`, 'u');
/** In front of a place; also used of names that only a speech verb vouches for. */
export const placeBefore = /\b(?:on|in|at|near|off) (?:the )?$/u;
const spokeBefore = new RegExp(`(?:${speechVerb}|according to|statement (?:by|from|of))(?: the)? $`, 'iu');

/** `language` matters for German, whose nouns all begin with a capital: there a name needs a voucher. */
export function castOf(passages: readonly Passage[], language: string | null): Cast {
  const register: Register = {
    drafts: [],
    byName: new Map(),
    byLastName: new Map(),
    byGivenName: new Map(),
    mentions: [],
    language,
  };
  const organizations = passages.flatMap((passage) =>
    organizationsIn(passage.text).map(({ name, at }) => ({ name, start: passage.start + at })),
  );
  for (const passage of passages) {
    for (const match of passage.text.matchAll(capitalRun))
      for (const run of partedAtPossessives(match[0], match.index)) readRun(passage, run.at, run.text, register);
  }
  const distinct = [...new Set(organizations.map(({ name }) => name))];
  const people = new Map<Draft, KnownPerson>(
    register.drafts.map((draft) => [
      draft,
      {
        name: draft.name,
        role: draft.role,
        organization: draft.organization ?? organizationOf(draft.role, distinct),
        first: draft.first,
        isSure: draft.isSure,
      },
    ]),
  );
  const mentionsOf = (drafts: readonly { readonly start: number; readonly draft: Draft }[]): Mention[] =>
    drafts.flatMap(({ start, draft }) => {
      const person = people.get(draft);
      return person === undefined ? [] : [{ start, person }];
    });
  return {
    people: [...people].flatMap(([draft, person]) => (draft.isSure ? [person] : [])),
    mentions: mentionsOf(register.mentions.filter(({ draft }) => draft.isSure)),
    possible: mentionsOf(register.mentions),
    organizations,
  };
}

/** "Alder’s Harbour Commission": a possessive ends a name. */
function partedAtPossessives(run: string, at: number): { readonly text: string; readonly at: number }[] {
  if (!/['’]s[ \u00A0]/u.test(run)) return [{ text: run.trimEnd(), at }];
  return [...run.matchAll(/(?:(?!['’]s[ \u00A0]).)+(?:['’]s(?=[ \u00A0]))?[ \u00A0]?/gsu)].map((match) => ({
    text: match[0].trimEnd(),
    at: at + match.index,
  }));
}

interface Token {
  readonly text: string;
  readonly at: number;
}

function tokensOf(run: string): Token[] {
  return [...run.matchAll(/[^ \u00A0]+/gu)].map((match) => ({
    text: match[0].replace(/['’]s$/u, ''),
    at: match.index,
  }));
}

function readRun(passage: Passage, at: number, run: string, register: Register): void {
  const isGerman = /^de\b/iu.test(register.language ?? '');
  let tokens = tokensOf(run);
  let opener = '';
  while (tokens[0] !== undefined && opensName(tokens[0].text, register) && !isRoleWord(tokens[0].text)) {
    opener = tokens[0].text;
    tokens = tokens.slice(1);
  }
  while (tokens.length > 0 && isOrdinaryWord(tokens.at(-1)?.text ?? '')) tokens = tokens.slice(0, -1);
  const lastRole = tokens.findLastIndex((token) => isRoleWord(token.text));
  const behindRole = tokens.slice(lastRole + 1);
  // "Artist Eric Rieger", "Browns DL Sheldon Richardson".
  const nameTokens = behindRole.slice(beforeGivenName(behindRole.map((token) => token.text)));
  const first = nameTokens[0];
  const last = nameTokens.at(-1);
  if (first === undefined || last === undefined) return;
  const start = at + first.at;
  const end = at + last.at + last.text.length;
  const after = passage.text.slice(end, end + surroundings);
  const before = passage.text.slice(Math.max(0, at + (tokens[0]?.at ?? 0) - surroundings), at + (tokens[0]?.at ?? 0));
  const titled =
    lastRole < 0
      ? null
      : tokens
          .slice(0, lastRole + 1)
          .map((token) => token.text)
          .join(' ');
  const words = nameTokens.map((token) => token.text);

  // "Olivia, 40, is a nurse" is introduced here, and is not the Olivia Colman of whom was told.
  const isIntroduced = words.length === 1 && tokens.length === 1 && introducedByAge.test(after);
  const known =
    register.byName.get(words.join(' ')) ??
    (words.length === 1 ? calledShort(words[0] ?? '', opener, register, isIntroduced) : undefined);
  if (known === undefined && words.length < 2 && !isIntroduced) return;
  // "from the station on Gull Hill, said": where somebody stands does not speak.
  const near = before.slice(-longestLead);
  const speaks = (speaksNext.test(after) && !placeBefore.test(near)) || spokeBefore.test(near);
  const given = roleAround(before, titled, after);
  if (known !== undefined) {
    if (known.role === null || (rank.test(known.role) && given.role !== null)) known.role = given.role;
    known.organization ??= given.organization;
    // The family name alone, more than once and not as a thing ("the Order"), is how papers go on.
    if (
      words.length === 1 &&
      tokens.length === 1 &&
      !/(?:^|[^\p{L}])(?:the|a|an|this|these|each|every|new)\s$/iu.test(before)
    )
      known.alone += 1;
    if (speaks || given.role !== null || (known.alone > 1 && !isGerman)) known.isSure = true;
    register.mentions.push({ start: passage.start + start, draft: known });
    return;
  }
  const isVouched = given.role !== null || speaks || isIntroduced;
  // In a headline whose every word has a capital, a name can't be told from the words around it.
  if (passage.kind === 'heading' && !isVouched && isTitleCase(passage.text)) return;
  if (!(isIntroduced || isFullName(words, isVouched)) || organizationEnd.test(words.join(' '))) return;
  const draft: Draft = {
    name: words.join(' '),
    role: given.role,
    organization: given.organization,
    first: passage.start + start,
    isSure: isVouched,
    alone: 0,
  };
  register.drafts.push(draft);
  register.byName.set(draft.name, draft);
  const family = lastName(draft.name);
  register.byLastName.set(family, [...(register.byLastName.get(family) ?? []), draft]);
  const givenName = words[0] ?? '';
  register.byGivenName.set(givenName, register.byGivenName.has(givenName) ? null : draft);
  register.mentions.push({ start: draft.first, draft });
}

function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length > 0.7 * words.length;
}

/** Begins a sentence, or says Mr or Mrs: no word of a name. In French "M." is no initial. */
function opensName(token: string, { language }: Register): boolean {
  return isOpener(token) || (token === 'M.' && /^fr\b/iu.test(language ?? ''));
}

const titleOfMen = /^(?:mr|m|herr|señor|sr|signor|sir|lord)\.?$/iu;
const titleOfWomen = /^(?:mrs|ms|miss|mme|mlle|frau|señora|sra|signora|dame|lady)\.?$/iu;

/**
 * Whom an article calls by the family name alone, whom the title before it fits ("Mr. Thorne"): whoever was called so
 * before, else the one met last; or by a given name that one person bears.
 */
function calledShort(
  name: string,
  title: string,
  { byLastName, byGivenName, language }: Register,
  isIntroduced: boolean,
): Draft | undefined {
  const family = byLastName.get(name) ?? [];
  const others = titleOfMen.test(title) ? 'women' : titleOfWomen.test(title) ? 'men' : null;
  const fitting = family.filter(
    (draft) => others === null || borneBy(draft.name.split(/[\s-]/u)[0] ?? '', language) !== others,
  );
  // Whom an article has begun to call so it goes on to; a namesake who turns up later is named in full.
  const called = fitting.findLast((draft) => draft.alone > 0) ?? fitting.at(-1) ?? family.at(-1);
  return called ?? (isIntroduced ? undefined : (byGivenName.get(name) ?? undefined));
}

import type { Person } from '../../contract/index.ts';
import { capitalRun, isFullName, isOpener, lastName } from './names.ts';
import type { Passage } from './passages.ts';
import {
  isRoleModifier,
  isRoleWord,
  organizationEnd,
  organizationName,
  organizationOfRole,
  roleWord,
} from './roles.ts';

/** Who an article speaks of, with the role it gives them, and where it names them. */
export interface Cast {
  /** In the order in which they are introduced. */
  readonly people: readonly KnownPerson[];
  readonly mentions: readonly { readonly start: number; readonly person: KnownPerson }[];
  readonly organizations: readonly { readonly start: number; readonly name: string }[];
}

export interface KnownPerson extends Person {
  /** Offset of the first mention in the canonical text. */
  readonly first: number;
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

/** Who was met so far; by family name, the one met last. */
interface Register {
  readonly drafts: Draft[];
  readonly byName: Map<string, Draft>;
  readonly byLastName: Map<string, Draft>;
  readonly mentions: { start: number; draft: Draft }[];
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

const speaksNext = new RegExp(`^,? (?:also |later |then )?${speechVerb}(?![\\p{L}])`, 'u');
/** In front of a place; also used of names that only a speech verb vouches for. */
export const placeBefore = /\b(?:on|in|at|near|off) (?:the )?$/u;
const spokeBefore = new RegExp(`(?:${speechVerb}|according to|statement (?:by|from|of))(?: the)? $`, 'iu');

/** `language` matters for German, whose nouns all begin with a capital: there a name needs a voucher. */
export function castOf(passages: readonly Passage[], language: string | null): Cast {
  const isGerman = /^de\b/iu.test(language ?? '');
  const register: Register = { drafts: [], byName: new Map(), byLastName: new Map(), mentions: [] };
  const organizations = passages.flatMap((passage) =>
    organizationsIn(passage.text).map(({ name, at }) => ({ name, start: passage.start + at })),
  );
  for (const passage of passages) {
    for (const match of passage.text.matchAll(capitalRun))
      for (const run of partedAtPossessives(match[0], match.index))
        readRun(passage, run.at, run.text, register, isGerman);
  }
  const sure = register.drafts.filter((draft) => draft.isSure);
  const distinct = [...new Set(organizations.map(({ name }) => name))];
  const people = new Map<Draft, KnownPerson>(
    sure.map((draft) => [
      draft,
      {
        name: draft.name,
        role: draft.role,
        organization: draft.organization ?? organizationOf(draft.role, distinct),
        first: draft.first,
      },
    ]),
  );
  return {
    people: [...people.values()],
    mentions: register.mentions.flatMap(({ start, draft }) => {
      const person = people.get(draft);
      return person === undefined ? [] : [{ start, person }];
    }),
    organizations,
  };
}

/** "Alder’s Harbour Commission": a possessive ends a name. */
function partedAtPossessives(run: string, at: number): { readonly text: string; readonly at: number }[] {
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

function readRun(passage: Passage, at: number, run: string, register: Register, isGerman: boolean): void {
  let tokens = tokensOf(run);
  while (tokens[0] !== undefined && isOpener(tokens[0].text) && !isRoleWord(tokens[0].text)) tokens = tokens.slice(1);
  while (tokens.length > 0 && isOpener(tokens.at(-1)?.text ?? '')) tokens = tokens.slice(0, -1);
  const lastRole = tokens.findLastIndex((token) => isRoleWord(token.text));
  const nameTokens = tokens.slice(lastRole + 1);
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

  const known =
    register.byName.get(words.join(' ')) ?? (words.length === 1 ? register.byLastName.get(words[0] ?? '') : undefined);
  if (known === undefined && words.length < 2) return;
  // "from the station on Gull Hill, said": where somebody stands does not speak.
  const speaks = (speaksNext.test(after) && !placeBefore.test(before)) || spokeBefore.test(before);
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
  if (!isFullName(words, given.role !== null || speaks) || organizationEnd.test(words.join(' '))) return;
  const draft: Draft = {
    name: words.join(' '),
    role: given.role,
    organization: given.organization,
    first: passage.start + start,
    isSure: given.role !== null || speaks,
    alone: 0,
  };
  register.drafts.push(draft);
  register.byName.set(draft.name, draft);
  register.byLastName.set(lastName(draft.name), draft);
  register.mentions.push({ start: draft.first, draft });
}

interface Given {
  readonly role: string | null;
  readonly organization: string | null;
}

const nothing: Given = { role: null, organization: null };

/** A rank or a doctorate says less than an office: "department spokesman Sgt. Pete Dugan". */
const rank = /^(?:Dr|Prof|Sgt|Lt|Capt|Cpl|Col|Maj|Gen|Rev|Sir|Dame|Lord|Lady)\.?$/u;

function roleAround(before: string, titled: string | null, after: string): Given {
  const following = roleAfter(after);
  const preceding = roleBefore(before);
  const isRank = titled !== null && rank.test(titled);
  if (titled !== null && !isRank) return { role: titled, organization: following.organization };
  if (preceding.role !== null) return preceding;
  if (following.role !== null) return following;
  return { role: titled, organization: null };
}

/** "police chief ", "a spokeswoman for the Harbour Commission, " in front of a name. */
function roleBefore(before: string): Given {
  // Asked first because the pattern is dear and most names have nothing of the kind before them.
  const isBehindOrganization = /\b(?:for|of|at|with) .*\p{Lu}.*\s$/u.test(before);
  const ofOrganization = !isBehindOrganization
    ? null
    : /([\p{L}’'-]+(?: [\p{L}’'-]+){0,4}) (?:for|of|at|with) (?:the )?(\p{Lu}[^,.;:]{2,60}?),? $/u.exec(before);
  const named = ofOrganization?.[2] ?? '';
  if (ofOrganization !== null && organizationEnd.test(named)) {
    const role = trimRole((ofOrganization[1] ?? '').split(' '));
    if (role !== null) return { role, organization: named };
  }
  const tokens = (/[^.,;:!?()“”"]*$/u.exec(before)?.[0] ?? '').split(/[ \u00A0]/u).filter((token) => token !== '');
  const role = trimRole(tokens);
  return role === null || !/[ \u00A0]$/u.test(before) ? nothing : { role, organization: null };
}

/** The role at the end of these words: its head and what modifies it, or null where the last is no role. */
function trimRole(tokens: readonly string[]): string | null {
  const head = tokens.at(-1);
  if (head === undefined || !isRoleWord(head)) return null;
  let from = tokens.length - 1;
  while (from > 0 && tokens.length - from < 7) {
    const token = tokens[from - 1] ?? '';
    const isName = /^\p{Lu}/u.test(token) && !isOpener(token) && !/['’]s$/u.test(token);
    // "Board of Regents chairwoman"
    const isInside = token === 'of' && from > 1 && organizationEnd.test(tokens[from - 2] ?? '');
    if (!isName && !isInside && !isRoleModifier(token) && !isRoleWord(token)) break;
    from -= 1;
  }
  return tokens.slice(from).join(' ');
}

/** A finite verb makes a clause of what looked like a role. */
const isClause =
  /(?:^|\s)(?:have|has|had|is|are|was|were|will|would|can|could|may|does|did|hat|ist|war|sind|a|est|sont|ha|es|son)(?:\s|$)/iu;

const articles = '(?:as|als|a|an|the|its|his|her|our|their|then|now|who is|who was|der|die|das|le|la|l’|el|il)';

const appositionPattern = new RegExp(
  `^(?:['’]s)?(?:,| \\(| (?:is|was|serves as|has been)(?= (?:a|an|the)\\b))(?: \\d{1,3},)? (?:\\d{4} )?(?:${articles} )?([^,.;:()—–]{3,110}?)(?:[,.;:()—–]| (?:said|says|told|wrote|who|has|had|was|is|will|would|sagte|sagt|erklärte|teilte|schrieb|betonte|a déclaré|a dit|dijo|afirmó|declaró|ha detto|ha dichiarato)(?!\\p{L})|$)`,
  'u',
);

/** ", the harbour commissioner," and ", a spokeswoman for the commission," behind a name. */
function roleAfter(after: string): Given {
  const apposition = appositionPattern.exec(after);
  const phrase = apposition?.[1]?.trim() ?? '';
  const words = phrase.split(' ');
  if (phrase === '' || words.length > 14 || isClause.test(phrase)) return nothing;
  // The role's head stands early; a role word far back is somebody else's.
  const opening = words.slice(0, 5).join(' ');
  if (
    !roleWord.test(opening) ||
    /^(?:and|but|who|which|said|says|told|whose|where|when|with|along|as|including|und|et|y|e) /iu.test(phrase)
  )
    return nothing;
  // "Ines Alder, Mayor Ada Byron and …" is a list of people.
  const head = roleWord.exec(opening);
  const rest = head === null ? '' : phrase.slice(head.index + head[0].length).trim();
  if (/^\p{Lu}[\p{L}’'-]+ \p{Lu}/u.test(rest)) return nothing;
  const parted = /^(.*?) (?:for|of|at|with|from|der|des|du|de la|del) (?:the )?(\p{Lu}.*)$/u.exec(phrase);
  if (parted === null) return { role: phrase, organization: null };
  const [, role = '', behind = ''] = parted;
  // Of what follows, only the name: "Tessaly Ferries since May".
  const place =
    /^\p{Lu}\S*(?: (?:(?:of|and|&|for|the|für|der|des|de|la) ){0,2}\p{Lu}\S*){0,7}/u.exec(behind)?.[0] ?? behind;
  const isOffice =
    organizationEnd.test(place) ||
    [...place.matchAll(organizationName)].some((match) => match.index === 0 && match[0].includes(' '));
  const isBusiness =
    /\b(?:spokes(?:man|woman|person)|executive|ceo|cfo|founder|co-founder|director|manager|professor|analyst|researcher|attorney|lawyer|sprecher(?:in)?|porte-parole|portavoz)\b/iu.test(
      role,
    );
  return isOffice || isBusiness ? { role, organization: place } : { role: phrase, organization: null };
}

function organizationsIn(text: string): { name: string; at: number }[] {
  return [...text.matchAll(organizationName)].flatMap((match) => {
    let name = match[0];
    let at = match.index;
    for (;;) {
      const first = /^(\S+) /u.exec(name)?.[1];
      if (first === undefined || !(isOpener(first) || /^(?:of|and|&)$/u.test(first))) break;
      name = name.slice(first.length + 1);
      at += first.length + 1;
    }
    // "Port Ellery Police Chief" names an office.
    const next = /^ (\p{Lu}[\p{L}-]*)/u.exec(text.slice(at + name.length))?.[1] ?? '';
    return name.includes(' ') && !isRoleWord(next) ? [{ name, at }] : [];
  });
}

const force = /(?:Police|Fire|Sheriff[’']s) (?:Department|Service|Force|Bureau|Office)$/u;

/** The organisation that a role's own words point to, among those the article names; null in doubt. */
export function organizationOf(role: string | null, organizations: readonly string[]): string | null {
  if (role === null) return null;
  const bare = role.replace(/^(?:former|acting|interim|deputy|assistant|then)\s+/iu, '');
  const rule = organizationOfRole.find(([pattern]) => pattern.test(bare));
  if (rule === undefined) return null;
  const [pattern, noun] = rule;
  const named = bare
    .replace(pattern, '')
    .replace(/\b(?:deputy|assistant|executive|vice|chief)\s*$/iu, '')
    .trim();
  const prefix = named.toLowerCase();
  if (prefix === '') {
    // "Commissioner Alder" belongs to the one commission that the article names, "Chief Dunn" to the one force.
    const isRanked = /^(?:chief|captain|sergeant|sgt\.?|lieutenant|lt\.?|detective|officer)$/iu.test(bare);
    if (!isRanked && !/\b(?:commissioner|council|sheriff|superintendent)/iu.test(bare)) return null;
    const only = new Set(organizations.filter((name) => (isRanked ? force : noun).test(name)));
    return only.size === 1 ? ([...only][0] ?? null) : null;
  }
  const fitting = organizations.filter((name) => {
    const lower = name.toLowerCase();
    const at = ` ${lower} `.indexOf(` ${prefix} `);
    return (
      at >= 0 &&
      noun.test(name) &&
      (at === 0 ||
        lower
          .slice(at + prefix.length)
          .trim()
          .split(' ').length <= 1)
    );
  });
  // "Tessaly spokesman" fits whatever begins with Tessaly: only one candidate is none too many.
  const distinct = [...new Set(fitting)];
  const found = distinct.length === 1 || noun.source !== '.' ? distinct[0] : undefined;
  // "Tessaly State University President": the role holds the organisation's own name.
  const isOwn =
    organizationEnd.test(named) && named.includes(' ') && !/(?:Police|Port|House|Force|Team|City)$/u.test(named);
  return found ?? (isOwn ? named : null);
}
